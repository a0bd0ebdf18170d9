// What a form begins with: the money of its department, and the tables that it adds.
import { atomsOf, cataloguesOf, sum, treeOf } from './money.mjs';
import { E, NUMERALS, R, functionalOf, indent, is, sidesBeside, treasury } from './rows.mjs';
import { Table } from './table.mjs';

export const basic = (atom) => atom.part !== 'project';
export const project = is('part', 'project');
export const personnel = is('part', 'personnel');
export const publicUse = is('part', 'public');
export const FUND_NAMES = { general_public: '一般公共预算', government_fund: '政府性基金预算', state_capital: '国有资本经营预算', special_account: '财政专户管理资金', unit_funds: '单位资金' };

/** Funds of the treasury, in the order in which tables of appropriation print them. */
export const TREASURY = ['general_public', 'government_fund', 'state_capital'];

/** Funds as the national form numbers them in a 收支总表. */
export const NUMERALS_OF_FUNDS = [['general_public', '一、一般公共预算拨款收入'], ['government_fund', '二、政府性基金预算拨款收入'], ['state_capital', '三、国有资本经营预算拨款收入'], ['special_account', '四、财政专户管理资金收入'], ['unit_funds', '五、单位资金']];

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

/** Classes of function in the order in which a 收支总表 prints all of them, whether anything is spent on them or not. */
export const CLASSES = [...Array.from({ length: 17 }, (_, at) => `${201 + at}`), ...Array.from({ length: 6 }, (_, at) => `${219 + at}`), '227', '229', '230', '231', '232', '233', '234'];

/** Classes of a 收支总表 as one of its sides. `money` is what is printed beside each. */
export const classSide = (form, codes, { mark = (at) => `${NUMERALS[at]}、`, some = form.atoms, money = (of) => sum(of), parent = '' } = {}) => codes.map((code, at) => [
  `${mark(at)}${form.names.functional(code)}`, money(some.filter((atom) => atom.functional.startsWith(code))), { code, classification: 'functional', leaf: 1, parent }]);

/** Sides of one height: what follows stands beside one another. */
export function evened(...sides) {
  const height = Math.max(...sides.map((side) => side.length));
  for (const side of sides) {
    const blank = Array.isArray(side[0][1]) ? side[0][1].map(() => '') : '';
    while (side.length < height) side.push(['', blank, {}]);
  }
  return sides;
}

/** The sides of a 财政拨款收支总表: funds of the year and carried over beside the classes, each class in `cells`. */
export function fiscalSides(form, codes, cells, { mark = (at) => `（${NUMERALS[at]}）`, word = '拨款', carried = '二、上年结转', next = '二、结转下年', sums = ['收入总计', '支出总计'] } = {}) {
  const some = form.atoms.filter(treasury);
  const [now, old] = [false, true].map((left) => some.filter(is('carried', left)));
  const parts = (list, parent, leaf) => TREASURY.map((key, at) => [`${mark(at)}${FUND_NAMES[key]}${word}`, sum(list, is('fund', key)), { fund: key, parent, leaf }]);
  const income = [['一、本年收入', sum(now), { leaf: 0, parent: sums[0] }], ...parts(now, '一、本年收入', 1), [carried, sum(old), { item: 'carried_in', parent: sums[0] }], ...parts(old, carried, '')];
  const spent = [['一、本年支出', cells(some), { leaf: 0, parent: sums[1] }], ...classSide(form, codes, { mark, some, money: cells, parent: '一、本年支出' })];
  if (next) spent.push([next, cells([]), { item: 'carried_out' }]);
  evened(income, spent);
  income.push([sums[0], sum(some), { leaf: 0 }]);
  spent.push([sums[1], cells(some), { leaf: 0 }]);
  return [income, spent];
}

/** A list by a catalogue, its sum first unless `last`: `lead` writes what stands before the amounts of a code, a name and a level. */
export function listBy(of, form, table, some, cells, { lengths = of === functionalOf ? [3, 5, 7] : [3, 5], lead = (code, name, level) => [code, indent(level) + name], label = '合计', total = lead('', label, 0), last = false, root = label, more = {} } = {}) {
  const [classification, field, nameOf] = of === functionalOf ? ['functional', 'functional', form.names.functional] : ['department_economic', 'department_economic', form.names.department];
  const whole = () => table.row([...total, ...cells(some)], { ...more, name: label, leaf: 0 });
  if (!last) whole();
  for (const node of treeOf(some, of, lengths)) {
    table.row([...lead(node.code, nameOf(node.code), node.level), ...cells(node.atoms)], { ...more, code: node.code, name: nameOf(node.code), classification, [field]: node.code, parent: node.parent ? nameOf(node.parent) : root, leaf: node.last ? 1 : 0 });
  }
  if (last) whole();
  return table;
}

/** 三公 of some atoms, in the order of THREE: what the budget spends on receptions and vehicles, nothing on travel abroad. */
export const THREE = ['total', 'overseas', 'vehicle_total', 'vehicle_purchase', 'vehicle_operation', 'reception'];
export const threeOf = (some) => {
  const [run, meal] = ['30231', '30217'].map((code) => sum(some, is('economic', code)));
  return [run + meal, 0, run, 0, run, meal];
};

/** The sides of a 收入支出决算总表 in the national words; what is carried in and out is money of the general public budget. */
export function finalSides(form, codes, [carriedIn, carriedOut], { sums = ['总计', '总计'], surplus = '使用非财政拨款结余', own = 4 } = {}) {
  const received = (key) => form.fund(key) + (key === 'general_public' ? carriedOut - carriedIn : 0);
  const [income, spent] = evened([...['一、一般公共预算财政拨款收入', '二、政府性基金预算财政拨款收入', '三、国有资本经营预算财政拨款收入'].map((label, at) => [label, received(TREASURY[at]), { fund: TREASURY[at], leaf: 1 }]),
    ...['四、上级补助收入', '五、事业收入', '六、经营收入', '七、附属单位上缴收入', '八、其他收入'].map((label, at) => [label, at === own ? form.fund('unit_funds') : 0, { fund: 'unit_funds', leaf: 1 }])], classSide(form, codes));
  const all = form.all + carriedOut - carriedIn;
  income.push(['本年收入合计', all, { leaf: 0, parent: sums[0] }], [surplus, 0, { fund: 'unit_funds' }], ['年初结转和结余', carriedIn, { item: 'carried_in', parent: sums[0] }], [sums[0], all + carriedIn, { leaf: 0 }]);
  spent.push(['本年支出合计', form.all, { leaf: 0, parent: sums[1] }], ['结余分配', 0, {}], ['年末结转和结余', carriedOut, { item: 'carried_out', parent: sums[1] }], [sums[1], form.all + carriedOut, { leaf: 0 }]);
  return [income, spent];
}

/** The sides of a 财政拨款收入支出决算总表: amounts of expenditure in all and by fund. */
export function fiscalFinalSides(form, codes, [carriedIn, carriedOut], { sums = ['总计', '总计'], before = '' } = {}) {
  const some = form.atoms.filter(treasury);
  const cells = (own) => [sum(own), ...TREASURY.map((key) => form.fund(key, own))];
  const words = ['一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'];
  const [income, spent] = evened(TREASURY.map((key, at) => [`${NUMERALS[at]}、${words[at]}`, form.fund(key) + (at ? 0 : carriedOut - carriedIn), { fund: key, leaf: 1 }]), classSide(form, codes, { some, money: cells }));
  const out = [carriedOut, carriedOut, 0, 0];
  const blank = ['', ['', '', '', ''], {}];
  const held = words.map((word, at) => [before + word, at ? 0 : carriedIn, { fund: TREASURY[at], parent: '年初财政拨款结转和结余' }]);
  income.push(['本年收入合计', sum(some) + carriedOut - carriedIn, { leaf: 0, parent: sums[0] }], ['年初财政拨款结转和结余', carriedIn, { item: 'carried_in', parent: sums[0] }], ...held, [sums[0], sum(some) + carriedOut, { leaf: 0 }]);
  spent.push(['本年支出合计', cells(some), { leaf: 0, parent: sums[1] }], ['年末财政拨款结转和结余', out, { item: 'carried_out', parent: sums[1] }], blank, blank, blank, [sums[1], cells(some).map((cents, at) => cents + out[at]), { leaf: 0 }]);
  return [income, spent];
}

/** Sides beside one another with a number of the line behind each label: those of a side run on from those before it. */
export function numberedSides(table, sides) {
  sides[0].forEach((_, at) => {
    const cells = [];
    const byColumn = {};
    sides.forEach((side, index) => {
      const [label, amounts, of] = side[at];
      cells.push(label, String(1 + at + index * side.length));
      for (const cents of [amounts].flat()) {
        byColumn[cells.length] = { name: label.trim(), ...of };
        cells.push(cents);
      }
    });
    table.row(cells, {}, byColumn);
  });
  return table;
}

/** Items that the national form prints under each class, spent or not. */
const ITEMS = {
  301: ['30101', '30102', '30103', '30106', '30107', '30108', '30109', '30110', '30111', '30112', '30113', '30114', '30199'],
  302: ['30201', '30202', '30203', '30204', '30205', '30206', '30207', '30208', '30209', '30211', '30212', '30213', '30214', '30215', '30216', '30217', '30218', '30224', '30225', '30226', '30227', '30228', '30229', '30231', '30239', '30240', '30299'],
  303: ['30301', '30302', '30303', '30304', '30305', '30306', '30307', '30308', '30309', '30310', '30311', '30399'],
  307: ['30701', '30702', '30703', '30704'], 310: ['31001', '31002', '31003', '31005', '31006', '31007', '31008', '31009', '31010', '31011', '31012', '31013', '31019', '31021', '31022', '31099'], 399: ['39907', '39908', '39909', '39910', '39999'],
};

/** Lists of economic items beside one another, two columns and an amount each: what the national form prints under each class, spent or not, the sums of the sides in `foot`. */
export function itemSides(form, table, some, foot, sides = [['301', '303'], ['302'], ['307', '310', '399']]) {
  const lists = sides.map((heads) => heads.flatMap((code) => [code, ...(ITEMS[code] ?? [])]));
  for (let at = 0; at < Math.max(...lists.map((one) => one.length)); at++) {
    const byColumn = {};
    table.row(lists.flatMap((one, side) => {
      const code = one[at];
      if (!code) return ['', '', ''];
      const name = form.names.department(code);
      const isItem = code.length > 3;
      byColumn[side * 3 + 2] = { code, name, classification: 'department_economic', department_economic: code, leaf: isItem ? 1 : 0, ...(isItem && { parent: form.names.department(code.slice(0, 3)) }) };
      return [code, (isItem ? '  ' : '') + name, sum(some, (atom) => atom.economic.startsWith(code))];
    }), {}, byColumn);
  }
  return table.row(foot, { leaf: 0 });
}

export const INCOME = '本年收入合计|财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入';
export const OUTLAY = '本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出';
const UNDER = (row) => row.replace(/[^|]+/g, '^');

/** A list of final accounts by function as the national form prints it: with `wide`, codes as wide as the words 类, 款 and 项, which stand beside the numbers of the columns and the sum. */
export function finalList(form, of, columns, [top, ...below], cells, some, { wide = false, words = '功能分类科目编码', item = '项目', numbers = true } = {}) {
  const lead = wide ? [`${item}|<|<|<`, `${words}|<|<|科目名称`] : [`${item}|<`, `${words}|科目名称`];
  const head = [top, below[0] ?? UNDER(top), ...below.slice(1)].map((row, at) => `${lead[at] ?? UNDER(lead[0]).replaceAll('<', '^')}|${row}`);
  const count = columns.map((_, at) => String(at + 1));
  if (!wide && numbers) head.push(`栏次|<|${count.join('|')}`);
  const table = form.add({ size: 8.5, widths: wide ? [4, 4, 4, 32, ...columns.map(() => 13)] : [11, 32, ...columns.map(() => 13)], ...of, head, columns: [...(wide ? [null, null] : []), null, null, ...columns] });
  if (wide) table.row(['类', '款', '项', '栏次', ...count]);
  return listBy(functionalOf, form, table, some, cells, wide ? { lead: (code, name) => [code, '<', '<', name], total: ['^', '^', '^', '合计'] } : { lead: (code, name) => [code, name], total: ['合计', '<'] });
}

/** A table of final accounts with nothing in it. */
export const emptyList = (form, of, heads, { rows = 1, ...more } = {}) => {
  const columns = heads[0].split('|').map(() => null);
  const table = finalList(form, of, columns, heads, () => columns.map(() => ''), [], more);
  for (let row = 1; row < rows; row++) table.row(table.columns.map(() => ''));
  return table;
};

/** Revenue of final accounts by function: what is carried over stands with the subject that pays for the department; its own money is earned (`earned`) or other. */
export const incomeOf = (form, moved, earned = false) => (some) => {
  const more = some.some(is('functional', form.units[0].run)) ? moved : 0;
  const own = form.fund('unit_funds', some);
  return [sum(some) + more, sum(some, treasury) + more, 0, earned ? own : 0, 0, 0, earned ? 0 : own];
};
export const INCOME_COLUMNS = [R('all'), R('fiscal_appropriation', { leaf: '' }), ...Array(5).fill(R('unit_funds', { leaf: '' }))];
export const OUTLAY_COLUMNS = ['total', 'basic', 'project', 'to_superiors', 'operating', 'to_subordinates'].map((component) => E(component, 'all'));
export const outlayOf = (some) => [sum(some), sum(some, basic), sum(some, project), 0, 0, 0];
export const threeParts = (some) => [sum(some), sum(some, basic), sum(some, project)];
export const partsOf = (name) => ['total', 'basic', 'project'].map((component) => E(component, name));

/** What a government fund had, received, spent and has left. */
export const FUND_HEADS = ['年初结转和结余|本年收入|本年支出|<|<|年末结转和结余', '^|^|小计|基本支出|项目支出|^'];
export const FUND_COLUMNS = [{ fund: 'government_fund', item: 'carried_in', leaf: '' }, R('government_fund'), ...partsOf('government_fund'), { fund: 'government_fund', item: 'carried_out', leaf: '' }];
export const fundOf = (some) => [0, sum(some), ...threeParts(some), 0];
