// The budget at the year's beginning, what was added and taken away, the budget as adjusted, for each kind of expenditure
import { sum } from './money.mjs';
import { E, functionalRows, indent } from './rows.mjs';
import { addBothSides, basic, project, start } from './kit.mjs';
import { written } from './table.mjs';

export function revised(random) {
  const units = [
    { code: '305001', name: '某某区教育局', institution: false, run: '2050101', projects: [['2050299', 'general_public', '校园安防', '30227'], ['2050201', 'general_public', '学前资助', '30308']] },
    { code: '305002', name: '某某区第一小学', institution: true, run: '2050202', projects: [['2050202', 'general_public', '教学设备', '31002']] },
  ];
  const form = start({ year: 2024, department: '某某区教育局', units }, random);
  const { names, atoms, add, all, department } = form;
  const keys = ['general_public'];
  addBothSides(form, '调整1', keys);
  const more = new Map(atoms.map((atom) => [atom, [random.whole(0, 2) * 300, random.whole(0, 2) * 40]]));
  const before = (some) => some.reduce((cents, atom) => cents + atom.cents - more.get(atom)[0] + more.get(atom)[1], 0);
  const cells = (some) => [before(some), some.reduce((cents, atom) => cents + more.get(atom)[0], 0), -some.reduce((cents, atom) => cents + more.get(atom)[1], 0), sum(some)];
  const P = (of, fundOf) => [E(of, fundOf, { phase: 'budget' }), E(of, fundOf, { period: 'change', phase: '' }), E(of, fundOf, { period: 'change', phase: '' }), E(of, fundOf, { phase: 'adjusted' })];
  {
    const table = add({ number: '调整2', title: '部门支出预算调整表', size: 8, head: ['科目编码|科目名称|基本支出|<|<|<|项目支出|<|<|<', '^|^|年初预算|追加|追减|调整后预算|年初预算|追加|追减|调整后预算'], columns: [null, null, ...P('basic', 'all'), ...P('project', 'all')], widths: [9, 25, 11, 9, 9, 11, 11, 9, 9, 11] });
    table.row(['', '合计', ...cells(atoms.filter(basic)), ...cells(atoms.filter(project))], { name: '合计', leaf: '' });
    functionalRows(names, atoms, [3, 5, 7], '合计', (node, name, parent) => table.row([node.code, indent(node.level) + name, ...cells(node.atoms.filter(basic)), ...cells(node.atoms.filter(project))], { code: node.code, name, parent, classification: 'functional', functional: node.code, leaf: '' }));
    table.plant((truth) => truth.code === '2050202' && truth.component === 'basic' && truth.phase === 'adjusted', 200);
  }
  {
    const table = add({ number: '调整3', title: '项目支出预算调整表', size: 8.5, head: ['单位编码|单位名称|项目名称|年初预算|追加|追减|调整后预算|调整原因'], columns: [null, null, null, ...P('project;total', 'all'), null], widths: [9, 22, 22, 12, 10, 10, 12, 18] });
    atoms.filter(project).forEach((atom, at) => table.row([atom.unit.code, atom.unit.name, atom.project, ...cells([atom]), ['据实', '政策调整', '据实'][at]], { name: atom.project, unit: atom.unit.name, classification: 'project', leaf: '' }));
    table.row(['', '合计', '<', ...cells(atoms.filter(project)), ''], { unit: '-', leaf: '' });
  }
  return { ...form, name: 'revised', kind: 'budget', prose: [`2024年${department}收支总预算${written(all)}万元。`] };
}
