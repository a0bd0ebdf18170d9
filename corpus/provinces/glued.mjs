// Codes glued to names, units glued to theirs, totals last, tables that run on below 续表 and their title
import { sum, treeOf } from './money.mjs';
import { TOTAL, E, R, classesOf, economicOf, functionalRows, indent, is, sidesBeside, treasury } from './rows.mjs';
import { basic, FUND_NAMES, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function glued(random) {
  const units = [
    { code: '125001', name: '某某市林业局本级', institution: false, run: '2130201', projects: [['2130205', 'general_public', '国土绿化', '31005'], ['2130234', 'general_public', '森林防火', '30227'], ['2120899', 'government_fund', '城市公园提升', '31005']] },
    { code: '125002', name: '某某市国有林场', institution: true, run: '2130204', own: true, projects: [['2130207', 'general_public', '林木良种', '30226'], ['2130234', 'general_public', '林区道路', '31005']] },
    { code: '125005', name: '某某市野生动植物保护站', institution: true, run: '2130204', projects: [['2130211', 'general_public', '珍稀鸟类监测', '30227'], ['2130211', 'special_account', '救护收费成本', '30226']] },
  ];
  const form = start({ year: 2026, department: '某某市林业局', units, style: { zero: '' }, left: '部门：[125]某某市林业局' }, random);
  const { names, atoms, add, fund, all, department } = form;
  {
    const table = add({ number: '预算01表', title: '收支预算总表', head: ['收　　入|<|支　　出|<', '项　　目|预算数|功能分类科目|预算数'], columns: [null, R('all'), null, E('total', 'all')], widths: [32, 14, 32, 14] });
    const spent = classesOf(names, atoms).map(([code, name, cents]) => [`[${code}]${name}`, cents, { name: '', code, classification: 'functional', leaf: 1, parent: '支出合计' }]);
    const income = Object.entries(FUND_NAMES).map(([key, name], index) => [`${index + 1}.${name}`, fund(key), { fund: key, leaf: 1, parent: '收入合计' }]);
    while (spent.length < income.length) spent.push(['', '', {}]);
    while (income.length < spent.length) income.push(['', '', {}]);
    income.push(['收入合计', all, { leaf: 0 }]);
    spent.push(['支出合计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  const funds = ['general_public', 'government_fund', 'special_account', 'unit_funds'];
  const list = (number, title, columns, head, cells, some, of = {}) => {
    const table = add({ number, title, head: head.map((row, index) => `${index ? '^|^' : '单位|功能分类科目'}|${row}`), columns: [null, null, ...columns], widths: [26, 34, ...columns.map(() => 12)], ...of });
    for (const unit of units) {
      const own = some.filter(is('unit', unit));
      let first = true;
      functionalRows(names, own, [3, 5, 7], '-', (node, name, parent) => {
        table.row([first ? `[${unit.code}]${unit.name}` : '^', `${indent(node.level)}[${node.code}]${name}`, ...cells(node.atoms)],
          { code: node.code, name: `${name};[${node.code}]${name}`, unit: unit.name, classification: 'functional', parent: node.parent ? `${parent};[${node.parent}]${parent}` : '', functional: node.code, leaf: node.last ? 1 : 0 });
        first = false;
      });
    }
    table.row(['合计', '', ...cells(some)], TOTAL);
    return table;
  };
  list('预算02表', '部门收入预算表', [R('all'), ...funds.map((name) => R(name))], ['合计|一般公共预算|政府性基金预算|财政专户管理资金|单位资金'], (some) => [sum(some), ...funds.map((name) => fund(name, some))], atoms);
  list('预算03表', '部门支出预算表', [E('total', 'all'), E('basic', 'all'), E('personnel', 'all'), E('public', 'all'), E('project', 'all')], ['合计|基本支出|<|<|项目支出', '^|小计|人员经费|公用经费|^'], (some) => [sum(some), sum(some, basic), sum(some, personnel), sum(some, publicUse), sum(some, project)], atoms);
  {
    const some = atoms.filter(is('fund', 'general_public'));
    const table = add({ number: '预算05表', title: '一般公共预算支出预算表', head: ['功能分类科目|合计|基本支出|项目支出'], columns: [null, E('total', 'general_public'), E('basic', 'general_public'), E('project', 'general_public')], widths: [50, 16, 16, 16], breaks: [11], repeat: true });
    functionalRows(names, some, [3, 5, 7], '合计', (node, name, parent) => table.row([`${indent(node.level)}${node.code}${name}`, sum(node.atoms), sum(node.atoms, basic), sum(node.atoms, project)],
      { code: node.code, name: `${name};${node.code}${name}`, classification: 'functional', parent: node.parent ? `${parent};${node.parent}${parent}` : '合计', functional: node.code, leaf: node.last ? 1 : 0 }));
    table.row(['合计', sum(some), sum(some, basic), sum(some, project)], TOTAL);
    table.plant((truth) => truth.code === '21302' && truth.component === 'basic', 4000);
  }
  {
    const basics = atoms.filter((atom) => basic(atom) && atom.fund === 'general_public');
    const table = add({ number: '预算06表', title: '一般公共预算基本支出预算表', head: ['部门经济分类科目|政府经济分类科目|金额'], columns: [null, null, E('total;basic', 'general_public')], widths: [42, 42, 16], page: 'portrait' });
    const pairs = [...new Set(basics.map((atom) => `${atom.economic} ${atom.government}`))].sort();
    for (const pair of pairs) {
      const [economic, government] = pair.split(' ');
      table.row([`${economic}-${names.department(economic)}`, `${government}-${names.government(government)}`, sum(basics, (atom) => atom.economic === economic && atom.government === government)], { department_economic: economic, government_economic: government, leaf: 1 });
    }
    table.row(['合计', '', sum(basics)], TOTAL);
  }
  {
    const listed = atoms.filter(project);
    const table = add({ number: '预算09表', title: '项目支出预算表', head: ['单位|项目|功能分类科目|部门经济分类科目|资金性质|金额'], columns: [null, null, null, null, null, E('total;project', '')], widths: [26, 26, 30, 24, 18, 12] });
    for (const atom of listed) table.row([`${atom.unit.code}-${atom.unit.name}`, atom.project, `${atom.functional}-${names.functional(atom.functional)}`, `${atom.economic}-${names.department(atom.economic)}`, FUND_NAMES[atom.fund], atom.cents],
      { name: atom.project, unit: atom.unit.name, classification: 'project', functional: atom.functional, department_economic: atom.economic, fund: atom.fund, leaf: 1 });
    table.row(['合计', '', '', '', '', sum(listed)], { leaf: 0 });
  }
  const w = (cents) => written(cents);
  return { ...form, name: 'glued', kind: 'budget', prose: [`2026年${department}收支总预算${w(all)}万元，基本支出${w(sum(atoms, basic))}万元，项目支出${w(sum(atoms, project))}万元。`] };
}
