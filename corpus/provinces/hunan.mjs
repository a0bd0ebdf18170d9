// 湖南: four sides, 类 款 项 before units and subjects in one column, all money by the government's and by the department's economic classes, basic expenditure by item and
// unit. After the list of tables of 沅江市茶盘洲镇人民政府 2025 (http://www.yuanjiang.gov.cn/22181/22188/content_2073038.html); headings from knowledge of the form
import { sum, treeOf } from './money.mjs';
import { E, NUMERALS, R, economicOf, functionalRows, indent, is, sidesBeside, split } from './rows.mjs';
import { basic, classSide, evened, fiscalSides, personnel, project, publicUse, start, threeOf, TREASURY } from './kit.mjs';
import { written } from './table.mjs';

const SHORT = { 301: 'wages_and_benefits', 302: 'goods_and_services', 303: 'household_subsidies', 307: 'debt_interest', 309: 'capital_construction', 310: 'capital', 311: 'enterprise_construction_subsidies', 312: 'enterprise_subsidies', 313: 'social_security_subsidies', 399: 'other' };

export function hunan(random) {
  const units = [
    { code: '309001', name: '某某县林业局本级', institution: false, run: '2130201', projects: [['2130205', 'general_public', '森林资源培育', '30227'], ['2130234', 'general_public', '森林防灭火', '30218'], ['2130209', 'general_public', '生态公益林补偿', '30399'], ['2120899', 'government_fund', '林区道路', '31005']] },
    { code: '309002', name: '某某县国有林场', institution: true, run: '2130204', own: true, projects: [['2130205', 'general_public', '国家储备林抚育', '31099'], ['2130204', 'unit_funds', '苗圃经营', '30226']] },
  ];
  const form = start({ year: 2025, department: '某某县林业局', units, style: { grouped: true, zero: '' }, left: '部门：309_某某县林业局' }, random);
  const { names, atoms, add, fund, all, department } = form;
  const nontax = Math.round(fund('general_public') / 11);
  {
    const table = add({ number: '预算01表', title: '收支总表', size: 7.5, page: 'wide', head: ['收        入|<|支          出|<|<|<|<|<', '项         目|本年预算|项目（按功能分类）|本年预算|项目（按部门预算经济分类）|本年预算|项目（按政府预算经济分类）|本年预算'],
      columns: [null, R('all'), null, E('total', 'all'), null, E('total', 'all'), null, E('total', 'all')], widths: [28, 11, 26, 11, 28, 11, 26, 11] });
    const general = fund('general_public');
    const income = [['一、一般公共预算拨款收入', general, { fund: 'general_public', leaf: '' }], ['（一）经费拨款', general - nontax, { fund: 'general_public', leaf: '', parent: '一、一般公共预算拨款收入' }], ['（二）纳入一般公共预算管理的非税收入拨款', nontax, { fund: 'general_public', leaf: '', parent: '一、一般公共预算拨款收入' }],
      ['二、政府性基金预算拨款收入', fund('government_fund'), { fund: 'government_fund', leaf: 1 }], ['三、国有资本经营预算拨款收入', 0, {}], ['四、社会保险基金预算资金', 0, {}], ['五、财政专户管理资金收入', 0, {}], ['六、上级补助收入', 0, {}], ['七、附属单位上缴收入', 0, {}], ['八、事业单位经营服务收入', fund('unit_funds'), { fund: 'unit_funds', leaf: 1 }], ['九、其他收入', 0, {}]];
    const functions = classSide(form, ['201', '202', '203', '204', '205', '206', '207', '208', '210', '211', '212', '213', '214', '215', '216', '217', '219', '220', '221', '222', '223', '224', '227', '229']);
    const kind = (label, test, component, word) => [[label, sum(atoms, test), { component, leaf: '' }], ...['301', '302', '303', ...(component === 'project' ? ['307', '309', '310', '312', '399'] : [])].map((code) => [`    ${word && code < '307' ? word : ''}${names.department(code)}`, sum(atoms, (atom) => test(atom) && atom.economic.startsWith(code)),
      { component: component === 'basic' ? 'basic;personnel;public' : component, code, classification: 'department_economic', parent: label, leaf: '' }])];
    const department4 = [...kind('一、基本支出', basic, 'basic', ''), ...kind('二、项目支出', project, 'project', '按项目管理的'), ['三、事业单位经营支出', 0, {}], ['四、上缴上级支出', 0, {}]];
    const government = ['501', '502', '503', '504', '505', '506', '507', '508', '509', '510', '511', '599'].map((code, at) => [`${NUMERALS[at]}、${names.government(code)}`, sum(atoms, (atom) => atom.government.startsWith(code)), { code, classification: 'government_economic', leaf: '' }]);
    evened(income, functions, department4, government);
    income.push(['本 年 收 入 合 计', all, { leaf: 0 }], ['上年结转结余', 0, {}], ['收  入  总  计', all, { leaf: 0 }]);
    for (const side of [functions, department4, government]) side.push(['本 年 支 出 合 计', all, { leaf: 0 }], ['年终结转结余', 0, {}], ['支  出  总  计', all, { leaf: 0 }]);
    sidesBeside(table, [income, functions, department4, government]);
  }
  {
    const fees = (some) => (some.some(is('unit', units[0])) ? nontax : 0);
    const cells = (some) => [sum(some), fund('general_public', some), fund('general_public', some) - fees(some), fees(some), fund('government_fund', some), 0, 0, fund('unit_funds', some), 0];
    const table = add({ number: '预算02表', title: '收入总表', size: 8.5, head: ['单位代码|单位名称|总计|一般公共预算拨款收入|<|<|政府性基金预算拨款收入|财政专户管理资金收入|上级财政补助收入|事业单位经营服务收入|上年结转', '^|^|^|小计|经费拨款|纳入一般公共预算管理的非税收入|^|^|^|^|^'],
      columns: [null, null, { ...R('all'), leaf: '' }, R('general_public', { leaf: '' }), R('general_public', { leaf: '' }), R('general_public', { leaf: '' }), R('government_fund', { leaf: '' }), null, null, R('unit_funds', { leaf: '' }), null], widths: [9, 26, 13, 13, 13, 11, 12, 10, 10, 12, 10] });
    table.row(['', '合计', ...cells(atoms)], { unit: '-' });
    table.row(['309', department, ...cells(atoms)], { unit: department });
    for (const unit of units) table.row([unit.code, `  ${unit.name}`, ...cells(atoms.filter(is('unit', unit)))], { unit: unit.name });
  }
  // Every list: the department, its units and below each its subjects with all levels of their codes
  const list = (number, title, columns, heads, cells, some, more = {}) => {
    const table = add({ number, title, head: [`科目编码|<|<|单位代码|单位名称（功能科目）|${heads[0]}`, `类|款|项|^|^|${heads[1] ?? heads[0].replace(/[^|]+/g, '^')}`], columns: [null, null, null, null, null, ...columns], widths: [5, 4, 4, 9, 28, ...columns.map(() => more.narrow ?? 12)], size: 8, ...more });
    table.row(['', '', '', '', '合计', ...cells(some)], { name: '合计', leaf: 0, unit: '-' });
    table.row(['', '', '', '309', department, ...cells(some)], { name: department, classification: 'unit', unit: department, parent: '合计', leaf: 0 });
    for (const unit of units) {
      const own = some.filter(is('unit', unit));
      if (own.length === 0) continue;
      table.row(['', '', '', unit.code, `  ${unit.name}`, ...cells(own)], { name: unit.name, classification: 'unit', unit: unit.name, parent: department, leaf: 0 });
      functionalRows(names, own, [3, 5, 7], unit.name, (node, name, parent) => table.row([...split(node.code), unit.code, indent(node.level + 1) + name, ...cells(node.atoms)], { code: node.code, name, classification: 'functional', unit: unit.name, parent, functional: node.code, leaf: node.last ? 1 : 0 }));
    }
    return table;
  };
  const three = (some) => [sum(some), sum(some, basic), sum(some, project)];
  list('预算03表', '支出总表', [E('total', 'all'), E('basic', 'all'), E('project', 'all'), E('operating', 'all'), E('to_superiors', 'all'), E('to_subordinates', 'all')], ['总计|基本支出|项目支出|事业单位经营支出|上缴上级支出|对附属单位补助支出'], (some) => [...three(some), 0, 0, 0], atoms, { breaks: [17] });
  const classes = ['501', '502', '503', '504', '505', '506', '507', '508', '509', '510', '511', '599'];
  list('预算04表', '支出预算分类汇总表（按政府预算经济分类）', [E('total', 'all'), ...classes.map(() => E('total', 'all', { leaf: '' }))], [`总计|${classes.map(names.government).join('|')}`],
    (some) => [sum(some), ...classes.map((code) => sum(some, (atom) => atom.government.startsWith(code)))], atoms, { page: 'wide', size: 7.5, narrow: 9 });
  {
    const [run, done] = [['301', '302', '303'], ['301', '302', '303', '307', '309', '310', '312', '399']];
    const part = (component, codes) => codes.map((code) => E(component, 'all', { leaf: '', [component === 'project' ? 'qualifier' : 'item']: `${component === 'project' ? 'of_which_' : ''}${SHORT[code]}` }));
    list('预算05表', '支出预算分类汇总表（按部门预算经济分类）', [E('total', 'all'), E('basic', 'all'), ...part('basic;personnel;public', run), E('project', 'all'), ...part('project', done)],
      ['总计|基本支出|<|<|<|项目支出|<|<|<|<|<|<|<|<', `^|小计|${run.map(names.department).join('|')}|小计|${done.map((code) => (code < '307' ? `按项目管理的${names.department(code)}` : names.department(code))).join('|')}`],
      (some) => [sum(some), ...[[basic, run], [project, done]].flatMap(([test, codes]) => [sum(some, test), ...codes.map((code) => sum(some, (atom) => test(atom) && atom.economic.startsWith(code)))])], atoms, { page: 'wide', size: 7.5, narrow: 9 });
  }
  {
    const keys = TREASURY;
    const table = add({ number: '预算06表', title: '财政拨款收支总表', head: ['收        入|<|支          出|<|<|<|<', '项         目|金额|项         目|合计|一般公共预算|政府性基金预算|国有资本经营预算'], columns: [null, R('fiscal_appropriation'), null, E('total', 'fiscal_appropriation'), ...keys.map((key) => E('total', key))], widths: [28, 12, 30, 12, 12, 12, 12] });
    sidesBeside(table, fiscalSides(form, ['201', '204', '205', '206', '207', '208', '210', '211', '212', '213', '221', '224', '229'], (some) => [sum(some), ...keys.map((key) => fund(key, some))], { sums: ['收  入  总  计', '支  出  总  计'] }));
  }
  const general = atoms.filter(is('fund', 'general_public'));
  const basics = general.filter(basic);
  list('预算07表', '一般公共预算支出表', ['total', 'basic', 'personnel', 'public', 'project'].map((component) => E(component, 'general_public')), ['合计|基本支出|<|<|项目支出', '^|小计|人员经费|公用经费|^'],
    (some) => [sum(some), sum(some, basic), sum(some, personnel), sum(some, publicUse), sum(some, project)], general, { breaks: [20] }).plant((truth) => truth.code === '2130234' && truth.component === 'project', 500);
  {
    const table = add({ number: '预算08表', title: '一般公共预算基本支出表', page: 'portrait', breaks: [24], head: ['部门预算经济分类科目|<|<|一般公共预算基本支出|<|<', '类|款|科目名称|合计|人员经费|公用经费'], columns: [null, null, null, E('total;basic', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public')], widths: [6, 6, 40, 15, 15, 15] });
    const cells = (some) => [sum(some), sum(some, personnel), sum(some, publicUse)];
    table.row(['', '', '合计', ...cells(basics)], { name: '合计', leaf: 0 });
    for (const node of treeOf(basics, economicOf, [3, 5])) table.row([node.code.slice(0, 3), node.code.slice(3), indent(node.level) + names.department(node.code), ...cells(node.atoms)],
      { code: node.code, name: names.department(node.code), classification: 'department_economic', department_economic: node.code, parent: node.parent ? names.department(node.parent) : '合计', leaf: node.last ? 1 : 0 });
  }
  const items = (number, title, codes, component) => list(number, title, [E(`${component};basic;total`, 'general_public', { leaf: '' }), ...codes.map(() => E(`${component};basic;total`, 'general_public', { leaf: '' }))], [`总计|${codes.map(names.department).join('|')}`],
    (some) => [sum(some), ...codes.map((code) => sum(some, is('economic', code)))], basics.filter((atom) => codes.includes(atom.economic)), { page: 'wide', size: 7, narrow: 8 });
  items('预算10表', '一般公共预算基本支出表--人员经费（工资福利支出）（按部门预算经济分类）', ['30101', '30102', '30103', '30107', '30108', '30109', '30110', '30111', '30112', '30113', '30199'], 'personnel');
  items('预算14表', '一般公共预算基本支出表--公用经费（商品和服务支出）（按部门预算经济分类）', ['30201', '30205', '30206', '30207', '30209', '30211', '30213', '30215', '30216', '30217', '30226', '30228', '30231', '30239', '30299'], 'public');
  {
    const table = add({ number: '预算15表', title: '一般公共预算“三公”经费支出表', head: ['单位编码|单位名称|“三公”经费合计|因公出国（境）费|公务用车购置及运行费|<|<|公务接待费', '^|^|^|^|小计|公务用车购置费|公务用车运行费|^'],
      columns: [null, null, ...['total', 'overseas', 'vehicle_total', 'vehicle_purchase', 'vehicle_operation', 'reception'].map((item) => E('total', 'general_public', { item }))], widths: [10, 30, 14, 14, 13, 13, 13, 13] });
    table.row(['', '合计', ...threeOf(general)], { unit: '-' });
    table.row(['309', department, ...threeOf(general)], { unit: department });
    for (const unit of units) table.row([unit.code, `  ${unit.name}`, ...threeOf(general.filter(is('unit', unit)))], { unit: unit.name });
  }
  list('预算16表', '政府性基金预算支出表', ['total', 'basic', 'project'].map((component) => E(component, 'government_fund')), ['本年政府性基金预算支出|<|<', '合计|基本支出|项目支出'], three, atoms.filter(is('fund', 'government_fund')));
  {
    const table = add({ number: '预算20表', title: '财政专户管理资金预算支出表', head: ['科目编码|<|<|单位代码|单位名称（功能科目）|本年财政专户管理资金预算支出|<|<', '类|款|项|^|^|合计|基本支出|项目支出'], columns: Array(8).fill(null), widths: [5, 4, 4, 9, 36, 13, 13, 13], notes: ['备注：本部门无财政专户管理资金预算支出，故本表无数据。'] });
    table.row(['', '', '', '', '合计', '', '', '']);
  }
  {
    const listed = atoms.filter(project);
    const columns = [E('project;total', 'all'), E('project;total', 'general_public', { leaf: '' }), E('project;total', 'government_fund', { leaf: '' }), E('project;total', 'unit_funds', { leaf: '' })];
    const cells = (some) => [sum(some), ...['general_public', 'government_fund', 'unit_funds'].map((key) => fund(key, some))];
    const table = add({ number: '预算21表', title: '专项资金预算汇总表', head: ['单位代码|单位名称|专项（项目）名称|总计|一般公共预算拨款|政府性基金预算拨款|单位资金'], columns: [null, null, null, ...columns], widths: [10, 26, 30, 14, 14, 14, 14] });
    table.row(['', '合计', '', ...cells(listed)], { unit: '-', leaf: 0 });
    for (const unit of units) {
      const own = listed.filter(is('unit', unit));
      table.row([unit.code, unit.name, '', ...cells(own)], { unit: unit.name, leaf: 0 });
      for (const atom of own) table.row(['', '', atom.project, ...cells([atom])], { name: atom.project, unit: unit.name, classification: 'project', leaf: 1 });
    }
  }
  return { ...form, name: 'hunan', kind: 'budget', prose: [`2025年${department}收入预算${written(all, { grouped: true })}万元，其中：一般公共预算拨款${written(fund('general_public'), { grouped: true })}万元，政府性基金预算拨款${written(fund('government_fund'), { grouped: true })}万元，事业单位经营服务收入${written(fund('unit_funds'), { grouped: true })}万元。`,
    `2025年支出预算${written(all, { grouped: true })}万元，其中：基本支出${written(sum(atoms, basic), { grouped: true })}万元，项目支出${written(sum(atoms, project), { grouped: true })}万元。`] };
}
