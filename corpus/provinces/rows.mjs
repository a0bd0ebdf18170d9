// What forms of several provinces share.
import { sum, treeOf } from './money.mjs';

export const TOTAL = { name: '合计', leaf: 0 };
export const is = (field, value) => (atom) => atom[field] === value;
export const treasury = (atom) => ['general_public', 'government_fund', 'state_capital'].includes(atom.fund);
export const functionalOf = (atom) => atom.functional;
export const economicOf = (atom) => atom.economic;
export const E = (component, fund, more = {}) => ({ direction: 'expenditure', component, fund, ...more });
export const R = (fund, more = {}) => ({ direction: 'revenue', component: 'total', fund, ...more });
export const split = (code) => [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)];
export const indent = (level) => '    '.repeat(level);
export const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五', '十六', '十七', '十八', '十九', '二十',
  '二十一', '二十二', '二十三', '二十四', '二十五', '二十六', '二十七', '二十八', '二十九', '三十', '三十一'];

/** Rows of a list by function: `put(node, name, parent)` prints one. */
export function functionalRows(names, atoms, lengths, root, put) {
  const known = new Map();
  for (const node of treeOf(atoms, functionalOf, lengths)) {
    const name = names.functional(node.code);
    known.set(node.code, name);
    put(node, name, node.parent ? known.get(node.parent) : root);
  }
}

export const classesOf = (names, atoms) => treeOf(atoms, functionalOf, [3]).map((node) => [node.code, names.functional(node.code), sum(node.atoms)]);

/** 收支总表: two sides beside one another. Sides: [[label, cents, meaning] ...]. */
export function sidesBeside(table, sides) {
  const length = Math.max(...sides.map((side) => side.length));
  for (let index = 0; index < length; index++) {
    const cells = [];
    const byColumn = {};
    for (const side of sides) {
      const [label, cents, meaning] = side[index] ?? ['', '', {}];
      const amounts = [cents].flat();
      cells.push(label);
      for (const amount of amounts) {
        byColumn[cells.length] = { name: label.trim(), ...meaning };
        cells.push(amount);
      }
      const width = side[0] ? [side[0][1]].flat().length : 1;
      for (let more = amounts.length; more < width; more++) cells.push('');
    }
    table.row(cells, {}, byColumn);
  }
  return table;
}
