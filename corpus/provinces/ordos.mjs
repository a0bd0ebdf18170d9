// 内蒙古 final accounts: the national forms with 行次 and 栏次, basic and project expenditure by economic item in three lists side by side, the table of how an office runs. After the
// eleven tables of 鄂尔多斯市审计局 2023 (https://sjj.ordos.gov.cn/zfxxgk/fdzdgknr/czysjs/202409/t20240927_3661522.html); headings from knowledge of the national form of 2023
import { sum } from './money.mjs';
import { E, R, functionalOf, is, treasury } from './rows.mjs';
import { basic, CLASSES, finalSides, fiscalFinalSides, itemSides, listBy, numberedSides, personnel, project, publicUse, start, THREE, threeOf, TREASURY } from './kit.mjs';

export function ordos(random) {
  const department = '某某市生态环境局';
  const units = [{ code: '', name: department, institution: false, run: '2110101', own: true, projects: [['2110301', 'general_public', '大气污染防治', '30227'], ['2110302', 'general_public', '水体监测断面', '30213'], ['2111101', 'general_public', '自动站设备', '31003'], ['2110399', 'general_public', '奖励举报人', '30309'], ['2120899', 'government_fund', '人工湿地', '31005'], ['2230105', 'state_capital', '改制企业职工安置', '30399']] }];
  const form = start({ year: 2023, department, units, style: { grouped: true, zero: '' }, left: `部门：${department}`, meaning: { period: 'current', phase: 'final_accounts' } }, random);
  const { names, atoms, add, fund, all } = form;
  const held = [random.whole(9000, 30000), random.whole(1000, 8000)];
  const [carriedIn, carriedOut] = held;
  const keys = TREASURY;
  const codes = CLASSES.filter((code) => !['209', '227', '230'].includes(code));
  {
    const table = add({ number: '公开01表', title: '收入支出决算总表', size: 8, page: 'portrait', head: ['收入|<|<|支出|<|<', '项目|行次|金额|项目|行次|金额', '栏次||1|栏次||2'], columns: [null, null, R('all'), null, null, E('total', 'all')], widths: [32, 6, 14, 32, 6, 14] });
    numberedSides(table, finalSides(form, codes, held, { surplus: '使用非财政拨款结余和专用结余' }));
  }
  const list = (number, title, columns, heads, cells, some, more = {}) => {
    const table = add({ number, title, size: 8.5, head: [`项目|<|${heads[0]}`, `科目代码|科目名称|${heads[1] ?? heads[0].replace(/[^|]+/g, '^')}`, `栏次|<|${columns.map((_, at) => at + 1).join('|')}`], columns: [null, null, ...columns], widths: [10, 32, ...columns.map(() => 13)], ...more });
    return listBy(functionalOf, form, table, some, cells, { lead: (code, name) => [code, name], total: ['合计', '<'] });
  };
  const moved = (some) => (some.some(is('functional', units[0].run)) ? carriedOut - carriedIn : 0);
  list('公开02表', '收入决算表', [R('all'), R('fiscal_appropriation', { leaf: '' }), null, null, null, null, R('unit_funds', { leaf: '' })], ['本年收入合计|财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入'], (some) => [sum(some) + moved(some), sum(some, treasury) + moved(some), 0, 0, 0, 0, fund('unit_funds', some)], atoms, { breaks: [22] });
  list('公开03表', '支出决算表', ['total', 'basic', 'project', 'to_superiors', 'operating', 'to_subordinates'].map((component) => E(component, 'all')), ['本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出'], (some) => [sum(some), sum(some, basic), sum(some, project), 0, 0, 0], atoms, { breaks: [22] });
  {
    const table = add({ number: '公开04表', title: '财政拨款收入支出决算总表', size: 8, page: 'wide', head: ['收入|<|<|支出|<|<|<|<|<', '项目|行次|金额|项目|行次|合计|一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款', '栏次||1|栏次||2|3|4|5'], columns: [null, null, R('fiscal_appropriation'), null, null, E('total', 'fiscal_appropriation'), ...keys.map((key) => E('total', key))], widths: [30, 5, 12, 30, 5, 12, 12, 12, 12] });
    numberedSides(table, fiscalFinalSides(form, codes, held, { before: '  ' }));
  }
  const general = atoms.filter(is('fund', 'general_public'));
  list('公开05表', '一般公共预算财政拨款支出决算表', ['total', 'basic', 'project'].map((component) => E(component, 'general_public')), ['本年支出|<|<', '小计|基本支出|项目支出'], (some) => [sum(some), sum(some, basic), sum(some, project)], general).plant((truth) => truth.code === '2110302' && truth.component === 'project', 700);
  const byItem = (number, title, some, foot, of) => itemSides(form, add({ number, title, size: 7.5, page: 'wide', head: ['科目代码|科目名称|金额|科目代码|科目名称|金额|科目代码|科目名称|金额'], columns: of.flatMap((component) => [null, null, E(component, 'general_public')]), widths: [7, 24, 12, 7, 24, 12, 7, 26, 12] }), some, foot);
  const run = general.filter(basic);
  byItem('公开06表', '一般公共预算财政拨款基本支出决算明细表', run, ['人员经费合计', '<', sum(run, personnel), '公用经费合计', '<', '<', '<', '<', sum(run, publicUse)], ['personnel;basic;total', 'public;basic;total', 'public;basic;total']);
  const done = general.filter(project);
  byItem('公开07表', '一般公共预算财政拨款项目支出决算明细表', done, ['合计', '<', '<', '<', '<', '<', '<', '<', sum(done)], Array(3).fill('project;total'));
  const kept = (item, name) => ({ fund: name, item, leaf: '' });
  list('公开08表', '政府性基金预算财政拨款收入支出决算表', [kept('carried_in', 'government_fund'), R('government_fund'), ...['total', 'basic', 'project'].map((component) => E(component, 'government_fund')), kept('carried_out', 'government_fund')], ['年初结转和结余|本年收入|本年支出|<|<|年末结转和结余', '^|^|小计|基本支出|项目支出|^'], (some) => [0, sum(some), sum(some), 0, sum(some), 0], atoms.filter(is('fund', 'government_fund')));
  list('公开09表', '国有资本经营预算财政拨款支出决算表', ['total', 'basic', 'project'].map((component) => E(component, 'state_capital')), ['本年支出|<|<', '合计|基本支出|项目支出'], (some) => [sum(some), 0, sum(some)], atoms.filter(is('fund', 'state_capital')));
  const spent3 = threeOf(general);
  const planned = [spent3[0] + 4100, 0, spent3[2] + 3300, 0, spent3[4] + 3300, spent3[5] + 800];
  {
    const table = add({ number: '公开10表', title: '财政拨款“三公”经费支出决算表', size: 8.5, head: ['预算数|<|<|<|<|<|决算数|<|<|<|<|<', '合计|因公出国（境）费|公务用车购置及运行维护费|<|<|公务接待费|合计|因公出国（境）费|公务用车购置及运行维护费|<|<|公务接待费', '^|^|小计|公务用车购置费|公务用车运行维护费|^|^|^|小计|公务用车购置费|公务用车运行维护费|^', Array.from({ length: 12 }, (_, at) => at + 1).join('|')],
      columns: ['budget', 'final_accounts'].flatMap((phase) => THREE.map((item) => E('total', 'fiscal_appropriation;general_public', { item, phase }))), widths: Array(12).fill(10) });
    table.row([...planned, ...spent3]);
  }
  {
    // Money and counts in one column
    const table = add({ number: '公开11表', title: '机构运行经费支出、国有资产占用情况及政府采购支出信息表', style: { grouped: true, zero: '0.00' }, page: 'portrait', head: ['项目|行次|统计数', '栏次||1'], columns: [null, null, E('', '')], widths: [60, 10, 24] });
    const bought = [random.whole(3000, 9000), 0, random.whole(9000, 40000)];
    const total = bought.reduce((a, b) => a + b);
    [['一、机构运行经费支出', sum(run, publicUse), { item: 'operating_expenses' }], ['（一）行政单位', sum(run, publicUse), { item: '' }], ['（二）参照公务员法管理事业单位', 0, { item: '' }], ['二、国有资产占用情况', '—'], ['（一）车辆数合计（辆）', { count: '6' }], ['  1.机要通信用车', { count: '1' }], ['  2.执法执勤用车', { count: '5' }], ['（二）单价100万元（含）以上设备（不含车辆）（台/套）', { count: '3' }],
      ['三、政府采购支出信息', '—'], ['（一）政府采购支出合计', total, {}], ['  1.政府采购货物支出', bought[0], { item: 'procurement_goods;goods' }], ['  2.政府采购工程支出', bought[1], { item: 'procurement_works;works' }], ['  3.政府采购服务支出', bought[2], { item: 'procurement_services;services' }], ['（二）政府采购授予中小企业合同金额', Math.round(total * 0.8), {}], ['      其中：授予小微企业合同金额', Math.round(total * 0.5), {}]]
      .forEach(([label, cents, of], at) => table.row([label, String(at + 1), cents], { name: label.trim(), ...of }));
  }
  const w = (cents) => (cents / 100).toFixed(2);
  return { ...form, name: 'ordos', kind: 'final', prose: [`${department}2023年度收入、支出决算总计${w(all + carriedOut)}万元。`, `本年支出合计${w(all)}万元，其中：基本支出${w(sum(atoms, basic))}万元，项目支出${w(sum(atoms, project))}万元。`, `财政拨款“三公”经费支出决算${w(spent3[0])}万元，其中公务用车运行维护费${w(spent3[4])}万元，公务接待费${w(spent3[5])}万元。`] };
}
