// 广西: three sides; department above its units; 类 款 项 all printed
import { atomsOf, cataloguesOf, sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, economicOf, functionalOf, functionalRows, indent, is, sidesBeside, split, treasury } from './rows.mjs';
import { Table, written } from './table.mjs';

export function guangxi(random) {
  const year = 2025;
  const names = cataloguesOf(year);
  const department = '某某市文化广电体育和旅游局';
  const units = [
    { code: '324001', name: '某某市文化广电体育和旅游局本级', institution: false, run: '2070101', projects: [
      ['2070199', 'general_public', '旅游宣传推广', '30227'], ['2070199', 'general_public', '某某市非遗保护中心', '31299'],
      ['2120803', 'government_fund', '体育公园配套设施', '31005'], ['2230104', 'state_capital', '国有剧团改制职工安置', '30399']] },
    { code: '324002', name: '某某市图书馆', institution: true, run: '2070104', own: true, projects: [
      ['2070104', 'general_public', '公共图书馆免费开放', '30227'], ['2070104', 'general_public', '图书购置', '31003', true]] },
    { code: '324003', name: '某某市群众艺术馆', institution: true, run: '2070109', projects: [['2070109', 'general_public', '群众文化活动', '30226']] },
  ];
  const atoms = atomsOf(units, random);
  const style = {};
  const all = sum(atoms);
  const fund = (name) => sum(atoms, is('fund', name));
  const carried = sum(atoms, (atom) => atom.carried);
  const gp = fund('general_public') - carried;
  const tables = [];
  const add = (table) => (tables.push(table), table);

  const econ = (part, head) => sum(atoms, (atom) => atom.economic.startsWith(head) && (part === 'project') === (atom.part === 'project'));
  const third = [];
  const list = (label, part, component) => {
    const total = sum(atoms, (atom) => (part === 'project') === (atom.part === 'project'));
    third.push([label, total, { classification: '', component, leaf: '' }]);
    ['301', '302', '303', '310', '312'].filter((head) => econ(part, head)).forEach((head, index) =>
      third.push([`    ${index + 1}.${names.department(head)}`, econ(part, head),
        { classification: 'department_economic', code: head, component, parent: label, leaf: '' }]));
  };
  list('一、基本支出', 'basic', 'basic');
  list('二、项目支出', 'project', 'project');
  const right = classesOf(names, atoms).map(([code, name, cents], index) => [`${NUMERALS[index]}、${name}`, cents,
    { code, classification: 'functional', parent: '本年支出合计', leaf: 1 }]);
  const left = [
    ['一、一般公共预算拨款', gp, R('general_public', { classification: 'revenue', parent: '本年收入合计', leaf: 1 })],
    ['二、政府性基金预算拨款', fund('government_fund'), R('government_fund', { classification: 'revenue', parent: '本年收入合计', leaf: 1 })],
    ['三、国有资本经营预算拨款', fund('state_capital'), R('state_capital', { classification: 'revenue', parent: '本年收入合计', leaf: 1 })],
    ['四、财政专户管理资金', 0, R('special_account')],
    ['五、单位资金', fund('unit_funds'), R('unit_funds', { classification: 'revenue', parent: '本年收入合计', leaf: 1 })],
  ];
  while (right.length < third.length) right.push(['', '', {}]);
  while (left.length < third.length) left.push(['', '', {}]);
  left.push(['本年收入合计', all - carried, R('all', { parent: '收入总计', leaf: 0 })], ['上年结转结余', carried, R('all', { parent: '收入总计', item: 'carried_in' })],
    ['收入总计', all, R('all', { parent: '', leaf: 0 })]);
  right.push(['本年支出合计', all, { parent: '支出总计', leaf: 0 }], ['年终结转结余', 0, {}], ['支出总计', all, { parent: '', leaf: 0 }]);
  third.push(['本年支出合计', all, { component: 'total', parent: '支出总计', leaf: 0 }], ['年终结转结余', 0, {}], ['支出总计', all, { component: 'total', parent: '', leaf: 0 }]);
  sidesBeside(add(new Table(style, { number: '预算公开01表', title: '收支预算总表', unit: '万元', left: `部门：${department}`,
    head: ['收入|<|支出（按功能分类）|<|支出（按支出性质和经济分类）|<', '项目|2025年预算|项目|2025年预算|项目|2025年预算'],
    columns: [null, R('all'), null, E('total', 'all'), null, E('total', 'all')], meaning: { period: 'current' }, widths: [22, 12, 22, 12, 22, 12] })), [left, right, third]);

  // 收入预算总表: the department above its units, money of this year and left money, each by fund
  const revenueTable = add(new Table(style, { number: '预算公开02表', title: '收入预算总表', unit: '万元', left: `部门：${department}`,
    head: ['单位代码|单位名称|总计|本年收入|<|<|<|<|上年结转结余|<', '^|^|^|小计|一般公共预算拨款|政府性基金预算拨款|国有资本经营预算拨款|单位资金|小计|一般公共预算拨款'],
    columns: [null, null, R('all'), R('all', { qualifier: 'of_which_current_year_total', leaf: '' }), R('general_public', { leaf: '' }), R('government_fund'), R('state_capital'), R('unit_funds'), R('all', { qualifier: 'of_which_carried_in', leaf: '' }), R('general_public', { qualifier: 'of_which_carried_in', leaf: '' })],
    meaning: { period: 'current' }, widths: [9, 24, 10, 10, 10, 10, 10, 10, 8, 10] }));
  const revenueRow = (code, label, some, meaning) => {
    const left = sum(some, (atom) => atom.carried);
    revenueTable.row([code, label, sum(some), sum(some) - left, sum(some, is('fund', 'general_public')) - left, ...['government_fund', 'state_capital', 'unit_funds']
      .map((name) => sum(some, is('fund', name))), left, left], meaning, { 3: { leaf: '' }, 4: { leaf: '' }, 8: { leaf: '' }, 9: { leaf: '' } });
  };
  revenueRow('', '合计', atoms, TOTAL);
  revenueRow('324', department, atoms, { name: department, classification: 'unit', unit: department, parent: '合计', leaf: 0 });
  for (const unit of units) revenueRow(unit.code, `  ${unit.name}`, atoms.filter(is('unit', unit)), { name: unit.name, classification: 'unit', unit: unit.name, parent: department, leaf: 1 });

  const functionTable = (number, title, fundName, columns, heads, amounts, test, breaks) => {
    const table = add(new Table(style, { number, title, unit: '万元', left: `部门：${department}`,
      head: [`科目编码|<|<|单位代码|单位（科目）名称|${heads[0]}`, `类|款|项|^|^|${heads[1]}`], columns: [null, null, null, null, null, ...columns],
      meaning: { period: 'current', direction: 'expenditure', fund: fundName }, widths: [5, 4, 4, 8, 30, ...columns.map(() => 11)], breaks, repeat: !breaks }));
    const some = atoms.filter(test);
    table.row(['', '', '', '', '合计', ...amounts(some)], TOTAL);
    table.row(['', '', '', '324', department, ...amounts(some)], { name: department, classification: 'unit', unit: department, parent: '合计', leaf: 0 });
    for (const unit of units) {
      const own = some.filter(is('unit', unit));
      if (own.length === 0) continue;
      table.row(['', '', '', unit.code, `  ${unit.name}`, ...amounts(own)], { name: unit.name, classification: 'unit', unit: unit.name, parent: department, leaf: 0 });
      functionalRows(names, own, [3, 5, 7], unit.name, (node, name, parent) => table.row([...split(node.code), '', indent(node.level + 1) + name, ...amounts(node.atoms)],
        { code: node.code, name, classification: 'functional', unit: unit.name, parent, leaf: node.last ? 1 : 0, functional: node.code }));
    }
    return table;
  };
  const project = is('part', 'project');
  const basic = (atom) => atom.part !== 'project';
  functionTable('预算公开03表', '支出预算总表', 'all', [E('total', 'all'), E('basic', 'all'), E('project', 'all')], ['合计|基本支出|项目支出', '^|^|^'],
    (some) => [sum(some), sum(some, basic), sum(some, project)], () => true, [22]);

  const fundSides = (some) => [sum(some), ...['general_public', 'government_fund', 'state_capital'].map((name) => sum(some, is('fund', name)))];
  const fiscal = atoms.filter(treasury);
  const classes = treeOf(fiscal, functionalOf, [3]).map((node, index) => [`（${NUMERALS[index]}）${names.functional(node.code)}`, fundSides(node.atoms),
    { code: node.code, classification: 'functional', parent: '一、本年支出', leaf: 1 }]);
  sidesBeside(add(new Table(style, { number: '预算公开04表', title: '财政拨款收支预算总表', unit: '万元', left: `部门：${department}`,
    head: ['收入|<|支出|<|<|<|<', '项目|预算数|项目|合计|一般公共预算|政府性基金预算|国有资本经营预算'],
    columns: [null, R('fiscal_appropriation'), null, E('total', 'fiscal_appropriation'), E('total', 'general_public'), E('total', 'government_fund'), E('total', 'state_capital')],
    meaning: { period: 'current' }, widths: [22, 12, 26, 12, 12, 12, 12] })), [[
    ['一、本年收入', sum(fiscal) - carried, { parent: '收入总计', leaf: 0 }],
    ['（一）一般公共预算拨款', gp, { fund: 'general_public', parent: '一、本年收入', leaf: 1 }],
    ['（二）政府性基金预算拨款', fund('government_fund'), { fund: 'government_fund', parent: '一、本年收入', leaf: 1 }],
    ['（三）国有资本经营预算拨款', fund('state_capital'), { fund: 'state_capital', parent: '一、本年收入', leaf: 1 }],
    ['二、上年结转', carried, { parent: '收入总计', item: 'carried_in' }],
    ['（一）一般公共预算拨款', carried, { fund: 'general_public', parent: '二、上年结转' }],
    ...classes.slice(5).map(() => ['', '', {}]),
    ['收入总计', sum(fiscal), { parent: '', leaf: 0 }],
  ], [['一、本年支出', fundSides(fiscal), { parent: '支出总计', leaf: 0 }], ...classes, ['支出总计', fundSides(fiscal), { parent: '', leaf: 0 }]]]);

  const table5 = functionTable('预算公开05表', '一般公共预算支出预算表', 'general_public',
    [E('total', 'general_public'), E('basic', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public'), E('project', 'general_public')],
    ['合计|基本支出|<|<|项目支出', '^|小计|人员经费|公用经费|^'],
    (some) => [sum(some), sum(some, basic), sum(some, is('part', 'personnel')), sum(some, is('part', 'public')), sum(some, project)], is('fund', 'general_public'));
  table5.plant((truth) => truth.code === '2210201' && truth.component === 'personnel' && truth.unit === units[1].name, 4000);

  const basics = atoms.filter((atom) => basic(atom) && atom.fund === 'general_public');
  const table6 = add(new Table(style, { number: '预算公开06表', title: '一般公共预算基本支出预算表', unit: '万元', left: `部门：${department}`,
    head: ['部门预算支出经济分类科目|<|一般公共预算基本支出|<|<', '科目编码|科目名称|合计|人员经费|公用经费'],
    columns: [null, null, E('total', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public')], meaning: { period: 'current' }, widths: [10, 40, 14, 14, 14], page: 'portrait' }));
  const parts = (some) => [sum(some), sum(some, is('part', 'personnel')), sum(some, is('part', 'public'))];
  table6.row(['', '合计', ...parts(basics)], TOTAL);
  for (const node of treeOf(basics, economicOf, [3, 5])) {
    table6.row([node.code, indent(node.level) + names.department(node.code), ...parts(node.atoms)], { code: node.code, name: names.department(node.code),
      classification: 'department_economic', parent: node.parent ? names.department(node.parent) : '合计', leaf: node.last ? 1 : 0, department_economic: node.code });
  }

  const table7 = add(new Table(style, { number: '预算公开07表', title: '一般公共预算“三公”经费、会议费和培训费支出预算表', unit: '万元', left: `部门：${department}`,
    head: ['单位代码|单位名称|“三公”经费|<|<|<|<|<|会议费|培训费', '^|^|小计|因公出国（境）费|公务接待费|公务用车购置及运行费|<|<|^|^', '^|^|^|^|^|小计|公务用车购置|公务用车运行费|^|^'],
    columns: [null, null, ...['total', 'overseas', 'reception', 'vehicle_total', 'vehicle_purchase', 'vehicle_operation', 'meetings', 'training'].map((item) =>
      E('total', 'general_public', { item }))], meaning: { period: 'current' }, widths: [8, 24, 9, 9, 9, 9, 9, 9, 9, 9] }));
  const items = units.map((unit, index) => [index === 0 ? 1200 : 0, random.whole(100, 900), index === 1 ? 1800 : 0, random.whole(200, 600), random.whole(100, 400), random.whole(100, 500)]);
  const threeRow = (code, label, [overseas, reception, purchase, operation, meetings, training], meaning) =>
    table7.row([code, label, overseas + reception + purchase + operation, overseas, reception, purchase + operation, purchase, operation, meetings, training], meaning);
  const sums = items.reduce((total, row) => total.map((cents, index) => cents + row[index]));
  threeRow('', '合计', sums, { unit: '' });
  threeRow('324', department, sums, { unit: department });
  units.forEach((unit, index) => threeRow(unit.code, `  ${unit.name}`, items[index], { unit: unit.name }));

  functionTable('预算公开08表', '政府性基金预算支出预算表', 'government_fund', [E('total', 'government_fund'), E('basic', 'government_fund'), E('project', 'government_fund')],
    ['合计|基本支出|项目支出', '^|^|^'], (some) => [sum(some), sum(some, basic), sum(some, project)], is('fund', 'government_fund'));
  functionTable('预算公开09表', '国有资本经营预算支出预算表', 'state_capital', [E('total', 'state_capital'), E('basic', 'state_capital'), E('project', 'state_capital')],
    ['合计|基本支出|项目支出', '^|^|^'], (some) => [sum(some), sum(some, basic), sum(some, project)], is('fund', 'state_capital'));

  const projects = add(new Table(style, { number: '预算公开10表', title: '项目支出预算表', unit: '万元', left: `部门：${department}`,
    head: ['单位（项目）名称|合计|一般公共预算拨款|政府性基金预算拨款|国有资本经营预算拨款|其中：上年结转'],
    columns: [null, E('total', 'all'), E('total', 'general_public'), E('total', 'government_fund'), E('total', 'state_capital'), E('total', 'all', { qualifier: 'of_which_carried_in', leaf: 0 })],
    meaning: { period: 'current' }, widths: [40, 12, 12, 12, 12, 12] }));
  const projectRow = (label, some, meaning) => projects.row([label, ...fundSides(some), sum(some, is('carried', true))], meaning, { 5: { leaf: 0 } });
  const listed = atoms.filter(project);
  projectRow('合计', listed, TOTAL);
  for (const unit of units) {
    const own = listed.filter(is('unit', unit));
    projectRow(unit.name, own, { name: unit.name, classification: 'unit', unit: unit.name, parent: '合计', leaf: 0 });
    for (const atom of own) projectRow(`    ${atom.project}`, [atom], { name: atom.project, classification: 'project', unit: unit.name, parent: unit.name, leaf: 1 });
  }
  const w = (cents) => written(cents);
  return { name: 'guangxi', year, kind: 'budget', place: '广西壮族自治区', department, tables, prose: [
    `${department}2025年收支总预算${w(all)}万元。`,
    `收入预算${w(all)}万元，其中：一般公共预算拨款收入${w(gp)}万元，政府性基金预算拨款收入${w(fund('government_fund'))}万元，国有资本经营预算拨款收入${w(fund('state_capital'))}万元，单位资金${w(fund('unit_funds'))}万元，上年结转${w(carried)}万元。`,
    `支出预算${w(all)}万元，其中：基本支出${w(sum(atoms, basic))}万元，项目支出${w(sum(atoms, project))}万元。`,
    `2025年“三公”经费预算${w(sums.slice(0, 4).reduce((a, b) => a + b))}万元，其中：因公出国（境）费${w(sums[0])}万元，公务接待费${w(sums[1])}万元，公务用车购置及运行费${w(sums[2] + sums[3])}万元。`,
  ] };
}
