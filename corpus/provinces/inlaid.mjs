// Cells merged down from left to right: unit, kind of expenditure, class, then the items; sums of each in the last line of its cell
import { sum, treeOf } from './money.mjs';
import { E, is } from './rows.mjs';
import { FUND_NAMES, addBothSides, basic, project, start } from './kit.mjs';
import { written } from './table.mjs';

export function inlaid(random) {
  const units = [
    { code: '', name: '某某市生态环境局', institution: false, run: '2110101', projects: [['2110301', 'general_public', '大气监测', '30227'], ['2110302', 'general_public', '水源保护', '30227']] },
    { code: '', name: '某某市环境监测站', institution: true, run: '2111101', own: true, projects: [['2111101', 'unit_funds', '委托监测', '30226'], ['2110302', 'general_public', '断面采样', '30227']] },
  ];
  const form = start({ year: 2025, department: '某某市生态环境局', units }, random);
  const { names, atoms, add, fund, all, department } = form;
  const keys = ['general_public', 'unit_funds'];
  addBothSides(form, '表1', keys);
  const cells = (some) => [sum(some), ...keys.map((key) => fund(key, some))];
  const columns = [null, null, null, null, E('', 'all'), E('', 'general_public'), E('', 'unit_funds')];
  {
    const table = add({ number: '表3', title: '部门支出总表', size: 8.5, head: ['单位|支出性质|类级科目|项级科目|合计|一般公共预算|单位资金'], columns, widths: [20, 12, 20, 26, 14, 14, 14] });
    for (const unit of units) {
      const own = atoms.filter(is('unit', unit));
      let first = true;
      for (const [word, test, component] of [['基本支出', basic, 'basic'], ['项目支出', project, 'project']]) {
        let second = true;
        for (const top of treeOf(own.filter(test), (atom) => atom.functional, [3])) {
          let third = true;
          for (const node of treeOf(top.atoms, (atom) => atom.functional, [7])) {
            table.row([first ? unit.name : '^', second ? word : '^', third ? names.functional(top.code) : '^', `${node.code}${names.functional(node.code)}`, ...cells(node.atoms)], { unit: unit.name, component, code: node.code, functional: node.code, classification: 'functional', leaf: 1 });
            first = second = third = false;
          }
        }
        table.row(['^', '^', '小计', '<', ...cells(own.filter(test))], { unit: unit.name, component, leaf: 0 });
      }
      table.row(['^', '单位合计', '<', '<', ...cells(own)], { unit: unit.name, component: 'total', leaf: 0 });
    }
    table.row(['总计', '<', '<', '<', ...cells(atoms)], { unit: '-', component: 'total', leaf: 0 });
  }
  {
    const listed = atoms.filter(project);
    const table = add({ number: '表8', title: '项目支出表', head: ['责任单位|项目名称|经费渠道|预算金额'], columns: [null, null, null, E('project;total', '')], widths: [30, 34, 18, 16] });
    for (const unit of units) listed.filter(is('unit', unit)).forEach((atom, at) => table.row([at ? '^' : unit.name, atom.project, FUND_NAMES[atom.fund].replace('预算', '财政'), atom.cents], { name: atom.project, unit: unit.name, fund: `${atom.fund};all`, classification: 'project', leaf: 1 }));
    table.row(['合计', '<', '<', sum(listed)], { unit: '-', fund: 'all', leaf: 0 });
    table.plant((truth) => truth.name === '大气监测', 500);
  }
  return { ...form, name: 'inlaid', kind: 'budget', prose: [`2025年${department}收支总预算${written(all)}万元。`] };
}
