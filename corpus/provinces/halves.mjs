// Both economic lists beside one another with other numbers of rows, 类 and 款 in columns of two and three digits, personnel beside public use
import { sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, economicOf, functionalRows, indent, is, sidesBeside } from './rows.mjs';
import { basic, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function halves(random) {
  const units = [
    { code: '601001', name: '某某区教育局', institution: false, run: '2050101', projects: [['2050299', 'general_public', '校园安全', '30227'], ['2050204', 'general_public', '高中改善', '31003']] },
    { code: '601002', name: '某某区教师进修学校', institution: true, run: '2050801', own: true, projects: [['2050801', 'special_account', '教师培训', '30216'], ['2050801', 'general_public', '骨干培养', '30216']] },
  ];
  const form = start({ year: 2025, department: '某某区教育局', units, style: { grouped: true, zero: '' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  {
    const table = add({ number: '表1', title: '2025年部门收支总表', head: ['收入|<|支出|<|<|<', '项目|金额|功能分类|金额|经济分类|金额'], columns: [null, R('all'), null, E('total', 'all'), null, E('total', 'all')], widths: [26, 13, 26, 13, 26, 13] });
    const income = [['一、一般公共预算拨款', fund('general_public'), { fund: 'general_public', leaf: 1 }], ['二、财政专户管理资金', fund('special_account'), { fund: 'special_account', leaf: 1 }], ['三、单位资金', fund('unit_funds'), { fund: 'unit_funds', leaf: 1 }]];
    const spent = classesOf(names, atoms).map(([code, name, cents], at) => [`${NUMERALS[at]}、${name}`, cents, { code, classification: 'functional', leaf: 1 }]);
    const economic = treeOf(atoms, economicOf, [3]).map((node, at) => [`${NUMERALS[at]}、${names.department(node.code)}`, sum(node.atoms), { code: node.code, classification: 'department_economic', leaf: '' }]);
    const length = Math.max(income.length, spent.length, economic.length);
    for (const side of [income, spent, economic]) { while (side.length < length) side.push(['', '', {}]); }
    income.push(['收入总计', all, { leaf: 0 }]); spent.push(['支出总计', all, { leaf: 0 }]); economic.push(['支出总计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent, economic]);
  }
  const gp = atoms.filter((atom) => atom.fund === 'general_public');
  const basics = gp.filter(basic);
  {
    // Two lists of the same money: each half sums up to the whole
    const left = treeOf(basics, economicOf, [3, 5]);
    const right = treeOf(basics, (atom) => atom.government, [3, 5]);
    const table = add({ number: '表6', title: '2025年一般公共预算基本支出表', size: 8.5, page: 'portrait', head: ['部门预算支出经济分类|<|<|政府预算支出经济分类|<|<', '科目编码|科目名称|金额|科目编码|科目名称|金额'], columns: [null, null, E('basic;total', 'general_public'), null, null, E('basic;total', 'general_public')], widths: [8, 24, 12, 8, 24, 12] });
    for (let at = 0; at < Math.max(left.length, right.length); at++) {
      const [a, b] = [left[at], right[at]];
      table.row([a?.code ?? '', a ? indent(a.level) + names.department(a.code) : '', a ? sum(a.atoms) : '', b?.code ?? '', b ? indent(b.level) + names.government(b.code) : '', b ? sum(b.atoms) : ''], {}, {
        2: a && { code: a.code, name: names.department(a.code), classification: 'department_economic', department_economic: a.code, leaf: a.last ? 1 : 0, ...(a.parent && { parent: names.department(a.parent) }) },
        5: b && { code: b.code, name: names.government(b.code), classification: 'government_economic', government_economic: b.code, leaf: b.last ? '' : 0, ...(b.parent && { parent: names.government(b.parent) }) } });
    }
    table.row(['合计', '<', sum(basics), '合计', '<', sum(basics)], { leaf: 0 });
  }
  {
    // Personnel beside public use: 类 and 款 in columns of their own
    const people = treeOf(basics.filter(personnel), economicOf, [3, 5]);
    const goods = treeOf(basics.filter(publicUse), economicOf, [3, 5]);
    const two = (node) => [node.code.slice(0, 3), node.level ? node.code.slice(3) : ''];
    const table = add({ number: '表6-1', title: '2025年一般公共预算基本支出明细表', size: 8.5, head: ['人员经费|<|<|<|公用经费|<|<|<', '类|款|科目名称|预算数|类|款|科目名称|预算数'], columns: [null, null, null, E('personnel', 'general_public'), null, null, null, E('public', 'general_public')], widths: [6, 5, 28, 14, 6, 5, 28, 14] });
    for (let at = 0; at < Math.max(people.length, goods.length); at++) {
      const byColumn = {};
      const cells = [people[at], goods[at]].flatMap((node, side) => {
        if (!node) return ['', '', '', ''];
        byColumn[side * 4 + 3] = { code: node.code, name: names.department(node.code), classification: 'department_economic', department_economic: node.code, leaf: node.last ? 1 : 0, ...(node.parent && { parent: names.department(node.parent) }) };
        return [...two(node), names.department(node.code), sum(node.atoms)];
      });
      table.row(cells, {}, byColumn);
    }
    table.row(['人员经费合计', '<', '<', sum(basics, personnel), '公用经费合计', '<', '<', sum(basics, publicUse)], { leaf: 0 });
  }
  {
    const listed = gp.filter(project);
    const table = add({ number: '表9', title: '2025年项目支出预算表（按经济分类）', size: 8, head: ['单位|项目名称|政府预算支出经济分类|<|部门预算支出经济分类|<|金额', '^|^|编码|名称|编码|名称|^'], columns: [null, null, null, null, null, null, E('project;total', 'general_public;all')], widths: [22, 18, 8, 24, 8, 20, 13] });
    for (const unit of units) {
      const own = listed.filter(is('unit', unit));
      own.forEach((atom, at) => table.row([at ? '^' : unit.name, atom.project, atom.government, names.government(atom.government), atom.economic, names.department(atom.economic), atom.cents], { unit: unit.name, name: atom.project, government_economic: atom.government, department_economic: atom.economic, classification: 'project', leaf: 1 }));
      table.row(['小计', '', '', '', '', '', sum(own)], { leaf: 0, unit: unit.name });
    }
    table.row(['合计', '', '', '', '', '', sum(listed)], { leaf: 0 });
  }
  {
    const table = add({ number: '表3', title: '2025年部门支出总表', head: ['功能科目|<|<|科目名称|支出合计|基本支出|<|项目支出', '类|款|项|^|^|人员经费|公用经费|^'], columns: [null, null, null, null, E('total', 'all'), E('personnel', 'all'), E('public', 'all'), E('project', 'all')], widths: [6, 5, 5, 32, 13, 13, 13, 13] });
    const cells = (some) => [sum(some), sum(some, personnel), sum(some, publicUse), sum(some, project)];
    functionalRows(names, atoms, [3, 5, 7], '合计', (node, name, parent) => table.row([node.level === 0 ? node.code : '', node.level === 1 ? node.code.slice(3) : '', node.level === 2 ? node.code.slice(5) : '', name, ...cells(node.atoms)], { code: node.code, name, classification: 'functional', parent, functional: node.code, leaf: node.last ? 1 : 0 }));
    table.row(['合计', '<', '<', '<', ...cells(atoms)], { leaf: 0 });
    table.plant((truth) => truth.code === '2050299' && truth.component === 'project', 650);
  }
  return { ...form, name: 'halves', kind: 'budget', prose: [`2025年${department}收支总预算${written(all, { grouped: true })}万元。`] };
}
