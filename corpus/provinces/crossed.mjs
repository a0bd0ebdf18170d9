// Subjects of function down, economic subjects across: basic expenditure in a column for each 款, by both lists of economic classes
import { sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, economicOf, functionalOf, functionalRows, indent, is, sidesBeside } from './rows.mjs';
import { basic, FUND_NAMES, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function crossed(random) {
  const units = [
    { code: '405', name: '某某区司法局', institution: false, run: '2040601', projects: [['2040605', 'general_public', '普法宣传', '30227'], ['2040607', 'general_public', '公共法律服务', '30227'], ['2040610', 'general_public', '社区矫正', '30226']] },
  ];
  const form = start({ year: 2025, department: '某某区司法局', units, style: { zero: '' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  {
    const table = add({ number: '表1', title: '部门预算收支总表', head: ['收入|<|支出|<|<|<', '项目|本年预算|项目（按功能分类）|本年预算|项目（按经济分类）|本年预算'], columns: [null, R('all'), null, E('total', 'all'), null, E('total', 'all')], widths: [26, 12, 26, 12, 26, 12] });
    const income = Object.keys(FUND_NAMES).map((key, index) => [`${NUMERALS[index]}、${FUND_NAMES[key]}`, fund(key), { fund: key, leaf: 1 }]);
    const spent = classesOf(names, atoms).map(([code, name, cents], index) => [`${NUMERALS[index]}、${name}`, cents, { code, classification: 'functional', leaf: 1 }]);
    const economic = treeOf(atoms, economicOf, [3]).map((node, index) => [`${NUMERALS[index]}、${names.department(node.code)}`, sum(node.atoms), { code: node.code, classification: 'department_economic', leaf: 0 }]);
    const length = Math.max(income.length, spent.length, economic.length);
    for (const side of [income, spent, economic]) while (side.length < length) side.push(['', '', {}]);
    income.push(['收入合计', all, { leaf: 0 }]); spent.push(['支出合计', all, { leaf: 0 }]); economic.push(['支出合计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent, economic]);
  }
  const list = (number, title, columns, head, cells, some, lengths = [3, 5, 7], more = {}) => {
    const table = add({ number, title, head, columns: [null, null, ...columns], widths: [8, 22, ...columns.map(() => 10)], ...more });
    functionalRows(names, some, lengths, '合计', (node, name, parent) => table.row([node.code, name, ...cells(node.atoms)], { code: node.code, name, classification: 'functional', parent: node.parent || lengths.length > 1 ? parent : '合计', leaf: node.last ? 1 : 0, functional: node.code }));
    table.row(['合计', '<', ...cells(some)], TOTAL);
    return table;
  };
  const blank = (of) => ({ ...of, leaf: '' });
  list('表3', '部门支出总表', [E('total', 'all'), E('basic', 'all'), E('personnel', 'all'), E('public', 'all'), E('project', 'all')], ['科目编码|科目名称|合计|基本支出|<|<|项目支出', '^|^|^|小计|人员支出|公用支出|^'], (some) => [sum(some), sum(some, basic), sum(some, personnel), sum(some, publicUse), sum(some, project)], atoms)
    .plant((truth) => truth.code === '2040601' && truth.component === 'public', 1100);
  const basics = atoms.filter(basic);
  const byClass = (code) => treeOf(basics.filter((atom) => atom.economic.startsWith(code)), economicOf, [5]).map((node) => node.code);
  for (const [number, code, title] of [['表6-1', '301', '一般公共预算基本支出表（工资福利支出）'], ['表6-2', '302', '一般公共预算基本支出表（商品和服务支出）']]) {
    const items = byClass(code);
    const some = basics.filter((atom) => atom.economic.startsWith(code));
    list(number, title, [E('', 'general_public', { leaf: '' }), ...items.map(() => E('', 'general_public', { leaf: '' }))], [`功能科目编码|功能科目名称|合计|${items.map((item) => names.department(item)).join('|')}`],
      (rows) => [sum(rows), ...items.map((item) => sum(rows, is('economic', item)))], some, [7], { size: 7.5, page: 'wide' }).truth.forEach((truth) => { truth.leaf = ''; });
  }
  {
    const classes = ['501', '502', '505', '509'].filter((code) => atoms.some((atom) => atom.government.startsWith(code)));
    list('表7', '一般公共预算支出表（按政府预算经济分类）', [E('total', 'general_public'), ...classes.map(() => E('total', 'general_public', { leaf: '' }))], [`科目编码|科目名称|总计|${classes.map((code) => names.government(code)).join('|')}`],
      (rows) => [sum(rows), ...classes.map((code) => sum(rows, (atom) => atom.government.startsWith(code)))], atoms, [3, 5, 7]);
  }
  {
    const table = add({ number: '表8', title: '一般公共预算“三公”经费支出表', head: ['合计|因公出国（境）费|公务接待费|公务用车购置及运行费|<|<', '^|^|^|合计|购置|运行'], columns: ['total', 'overseas', 'reception', 'vehicle_total', 'vehicle_purchase', 'vehicle_operation'].map((item) => E('total', '', { item })), widths: Array(6).fill(14) });
    const [p, v, r] = [random.whole(1000, 1800), random.whole(200, 900), random.whole(90, 300)];
    table.row([p + v + r, 0, r, p + v, p, v]);
  }
  const w = (cents) => written(cents);
  return { ...form, name: 'crossed', kind: 'budget', prose: [`${department}2025年收支预算${w(all)}万元，其中：人员支出${w(sum(atoms, personnel))}万元，公用支出${w(sum(atoms, publicUse))}万元，项目支出${w(sum(atoms, project))}万元。`] };
}
