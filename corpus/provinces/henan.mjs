// 河南: basic expenditure by class of the department's list, 其他运转类 and 特定目标类 inside project expenditure, both economic lists beside one another with all funds, units of a
// department of schools by code. From knowledge of the form (预算01表 to 预算10表 of departments of 河南省, 洛阳 and 周口, budgets of 2022 to 2025)
import { sum, treeOf } from './money.mjs';
import { E, R, economicOf, functionalOf, functionalRows, is, sidesBeside, split } from './rows.mjs';
import { basic, CLASSES, classSide, evened, fiscalSides, NUMERALS_OF_FUNDS, personnel, project, publicUse, start, threeOf, TREASURY } from './kit.mjs';
import { written } from './table.mjs';

export function henan(random) {
  const units = [
    { code: '105001', name: '某某市教育局', institution: false, run: '2050101', projects: [['2050199', 'general_public', '教育督导', '30211'], ['2050202', 'general_public', '义务教育薄弱环节', '31005', true]] },
    { code: '105002', name: '某某市第一高级中学', institution: true, run: '2050204', projects: [['2050204', 'special_account', '实验室改造', '31003'], ['2050204', 'general_public', '校园安保', '30209']] },
    { code: '105003', name: '某某市实验小学', institution: true, run: '2050202', projects: [['2050202', 'general_public', '课后延时', '30226']] },
    { code: '105004', name: '某某市实验幼儿园', institution: true, run: '2050201', own: true, projects: [['2050201', 'special_account', '保教设施', '31006']] },
    { code: '105005', name: '某某市基础教育教学研究室', institution: true, run: '2050199', projects: [['2050199', 'general_public', '质量监测', '30202']] },
    { code: '105006', name: '某某市特殊教育学校', institution: true, run: '2050701', projects: [['2296003', 'government_fund', '康复操场', '31005']] },
    { code: '105007', name: '某某市电化教育馆', institution: true, run: '2050299', projects: [] },
  ];
  const form = start({ year: 2025, department: '某某市教育局', units, style: { grouped: true, zero: '' }, left: '部门：105_某某市教育局' }, random);
  const { names, atoms, add, fund, all, carried, department } = form;
  const now = (some) => some.filter((atom) => !atom.carried);
  const keys = TREASURY;
  const running = (atom) => project(atom) && ['校园安保', '保教设施', '教育督导'].includes(atom.project);
  {
    const table = add({ number: '预算01表', title: '2025年部门收支总体情况表', size: 8, page: 'portrait', head: ['收入|<|支出|<', '项目|金额|项目|金额'], columns: [null, R('all'), null, E('total', 'all')], widths: [34, 14, 34, 14] });
    const [income, spent] = evened([...NUMERALS_OF_FUNDS.slice(0, 4).map(([key, label]) => [label, fund(key, now(atoms)), { fund: key, leaf: 1 }]), ['五、事业收入', fund('unit_funds'), { fund: 'unit_funds', leaf: 1 }], ...['六、上级补助收入', '七、附属单位上缴收入', '八、事业单位经营收入', '九、其他收入'].map((label) => [label, 0, {}])], classSide(form, CLASSES));
    income.push(['本年收入合计', all - carried, { leaf: 0 }], ['上年结转结余', carried, { item: 'carried_in' }], ['收入总计', all, { leaf: 0 }]);
    spent.push(['本年支出合计', all, { leaf: 0 }], ['年终结转结余', 0, {}], ['支出总计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  {
    const old = { qualifier: 'of_which_carried_in', leaf: '' };
    const five = NUMERALS_OF_FUNDS.map(([key]) => key);
    const table = add({ number: '预算02表', title: '2025年部门收入总体情况表', page: 'wide', size: 7.5, head: ['部门（单位）代码|部门（单位）名称|合计|本年收入|<|<|<|<|<|<|<|<|<|上年结转结余|<|<|<', '^|^|^|小计|一般公共预算|<|政府性基金预算|国有资本经营预算|财政专户管理资金|事业收入|事业单位经营收入|上级补助收入|其他收入|小计|一般公共预算|政府性基金预算|单位资金', '^|^|^|^|小计|其中：财政拨款|^|^|^|^|^|^|^|^|^|^|^'],
      columns: [null, null, { ...R('all'), leaf: '' }, R('all', { qualifier: 'of_which_current_year_total', leaf: '' }), R('general_public', { leaf: '' }), R('general_public', { leaf: '' }), ...five.slice(1).map((key) => R(key, { leaf: '' })), null, null, null, R('all', old), R('general_public', old), R('government_fund', old), null], widths: [8, 24, ...Array(15).fill(9)] });
    const cells = (some) => { const [a, b] = [now(some), some.filter(is('carried', true))]; const first = fund('general_public', a); return [sum(some), sum(a), first, first, ...five.slice(1).map((key) => fund(key, a)), 0, 0, 0, sum(b), fund('general_public', b), fund('government_fund', b), 0]; };
    table.row(['', '合计', ...cells(atoms)], { unit: '-' });
    table.row(['105', department, ...cells(atoms)], { unit: '' });
    for (const unit of units) table.row([unit.code, `  ${unit.name}`, ...cells(atoms.filter(is('unit', unit)))], { unit: unit.name });
  }
  // Units with their items below them; basic expenditure by class, project expenditure by kind
  const kinds = ['301', '303', '302', '310'];
  const WORDS = { 301: 'wages_and_benefits', 302: 'goods_and_services', 303: 'household_subsidies', 310: 'capital' };
  const list = (number, title, name, some, more = {}) => {
    const columns = [E('total', name), E('basic', name), ...kinds.map((code) => E('basic;personnel;public', name, { leaf: '', item: WORDS[code] })), E('project', name), E('project', name, { leaf: '' }), E('project', name, { leaf: '' })];
    const cells = (own) => [sum(own), sum(own, basic), ...kinds.map((code) => sum(own, (atom) => basic(atom) && atom.economic.startsWith(code))), sum(own, project), sum(own, running), sum(own, (atom) => project(atom) && !running(atom))];
    const table = add({ number, title, page: 'wide', size: 8, head: ['科目编码|<|<|单位代码|单位（科目名称）|合计|基本支出|<|<|<|<|项目支出|<|<', '类|款|项|^|^|^|小计|人员经费|<|公用经费|<|小计|其他运转类|特定目标类', '^|^|^|^|^|^|^|工资福利支出|对个人和家庭的补助|商品和服务支出|资本性支出|^|^|^'], columns: [null, null, null, null, null, ...columns], widths: [5, 4, 4, 9, 32, ...columns.map(() => 12)], ...more });
    table.row(['', '', '', '', '合计', ...cells(some)], { name: '合计', leaf: 0, unit: '-' });
    for (const unit of units) {
      const own = some.filter(is('unit', unit));
      if (own.length === 0) continue;
      table.row(['', '', '', unit.code, unit.name, ...cells(own)], { name: unit.name, classification: 'unit', unit: unit.name, parent: '合计', leaf: 0 });
      functionalRows(names, own, [7], unit.name, (node, label, parent) => table.row([...split(node.code), '', `  ${label}`, ...cells(node.atoms)], { code: node.code, name: label, classification: 'functional', functional: node.code, unit: unit.name, parent, leaf: 1 }));
    }
    return table;
  };
  list('预算03表', '2025年部门支出总体情况表', 'all', atoms, { breaks: [30] });
  {
    const table = add({ number: '预算04表', title: '2025年财政拨款收支总体情况表', size: 8.5, breaks: [25], head: ['收入|<|支出|<|<|<|<', '项目|金额|项目|合计|一般公共预算|政府性基金预算|国有资本经营预算'], columns: [null, R('fiscal_appropriation'), null, E('total', 'fiscal_appropriation'), ...keys.map((key) => E('total', key))], widths: [28, 12, 32, 12, 12, 12, 12] });
    sidesBeside(table, fiscalSides(form, CLASSES, (some) => [sum(some), ...keys.map((key) => fund(key, some))], { word: '拨款', next: '二、年终结转结余', sums: ['收入合计', '支出合计'] }));
  }
  const general = atoms.filter(is('fund', 'general_public'));
  list('预算05表', '2025年一般公共预算支出情况表', 'general_public', general, { breaks: [30] }).plant((truth) => truth.code === '2050202' && truth.unit === '某某市实验小学' && truth.component === 'project' && truth.column === 11, 400);
  const both = (number, title, columns, heads, cells, some, more) => {
    const table = add({ number, title, size: 8, head: [`部门预算经济分类|<|<|政府预算经济分类|<|<|${heads[0]}`, `类|款|科目名称|类|款|科目名称|${heads[1]}`], columns: [null, null, null, null, null, null, ...columns], widths: [5, 4, 24, 5, 4, 26, ...columns.map(() => 12)], ...more });
    table.row(['合计', '<', '<', '<', '<', '<', ...cells(some)], { name: '合计', leaf: 0 });
    for (const node of treeOf(some, economicOf, [5])) for (const below of treeOf(node.atoms, (atom) => atom.government, [5])) {
      table.row([node.code.slice(0, 3), node.code.slice(3), names.department(node.code), below.code.slice(0, 3), below.code.slice(3), names.government(below.code), ...cells(below.atoms)], { code: `${node.code};${below.code}`, name: `${names.department(node.code)};${names.government(below.code)}`, department_economic: node.code, government_economic: below.code, leaf: 1 });
    }
    return table;
  };
  both('预算06表', '2025年一般公共预算基本支出情况表', [E('total;basic', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public')], ['2025年基本支出|<|<', '合计|人员经费|公用经费'], (some) => [sum(some), sum(some, personnel), sum(some, publicUse)], general.filter(basic), { breaks: [24] });
  {
    const five = NUMERALS_OF_FUNDS.map(([key]) => key);
    const cells = (some) => [sum(some), ...five.map((key) => fund(key, now(some))), sum(some, is('carried', true))];
    both('预算07表', '2025年支出经济分类汇总表', [E('total', 'all'), ...five.map((key) => E('total', key, { leaf: '' })), E('total', 'all', { leaf: '', qualifier: 'of_which_carried_in' })], ['总计|一般公共预算|政府性基金预算|国有资本经营预算|财政专户管理资金|单位资金|上年结转结余', '^|^|^|^|^|^|^'], cells, atoms, { page: 'wide', breaks: [32] });
  }
  {
    const order = ['total', 'overseas', 'vehicle_total', 'vehicle_purchase', 'vehicle_operation', 'reception'];
    const table = add({ number: '预算08表', title: '2025年一般公共预算“三公”经费支出情况表', head: ['“三公”经费合计|因公出国（境）费|公务用车购置及运行费|<|<|公务接待费', '^|^|小计|公务用车购置费|公务用车运行费|^'], columns: order.map((item) => E('total', 'general_public', { item })), widths: Array(6).fill(16), notes: ['注：按照党中央、国务院有关文件及部门预算管理有关规定，“三公”经费包括因公出国（境）费、公务用车购置及运行费和公务接待费。'] });
    table.row(threeOf(general));
  }
  list('预算09表', '2025年政府性基金预算支出情况表', 'government_fund', atoms.filter(is('fund', 'government_fund')));
  {
    const listed = atoms.filter(project);
    const P = (key, more = { leaf: '' }) => E('project;total', key, more);
    const table = add({ number: '预算10表', title: '2025年项目支出表', page: 'wide', size: 8, head: ['类型|项目名称|单位（项目）名称|合计|本年拨款|<|<|财政拨款结转结余|<|<|财政专户管理资金|单位资金', `^|^|^|^|${Array(2).fill('一般公共预算|政府性基金预算|国有资本经营预算').join('|')}|^|^`], columns: [null, null, null, E('project;total', 'all'), ...keys.map((key) => P(key)), ...keys.map((key) => P(key, { leaf: '', qualifier: 'of_which_carried_in' })), P('special_account'), P('unit_funds')], widths: [12, 24, 28, ...Array(9).fill(11)] });
    const cells = (some) => [sum(some), ...keys.map((key) => fund(key, now(some))), ...keys.map((key) => fund(key, some.filter(is('carried', true)))), fund('special_account', some), fund('unit_funds', some)];
    table.row(['合计', '', '', ...cells(listed)], { leaf: 0, unit: '-' });
    for (const [kind, test] of [['其他运转类', running], ['特定目标类', (atom) => !running(atom)]]) for (const atom of listed.filter(test)) table.row([kind, atom.project, atom.unit.name, ...cells([atom])], { name: atom.project, unit: atom.unit.name, classification: 'project', leaf: 1 });
  }
  const w = (cents) => written(cents, { grouped: true });
  return { ...form, name: 'henan', kind: 'budget', prose: [`${department}2025年收入总计${w(all)}万元，支出总计${w(all)}万元。`, `2025年支出合计${w(all)}万元，其中：基本支出${w(sum(atoms, basic))}万元，占${(100 * sum(atoms, basic) / all).toFixed(2)}%；项目支出${w(sum(atoms, project))}万元，占${(100 * sum(atoms, project) / all).toFixed(2)}%。`] };
}
