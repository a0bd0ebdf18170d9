// 安徽: basic expenditure in 人员经费 and 公用经费 wherever it is printed, projects with units and all of their sources, purchases by kind and fund, services bought below
// them. From knowledge of the form (部门公开表1 to 11 of departments of 安徽省 and of 六安, 池州, 宣城)
import { sum } from './money.mjs';
import { E, R, economicOf, functionalOf, is, sidesBeside } from './rows.mjs';
import { basic, classSide, evened, fiscalSides, listBy, NUMERALS_OF_FUNDS, personnel, project, publicUse, start, threeOf } from './kit.mjs';
import { written } from './table.mjs';

export function anhui(random) {
  const units = [
    { code: '153001', name: '某某市农业农村局本级', institution: false, run: '2130101', projects: [['2130109', 'general_public', '农产品质量安全检测', '30227'], ['2130135', 'general_public', '秸秆综合利用', '31204', true], ['2120814', 'government_fund', '高标准农田建设', '31005']] },
    { code: '153002', name: '某某市农业技术推广中心', institution: true, run: '2130104', own: true, projects: [['2130106', 'general_public', '良种良法推广', '30227']] },
    { code: '153003', name: '某某市动物疫病预防控制中心', institution: true, run: '2130104', projects: [['2130108', 'general_public', '强制免疫疫苗', '30218'], ['2130108', 'unit_funds', '实验室委托检测', '30226']] },
  ];
  const form = start({ year: 2025, department: '某某市农业农村局', units, style: { grouped: false, zero: '' }, left: '部门名称：某某市农业农村局' }, random);
  const { atoms, add, fund, all, carried } = form;
  const keys = ['general_public', 'government_fund', 'state_capital', 'special_account', 'unit_funds'];
  const now = atoms.filter((atom) => !atom.carried);
  {
    const table = add({ number: '部门公开表1', title: '某某市农业农村局2025年收支总表', head: ['收入|<|支出|<', '项目|预算数|项目|预算数'], columns: [null, R('all'), null, E('total', 'all')], widths: [34, 14, 34, 14] });
    const [income, spent] = evened([...NUMERALS_OF_FUNDS.slice(0, 4), ['unit_funds', '五、单位资金收入']].map(([key, label]) => [label, fund(key, now), { fund: key, leaf: 1 }]), classSide(form, ['201', '205', '206', '207', '208', '210', '211', '212', '213', '214', '215', '216', '220', '221', '222', '224', '229']));
    income.push(['本年收入小计', all - carried, { leaf: 0 }], ['上年结转', carried, { item: 'carried_in' }], ['收入总计', all, { leaf: 0 }]);
    spent.push(['本年支出小计', all, { leaf: 0 }], ['结转下年', 0, {}], ['支出总计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  {
    const table = add({ number: '部门公开表2', title: '某某市农业农村局2025年收入总表', size: 8.5, head: ['单位代码|单位名称|合计|上年结转|本年收入|<|<|<|<|<', '^|^|^|^|小计|一般公共预算拨款收入|政府性基金预算拨款收入|国有资本经营预算拨款收入|财政专户管理资金收入|单位资金收入'],
      columns: [null, null, { ...R('all'), leaf: '' }, R('all', { qualifier: 'of_which_carried_in', leaf: '' }), R('all', { qualifier: 'of_which_current_year_total', leaf: '' }), ...keys.map((key) => R(key, { leaf: '' }))], widths: [9, 28, 12, 11, 12, 12, 12, 12, 12, 12] });
    const cells = (some) => { const old = sum(some, is('carried', true)); return [sum(some), old, sum(some) - old, fund('general_public', some) - old, ...keys.slice(1).map((key) => fund(key, some))]; };
    table.row(['合计', '<', ...cells(atoms)], { unit: '-' });
    for (const unit of units) table.row([unit.code, unit.name, ...cells(atoms.filter(is('unit', unit)))], { unit: unit.name });
  }
  const five = ['total', 'basic', 'personnel', 'public', 'project'];
  const list = (number, title, name, some, more = {}) => {
    const table = add({ number, title: `某某市农业农村局2025年${title}`, head: ['科目编码|科目名称|合计|基本支出|<|<|项目支出', '^|^|^|小计|人员经费|公用经费|^'], columns: [null, null, ...five.map((component) => E(component, name))], widths: [11, 36, 14, 14, 14, 14, 14], ...more });
    return listBy(functionalOf, form, table, some, (own) => [sum(own), sum(own, basic), sum(own, personnel), sum(own, publicUse), sum(own, project)], { total: ['合计', '<'] });
  };
  list('部门公开表3', '支出总表', 'all', atoms, { breaks: [18] });
  {
    const three = keys.slice(0, 3);
    const table = add({ number: '部门公开表4', title: '某某市农业农村局2025年财政拨款收支总表', head: ['收入|<|支出|<|<|<|<', '项目|预算数|项目|合计|一般公共预算|政府性基金预算|国有资本经营预算'], columns: [null, R('fiscal_appropriation'), null, E('total', 'fiscal_appropriation'), ...three.map((key) => E('total', key))], widths: [30, 12, 30, 12, 12, 12, 12] });
    sidesBeside(table, fiscalSides(form, ['201', '205', '208', '210', '211', '212', '213', '220', '221', '224', '229'], (some) => [sum(some), ...three.map((key) => fund(key, some))], { next: '二、年终结转结余', word: '拨款收入' }));
  }
  const general = atoms.filter(is('fund', 'general_public'));
  list('部门公开表5', '一般公共预算支出表', 'general_public', general, { breaks: [18] }).plant((truth) => truth.code === '2130109' && truth.component === 'project', 800);
  {
    const table = add({ number: '部门公开表6', title: '某某市农业农村局2025年一般公共预算基本支出表', page: 'portrait', breaks: [29], head: ['部门预算支出经济分类科目|<|2025年一般公共预算基本支出|<|<', '科目编码|科目名称|合计|人员经费|公用经费'], columns: [null, null, E('total;basic', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public')], widths: [12, 36, 15, 15, 15] });
    listBy(economicOf, form, table, general.filter(basic), (some) => [sum(some), sum(some, personnel), sum(some, publicUse)], { total: ['合计', '<'] });
  }
  {
    const table = add({ number: '部门公开表7', title: '某某市农业农村局2025年政府性基金预算支出表', head: ['科目编码|科目名称|本年政府性基金预算支出|<|<', '^|^|合计|基本支出|项目支出'], columns: [null, null, ...['total', 'basic', 'project'].map((component) => E(component, 'government_fund'))], widths: [12, 44, 15, 15, 15] });
    listBy(functionalOf, form, table, atoms.filter(is('fund', 'government_fund')), (some) => [sum(some), sum(some, basic), sum(some, project)], { total: ['合计', '<'] });
  }
  {
    const table = add({ number: '部门公开表8', title: '某某市农业农村局2025年国有资本经营预算支出表', head: ['科目编码|科目名称|本年国有资本经营预算支出|<|<', '^|^|合计|基本支出|项目支出'], columns: Array(5).fill(null), widths: [12, 44, 15, 15, 15], notes: ['注：某某市农业农村局没有国有资本经营预算拨款收入，也没有使用国有资本经营预算拨款安排的支出，故本表无数据。'] });
    table.row(['合计', '<', '', '', '']);
  }
  {
    const listed = atoms.filter(project);
    const table = add({ number: '部门公开表9', title: '某某市农业农村局2025年项目支出表', size: 8.5, head: ['类型|项目名称|项目单位|合计|一般公共预算|政府性基金预算|国有资本经营预算|财政专户管理资金|单位资金'], columns: [null, null, null, E('project;total', 'all'), ...keys.map((key) => E('project;total', key, { leaf: '' }))], widths: [11, 26, 28, 12, 12, 12, 12, 12, 12] });
    const cells = (some) => [sum(some), ...keys.map((key) => fund(key, some))];
    table.row(['合计', '<', '<', ...cells(listed)], { unit: '-', leaf: 0 });
    for (const atom of listed) table.row(['特定目标类', atom.project, atom.unit.name, ...cells([atom])], { name: atom.project, unit: atom.unit.name, classification: 'project', leaf: 1 });
  }
  {
    const bought = [['农产品质量安全检测', '检验检测服务', 4], ['良种良法推广', '印刷服务', 9], ['实验室委托检测', '实验试剂', 3]].map(([name, thing, share]) => { const atom = atoms.find(is('project', name)); return { atom, thing, cents: Math.floor(atom.cents / share) }; });
    const paid = (key) => bought.reduce((cents, row) => cents + (!key || row.atom.fund === key ? row.cents : 0), 0);
    const columns = [E('', 'all', { leaf: '' }), ...['general_public', 'government_fund', 'unit_funds'].map((key) => E('', key, { leaf: '' }))];
    const table = add({ number: '部门公开表10', title: '某某市农业农村局2025年政府采购支出表', head: ['单位名称|采购项目|采购品目|合计|一般公共预算|政府性基金预算|单位资金'], columns: [null, null, null, ...columns], widths: [30, 26, 22, 13, 13, 13, 13] });
    table.row(['合计', '<', '<', paid(), paid('general_public'), 0, paid('unit_funds')], { unit: '-' });
    for (const row of bought) table.row([row.atom.unit.name, row.atom.project, row.thing, row.cents, ...['general_public', 'government_fund', 'unit_funds'].map((key) => (row.atom.fund === key ? row.cents : 0))], { name: `${row.atom.project};${row.thing}`, unit: row.atom.unit.name });
    const served = bought[0];
    const services = add({ number: '部门公开表11', title: '某某市农业农村局2025年政府购买服务支出表', head: ['单位名称|购买服务项目名称|购买服务指导性目录代码|购买服务指导性目录名称|合计|一般公共预算|政府性基金预算|其他资金'], columns: [null, null, null, null, E('', 'all', { leaf: '' }), E('', 'general_public', { leaf: '' }), null, null], widths: [28, 24, 14, 24, 13, 13, 13, 11] });
    services.row(['合计', '<', '<', '<', served.cents, served.cents, '', ''], { unit: '-' });
    services.row([served.atom.unit.name, served.atom.project, 'A1301', '检验检测检疫检测服务', served.cents, served.cents, '', ''], { unit: served.atom.unit.name });
  }
  {
    const [total, , vehicles, purchase, operation, reception] = threeOf(atoms);
    const table = add({ number: '部门公开表12', title: '某某市农业农村局2025年一般公共预算“三公”经费支出表', page: 'portrait', head: ['项目|预算数'], columns: [null, E('total', 'general_public')], widths: [60, 30] });
    [['合计', total, 'total'], ['1.因公出国（境）费', 0, 'overseas'], ['2.公务接待费', reception, 'reception'], ['3.公务用车购置及运行费', vehicles, 'vehicle_total'], ['  （1）公务用车购置费', purchase, 'vehicle_purchase'], ['  （2）公务用车运行维护费', operation, 'vehicle_operation']].forEach(([label, cents, item]) => table.row([label, cents], { item, name: label.trim() }));
  }
  const w = (cents) => written(cents);
  return { ...form, name: 'anhui', kind: 'budget', prose: [`某某市农业农村局2025年收支总预算${w(all)}万元，收入包括：一般公共预算拨款收入${w(fund('general_public', now))}万元、政府性基金预算拨款收入${w(fund('government_fund'))}万元、单位资金收入${w(fund('unit_funds'))}万元、上年结转${w(carried)}万元。`, `2025年支出预算${w(all)}万元，其中：基本支出${w(sum(atoms, basic))}万元，占${(100 * sum(atoms, basic) / all).toFixed(2)}%；项目支出${w(sum(atoms, project))}万元，占${(100 * sum(atoms, project) / all).toFixed(2)}%。`] };
}
