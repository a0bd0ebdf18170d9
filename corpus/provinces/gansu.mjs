// 甘肃: the department above its units in every list, 其中 rows, 三公 beside meetings and training, operating expenses, a table that runs on without its header
import { atomsOf, cataloguesOf, sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, economicOf, functionalOf, functionalRows, indent, is, sidesBeside, treasury } from './rows.mjs';
import { Table, written } from './table.mjs';

export function gansu(random) {
  const year = 2025;
  const names = cataloguesOf(year);
  const department = '某某县水务局';
  const units = [
    { code: '216001', name: '某某县水务局机关', institution: false, run: '2130301', projects: [['2130305', 'general_public', '中型灌区节水改造', '31005'], ['2130314', 'general_public', '防汛抗旱', '30227', true], ['2120899', 'government_fund', '水库库区基础设施', '31005']] },
    { code: '216002', name: '某某县水利管理站', institution: true, run: '2130306', own: true, projects: [['2130306', 'general_public', '某某县灌区管理所', '30226'], ['2130311', 'general_public', '水资源节约管理与保护', '30227']] },
    { code: '216003', name: '某某县农村供水服务中心', institution: true, run: '2130335', projects: [['2130335', 'general_public', '农村供水管网维修', '30226']] },
  ];
  const atoms = atomsOf(units, random);
  const style = { zero: '' };
  const tables = [];
  const add = (table) => (tables.push(table), table);
  const project = is('part', 'project');
  const basic = (atom) => atom.part !== 'project';
  const all = sum(atoms);
  const fund = (name) => sum(atoms, is('fund', name));
  const carried = sum(atoms, is('carried', true));
  const meaning = { period: 'current' };
  {
    const table = add(new Table(style, { number: '表1', title: '部门收支总体情况表', unit: '万元', head: ['收入|<|支出|<', '项目|预算数|项目|预算数'], columns: [null, R('all'), null, E('total', 'all')], meaning, widths: [32, 14, 32, 14], page: 'portrait' }));
    const fiscal = fund('general_public') + fund('government_fund') - carried;
    const income = [['一、财政拨款收入', fiscal, { fund: 'fiscal_appropriation', leaf: 0 }], ['    其中：一般公共预算财政拨款', fund('general_public') - carried, { fund: 'general_public', leaf: 1, parent: '一、财政拨款收入' }],
      ['          政府性基金预算财政拨款', fund('government_fund'), { fund: 'government_fund', leaf: 1, parent: '一、财政拨款收入' }], ['          国有资本经营预算财政拨款', 0, {}],
      ['二、事业收入', fund('unit_funds'), { fund: 'unit_funds', leaf: 1 }], ['三、其他收入', 0, {}]];
    const spent = classesOf(names, atoms).map(([code, name, cents], index) => [`${NUMERALS[index]}、${name}`, cents, { code, classification: 'functional', leaf: 1, parent: '本年支出合计' }]);
    while (income.length < spent.length) income.push(['', '', {}]);
    while (spent.length < income.length) spent.push(['', '', {}]);
    income.push(['本年收入合计', all - carried, { leaf: 0, parent: '收入总计' }], ['上年结转', carried, { item: 'carried_in', parent: '收入总计' }], ['收入总计', all, { leaf: 0, parent: '' }]);
    spent.push(['本年支出合计', all, { leaf: 0, parent: '支出总计' }], ['结转下年', 0, {}], ['支出总计', all, { leaf: 0, parent: '' }]);
    sidesBeside(table, [income, spent]);
  }
  const listOf = (number, title, columns, head, amounts, some, more = {}) => {
    const table = add(new Table(style, { number, title, unit: '万元', head: head.map((row, index) => `${index ? '^|^|^' : '单位|科目编码|科目名称'}|${row}`), columns: [null, null, null, ...columns], meaning, widths: [26, 9, 30, ...columns.map(() => 11)], ...more }));
    table.row(['合计', '', '', ...amounts(some)], TOTAL);
    table.row([department, '', '', ...amounts(some)], { name: department, classification: 'unit', unit: department, parent: '合计', leaf: 0 });
    for (const unit of units) {
      const own = some.filter(is('unit', unit));
      if (own.length === 0) continue;
      table.row([`  ${unit.name}`, '', '', ...amounts(own)], { name: unit.name, classification: 'unit', unit: unit.name, parent: department, leaf: 0 });
      functionalRows(names, own, [3, 5, 7], unit.name, (node, name, parent) => table.row(['', node.code, indent(node.level) + name, ...amounts(node.atoms)],
        { code: node.code, name, classification: 'functional', unit: unit.name, parent, leaf: node.last ? 1 : 0, functional: node.code }));
    }
    return table;
  };
  const three = (some) => [sum(some), sum(some, basic), sum(some, project)];
  listOf('表3', '部门支出总体情况表', [E('total', 'all'), E('basic', 'all'), E('project', 'all')], ['合计|基本支出|项目支出'], three, atoms, { breaks: [15, 33], repeat: false });
  {
    const fiscal = atoms.filter(treasury);
    const table = add(new Table(style, { number: '表4', title: '财政拨款收支总体情况表', unit: '万元', head: ['收入|<|支出|<|<|<', '项目|预算数|项目|合计|一般公共预算支出|政府性基金预算支出'],
      columns: [null, R('fiscal_appropriation'), null, E('total', 'fiscal_appropriation'), E('total', 'general_public'), E('total', 'government_fund')], meaning, widths: [28, 12, 28, 12, 12, 12] }));
    const sides = (some) => [sum(some), sum(some, is('fund', 'general_public')), sum(some, is('fund', 'government_fund'))];
    const spent = treeOf(fiscal, functionalOf, [3]).map((node, index) => [`（${NUMERALS[index]}）${names.functional(node.code)}`, sides(node.atoms), { code: node.code, classification: 'functional', leaf: 1, parent: '一、本年支出' }]);
    const income = [['一、本年收入', sum(fiscal) - carried, { leaf: 0, parent: '收入总计' }], ['（一）一般公共预算财政拨款', fund('general_public') - carried, { fund: 'general_public', leaf: 1, parent: '一、本年收入' }],
      ['（二）政府性基金预算财政拨款', fund('government_fund'), { fund: 'government_fund', leaf: 1, parent: '一、本年收入' }], ['二、上年结转', carried, { item: 'carried_in', parent: '收入总计' }],
      ['（一）一般公共预算财政拨款', carried, { fund: 'general_public', parent: '二、上年结转' }], ['（二）政府性基金预算财政拨款', 0, {}]];
    const right = [['一、本年支出', sides(fiscal), { leaf: 0, parent: '支出总计' }], ...spent, ['二、结转下年', [0, 0, 0], {}]];
    while (income.length < right.length) income.push(['', '', {}]);
    while (right.length < income.length) right.push(['', ['', '', ''], {}]);
    income.push(['收入总计', sum(fiscal), { leaf: 0, parent: '' }]);
    right.push(['支出总计', sides(fiscal), { leaf: 0, parent: '' }]);
    sidesBeside(table, [income, right]);
  }
  listOf('表5', '一般公共预算支出情况表', [E('total', 'general_public'), E('basic', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public'), E('project', 'general_public'), E('project', 'general_public', { qualifier: 'of_which_carried_in' })],
    ['合计|基本支出|<|<|项目支出|<', '^|小计|人员经费|公用经费|小计|其中：上年结转'], (some) => [...three(some).slice(0, 2), sum(some, is('part', 'personnel')), sum(some, is('part', 'public')), sum(some, project), sum(some, is('carried', true))],
    atoms.filter(is('fund', 'general_public'))).truth.forEach((truth) => { if (truth.qualifier) truth.leaf = 0; });
  {
    const basics = atoms.filter((atom) => basic(atom) && atom.fund === 'general_public');
    const table = add(new Table(style, { number: '表6', title: '一般公共预算基本支出情况表', unit: '万元', head: ['支出经济分类科目|<|基本支出|<|<', '科目编码|科目名称|合计|人员经费|公用经费'],
      columns: [null, null, E('total', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public')], meaning, widths: [9, 36, 13, 13, 13], page: 'portrait' }));
    const amounts = (some) => [sum(some), sum(some, is('part', 'personnel')), sum(some, is('part', 'public'))];
    table.row(['', '合计', ...amounts(basics)], TOTAL);
    for (const node of treeOf(basics, economicOf, [3, 5])) {
      const name = names.department(node.code);
      table.row([node.code, name, ...amounts(node.atoms)], { code: node.code, name, classification: 'department_economic', leaf: node.last ? 1 : 0, parent: node.parent ? names.department(node.parent) : '合计' });
    }
    table.plant((truth) => truth.code === '30211' && truth.component === 'public', 1500);
  }
  {
    const items = ['total', 'overseas', 'reception', 'vehicle_total', 'vehicle_purchase', 'vehicle_operation', 'meetings', 'training'];
    const table = add(new Table(style, { number: '表7', title: ['一般公共预算“三公”经费、会议费、', '培训费支出情况表'], unit: '万元', head: ['单位名称|“三公”经费|<|<|<|<|<|会议费|培训费', '^|合计|因公出国（境）费用|公务接待费|公务用车购置和运行费|<|<|^|^', '^|^|^|^|小计|公务用车购置费|公务用车运行费|^|^'],
      columns: [null, ...items.map((item) => E('total', 'general_public', { item }))], meaning, widths: [26, ...items.map(() => 9)] }));
    const rows = units.map(() => [0, random.whole(20, 200), 0, random.whole(90, 500), random.whole(10, 90), random.whole(10, 90)]);
    const row = ([o, r, p, v, m, t]) => [o + r + p + v, o, r, p + v, p, v, m, t];
    const sums = rows.reduce((a, b) => a.map((cents, index) => cents + b[index]));
    table.row(['合计', ...row(sums)], { unit: '' });
    table.row([department, ...row(sums)], { unit: department });
    units.forEach((unit, index) => table.row([`  ${unit.name}`, ...row(rows[index])], { unit: unit.name }));
  }
  {
    const table = add(new Table(style, { number: '表8', title: '一般公共预算机关运行经费', unit: '万元', head: ['单位名称|合计|办公费|印刷费|水电费|邮电费|差旅费|其他费用'], columns: [null, E('total;public', 'general_public'), ...Array(6).fill(E('total;public', 'general_public'))], meaning, widths: [26, ...Array(7).fill(10)] }));
    const parts = units.map(() => Array.from({ length: 6 }, () => random.whole(30, 400)));
    const sums = parts.reduce((a, b) => a.map((cents, index) => cents + b[index]));
    const row = (list) => [list.reduce((a, b) => a + b), ...list];
    table.row(['合计', ...row(sums)], { unit: '' });
    units.slice(0, 3).forEach((unit, index) => table.row([unit.name, ...row(parts[index])], { unit: unit.name }));
  }
  listOf('表9', '政府性基金预算支出情况表', [E('total', 'government_fund'), E('basic', 'government_fund'), E('project', 'government_fund')], ['合计|基本支出|项目支出'], three, atoms.filter(is('fund', 'government_fund')));
  {
    const listed = atoms.filter(project);
    const table = add(new Table(style, { number: '表11', title: '部门项目支出情况表', unit: '万元', head: ['单位|项目名称|合计|一般公共预算拨款|政府性基金预算拨款|单位资金'], columns: [null, null, E('total', 'all'), E('total', 'general_public'), E('total', 'government_fund'), E('total', 'unit_funds')], meaning, widths: [26, 30, 12, 12, 12, 12] }));
    const amounts = (some) => [sum(some), ...['general_public', 'government_fund', 'unit_funds'].map((name) => sum(some, is('fund', name)))];
    table.row(['合计', '', ...amounts(listed)], TOTAL);
    table.row([department, '', ...amounts(listed)], { name: department, classification: 'unit', unit: department, parent: '合计', leaf: 0 });
    for (const unit of units) {
      const own = listed.filter(is('unit', unit));
      table.row([`  ${unit.name}`, '', ...amounts(own)], { name: unit.name, classification: 'unit', unit: unit.name, parent: department, leaf: 0 });
      for (const atom of own) table.row(['', atom.project, ...amounts([atom])], { name: atom.project, classification: 'project', unit: unit.name, parent: unit.name, leaf: 1 });
    }
  }
  const w = (cents) => written(cents);
  return { name: 'gansu', year, kind: 'budget', place: '甘肃省', department, tables, prose: [
    `2025年部门收入预算${w(all)}万元，其中：一般公共预算财政拨款${w(fund('general_public') - carried)}万元，政府性基金预算财政拨款${w(fund('government_fund'))}万元，事业收入${w(fund('unit_funds'))}万元，上年结转${w(carried)}万元。`,
    `2025年部门支出预算${w(all)}万元，其中基本支出${w(sum(atoms, basic))}万元，项目支出${w(sum(atoms, project))}万元。`,
  ] };
}
