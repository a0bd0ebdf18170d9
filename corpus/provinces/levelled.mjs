// Words say of each row which level of government pays and whether the money is new; the same subject once a level
import { sum, treeOf } from './money.mjs';
import { E } from './rows.mjs';
import { addBothSides, basic, project, start } from './kit.mjs';
import { written } from './table.mjs';

export function levelled(random) {
  const units = [
    { code: '410001', name: '某某县卫生健康局', institution: false, run: '2100101', projects: [['2100408', 'general_public', '基本公共卫生服务', '30227'], ['2100717', 'general_public', '计划生育奖扶', '30227']] },
    { code: '410002', name: '某某县妇幼保健院', institution: true, run: '2100403', own: true, projects: [['2100403', 'unit_funds', '产科设备', '31003'], ['2100408', 'general_public', '妇女病筛查', '30227']] },
  ];
  const form = start({ year: 2025, department: '某某县卫生健康局', units }, random);
  const { names, atoms, add, fund, all, department } = form;
  const keys = ['general_public', 'unit_funds'];
  addBothSides(form, '表1', keys);
  const level = new Map(atoms.map((atom) => [atom, atom.part !== 'project' ? '县级' : ['中央', '省级', '县级'][random.whole(0, 2)]]));
  const three = (some) => [sum(some), sum(some, basic), sum(some, project)];
  {
    const table = add({ number: '表3', title: '部门支出总表', size: 8.5, head: ['科目编码|科目名称|资金级次|合计|基本支出|项目支出'], columns: [null, null, null, E('total', 'all'), E('basic', 'all'), E('project', 'all')], widths: [10, 34, 12, 15, 15, 15] });
    table.row(['合计', '<', '<', ...three(atoms)], { name: '合计', unit: '-', leaf: 0 });
    for (const node of treeOf(atoms, (atom) => atom.functional, [7])) for (const word of ['中央', '省级', '县级']) {
      const own = node.atoms.filter((atom) => level.get(atom) === word);
      if (own.length > 0) table.row([node.code, names.functional(node.code), word, ...three(own)], { code: node.code, name: names.functional(node.code), functional: node.code, classification: 'functional', unit: '-', leaf: 1 });
    }
    table.plant((truth) => truth.code === '2100101' && truth.component === 'basic', 300);
  }
  {
    const listed = atoms.filter(project);
    const table = add({ number: '表8', title: '项目支出表', size: 8.5, head: ['项目名称|资金级次|资金归口股室|申报单位|支出金额|其中：一般公共预算'], columns: [null, null, null, null, E('project;total', 'all'), E('project;total', 'general_public', { leaf: '' })], widths: [28, 10, 18, 28, 14, 14] });
    listed.forEach((atom, at) => table.row([atom.project, level.get(atom), at % 2 ? '社会保障股' : '预算股', atom.unit.name, atom.cents, fund('general_public', [atom])], { name: atom.project, unit: atom.unit.name, classification: 'project', leaf: 1 }));
    table.row(['合计', '', '', '', sum(listed), fund('general_public', listed)], { unit: '-', leaf: 0 });
  }
  return { ...form, name: 'levelled', kind: 'budget', prose: [`2025年${department}收支总预算${written(all)}万元。`] };
}
