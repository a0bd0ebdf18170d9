// What a form begins with: the money of its department, and the tables that it adds.
import { atomsOf, cataloguesOf, sum, treeOf } from './money.mjs';
import { E, NUMERALS, R, functionalOf, is, sidesBeside } from './rows.mjs';
import { Table } from './table.mjs';

export const basic = (atom) => atom.part !== 'project';
export const project = is('part', 'project');
export const personnel = is('part', 'personnel');
export const publicUse = is('part', 'public');
export const FUND_NAMES = { general_public: '一般公共预算', government_fund: '政府性基金预算', state_capital: '国有资本经营预算', special_account: '财政专户管理资金', unit_funds: '单位资金' };

/** A form of a department: its atoms, its catalogues, and tables that share style, unit of money and what all their amounts mean. */
export function start({ year, department, units, style = { zero: '' }, unit = '万元', meaning = { period: 'current' }, scale = 1, left }, random) {
  const atoms = atomsOf(units, random, scale);
  const tables = [];
  const add = (of) => {
    const table = new Table(of.style ?? style, { unit, left, meaning, ...of });
    tables.push(table);
    return table;
  };
  const fund = (name, some = atoms) => sum(some, is('fund', name));
  return { year, department, units, names: cataloguesOf(year), atoms, tables, add, fund, all: sum(atoms), carried: sum(atoms, is('carried', true)) };
}

/** The two sides of a 收支总表, padded to the same height, with their sums last. `marks` writes the number before a label. */
export function overviewSides(form, keys, { marks = (at) => `${NUMERALS[at]}、`, some = form.atoms, suffix = '拨款收入', sums = ['收入总计', '支出总计'], money = (of) => sum(of) } = {}) {
  const income = keys.map((key, at) => [`${marks(at)}${FUND_NAMES[key]}${key === 'unit_funds' ? '收入' : suffix}`, money(some.filter(is('fund', key))), { fund: key, leaf: 1 }]);
  const spent = treeOf(some, functionalOf, [3]).map((node, at) => [`${marks(at)}${form.names.functional(node.code)}`, money(node.atoms), { code: node.code, classification: 'functional', leaf: 1 }]);
  const blank = Array.isArray(income[0][1]) ? income[0][1].map(() => '') : '';
  while (income.length < spent.length) income.push(['', blank, {}]);
  while (spent.length < income.length) spent.push(['', blank, {}]);
  income.push([sums[0], money(some), { leaf: 0 }]);
  spent.push([sums[1], money(some), { leaf: 0 }]);
  return [income, spent];
}

/** 部门收支总表 of a form: revenue by fund beside expenditure by class. */
export const addBothSides = (form, number, keys) => sidesBeside(form.add({ number, title: '部门收支总表', head: ['收入|<|支出|<', '项目|预算数|项目|预算数'], columns: [null, R('all'), null, E('total', 'all')], widths: [32, 14, 32, 14] }), overviewSides(form, keys));
