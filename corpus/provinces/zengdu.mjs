// 湖北, final accounts of a 管理处 with reservoirs: three columns of codes of which each row fills one, the sum after the items, no 行次 and no 栏次. After the
// nine tables of 曾都区河道堤防建设管理处 2021 (https://pdf.wenkuvip.com/archives/769xb3le5kpb0lmzpngj.html); headings from knowledge of the form of that year
import { sum } from './money.mjs';
import { E, R, economicOf, functionalOf, is, sidesBeside, split } from './rows.mjs';
import { basic, CLASSES, finalSides, fiscalFinalSides, FUND_COLUMNS, FUND_HEADS, fundOf, INCOME, INCOME_COLUMNS, incomeOf, listBy, OUTLAY, OUTLAY_COLUMNS, outlayOf, partsOf, personnel, project, publicUse, start, THREE, threeParts } from './kit.mjs';
import { written } from './table.mjs';

export function zengdu(random) {
  const department = '某某区双龙水库管理处';
  const units = [{ code: '', name: department, institution: true, run: '2130306', own: true, projects: [['2130305', 'general_public', '溢洪道加固', '31005'], ['2130314', 'general_public', '防汛物料', '30218'], ['2130399', 'general_public', '库区清漂', '30226'], ['2120804', 'government_fund', '灌区渠系', '31005'], ['2130306', 'unit_funds', '水费水电经营', '30213']] }];
  const form = start({ year: 2021, department, units, style: { grouped: false, zero: '' }, left: `单位名称：${department}`, meaning: { period: 'current', phase: 'final_accounts' } }, random);
  const { names, atoms, add, all } = form;
  const held = [random.whole(3000, 12000), random.whole(500, 2500)];
  const keys = ['general_public', 'government_fund', 'state_capital'];
  const codes = CLASSES.filter((code) => !['209', '227', '230', '231', '232', '233', '234'].includes(code));
  const sums = ['收入总计', '支出总计'];
  sidesBeside(add({ number: '表1', title: '收入支出决算总表', size: 8.5, page: 'portrait', head: ['收    入|<|支    出|<', '项    目|决算数|项目（按功能分类）|决算数'], columns: [null, R('all'), null, E('total', 'all')], widths: [34, 15, 34, 15] }), finalSides(form, codes, held, { sums, own: 1, surplus: '用事业基金弥补收支差额' }));
  const list = (number, title, columns, [top, below], cells, some, more = {}) => {
    const table = add({ number, title, size: 8.5, head: [`功能分类科目编码|<|<|科目名称|${top}`, `类|款|项|^|${below ?? top.replace(/[^|]+/g, '^')}`], columns: [null, null, null, null, ...columns], widths: [5, 4, 4, 32, ...columns.map(() => 13)], ...more });
    return listBy(functionalOf, form, table, some, cells, { lead: (code, name, level) => [...split(code).map((part, at) => (at === level ? part : '')), name], total: ['合　　计', '<', '<', '<'], label: '合　　计', last: true });
  };
  list('表2', '收入决算表', INCOME_COLUMNS, [INCOME], incomeOf(form, held[1] - held[0], true), atoms);
  list('表3', '支出决算表', OUTLAY_COLUMNS, [OUTLAY], outlayOf, atoms, { breaks: [15] });
  sidesBeside(add({ number: '表4', title: '财政拨款收入支出决算总表', size: 8.5, breaks: [22], head: ['收    入|<|支    出|<|<|<|<', '项    目|决算数|项    目|合计|一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款'], columns: [null, R('fiscal_appropriation'), null, E('total', 'fiscal_appropriation'), ...keys.map((key) => E('total', key))], widths: [30, 12, 30, 12, 12, 12, 12] }), fiscalFinalSides(form, codes, held, { sums, before: '  ' }));
  const general = atoms.filter(is('fund', 'general_public'));
  list('表5', '一般公共预算财政拨款支出决算表', partsOf('general_public'), ['本年支出|<|<', '合计|基本支出|项目支出'], threeParts, general).plant((truth) => truth.code === '2130399' && truth.component === 'project', 3000);
  {
    const table = add({ number: '表6', title: '一般公共预算财政拨款基本支出决算表', page: 'portrait', breaks: [20], head: ['经济分类科目编码|<|科目名称|本年支出|<|<', '类|款|^|合计|人员经费|公用经费'], columns: [null, null, null, E('total;basic', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public')], widths: [6, 6, 36, 16, 16, 16] });
    listBy(economicOf, form, table, general.filter(basic), (some) => [sum(some), sum(some, personnel), sum(some, publicUse)], { lead: (code, name, level) => (level ? ['', code.slice(3), name] : [code, '', name]), total: ['合　　计', '<', '<'], label: '合　　计', last: true });
  }
  {
    const heads = '合计|因公出国（境）费|公务用车购置及运行费|<|<|公务接待费';
    const table = add({ number: '表7', title: '一般公共预算财政拨款“三公”经费支出决算表', size: 8.5, head: ['2021年度预算数|<|<|<|<|<|2021年度决算数|<|<|<|<|<', `${heads}|${heads}`, '^|^|小计|公务用车购置费|公务用车运行费|^|^|^|小计|公务用车购置费|公务用车运行费|^'],
      columns: ['budget', 'final_accounts'].flatMap((phase) => THREE.map((item) => E('total', 'general_public', { item, phase }))), widths: Array(12).fill(10), notes: ['注：预算数为年初部门预算数，决算数包括当年一般公共预算财政拨款和以前年度结转结余资金安排的实际支出。'] });
    const [boat, meal] = [random.whole(100, 380), random.whole(10, 80)];
    table.row([boat + meal + 150, 0, boat + 100, 0, boat + 100, meal + 50, boat + meal, 0, boat, 0, boat, meal]);
  }
  list('表8', '政府性基金预算财政拨款收入支出决算表', FUND_COLUMNS, FUND_HEADS, fundOf, atoms.filter(is('fund', 'government_fund')));
  list('表9', '国有资本经营预算财政拨款支出决算表', [null, null, null], ['本年支出|<|<', '合计|基本支出|项目支出'], () => ['', '', ''], [], { notes: [`说明：${department}2021年度没有使用国有资本经营预算安排的支出，${names.functional('223')}为零。`] });
  const w = (cents) => written(cents);
  return { ...form, name: 'zengdu', kind: 'final', prose: [`2021年度收、支总计均为${w(all + held[1])}万元。`, `2021年度本年支出合计${w(all)}万元，其中：基本支出${w(sum(atoms, basic))}万元，占${(100 * sum(atoms, basic) / all).toFixed(2)}%；项目支出${w(sum(atoms, project))}万元，占${(100 * sum(atoms, project) / all).toFixed(2)}%。`] };
}
