// 新疆生产建设兵团: codes in three columns, projects with the economic classes as columns, projects that bear the names of units
import { atomsOf, cataloguesOf, sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, economicOf, functionalOf, functionalRows, indent, is, sidesBeside, split, treasury } from './rows.mjs';
import { Table, written } from './table.mjs';

export function bingtuan(random) {
  const year = 2024;
  const names = cataloguesOf(year);
  const department = '某师某某市科学技术局';
  const unit = { code: '', name: department, institution: false, run: '2060101', projects: [
    ['2060102', 'general_public', '某某市科技创新服务中心', '30227'], ['2060404', 'general_public', '某某市科技创新服务中心', '31003'],
    ['2060404', 'general_public', '科技成果转化', '31204'], ['2060702', 'general_public', '12396科技热线', '30227', true], ['2060702', 'general_public', '兵团科普基地奖励', '30399']] };
  const atoms = atomsOf([unit], random);
  const style = { zero: '0.00' };
  const tables = [];
  const add = (table) => (tables.push(table), table);
  const project = is('part', 'project');
  const basic = (atom) => atom.part !== 'project';
  const all = sum(atoms);
  const carried = sum(atoms, is('carried', true));
  const meaning = { period: 'current' };
  const left = `编制部门：${department}`;
  {
    const table = add(new Table(style, { number: '表一：', title: '部门收支总体情况表', unit: '万元', left, head: ['收入|<|支出|<', '项目|预算数|功能分类|预算数'],
      columns: [null, R('all'), null, E('total', 'all')], meaning, widths: [30, 14, 30, 14], page: 'portrait' }));
    const income = (label, cents, fund) => [label, cents, { fund, classification: 'revenue' }];
    const left2 = [['财政拨款（补助）', all - carried, { fund: 'fiscal_appropriation', leaf: 0 }], income('  一般公共预算', all - carried, 'general_public'), income('  政府性基金预算', 0, 'government_fund'), income('  国有资本经营预算', 0, 'state_capital'),
      income('教育收费（财政专户）', 0, 'special_account'), income('事业收入', 0, 'unit_funds'), income('单位上年结余（不包括国库集中支付额度结余）', 0, 'all')];
    const codes = ['201', '202', '203', '204', '205', '206', '207', '208', '210', '213', '221'];
    const present = new Map(classesOf(names, atoms).map(([code, , cents]) => [code, cents]));
    const right = codes.map((code) => [`${code} ${names.functional(code)}`, present.get(code) ?? 0, { code, name: '', classification: 'functional', parent: '小计;支出总计', leaf: 1 }]);
    while (left2.length < right.length) left2.push(['', '', {}]);
    left2.push(['小计', all - carried, { parent: '', leaf: 0 }], ['单位上年结转', carried, { item: 'carried_in' }], ['收入总计', all, { parent: '', leaf: 0 }]);
    right.push(['小计', all, { leaf: 0 }], ['', '', {}], ['支出总计', all, { parent: '', leaf: 0 }]);
    sidesBeside(table, [left2, right]);
  }
  const heads = (columns, first, second) => ({ head: [`功能分类科目编码|<|<|功能分类科目名称|${first}`, `类|款|项|^|${second}`], columns: [null, null, null, null, ...columns], meaning, widths: [5, 5, 5, 30, ...columns.map(() => 11)] });
  const list = (table, some, amounts) => {
    functionalRows(names, some, [3, 5, 7], '合计', (node, name, parent) => table.row([...split(node.code), indent(node.level) + name, ...amounts(node.atoms)],
      { code: node.code, name, classification: 'functional', parent, leaf: node.last ? 1 : 0, functional: node.code }));
    table.row(['', '', '', '合计', ...amounts(some)], TOTAL);
    return table;
  };
  list(add(new Table(style, { number: '表二：', title: '部门收入总体情况表', unit: '万元', left,
    ...heads([R('all'), R('general_public', { leaf: '' }), R('government_fund'), R('special_account'), R('unit_funds'), R('all', { qualifier: 'of_which_carried_in', leaf: '' })],
      '总计|一般公共预算|政府性基金预算|财政专户|事业收入|单位上年结转', '^|^|^|^|^|^') })), atoms,
  (some) => [sum(some), sum(some) - sum(some, is('carried', true)), 0, 0, 0, sum(some, is('carried', true))]);
  list(add(new Table(style, { number: '表三：', title: '部门支出总体情况表', unit: '万元', left, ...heads([E('total', 'all'), E('basic', 'all'), E('project', 'all')], '支出预算|<|<', '合计|基本支出|项目支出') })), atoms,
    (some) => [sum(some), sum(some, basic), sum(some, project)]);
  {
    const table = add(new Table(style, { number: '表四：', title: '财政拨款收支预算总体情况表', unit: '万元', left, head: ['财政拨款收入|<|财政拨款支出|<|<|<', '项目|合计|功能分类|合计|一般公共预算|政府性基金预算'],
      columns: [null, R('fiscal_appropriation'), null, E('total', 'fiscal_appropriation'), E('total', 'general_public'), E('total', 'government_fund')], meaning, widths: [26, 12, 28, 12, 12, 12] }));
    const right = classesOf(names, atoms).map(([code, name, cents]) => [`${code} ${name}`, [cents, cents, 0], { code, name: '', classification: 'functional', parent: '', leaf: 1 }]);
    const left2 = [['财政拨款（补助）', all - carried, { leaf: 0 }], ['  一般公共预算', all - carried, { fund: 'general_public' }], ['  政府性基金预算', 0, { fund: 'government_fund' }]];
    while (left2.length < right.length) left2.push(['', '', {}]);
    left2.push(['单位上年结转', carried, { item: 'carried_in' }], ['收入总计', all, { leaf: 0 }]);
    right.push(['', ['', '', ''], {}], ['支出总计', [all, all, 0], { leaf: 0 }]);
    sidesBeside(table, [left2, right]);
  }
  list(add(new Table(style, { number: '表五：', title: '一般公共预算支出情况表', unit: '万元', left,
    ...heads([E('total', 'general_public'), E('basic', 'general_public'), E('project', 'general_public')], '一般公共预算支出|<|<', '小计|基本支出|项目支出') })), atoms,
  (some) => [sum(some), sum(some, basic), sum(some, project)]).plant((truth) => truth.code === '2060404' && truth.component === 'project', -3000);
  {
    const basics = atoms.filter(basic);
    const table = add(new Table(style, { number: '表六：', title: '一般公共预算基本支出情况表', unit: '万元', left, head: ['经济分类科目编码|<|经济分类科目名称|一般公共预算基本支出|<|<', '类|款|^|小计|人员经费|公用经费'],
      columns: [null, null, null, E('total', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public')], meaning, widths: [6, 6, 36, 12, 12, 12], page: 'portrait' }));
    const amounts = (some) => [sum(some), sum(some, is('part', 'personnel')), sum(some, is('part', 'public'))];
    for (const node of treeOf(basics, economicOf, [3, 5])) {
      const name = names.department(node.code);
      table.row([node.code.slice(0, 3), node.code.slice(3), name, ...amounts(node.atoms)], { code: node.code, name, classification: 'department_economic', leaf: node.last ? 1 : 0,
        parent: node.parent ? names.department(node.parent) : '合计', department_economic: node.code });
    }
    table.row(['', '', '合计', ...amounts(basics)], TOTAL);
  }
  {
    const narrowed = { 301: 'wages_and_benefits', 302: 'goods_and_services', 303: 'household_subsidies', 307: 'debt_interest', 309: 'capital_construction', 310: 'capital',
      311: 'enterprise_construction_subsidies', 312: 'enterprise_subsidies', 313: 'social_security_subsidies', 399: 'other' };
    const heads3 = ['301', '302', '303', '307', '309', '310', '311', '312', '313', '399'];
    const table = add(new Table(style, { number: '表七：', title: '一般公共预算项目支出情况表', unit: '万元', left, page: 'wide',
      head: [`科目编码|<|<|科目名称|项目名称|项目支出合计|${['工资福利支出', '商品和服务支出', '对个人和家庭的补助', '债务利息及费用支出', '资本性支出（基本建设）', '资本性支出', '对企业补助（基本建设）', '对企业补助', '对社会保障基金补助', '其他支出'].join('|')}`,
        `类|款|项|^|^|^|${heads3.map(() => '^').join('|')}`],
      columns: [null, null, null, null, null, E('project;total', 'general_public'), ...heads3.map((code) => E('project;total', 'general_public', { qualifier: `of_which_${narrowed[code]}`, leaf: '' }))],
      meaning, widths: [5, 5, 5, 22, 26, 11, ...heads3.map(() => 10)], size: 8 }));
    const listed = atoms.filter(project);
    const amounts = (some) => [sum(some), ...heads3.map((code) => sum(some, (atom) => atom.economic.startsWith(code)))];
    const blank = Object.fromEntries(heads3.map((_, index) => [6 + index, { leaf: '' }]));
    for (const atom of listed) table.row([...split(atom.functional), names.functional(atom.functional), atom.project, ...amounts([atom])],
      { name: atom.project, classification: 'project', functional: atom.functional, unit: '', parent: '合计', leaf: 1 }, blank);
    table.row(['', '', '', '合计', '', ...amounts(listed)], TOTAL, blank);
  }
  {
    const table = add(new Table(style, { number: '表八：', title: '一般公共预算“三公”经费支出情况表', unit: '万元', left, head: ['合计|因公出国（境）费用|公务用车购置及运行费|<|<|公务接待费', '^|^|小计|公务用车购置费|公务用车运行费|^'],
      columns: ['total', 'overseas', 'vehicle_total', 'vehicle_purchase', 'vehicle_operation', 'reception'].map((item) => E('total', 'general_public', { item })), meaning, widths: Array(6).fill(14) }));
    const [operation, reception] = [random.whole(200, 900), random.whole(90, 300)];
    table.row([operation + reception, 0, operation, 0, operation, reception]);
  }
  const w = (cents) => written(cents);
  return { name: 'bingtuan', year, kind: 'budget', place: '新疆生产建设兵团', department, tables, prose: [
    `按照全口径预算的原则，${department}2024年所有收入和支出均纳入部门预算管理。收支总预算${w(all)}万元。`,
    `${department}2024年支出预算${w(all)}万元，其中：基本支出${w(sum(atoms, basic))}万元，占${(100 * sum(atoms, basic) / all).toFixed(2)}%；项目支出${w(sum(atoms, project))}万元，占${(100 * sum(atoms, project) / all).toFixed(2)}%。`,
  ] };
}
