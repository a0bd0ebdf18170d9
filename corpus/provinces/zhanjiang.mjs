// 广东, final accounts of a 馆: zeros printed in most tables, amounts in yuan, own earnings, a list that runs on without its head, state capital of one row of zeros. After the
// nine tables of 湛江市人民政府行政服务中心 2021 (https://gosugo.com/zdlyxxgk/czyjshsg/bmyjs/bmjs/2021/content/post_1669527.html); headings from knowledge of the form
import { sum } from './money.mjs';
import { E, R, indent, is } from './rows.mjs';
import { basic, CLASSES, finalList, finalSides, fiscalFinalSides, FUND_COLUMNS, FUND_HEADS, fundOf, INCOME, INCOME_COLUMNS, incomeOf, itemSides, numberedSides, OUTLAY, OUTLAY_COLUMNS, outlayOf, partsOf, personnel, project, publicUse, start, THREE, threeParts } from './kit.mjs';
import { written } from './table.mjs';

export function zhanjiang(random) {
  const department = '某某市文化馆';
  const units = [{ code: '', name: department, institution: true, run: '2070109', own: true, projects: [['2070109', 'general_public', '群众文化活动', '30227'], ['2070199', 'general_public', '免费开放', '30213'], ['2069999', 'general_public', '非遗数字化', '31007'], ['2296003', 'government_fund', '舞蹈排练厅', '31005']] }];
  const form = start({ year: 2021, department, units, unit: '元', scale: 100, style: { grouped: true, zero: '0.00' }, left: `部门：${department}`, meaning: { period: 'current', phase: 'final_accounts' } }, random);
  const { atoms, add, all } = form;
  const held = [random.whole(100000, 400000), random.whole(100000, 300000)];
  const keys = ['general_public', 'government_fund', 'state_capital'];
  const codes = CLASSES.filter((code) => !['209', '227', '230'].includes(code));
  const blankZero = { grouped: true, zero: '' };
  const asked = (table) => { table.truth.forEach((truth) => { if (truth.value === '0.00') truth.leaf = ''; }); return table; };
  asked(numberedSides(add({ number: '公开01表', title: '收入支出决算总表', size: 8, page: 'portrait', head: ['收入|<|<|支出|<|<', '项目|行次|金额|项目|行次|金额', '栏次||1|栏次||2'], columns: [null, null, R('all'), null, null, E('total', 'all')], widths: [32, 6, 16, 32, 6, 16] }), finalSides(form, codes, held, { own: 1 })));
  asked(finalList(form, { number: '公开02表', title: '收入决算表' }, INCOME_COLUMNS, [INCOME], incomeOf(form, held[1] - held[0], true), atoms));
  asked(finalList(form, { number: '公开03表', title: '支出决算表', breaks: [19], repeat: false }, OUTLAY_COLUMNS, [OUTLAY], outlayOf, atoms));
  numberedSides(add({ number: '公开04表', title: '财政拨款收入支出决算总表', style: blankZero, size: 8, page: 'wide', head: ['收入|<|<|支出|<|<|<|<|<', '项目|行次|金额|项目|行次|合计|一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款', '栏次||1|栏次||2|3|4|5'], columns: [null, null, R('fiscal_appropriation'), null, null, E('total', 'fiscal_appropriation'), ...keys.map((key) => E('total', key))], widths: [30, 5, 14, 30, 5, 14, 14, 14, 14] }), fiscalFinalSides(form, codes, held, { before: '  ' }));
  const general = atoms.filter(is('fund', 'general_public'));
  finalList(form, { number: '公开05表', title: '一般公共预算财政拨款支出决算表' }, partsOf('general_public'), ['本年支出|<|<', '合计|基本支出|项目支出'], threeParts, general).plant((truth) => truth.code === '2070199' && truth.component === 'project', 27000);
  const run = general.filter(basic);
  itemSides(form, add({ number: '公开06表', title: '一般公共预算财政拨款基本支出决算明细表', size: 7.5, page: 'wide', head: ['人员经费|<|<|公用经费|<|<|<|<|<', '科目编码|科目名称|金额|科目编码|科目名称|金额|科目编码|科目名称|金额'], columns: ['personnel', 'public', 'public'].flatMap((component) => [null, null, E(`${component};basic;total`, 'general_public')]), widths: [7, 24, 14, 7, 24, 14, 7, 26, 12] }), run, ['人员经费合计', '<', sum(run, personnel), '公用经费合计', '<', '<', '<', '<', sum(run, publicUse)]);
  {
    const heads = '合计|因公出国（境）费|公务用车购置及运行维护费|<|<|公务接待费';
    const table = add({ number: '公开07表', title: '一般公共预算财政拨款“三公”经费支出决算表', size: 8.5, head: ['2021年度预算数|<|<|<|<|<|2021年度决算数|<|<|<|<|<', `${heads}|${heads}`, '^|^|小计|公务用车购置费|公务用车运行维护费|^|^|^|小计|公务用车购置费|公务用车运行维护费|^', Array.from({ length: 12 }, (_, at) => at + 1).join('|')],
      columns: ['budget', 'final_accounts'].flatMap((phase) => THREE.map((item) => E('total', 'general_public', { item, phase }))), widths: Array(12).fill(10) });
    const [van, meal] = [random.whole(15000, 40000) * 100, random.whole(1000, 9000) * 100];
    table.row([van + meal + 300000, 0, van + 100000, 0, van + 100000, meal + 200000, van + meal, 0, van, 0, van, meal]);
  }
  asked(finalList(form, { number: '公开08表', title: '政府性基金预算财政拨款收入支出决算表' }, FUND_COLUMNS, FUND_HEADS, fundOf, atoms.filter(is('fund', 'government_fund'))));
  {
    const table = asked(finalList(form, { number: '公开09表', title: '国有资本经营预算财政拨款支出决算表', notes: ['注：本部门没有国有资本经营预算财政拨款支出，本表数据为零。'] }, partsOf('state_capital'), ['本年支出|<|<', '合计|基本支出|项目支出'], threeParts, []));
    table.row(['', indent(1), '', '', '']);
  }
  const w = (cents) => written(cents, { grouped: true });
  return { ...form, name: 'zhanjiang', kind: 'final', prose: [`${department}2021年度收入总计${w(all + held[1])}元，支出总计${w(all + held[1])}元。`, `本年支出合计${w(all)}元，其中：基本支出${w(sum(atoms, basic))}元，占${(100 * sum(atoms, basic) / all).toFixed(2)}%；项目支出${w(sum(atoms, project))}元，占${(100 * sum(atoms, project) / all).toFixed(2)}%。`] };
}
