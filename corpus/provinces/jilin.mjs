// 吉林: yuan, serial numbers where others print codes, basic expenditure by function with economic classes below and by both economic lists side by side
import { atomsOf, cataloguesOf, sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, economicOf, functionalOf, functionalRows, indent, is, sidesBeside, treasury } from './rows.mjs';
import { Table, written } from './table.mjs';

export function jilin(random) {
  const year = 2025;
  const names = cataloguesOf(year);
  const department = '某某市市场监督管理局';
  const units = [
    { code: '177001', name: '某某市市场监督管理局（本级）', institution: false, run: '2013801', projects: [['2013816', 'general_public', '食品安全抽检', '30227'], ['2013804', 'general_public', '经营主体年报公示', '30227']] },
    { code: '177002', name: '某某市产品质量检验院', institution: true, run: '2013850', projects: [['2013812', 'general_public', '药品快检设备', '31003'], ['2013899', 'special_account', '计量检定收费成本', '30226']] },
    { code: '177003', name: '某某市消费者协会秘书处', institution: true, run: '2013850', projects: [] },
  ];
  const atoms = atomsOf(units, random, 100);
  const style = { grouped: true, zero: '' };
  const tables = [];
  const add = (table) => (tables.push(table), table);
  const project = is('part', 'project');
  const basic = (atom) => atom.part !== 'project';
  const all = sum(atoms);
  const gp = sum(atoms, is('fund', 'general_public'));
  const account = sum(atoms, is('fund', 'special_account'));
  const meaning = { period: 'current' };
  const left = `部门名称：${department}`;
  {
    const table = add(new Table(style, { number: '表一', title: '2025年收支预算总表', unit: '元', left, head: ['序号|收入|<|序号|支出|<', '^|项目|预算数|^|项目|预算数'], columns: [null, null, R('all'), null, null, E('total', 'all')], meaning, widths: [5, 26, 14, 5, 28, 14] }));
    const income = [['一、一般公共预算拨款收入', gp, { fund: 'general_public', leaf: 1 }], ['二、政府性基金预算拨款收入', 0, {}], ['三、财政专户管理资金收入', account, { fund: 'special_account', leaf: 1 }], ['四、单位资金收入', 0, {}]];
    const spent = classesOf(names, atoms).map(([code, name, cents], index) => [`${NUMERALS[index]}、${name}`, cents, { code, classification: 'functional', leaf: 1 }]);
    for (let index = 0; index < Math.max(income.length, spent.length); index++) {
      const [l, r] = [income[index] ?? ['', '', {}], spent[index] ?? ['', '', {}]];
      table.row([String(index + 1), l[0], l[1], String(index + 11), r[0], r[1]], {}, { 2: { name: l[0], ...l[2] }, 5: { name: r[0], ...r[2] } });
    }
    table.row(['9', '收入总计', all, '19', '支出总计', all], { leaf: 0 }, { 2: { name: '收入总计' }, 5: { name: '支出总计' } });
  }
  {
    // Serial numbers where others print codes: 301 and 302 are the 301st and 302nd row of the whole department's book.
    const table = add(new Table(style, { number: '表二', title: '2025年支出预算总表', unit: '元', left, head: ['序号|单位名称|功能分类科目|合计|基本支出|项目支出'], columns: [null, null, null, E('total', 'all'), E('basic', 'all'), E('project', 'all')], meaning, widths: [7, 30, 34, 14, 14, 14] }));
    const amounts = (rows) => [sum(rows), sum(rows, basic), sum(rows, project)];
    let serial = 201;
    for (const unit of units) {
      const own = atoms.filter(is('unit', unit));
      for (const node of treeOf(own, functionalOf, [7])) {
        const name = names.functional(node.code);
        table.row([String(serial++), unit.name, name, ...amounts(node.atoms)], { code: `-;${node.code}`, name, classification: 'functional', unit: unit.name, leaf: 1 });
      }
      table.row([String(serial++), unit.name, '小计', ...amounts(own)], { unit: unit.name, leaf: 0 });
    }
    table.row([String(serial), '合计', '', ...amounts(atoms)], { leaf: 0 });
  }
  {
    const table = add(new Table(style, { number: '表三', title: '2025年财政拨款收支总表', unit: '元', left, head: ['收入|<|支出|<|<', '项目|预算数|项目|合计|一般公共预算'], columns: [null, R('fiscal_appropriation'), null, E('total', 'fiscal_appropriation'), E('total', 'general_public')], meaning, widths: [26, 14, 30, 14, 14] }));
    const fiscal = atoms.filter(treasury);
    const spent = classesOf(names, fiscal).map(([code, name, cents], index) => [`${NUMERALS[index]}、${name}`, [cents, cents], { code, classification: 'functional', leaf: 1 }]);
    const income = [['一般公共预算拨款', gp, { fund: 'general_public', leaf: 1 }], ['政府性基金预算拨款', 0, {}]];
    while (income.length < spent.length) income.push(['', '', {}]);
    income.push(['收入总计', gp, { leaf: 0 }]);
    spent.push(['支出总计', [gp, gp], { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  {
    const some = atoms.filter(is('fund', 'general_public'));
    const table = add(new Table(style, { number: '表四', title: ['2025年一般公共预算支出表', '（按功能分类）'], unit: '元', left, head: ['科目编码|科目名称|总计|基本支出|<|<|项目支出', '^|^|^|小计|人员支出|日常公用支出|^'],
      columns: [null, null, E('total', 'general_public'), E('basic', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public'), E('project', 'general_public')], meaning, widths: [9, 30, 14, 14, 14, 14, 14], breaks: [9], repeat: false }));
    const amounts = (rows) => [sum(rows), sum(rows, basic), sum(rows, is('part', 'personnel')), sum(rows, is('part', 'public')), sum(rows, project)];
    functionalRows(names, some, [3, 5, 7], '合计', (node, name, parent) => table.row([node.code, name, ...amounts(node.atoms)], { code: node.code, name, classification: 'functional', parent, leaf: node.last ? 1 : 0, functional: node.code }));
    table.row(['合计', '<', ...amounts(some)], TOTAL);
    table.plant((truth) => truth.code === '2210201' && truth.component === 'personnel', 777700);
  }
  const basics = atoms.filter((atom) => basic(atom) && atom.fund === 'general_public');
  const parts = (rows) => [sum(rows), sum(rows, is('part', 'personnel')), sum(rows, is('part', 'public'))];
  {
    // Each subject of function with the economic subjects that it is spent on below it, in one column of codes.
    const table = add(new Table(style, { number: '表五', title: '2025年一般公共预算基本支出表（按功能分类和部门预算支出经济分类）', unit: '元', left, head: ['科目编码|科目名称|合计|人员经费|公用经费'],
      columns: [null, null, E('total', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public')], meaning, widths: [9, 36, 14, 14, 14] }));
    table.row(['', '合计', ...parts(basics)], TOTAL);
    for (const node of treeOf(basics, functionalOf, [7])) {
      const function_ = names.functional(node.code);
      table.row([node.code, function_, ...parts(node.atoms)], { code: node.code, name: function_, classification: 'functional', parent: '合计', functional: node.code, leaf: 0 });
      for (const below of treeOf(node.atoms, economicOf, [5])) {
        const name = names.department(below.code);
        table.row([below.code, `    ${name}`, ...parts(below.atoms)], { code: below.code, name, classification: 'department_economic', parent: function_, department_economic: below.code, leaf: 1 });
      }
    }
  }
  {
    const table = add(new Table(style, { number: '表六', title: ['2025年一般公共预算基本支出表', '（按政府预算支出经济分类和部门预算支出经济分类）'], unit: '元', left,
      head: ['政府预算支出经济分类|<|部门预算支出经济分类|<|合计|人员经费|公用经费', '科目编码|科目名称|科目编码|科目名称|^|^|^'],
      columns: [null, null, null, null, E('total', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public')], meaning, widths: [8, 26, 8, 26, 14, 14, 14] }));
    const pairs = [...new Set(basics.map((atom) => `${atom.government} ${atom.economic}`))].sort();
    for (const pair of pairs) {
      const [government, economic] = pair.split(' ');
      const own = basics.filter((atom) => atom.government === government && atom.economic === economic);
      table.row([government, names.government(government), economic, names.department(economic), ...parts(own)], { leaf: 1, government_economic: government, department_economic: economic });
    }
    table.row(['', '合计', '', '', ...parts(basics)], { leaf: 0 });
  }
  {
    const table = add(new Table(style, { number: '表七', title: '2025年一般公共预算“三公”经费支出表', unit: '元', left, head: ['序号|单位名称|“三公”经费合计|因公出国（境）费|公务接待费|公务用车费|<|<', '^|^|^|^|^|小计|公务用车运行维护费|公务用车购置'],
      columns: [null, null, ...['total', 'overseas', 'reception', 'vehicle_total', 'vehicle_operation', 'vehicle_purchase'].map((item) => E('total', 'general_public', { item }))], meaning, widths: [6, 30, 13, 13, 13, 13, 13, 13] }));
    const rows = units.map(() => [0, random.whole(50, 300) * 10000, random.whole(50, 300) * 10000, 0]);
    const row = ([o, r, v, p]) => [o + r + v + p, o, r, v + p, v, p];
    units.forEach((unit, index) => table.row([String(index + 1), unit.name, ...row(rows[index])], { unit: unit.name }));
    table.row(['', '合计', ...row(rows.reduce((a, b) => a.map((cents, index) => cents + b[index])))], { unit: '' });
  }
  {
    const listed = atoms.filter(project);
    const table = add(new Table(style, { number: '表八', title: '2025年项目支出预算表', unit: '元', left, head: ['序号|单位名称|项目名称|合计|一般公共预算拨款|财政专户管理资金'],
      columns: [null, null, null, E('total', 'all'), E('total', 'general_public'), E('total', 'special_account')], meaning, widths: [6, 30, 30, 14, 14, 14] }));
    const amounts = (rows) => [sum(rows), sum(rows, is('fund', 'general_public')), sum(rows, is('fund', 'special_account'))];
    listed.forEach((atom, index) => table.row([String(301 + index), atom.unit.name, atom.project, ...amounts([atom])], { name: atom.project, code: '', classification: 'project', unit: atom.unit.name, leaf: 1 }));
    table.row(['', '合计', '', ...amounts(listed)], { leaf: 0 });
  }
  const w = (cents) => written(cents, { grouped: false });
  return { name: 'jilin', year, kind: 'budget', place: '吉林省', department, tables, prose: [
    `2025年收入总预算${w(all)}元，其中：一般公共预算拨款收入${w(gp)}元，财政专户管理资金收入${w(account)}元。`,
    `2025年支出总预算${w(all)}元，其中：基本支出${w(sum(atoms, basic))}元，项目支出${w(sum(atoms, project))}元。`,
  ] };
}
