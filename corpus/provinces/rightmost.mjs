// Sums to the right of their parts: funds by kind of expenditure, then all funds; units below the subject, sums of subjects behind them
import { sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, economicOf, functionalOf, functionalRows, is, sidesBeside } from './rows.mjs';
import { basic, FUND_NAMES, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function rightmost(random) {
  const units = [
    { code: '701', name: '某某市体育局机关', institution: false, run: '2070301', projects: [['2070307', 'general_public', '体育场馆开放', '30227'], ['2290903', 'government_fund', '全民健身器材', '31003']] },
    { code: '702', name: '某某市体育运动学校', institution: true, run: '2070306', own: true, projects: [['2070306', 'general_public', '青少年训练', '30226'], ['2070306', 'unit_funds', '训练基地运转', '30226']] },
  ];
  units[0].projects[1][0] = '2296003';
  const form = start({ year: 2026, department: '某某市体育局', units, style: { grouped: true, zero: '0.00' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  const funds = ['general_public', 'government_fund', 'unit_funds'];
  {
    const table = add({ number: '公开表01', title: '部门收支预算总表', head: ['收入来源|金额|支出方向|金额'], columns: [null, R('all'), null, E('total', 'all')], widths: [32, 14, 32, 14] });
    const income = funds.map((key) => [FUND_NAMES[key], fund(key), { fund: key, leaf: 1 }]);
    const spent = classesOf(names, atoms).map(([code, name, cents]) => [name, cents, { code, classification: 'functional', leaf: 1 }]);
    while (income.length < spent.length) income.push(['', '', {}]);
    while (spent.length < income.length) spent.push(['', '', {}]);
    income.push(['收入合计', all, { leaf: 0 }]); spent.push(['支出合计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  {
    const table = add({ number: '公开表02', title: '部门收入预算总表', head: ['单位代码|单位名称|一般公共预算|政府性基金预算|单位资金|收入合计'], columns: [null, null, ...funds.map((key) => R(key)), R('all')], widths: [10, 34, 14, 14, 14, 14] });
    const cells = (some) => [...funds.map((key) => fund(key, some)), sum(some)];
    for (const unit of units) table.row([unit.code, unit.name, ...cells(atoms.filter(is('unit', unit)))], { unit: unit.name, classification: 'unit', leaf: 1 });
    table.row(['', '合计', ...cells(atoms)], { leaf: 0 });
  }
  {
    const table = add({ number: '公开表03', title: '部门支出预算总表', head: ['科目编码|科目名称|一般公共预算|<|政府性基金预算|<|单位资金|<|全部资金|<|<', '^|^|基本支出|项目支出|基本支出|项目支出|基本支出|项目支出|基本支出|项目支出|支出总计'],
      columns: [null, null, ...funds.flatMap((key) => [E('basic', key), E('project', key)]), E('basic', 'all'), E('project', 'all'), E('total', 'all')], widths: [9, 26, ...Array(9).fill(11)], size: 8 });
    const cells = (some) => [...funds.flatMap((key) => [sum(some, (atom) => atom.fund === key && basic(atom)), sum(some, (atom) => atom.fund === key && project(atom))]), sum(some, basic), sum(some, project), sum(some)];
    functionalRows(names, atoms, [3, 5, 7], '合计', (node, name, parent) => table.row([node.code, name, ...cells(node.atoms)], { code: node.code, name, classification: 'functional', parent, functional: node.code, leaf: node.last ? 1 : 0 }));
    table.row(['', '合计', ...cells(atoms)], TOTAL);
    table.plant((truth) => truth.code === '2070307' && truth.component === 'project' && truth.fund === 'general_public', 5200);
  }
  {
    const some = atoms.filter(is('fund', 'general_public'));
    const table = add({ number: '公开表05', title: '一般公共预算支出预算表', head: ['科目编码|科目名称|单位名称|人员经费|公用经费|基本支出小计|项目支出|支出合计'], columns: [null, null, null, E('personnel', 'general_public'), E('public', 'general_public'), E('basic', 'general_public'), E('project', 'general_public'), E('total', 'general_public')], widths: [9, 28, 26, 12, 12, 12, 12, 12] });
    const five = (rows) => [sum(rows, personnel), sum(rows, publicUse), sum(rows, basic), sum(rows, project), sum(rows)];
    for (const node of treeOf(some, functionalOf, [7])) {
      const own = units.filter((unit) => node.atoms.some(is('unit', unit)));
      own.forEach((unit, index) => table.row([index ? '^' : node.code, index ? '^' : names.functional(node.code), unit.name, ...five(node.atoms.filter(is('unit', unit)))], { code: node.code, unit: unit.name, functional: node.code, leaf: 1 }));
    }
    table.row(['合计', '<', '<', ...five(some)], { leaf: 0 });
  }
  {
    const basics = atoms.filter((atom) => basic(atom) && atom.fund === 'general_public');
    const table = add({ number: '公开表06', title: '一般公共预算基本支出预算表', head: ['经济科目编码|经济科目名称|' + units.map((unit) => unit.name).join('|') + '|合计'], columns: [null, null, ...units.map((unit) => E('total;basic', 'general_public', { unit: unit.name, leaf: '' })), E('total;basic', 'general_public', { leaf: '' })], widths: [12, 34, 18, 18, 14] });
    const cells = (some) => [...units.map((unit) => sum(some, is('unit', unit))), sum(some)];
    for (const node of treeOf(basics, economicOf, [3, 5])) table.row([node.code, names.department(node.code), ...cells(node.atoms)], { code: node.code, name: names.department(node.code), classification: 'department_economic' });
    table.row(['', '合计', ...cells(basics)], {});
  }
  return { ...form, name: 'rightmost', kind: 'budget', prose: [`2026年${department}收入合计${written(all, { grouped: true })}万元，支出合计${written(all, { grouped: true })}万元。`] };
}
