// 内蒙古: units printed with their code before a dash, projects by type with all of their sources and the money of the year apart from what is left, goals with the money of each
// project over its indicators, purchases by 品目. After the twelve tables of 内蒙古自治区生态环境厅 2024 (carbon.kcomber.com, machine-translated); headings from knowledge of the form
import { sum } from './money.mjs';
import { E, R, economicOf, functionalOf, is, sidesBeside } from './rows.mjs';
import { basic, CLASSES, classSide, evened, fiscalSides, listBy, NUMERALS_OF_FUNDS, personnel, project, publicUse, start, THREE, threeOf } from './kit.mjs';
import { written } from './table.mjs';

export function neimenggu(random) {
  const units = [
    { code: '181001', name: '某某盟行政公署审计局', institution: false, run: '2010801', projects: [['2010804', 'general_public', '购买审计中介服务', '30227'], ['2010805', 'general_public', '审计外勤经费', '30211', true], ['2010899', 'general_public', '办公楼运行维护', '30209']] },
    { code: '181002', name: '某某盟审计事务中心', institution: true, run: '2010850', own: true, projects: [['2010899', 'general_public', '大数据审计平台', '31007'], ['2120899', 'government_fund', '政府投资审计', '30227'], ['2010850', 'unit_funds', '委托审计', '30226']] },
  ];
  const form = start({ year: 2025, department: '某某盟行政公署审计局', units, style: { grouped: true, zero: '' }, left: '部门（单位）：181-某某盟行政公署审计局' }, random);
  const { atoms, add, fund, all, carried, department } = form;
  const FIVE = NUMERALS_OF_FUNDS.map(([key]) => key);
  const keys = FIVE.slice(0, 3);
  const owner = (unit) => `${unit.code}-${unit.name}`;
  const [now, old] = [(some) => some.filter((atom) => !atom.carried), (some) => some.filter(is('carried', true))];
  const carriedTo = { qualifier: 'of_which_carried_in', leaf: '' };
  {
    const table = add({ number: '表1', title: '收支总表', page: 'portrait', size: 8.5, head: ['收     入|<|支     出|<', '项目|预算数|项目|预算数'], columns: [null, R('all'), null, E('total', 'all')], widths: [34, 14, 34, 14] });
    const sources = [...NUMERALS_OF_FUNDS.slice(0, 4).map(([key, label]) => [label, fund(key, now(atoms)), { fund: key, leaf: 1 }]), ['五、单位资金收入', fund('unit_funds'), { fund: 'unit_funds', leaf: '' }], ['   事业收入', fund('unit_funds'), { fund: 'unit_funds', leaf: '' }], ['   事业单位经营收入', 0, {}], ['   上级补助收入', 0, {}], ['   附属单位上缴收入', 0, {}], ['   其他收入', 0, {}]];
    const [income, spent] = evened(sources, classSide(form, CLASSES));
    income.push(['本年收入合计', all - carried, { leaf: 0 }], ['上年结转结余', carried, { item: 'carried_in' }], ['收     入     总     计', all, { leaf: 0 }]);
    spent.push(['本年支出合计', all, { leaf: 0 }], ['年终结转结余', 0, {}], ['支     出     总     计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  {
    const heads = '一般公共预算|政府性基金预算|国有资本经营预算|财政专户管理资金';
    const table = add({ number: '表2', title: '收入总表', page: 'wide', size: 7.5, head: ['部门（单位）代码|部门（单位）名称|合计|本年收入|<|<|<|<|<|<|<|<|<|<|上年结转结余|<|<|<|<|<', `^|^|^|小计|${heads}|单位资金|<|<|<|<|<|小计|${heads}|单位资金`, '^|^|^|^|^|^|^|^|小计|事业收入|事业单位经营收入|上级补助收入|附属单位上缴收入|其他收入|^|^|^|^|^|^'],
      columns: [null, null, { ...R('all'), leaf: '' }, R('all', { qualifier: 'of_which_current_year_total', leaf: '' }), ...FIVE.map((key) => R(key, { leaf: '' })), ...Array(5).fill(R('unit_funds', { leaf: '' })), R('all', carriedTo), ...FIVE.map((key) => R(key, carriedTo))], widths: [8, 22, ...Array(18).fill(8.5)] });
    const cells = (some) => [sum(some), sum(now(some)), ...FIVE.map((key) => fund(key, now(some))), fund('unit_funds', some), 0, 0, 0, 0, sum(old(some)), ...FIVE.map((key) => fund(key, old(some)))];
    table.row(['合计', '<', ...cells(atoms)], { unit: '-' });
    table.row(['181', department, ...cells(atoms)], { unit: department });
    for (const unit of units) table.row([unit.code, `  ${unit.name}`, ...cells(atoms.filter(is('unit', unit)))], { unit: unit.name });
  }
  const list = (number, title, columns, heads, cells, some, { of = functionalOf, words = '科目编码|科目名称', ...more } = {}) => {
    const table = add({ number, title, head: heads.length === 1 ? [`${words}|${heads[0]}`] : [`${words}|${heads[0]}`, `^|^|${heads[1]}`], columns: [null, null, ...columns], widths: [11, 36, ...columns.map(() => 13)], ...more });
    return listBy(of, form, table, some, cells, { total: ['合计', '<'] });
  };
  const three = (some) => [sum(some), sum(some, basic), sum(some, project)];
  list('表3', '支出总表', ['total', 'basic', 'project', 'to_superiors', 'operating', 'to_subordinates'].map((component) => E(component, 'all')), ['合计|基本支出|项目支出|上缴上级支出|事业单位经营支出|对附属单位补助支出'], (some) => [...three(some), 0, 0, 0], atoms);
  {
    const table = add({ number: '表4', title: '财政拨款收支总表', size: 8.5, breaks: [25], head: ['收     入|<|支     出|<|<|<|<', '项目|预算数|项目|合计|一般公共预算|政府性基金预算|国有资本经营预算'], columns: [null, R('fiscal_appropriation'), null, E('total', 'fiscal_appropriation'), ...keys.map((key) => E('total', key))], widths: [28, 12, 32, 12, 12, 12, 12] });
    sidesBeside(table, fiscalSides(form, CLASSES, (some) => [sum(some), ...keys.map((key) => fund(key, some))], { word: '', next: '二、年终结转结余', carried: '二、上年结转' }));
  }
  const general = atoms.filter(is('fund', 'general_public'));
  list('表5', '一般公共预算支出表', ['total', 'basic', 'personnel', 'public', 'project'].map((component) => E(component, 'general_public')), ['合计|基本支出|<|<|项目支出', '^|小计|人员经费|公用经费|^'], (some) => [sum(some), sum(some, basic), sum(some, personnel), sum(some, publicUse), sum(some, project)], general)
    .plant((truth) => truth.code === '2010804' && truth.component === 'project', 1100);
  list('表6', '一般公共预算基本支出表', ['total;basic', 'personnel', 'public'].map((component) => E(component, 'general_public')), ['本年一般公共预算基本支出|<|<', '合计|人员经费|公用经费'], (some) => [sum(some), sum(some, personnel), sum(some, publicUse)], general.filter(basic), { of: economicOf, breaks: [19] });
  {
    // Two years in rows of units
    const table = add({ number: '表7', title: '一般公共预算“三公”经费支出表', size: 8, page: 'wide', head: ['部门（单位）名称|上年预算数|<|<|<|<|<|本年预算数|<|<|<|<|<', '^|合计|因公出国（境）费|公务用车购置及运行费|<|<|公务接待费|合计|因公出国（境）费|公务用车购置及运行费|<|<|公务接待费', '^|^|^|小计|公务用车购置费|公务用车运行费|^|^|^|小计|公务用车购置费|公务用车运行费|^'],
      columns: [null, ...['prior', 'current'].flatMap((period) => THREE.map((item) => E('total', 'general_public', { item, period })))], widths: [32, ...Array(12).fill(9)] });
    const rows = units.map((unit) => { const cells = threeOf(general.filter(is('unit', unit))); const more = cells[0] ? random.whole(50, 300) : 0; return [cells[0] + more, 0, cells[2] + more, 0, cells[4] + more, cells[5], ...cells]; });
    const whole = rows[0].map((_, at) => rows.reduce((cents, row) => cents + row[at], 0));
    table.row(['合计', ...whole], { unit: '-' });
    units.forEach((unit, at) => table.row([owner(unit), ...rows[at]], { unit: `${unit.name};${owner(unit)}` }));
  }
  list('表8', '政府性基金预算支出表', ['total', 'basic', 'project'].map((component) => E(component, 'government_fund')), ['本年政府性基金预算支出|<|<', '合计|基本支出|项目支出'], three, atoms.filter(is('fund', 'government_fund')));
  {
    const table = add({ number: '表9', title: '国有资本经营预算支出表', head: ['科目编码|科目名称|本年国有资本经营预算支出|<|<', '^|^|合计|基本支出|项目支出'], columns: Array(5).fill(null), widths: [12, 40, 14, 14, 14], notes: ['注：我部门2025年无国有资本经营预算支出，此表为空表。'] });
    for (let row = 0; row < 3; row++) table.row(Array(5).fill(''));
  }
  const listed = atoms.filter(project);
  {
    const heads = '一般公共预算|政府性基金预算|国有资本经营预算';
    const P = (key, more = { leaf: '' }) => E('project;total', key, more);
    const table = add({ number: '表10', title: '项目支出表', page: 'wide', size: 8, head: ['类型|项目名称|项目单位|合计|本年拨款|<|<|财政拨款结转结余|<|<|财政专户管理资金|单位资金', `^|^|^|^|${heads}|${heads}|^|^`], columns: [null, null, null, E('project;total', 'all'), ...keys.map((key) => P(key)), ...keys.map((key) => P(key, carriedTo)), P('special_account'), P('unit_funds')], widths: [13, 26, 32, ...Array(9).fill(11)] });
    const cells = (some) => [sum(some), ...keys.map((key) => fund(key, now(some))), ...keys.map((key) => fund(key, old(some))), fund('special_account', some), fund('unit_funds', some)];
    table.row(['合计', '<', '<', ...cells(listed)], { leaf: 0, unit: '-' });
    for (const atom of listed) table.row([atom.project === '办公楼运行维护' ? '22-其他公用支出' : '31-部门项目', atom.project, owner(atom.unit), ...cells([atom])], { name: atom.project, unit: `${atom.unit.name};${owner(atom.unit)}`, classification: 'project', leaf: 1 });
  }
  {
    // The money of a project stands once beside all of its indicators
    const table = add({ number: '表11', title: '项目绩效目标表', size: 8, head: ['项目名称|项目单位|预算数|年度绩效目标|一级指标|二级指标|三级指标|指标值|度量单位'], columns: [null, null, E('project;total', 'all'), null, null, null, null, null, null], widths: [18, 24, 12, 24, 10, 10, 18, 9, 8] });
    const goals = [['产出指标', '数量指标', '完成审计项目', '≥12', '个'], ['产出指标', '时效指标', '按期完成率', '≥95', '%'], ['效益指标', '社会效益指标', '整改到位率', '≥90', '%'], ['满意度指标', '服务对象满意度', '满意度', '≥95', '%']];
    for (const atom of listed.slice(0, 3)) goals.forEach((goal, at) => table.row([...(at ? ['^', '^', '^', '^'] : [atom.project, owner(atom.unit), atom.cents, `保障${atom.project}按计划实施`]), ...goal.map((word, column) => (column === 0 && at === 1 ? '^' : word))], { name: atom.project, unit: `${atom.unit.name};${owner(atom.unit)}`, classification: 'project', leaf: '' }));
  }
  {
    const bought = [['购买审计中介服务', 'C20030000', '审计服务', 1, '项', 2], ['办公楼运行维护', 'C21040000', '物业管理服务', 1, '项', 3], ['大数据审计平台', 'A02010100', '服务器', 4, '台', 5], ['委托审计', 'A02020100', '复印机', 2, '台', 8]]
      .map(([name, code, thing, count, measure, share]) => { const atom = atoms.find(is('project', name)); return { atom, code, thing, count, measure, cents: Math.floor(atom.cents / share) }; });
    const paid = (key) => bought.reduce((cents, row) => cents + (!key || row.atom.fund === key ? row.cents : 0), 0);
    const table = add({ number: '表12', title: '政府采购预算表', size: 8.5, head: ['部门（单位）名称|项目名称|采购品目|<|采购数量|计量单位|合计|本年一般公共预算|政府性基金预算|单位资金', '^|^|编码|名称|^|^|^|^|^|^'], columns: [null, null, null, null, null, null, E('', 'all', { leaf: '' }), ...['general_public', 'government_fund', 'unit_funds'].map((key) => E('', key, { leaf: '' }))], widths: [30, 22, 11, 18, 8, 8, 13, 13, 13, 13] });
    table.row(['合计', '<', '<', '<', '<', '<', paid(), paid('general_public'), paid('government_fund'), paid('unit_funds')], { unit: '-' });
    for (const row of bought) table.row([owner(row.atom.unit), row.atom.project, row.code, row.thing, { count: String(row.count) }, row.measure, row.cents, ...['general_public', 'government_fund', 'unit_funds'].map((key) => (row.atom.fund === key ? row.cents : 0))], { name: `${row.atom.project};${row.thing}`, unit: `${row.atom.unit.name};${owner(row.atom.unit)}` });
  }
  const w = (cents) => written(cents, { grouped: true });
  return { ...form, name: 'neimenggu', kind: 'budget', prose: [`2025年${department}收入、支出预算总计${w(all)}万元，其中：一般公共预算${w(fund('general_public', now(atoms)))}万元，政府性基金预算${w(fund('government_fund'))}万元，单位资金${w(fund('unit_funds'))}万元，上年结转结余${w(carried)}万元。`, `支出预算中：基本支出${w(sum(atoms, basic))}万元，项目支出${w(sum(atoms, project))}万元。`] };
}
