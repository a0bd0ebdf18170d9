// Appropriation told as money of the treasury and non-tax revenue, kinds of projects as columns, all of it beside one another on wide pages
import { sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, economicOf, functionalRows, indent, is, sidesBeside } from './rows.mjs';
import { basic, FUND_NAMES, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function nontax(random) {
  const units = [
    { code: '603001', name: '某某县公安局机关', institution: false, run: '2040201', projects: [['2040219', 'general_public', '警务信息化', '31003'], ['2040220', 'general_public', '执法办案', '30227'], ['2040299', 'general_public', '禁毒宣传', '30227']] },
    { code: '603002', name: '某某县公安局交警大队', institution: false, run: '2040201', projects: [['2040220', 'general_public', '道路交通管理', '30227'], ['2040299', 'special_account', '考场建设成本', '31005']] },
  ];
  const form = start({ year: 2025, department: '某某县公安局', units, style: { grouped: true, zero: '' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  // Non-tax revenue pays the projects of the second unit.
  const nontaxed = (atom) => atom.fund === 'general_public' && atom.unit === units[1] && project(atom);
  const taxed = (atom) => atom.fund === 'general_public' && !nontaxed(atom);
  const special = (atom) => project(atom) && ['2040219', '2040299'].includes(atom.functional);
  const other = (atom) => project(atom) && !special(atom);
  {
    const table = add({ number: '附表1', title: '部门收支总体情况表', head: ['收入|<|支出|<', '项目|本年预算|项目|本年预算'], columns: [null, R('all'), null, E('total', 'all')], widths: [34, 14, 32, 14] });
    const spent = classesOf(names, atoms).map(([code, name, cents], index) => [`${NUMERALS[index]}、${name}`, cents, { code, classification: 'functional', leaf: 1 }]);
    const income = [['一、一般公共预算拨款', fund('general_public'), { fund: 'general_public', leaf: 0 }], ['    1、经费拨款', sum(atoms, taxed), { fund: 'general_public', leaf: 1, parent: '一、一般公共预算拨款' }], ['    2、纳入预算管理的非税收入拨款', sum(atoms, nontaxed), { fund: 'general_public', leaf: 1, parent: '一、一般公共预算拨款' }], ['二、政府性基金预算拨款', 0, {}], ['三、财政专户管理资金', fund('special_account'), { fund: 'special_account', leaf: 1 }]];
    while (spent.length < income.length) spent.push(['', '', {}]);
    while (income.length < spent.length) income.push(['', '', {}]);
    income.push(['收入总计', all, { leaf: 0 }]); spent.push(['支出总计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  const list = (number, title, columns, head, cells, some) => {
    const table = add({ number, title, head: head.map((row, index) => `${index ? '^|^|^' : '单位编码|科目编码|单位（科目）名称'}|${row}`), columns: [null, null, null, ...columns], widths: [8, 9, 26, ...columns.map(() => 11)], size: 8.5 });
    table.row(['', '', '合计', ...cells(some)], TOTAL);
    for (const unit of units) {
      const own = some.filter(is('unit', unit));
      table.row([unit.code, '', unit.name, ...cells(own)], { unit: unit.name, classification: 'unit', parent: '合计', leaf: 0 });
      functionalRows(names, own, [3, 5, 7], unit.name, (node, name, parent) => table.row([unit.code, node.code, indent(node.level) + name, ...cells(node.atoms)], { code: node.code, name, unit: unit.name, classification: 'functional', parent, leaf: node.last ? 1 : 0, functional: node.code }));
    }
    return table;
  };
  list('附表2', '部门收入总体情况表', [R('all'), R('general_public'), R('general_public', { leaf: '' }), R('general_public', { leaf: '' }), R('special_account')], ['合计|一般公共预算拨款|<|<|财政专户管理资金', '^|小计|经费拨款|纳入预算管理的非税收入拨款|^'], (some) => [sum(some), fund('general_public', some), sum(some, taxed), sum(some, nontaxed), fund('special_account', some)], atoms);
  const kinds = (name) => [E('total', name), E('basic', name), E('personnel', name), E('public', name), E('project', name), E('project', name, { leaf: '' }), E('project', name, { leaf: '' })];
  const heads = ['合计|基本支出|<|<|项目支出|<|<', '^|小计|人员类|公用经费|小计|其他运转类|特定目标类'];
  const seven = (some) => [sum(some), sum(some, basic), sum(some, personnel), sum(some, publicUse), sum(some, project), sum(some, other), sum(some, special)];
  list('附表3', '部门支出总体情况表', kinds('all'), heads, seven, atoms).plant((truth) => truth.code === '2040220' && truth.unit === '某某县公安局交警大队' && truth.component === 'project', 4400);
  list('附表5', '一般公共预算支出情况表', kinds('general_public'), heads, seven, atoms.filter(is('fund', 'general_public')));
  {
    const some = atoms.filter((atom) => basic(atom) && atom.fund === 'general_public');
    const classes = treeOf(some, economicOf, [3]);
    const table = add({ number: '附表6', title: '一般公共预算基本支出情况表', head: [`单位编码|单位名称|合计|${classes.map((node) => names.department(node.code)).join('|')}`], columns: [null, null, E('total;basic', 'general_public'), ...classes.map(() => E('', 'general_public', { leaf: '' }))], widths: [9, 30, ...Array(classes.length + 1).fill(14)] });
    const cells = (rows) => [sum(rows), ...classes.map((node) => sum(rows, (atom) => atom.economic.startsWith(node.code)))];
    table.row(['', '合计', ...cells(some)], TOTAL);
    for (const unit of units) table.row([unit.code, unit.name, ...cells(some.filter(is('unit', unit)))], { unit: unit.name, leaf: 1 });
  }
  const w = (cents) => written(cents);
  return { ...form, name: 'nontax', kind: 'budget', prose: [`${department}2025年收支总预算${w(all)}万元，其中基本支出${w(sum(atoms, basic))}万元，项目支出${w(sum(atoms, project))}万元。`] };
}
