// 重庆, final accounts of a 联合会: no 行次, 事业收入 with 教育收费 inside, the table of how an office runs in two halves with budget and accounts, money and counts. After
// 丰都县工商业联合会 2024 (https://cqfd.gov.cn/zwgk_200/fdzdgknr/czyjs/jsgk_395151/qtjs/202509/t20250916_15014276.html); headings from knowledge of the form of 重庆's districts
import { sum } from './money.mjs';
import { E, R, is, sidesBeside, treasury } from './rows.mjs';
import { basic, CLASSES, emptyList, finalList, finalSides, fiscalFinalSides, FUND_COLUMNS, FUND_HEADS, fundOf, itemSides, OUTLAY, OUTLAY_COLUMNS, outlayOf, partsOf, personnel, project, publicUse, start, threeOf, threeParts, TREASURY } from './kit.mjs';
import { written } from './table.mjs';

export function fengdu(random) {
  const department = '某某县工商业联合会';
  const units = [{ code: '', name: department, institution: false, run: '2012801', own: true, projects: [['2012802', 'general_public', '商会换届', '30215'], ['2012899', 'general_public', '民营企业家培训', '30216'], ['2150805', 'general_public', '中小企业服务站', '31204'], ['2120899', 'government_fund', '商会用房修缮', '30213']] }];
  const form = start({ year: 2024, department, units, style: { grouped: true, zero: '' }, left: `公开部门：${department}`, meaning: { period: 'current', phase: 'final_accounts' } }, random);
  const { atoms, add, fund, all } = form;
  const held = [0, random.whole(1000, 6000)];
  const keys = TREASURY;
  const codes = CLASSES.filter((code) => !['209', '227', '230'].includes(code));
  const words = '功能分类科目编码';
  const more = { words, item: '科目', numbers: false };
  sidesBeside(add({ number: '公开01表', title: '收入支出决算总表', size: 8.5, page: 'portrait', head: ['收入|<|支出|<', '项目|决算数|项目|决算数'], columns: [null, R('all'), null, E('total', 'all')], widths: [34, 15, 34, 15] }), finalSides(form, codes, held, { surplus: '使用非财政拨款结余（含专用结余）' }));
  {
    const U = R('unit_funds', { leaf: '' });
    const moved = (some) => (some.some(is('functional', units[0].run)) ? held[1] : 0);
    finalList(form, { number: '公开02表', title: '收入决算表' }, [R('all'), R('fiscal_appropriation', { leaf: '' }), U, U, R('special_account', { leaf: '' }), U, U, U], ['本年收入合计|财政拨款收入|上级补助收入|事业收入|<|经营收入|附属单位上缴收入|其他收入', '^|^|^|小计|其中：教育收费|^|^|^'],
      (some) => [sum(some) + moved(some), sum(some, treasury) + moved(some), 0, 0, 0, 0, 0, fund('unit_funds', some)], atoms, more);
  }
  finalList(form, { number: '公开03表', title: '支出决算表' }, OUTLAY_COLUMNS, [OUTLAY], outlayOf, atoms, more);
  sidesBeside(add({ number: '公开04表', title: '财政拨款收入支出决算总表', size: 8.5, breaks: [24], head: ['收     入|<|支     出|<|<|<|<', '项目|决算数|项目|合计|一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款'], columns: [null, R('fiscal_appropriation'), null, E('total', 'fiscal_appropriation'), ...keys.map((key) => E('total', key))], widths: [30, 13, 28, 13, 13, 13, 13] }), fiscalFinalSides(form, codes, held));
  const general = atoms.filter(is('fund', 'general_public'));
  finalList(form, { number: '公开05表', title: '一般公共预算财政拨款支出决算表' }, partsOf('general_public'), ['本年支出|<|<', '合计|基本支出|项目支出'], threeParts, general, more).plant((truth) => truth.code === '2012899' && truth.component === 'project', -400);
  const run = general.filter(basic);
  itemSides(form, add({ number: '公开06表', title: '一般公共预算财政拨款基本支出决算表', size: 7.5, page: 'wide', head: ['人员经费|<|<|公用经费|<|<|<|<|<', '经济分类科目编码|科目名称|决算数|经济分类科目编码|科目名称|决算数|经济分类科目编码|科目名称|决算数'], columns: ['personnel', 'public', 'public'].flatMap((component) => [null, null, E(`${component};basic;total`, 'general_public')]), widths: [9, 24, 12, 9, 24, 12, 9, 26, 12] }), run, ['人员经费合计', '<', sum(run, personnel), '公用经费合计', '<', '<', '<', '<', sum(run, publicUse)]);
  finalList(form, { number: '公开07表', title: '政府性基金预算财政拨款收入支出决算表' }, FUND_COLUMNS, FUND_HEADS, fundOf, atoms.filter(is('fund', 'government_fund')), more);
  emptyList(form, { number: '公开08表', title: '国有资本经营预算财政拨款支出决算表', notes: ['备注：本单位无国有资本经营预算财政拨款支出，故本表无数据。'] }, ['本年支出|<|<', '合计|基本支出|项目支出'], { ...more, rows: 2 });
  {
    // What offices run on: each half with its own words, a dash where nothing can stand
    const P = (phase) => E('', '', { phase });
    const table = add({ number: '公开09表', title: '机构运行信息表', size: 8, style: { grouped: true, zero: '0.00' }, head: ['项  目|预算数|决算数|项  目|预算数|决算数'], columns: [null, P('budget'), P('final_accounts'), null, P('budget'), P('final_accounts')], widths: [38, 11, 11, 42, 11, 11] });
    const three = threeOf(general);
    const planned = three.map((cents, at) => [cents, cents + [900, 0, 600, 0, 600, 300][at]]);
    const [, abroad, cars, bought, driven, meals] = planned.map(([done, plan]) => [plan, done]);
    const T = (item, parent = '（一）支出合计') => ({ item, parent, component: 'total', fund: 'general_public;fiscal_appropriation' });
    const [meet, train] = ['30215', '30216'].map((code) => sum(general, is('economic', code)));
    const count = (label, value) => [label, '—', { count: String(value) }, {}];
    const head = (label) => [label, '—', '—', {}];
    const left = [head('一、“三公”经费支出'), ['（一）支出合计', planned[0][1], planned[0][0], T('total', '')], ['  1．因公出国（境）费', ...abroad, T('overseas')], ['  2．公务用车购置及运行维护费', ...cars, T('vehicle_total')], ['    （1）公务用车购置费', ...bought, T('vehicle_purchase', '2．公务用车购置及运行维护费')], ['    （2）公务用车运行维护费', ...driven, T('vehicle_operation', '2．公务用车购置及运行维护费')],
      ['  3．公务接待费', ...meals, T('reception')], ['    （1）国内接待费', '—', meals[1], { parent: '3．公务接待费;-' }], ['          其中：外事接待费', '—', 0, {}], ['    （2）国（境）外接待费', '—', 0, { parent: '3．公务接待费;-' }], head('（二）相关统计数'), count('  1．因公出国（境）团组数（个）', 0), count('  2．因公出国（境）人次数（人）', 0), count('  3．公务用车购置数（辆）', 0), count('  4．公务用车保有量（辆）', 1), count('  5．国内公务接待批次（个）', 23), count('  6．国内公务接待人次（人）', 186), ['二、会议费', '—', meet, { item: 'meetings' }], ['三、培训费', '—', train, { item: 'training' }]];
    const buy = [random.whole(300, 900), 0, random.whole(2000, 9000)];
    const paid = buy.reduce((a, b) => a + b);
    const office = sum(run, publicUse);
    const right = [['四、机关运行经费', '—', office, { item: 'operating_expenses' }], ['（一）行政单位', '—', office, {}], ['（二）参照公务员法管理事业单位', '—', 0, {}], head('五、资产信息'), count('（一）车辆数合计（辆）', 1), count('  1．副部（省）级及以上领导用车', 0), count('  2．主要负责人用车', 0), count('  3．机要通信用车', 1), count('  4．其他用车', 0), count('（二）单价100万元（含）以上设备（不含车辆）（台，套）', 0), head('六、政府采购支出信息'), ['（一）政府采购支出合计', '—', paid, {}], ['  1．政府采购货物支出', '—', buy[0], { item: 'procurement_goods;goods' }], ['  2．政府采购工程支出', '—', buy[1], { item: 'procurement_works;works' }], ['  3．政府采购服务支出', '—', buy[2], { item: 'procurement_services;services' }],
      ['（二）政府采购授予中小企业合同金额', '—', paid, {}], ['      其中：授予小微企业合同金额', '—', Math.round(paid * 0.6), {}], ['', '', '', {}], ['', '', '', {}]];
    left.forEach(([label, plan, done, of], at) => { const [label2, plan2, done2, of2] = right[at]; const [a, b] = [{ name: label.trim(), ...of }, { name: label2.trim(), ...of2 }]; table.row([label, plan, done, label2, plan2, done2], {}, { 1: a, 2: a, 4: b, 5: b }); });
  }
  const w = (cents) => written(cents, { grouped: true });
  return { ...form, name: 'fengdu', kind: 'final', prose: [`2024年度收入总计${w(all + held[1])}万元，支出总计${w(all + held[1])}万元。`, `2024年度支出合计${w(all)}万元。其中：基本支出${w(sum(atoms, basic))}万元，占${(100 * sum(atoms, basic) / all).toFixed(2)}%；项目支出${w(sum(atoms, project))}万元，占${(100 * sum(atoms, project) / all).toFixed(2)}%。`] };
}
