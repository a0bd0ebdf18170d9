// 海南: headings in Chinese and English, titles on two lines, last year beside this year, 三公 of both years in one row
import { atomsOf, cataloguesOf, sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, economicOf, functionalOf, functionalRows, indent, is, sidesBeside, treasury } from './rows.mjs';
import { Table, written } from './table.mjs';

export function hainan(random) {
  const year = 2025;
  const names = cataloguesOf(year);
  const department = '某某市商务局';
  const units = [
    { code: '221001', name: '某某市商务局本级', institution: false, run: '2011301', projects: [['2011308', 'general_public', '自由贸易港招商推介', '30227'], ['2160602', 'general_public', '外贸发展', '31204'], ['2120803', 'government_fund', '免税综合体周边道路', '31005']] },
    { code: '221002', name: '某某市会展业服务中心', institution: true, run: '2011350', own: true, projects: [['2011399', 'general_public', '会展奖励', '31204'], ['2230105', 'state_capital', '国有企业退休人员社会化管理补助', '30399']] },
  ];
  const atoms = atomsOf(units, random);
  const before = atoms.map((atom) => ({ ...atom, cents: Math.round(atom.cents * random.whole(70, 125) / 100) }));
  const style = { grouped: true, zero: '0.00' };
  const tables = [];
  const add = (table) => (tables.push(table), table);
  const project = is('part', 'project');
  const basic = (atom) => atom.part !== 'project';
  const fund = (name) => sum(atoms, is('fund', name));
  const fiscal = atoms.filter(treasury);
  const all = sum(atoms);
  const meaning = { period: 'current' };
  const left = `部门 Department：${department}`;
  const unitLine = '单位 Unit：万元 (10,000 yuan)';
  const english = { 201: 'General public services', 208: 'Social security and employment', 210: 'Health', 212: 'Urban and rural communities', 216: 'Commerce and services', 221: 'Housing security', 223: 'State capital operation' };
  const sides = (some) => [sum(some), ...['general_public', 'government_fund', 'state_capital'].map((name) => sum(some, is('fund', name)))];
  const unitMark = (table) => { table.unitLine = unitLine; return add(table); };
  {
    const table = unitMark(new Table(style, { number: '附表1 Table 1', title: ['财政拨款收支总表', 'Summary of Fiscal Appropriation Revenue and Expenditure'], unit: '万元', left,
      head: ['收入 Revenue|<|支出 Expenditure|<|<|<|<', '项目 Item|预算数 Budget|项目 Item|合计 Total|一般公共预算 General public budget|政府性基金预算 Government funds|国有资本经营预算 State capital'],
      columns: [null, R('fiscal_appropriation'), null, E('total', 'fiscal_appropriation'), E('total', 'general_public'), E('total', 'government_fund'), E('total', 'state_capital')], meaning, widths: [26, 12, 30, 12, 12, 12, 12] }));
    const classes = treeOf(fiscal, functionalOf, [3]).map((node, index) => [`（${NUMERALS[index]}）${names.functional(node.code)} ${english[node.code]}`, sides(node.atoms),
      { code: node.code, name: '', classification: 'functional', leaf: 1 }]);
    const income = [['一、本年收入 Revenue of the year', sum(fiscal), { name: '', leaf: 0 }], ['（一）一般公共预算拨款', fund('general_public'), { fund: 'general_public', leaf: 1 }], ['（二）政府性基金预算拨款', fund('government_fund'), { fund: 'government_fund', leaf: 1 }],
      ['（三）国有资本经营预算拨款', fund('state_capital'), { fund: 'state_capital', leaf: 1 }], ['二、上年结转', 0, { item: 'carried_in' }]];
    const spent = [['一、本年支出 Expenditure of the year', sides(fiscal), { name: '', leaf: 0 }], ...classes, ['二、结转下年', [0, 0, 0, 0], { item: 'carried_out' }]];
    while (income.length < spent.length) income.push(['', '', {}]);
    income.push(['收入总计 Total revenue', sum(fiscal), { name: '', leaf: 0 }]);
    spent.push(['支出总计 Total expenditure', sides(fiscal), { name: '', leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  const prior = (column) => ({ ...column, period: 'prior' });
  {
    const table = unitMark(new Table(style, { number: '附表2 Table 2', title: ['一般公共预算支出表', 'General Public Budget Expenditure'], unit: '万元', left,
      head: ['功能分类科目 Functional classification|<|2024年预算数 2024 budget|2025年预算数 2025 budget|<|<', '科目编码 Code|科目名称 Subject|^|小计 Subtotal|基本支出 Basic|项目支出 Project'],
      columns: [null, null, prior(E('total', 'general_public')), E('total', 'general_public'), E('basic', 'general_public'), E('project', 'general_public')], meaning, widths: [9, 32, 13, 13, 13, 13] }));
    const [then, now] = [before, atoms].map((list) => list.filter(is('fund', 'general_public')));
    const amounts = (test) => [sum(then, test), sum(now, test), sum(now, (atom) => test(atom) && basic(atom)), sum(now, (atom) => test(atom) && project(atom))];
    functionalRows(names, now, [3, 5, 7], '合计 Total', (node, name, parent) => table.row([node.code, indent(node.level) + name, ...amounts((atom) => atom.functional.startsWith(node.code))],
      { code: node.code, name, classification: 'functional', parent, leaf: node.last ? 1 : 0, functional: node.code }));
    table.row(['', '合计 Total', ...amounts(() => true)], { leaf: 0 });
  }
  {
    const basics = atoms.filter((atom) => basic(atom) && atom.fund === 'general_public');
    const table = unitMark(new Table(style, { number: '附表3 Table 3', title: ['一般公共预算基本支出表', 'Basic Expenditure of the General Public Budget'], unit: '万元', left,
      head: ['支出经济分类科目 Economic classification|<|2025年基本支出 Basic expenditure 2025|<|<', '科目编码 Code|科目名称 Subject|合计 Total|人员经费 Personnel|公用经费 Public'],
      columns: [null, null, E('total', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public')], meaning, widths: [9, 36, 13, 13, 13] }));
    const amounts = (some) => [sum(some), sum(some, is('part', 'personnel')), sum(some, is('part', 'public'))];
    for (const node of treeOf(basics, economicOf, [3, 5])) {
      const name = names.department(node.code);
      table.row([node.code, indent(node.level) + name, ...amounts(node.atoms)], { code: node.code, name, classification: 'department_economic', leaf: node.last ? 1 : 0, parent: node.parent ? names.department(node.parent) : '合计 Total' });
    }
    table.row(['', '合计 Total', ...amounts(basics)], { leaf: 0 });
  }
  {
    const items = ['total', 'overseas', 'vehicle_total', 'vehicle_purchase', 'vehicle_operation', 'reception'];
    const one = ['合计|因公出国（境）费|公务用车购置及运行费|<|<|公务接待费', '^|^|小计|公务用车购置费|公务用车运行费|^'];
    const table = unitMark(new Table(style, { number: '附表4 Table 4', title: ['一般公共预算“三公”经费支出表', 'Three Public Expenses'], unit: '万元', left, head: ['2024年预算数|<|<|<|<|<|2025年预算数|<|<|<|<|<', `${one[0]}|${one[0]}`, `${one[1]}|${one[1]}`],
      columns: [...items.map((item) => prior(E('total', 'general_public', { item }))), ...items.map((item) => E('total', 'general_public', { item }))], meaning, widths: Array(12).fill(10), size: 8.5 }));
    const half = () => { const [a, b, c, d] = [random.whole(300, 900), random.whole(1000, 1900), random.whole(100, 500), random.whole(90, 400)]; return [a + b + c + d, a, b + c, b, c, d]; };
    table.row([...half(), ...half()]);
  }
  const list = (number, title, title2, name) => {
    const table = unitMark(new Table(style, { number, title: [title, title2], unit: '万元', left, head: ['科目编码 Code|科目名称 Subject|本年支出 Expenditure|<|<', '^|^|合计 Total|基本支出 Basic|项目支出 Project'],
      columns: [null, null, E('total', name), E('basic', name), E('project', name)], meaning, widths: [9, 36, 13, 13, 13] }));
    const some = atoms.filter(is('fund', name));
    const amounts = (rows) => [sum(rows), sum(rows, basic), sum(rows, project)];
    functionalRows(names, some, [3, 5, 7], '合计 Total', (node, subject, parent) => table.row([node.code, indent(node.level) + subject, ...amounts(node.atoms)],
      { code: node.code, name: subject, classification: 'functional', parent, leaf: node.last ? 1 : 0, functional: node.code }));
    table.row(['', '合计 Total', ...amounts(some)], { leaf: 0 });
  };
  list('附表5 Table 5', '政府性基金预算支出表', 'Government Fund Expenditure', 'government_fund');
  list('附表6 Table 6', '国有资本经营预算支出表', 'State Capital Operation Expenditure', 'state_capital');
  {
    const table = unitMark(new Table(style, { number: '附表7 Table 7', title: ['部门收支总表', 'Summary of Departmental Revenue and Expenditure'], unit: '万元', left, head: ['收入 Revenue|<|支出 Expenditure|<', '项目 Item|预算数 Budget|项目 Item|预算数 Budget'],
      columns: [null, R('all'), null, E('total', 'all')], meaning, widths: [32, 12, 32, 12] }));
    const right = treeOf(atoms, functionalOf, [3]).map((node, index) => [`${NUMERALS[index]}、${names.functional(node.code)} ${english[node.code]}`, sum(node.atoms), { code: node.code, name: '', classification: 'functional', leaf: 1 }]);
    const income = [['一、一般公共预算拨款收入', fund('general_public'), { fund: 'general_public', leaf: 1 }], ['二、政府性基金预算拨款收入', fund('government_fund'), { fund: 'government_fund', leaf: 1 }],
      ['三、国有资本经营预算拨款收入', fund('state_capital'), { fund: 'state_capital', leaf: 1 }], ['四、事业收入', fund('unit_funds'), { fund: 'unit_funds', leaf: 1 }]];
    while (income.length < right.length) income.push(['', '', {}]);
    income.push(['本年收入合计', all, { leaf: 0 }], ['上年结转', 0, { item: 'carried_in' }], ['收入总计', all, { leaf: 0 }]);
    right.push(['本年支出合计', all, { leaf: 0 }], ['结转下年', 0, { item: 'carried_out' }], ['支出总计', all, { leaf: 0 }]);
    sidesBeside(table, [income, right]);
  }
  {
    const table = unitMark(new Table(style, { number: '附表9 Table 9', title: ['部门支出总表', 'Departmental Expenditure'], unit: '万元', left, head: ['单位名称 Unit|科目编码 Code|科目名称 Subject|合计 Total|基本支出 Basic|项目支出 Project'],
      columns: [null, null, null, E('total', 'all'), E('basic', 'all'), E('project', 'all')], meaning, widths: [24, 9, 32, 13, 13, 13] }));
    const amounts = (rows) => [sum(rows), sum(rows, basic), sum(rows, project)];
    table.row(['合计 Total', '', '', ...amounts(atoms)], { leaf: 0 });
    for (const unit of units) {
      const own = atoms.filter(is('unit', unit));
      let first = true;
      for (const node of treeOf(own, functionalOf, [7])) {
        table.row([first ? unit.name : '^', node.code, names.functional(node.code), ...amounts(node.atoms)], { code: node.code, name: names.functional(node.code), classification: 'functional', unit: unit.name, leaf: 1, functional: node.code });
        first = false;
      }
    }
  }
  const w = (cents) => written(cents, { grouped: true });
  return { name: 'hainan', year, kind: 'budget', place: '海南省', department, tables, prose: [
    `${department}2025年财政拨款收支总预算${w(sum(fiscal))}万元。收入包括一般公共预算本年收入${w(fund('general_public'))}万元、政府性基金预算本年收入${w(fund('government_fund'))}万元、国有资本经营预算本年收入${w(fund('state_capital'))}万元。`,
    `${department}2025年一般公共预算基本支出${w(sum(atoms, (atom) => basic(atom) && atom.fund === 'general_public'))}万元。`,
    `${department}2025年收支总预算${w(all)}万元。支出预算中，基本支出${w(sum(atoms, basic))}万元，项目支出${w(sum(atoms, project))}万元。`,
  ] };
}
