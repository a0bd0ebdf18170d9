// 湖南, final accounts of a 国有林场: the nine national tables of 2024, codes as wide as the words 类, 款 and 项 beside 栏次 and 合计, two tables empty. After the list of tables of
// 新邵县龙山国有林场 2024 (https://admin.shaoyang.gov.cn/xinshao/bmjsgk/202511/c563dea302864d7a813e8b7da9148763.shtml); headings from knowledge of the national form of 2023
import { sum } from './money.mjs';
import { E, R, is } from './rows.mjs';
import { basic, CLASSES, emptyList, finalList, finalSides, fiscalFinalSides, FUND_HEADS, INCOME, INCOME_COLUMNS, incomeOf, itemSides, numberedSides, OUTLAY, OUTLAY_COLUMNS, outlayOf, partsOf, personnel, project, publicUse, start, THREE, threeParts } from './kit.mjs';
import { written } from './table.mjs';

export function xinshao(random) {
  const department = '某某县青山国有林场';
  const units = [{ code: '', name: department, institution: true, run: '2130204', own: true, projects: [['2130205', 'general_public', '中幼林抚育', '31099'], ['2130207', 'general_public', '林地巡护', '30226'], ['2130209', 'general_public', '公益林补偿', '30310'], ['2130234', 'general_public', '防火隔离带', '31005'], ['2130299', 'general_public', '林区危房', '30213']] }];
  const form = start({ year: 2024, department, units, style: { grouped: false, zero: '' }, left: `部门：${department}`, meaning: { period: 'current', phase: 'final_accounts' } }, random);
  const { atoms, add, all } = form;
  const held = [random.whole(1500, 9000), random.whole(20000, 60000)];
  const keys = ['general_public', 'government_fund', 'state_capital'];
  const codes = CLASSES.filter((code) => !['209', '227', '230'].includes(code));
  const notes = (what) => [`注：本表反映部门本年度${what}。`, '本套报表金额单位转换时可能存在尾数误差。'];
  const words = '支出功能分类科目编码';
  numberedSides(add({ number: '公开01表', title: '收入支出决算总表', size: 8, page: 'portrait', head: ['收 入|<|<|支 出|<|<', '项  目|行次|决算数|项  目|行次|决算数', '栏  次||1|栏  次||2'], columns: [null, null, R('all'), null, null, E('total', 'all')], widths: [32, 6, 14, 32, 6, 14], notes: notes('的总收支和年末结转结余情况') }), finalSides(form, codes, held, { surplus: '使用非财政拨款结余和专用结余' }));
  finalList(form, { number: '公开02表', title: '收入决算表', notes: notes('取得的各项收入情况') }, INCOME_COLUMNS, [INCOME], incomeOf(form, held[1] - held[0]), atoms, { wide: true, words });
  finalList(form, { number: '公开03表', title: '支出决算表', notes: notes('各项支出情况'), breaks: [20] }, OUTLAY_COLUMNS, [OUTLAY], outlayOf, atoms, { wide: true, words });
  numberedSides(add({ number: '公开04表', title: '财政拨款收入支出决算总表', size: 8, page: 'wide', head: ['收 入|<|<|支 出|<|<|<|<|<', '项  目|行次|决算数|项  目|行次|合计|一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款', '栏  次||1|栏  次||2|3|4|5'], columns: [null, null, R('fiscal_appropriation'), null, null, E('total', 'fiscal_appropriation'), ...keys.map((key) => E('total', key))], widths: [30, 5, 12, 30, 5, 12, 12, 12, 12], notes: notes('一般公共预算财政拨款、政府性基金预算财政拨款和国有资本经营预算财政拨款的总收支和年末结转结余情况') }), fiscalFinalSides(form, codes, held, { before: '    ' }));
  const general = atoms.filter(is('fund', 'general_public'));
  finalList(form, { number: '公开05表', title: '一般公共预算财政拨款支出决算表', notes: notes('一般公共预算财政拨款支出情况') }, partsOf('general_public'), ['本年支出|<|<', '小计|基本支出|项目支出'], threeParts, general, { wide: true, words }).plant((truth) => truth.code === '2130207' && truth.component === 'project', 900);
  const run = general.filter(basic);
  itemSides(form, add({ number: '公开06表', title: '一般公共预算财政拨款基本支出决算明细表', size: 7.5, page: 'wide', head: ['人员经费|<|<|公用经费|<|<|<|<|<', '科目编码|科目名称|决算数|科目编码|科目名称|决算数|科目编码|科目名称|决算数'], columns: ['personnel', 'public', 'public'].flatMap((component) => [null, null, E(`${component};basic;total`, 'general_public')]), widths: [7, 24, 12, 7, 24, 12, 7, 26, 12], notes: notes('一般公共预算财政拨款基本支出明细情况') }), run, ['人员经费合计', '<', sum(run, personnel), '公用经费合计', '<', '<', '<', '<', sum(run, publicUse)]);
  emptyList(form, { number: '公开07表', title: '政府性基金预算财政拨款收入支出决算表', notes: ['注：本部门没有政府性基金收入，也没有使用政府性基金安排的支出，故本表无数据。'] }, FUND_HEADS, { wide: true, words, rows: 3 });
  emptyList(form, { number: '公开08表', title: '国有资本经营预算财政拨款支出决算表', notes: ['注：本部门没有国有资本经营预算财政拨款支出，故本表无数据。'] }, ['本年支出|<|<', '合计|基本支出|项目支出'], { wide: true, words, rows: 3 });
  {
    const table = add({ number: '公开09表', title: '财政拨款“三公”经费支出决算表', size: 8.5, head: ['预算数|<|<|<|<|<|决算数|<|<|<|<|<', '合计|因公出国（境）费|公务用车购置及运行维护费|<|<|公务接待费|合计|因公出国（境）费|公务用车购置及运行维护费|<|<|公务接待费', '^|^|小计|公务用车购置费|公务用车运行维护费|^|^|^|小计|公务用车购置费|公务用车运行维护费|^', Array.from({ length: 12 }, (_, at) => at + 1).join('|')],
      columns: ['budget', 'final_accounts'].flatMap((phase) => THREE.map((item) => E('total', 'fiscal_appropriation;general_public', { item, phase }))), widths: Array(12).fill(10), notes: ['注：本表反映部门本年度“三公”经费支出预决算情况。其中：预算数为“三公”经费全年预算数，反映按规定程序调整后的预算数；决算数是包括当年财政拨款和以前年度结转资金安排的实际支出。'] });
    const [run3, meal] = [random.whole(150, 400), random.whole(10, 90)];
    table.row([run3 + meal + 130, 0, run3 + 50, 0, run3 + 50, meal + 80, run3 + meal, 0, run3, 0, run3, meal]);
  }
  return { ...form, name: 'xinshao', kind: 'final', prose: [`2024年度收、支总计${written(all + held[1])}万元。`, `本年支出合计${written(all)}万元，其中：基本支出${written(sum(atoms, basic))}万元，占${(100 * sum(atoms, basic) / all).toFixed(2)}%；项目支出${written(sum(atoms, project))}万元，占${(100 * sum(atoms, project) / all).toFixed(2)}%。`] };
}
