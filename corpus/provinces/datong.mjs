// 山西 cities, final accounts of a 医院: own earnings above what the treasury pays, the general public budget with what it had, received, spent and has left, each by basic and project,
// expenditure of projects by name, a table of figures that only offices have beside purchases. From knowledge of the form (公开01表 to 公开11表 of departments of 大同 and 晋中)
import { sum } from './money.mjs';
import { E, R, is } from './rows.mjs';
import { basic, CLASSES, emptyList, finalList, finalSides, fiscalFinalSides, FUND_COLUMNS, FUND_HEADS, fundOf, INCOME, INCOME_COLUMNS, incomeOf, itemSides, numberedSides, OUTLAY, OUTLAY_COLUMNS, outlayOf, partsOf, personnel, project, publicUse, start, TREASURY } from './kit.mjs';
import { written } from './table.mjs';

export function datong(random) {
  const department = '某某市第三人民医院';
  const units = [{ code: '', name: department, institution: true, run: '2100201', own: true, projects: [['2100201', 'unit_funds', '药品耗材', '30218'], ['2100201', 'unit_funds', '影像设备', '31003'], ['2100299', 'general_public', '公立医院改革', '30399'], ['2100408', 'general_public', '健康体检', '30227'], ['2100499', 'general_public', '发热门诊', '31005'], ['2296002', 'government_fund', '康复辅具', '31003']] }];
  const form = start({ year: 2023, department, units, style: { grouped: true, zero: '' }, left: `部门：${department}`, meaning: { period: 'current', phase: 'final_accounts' } }, random);
  const { atoms, add, fund, all } = form;
  const [basicIn, projectIn, projectOut] = [random.whole(800, 4000), random.whole(3000, 9000), random.whole(2000, 8000)];
  const held = [basicIn + projectIn, projectOut];
  const keys = TREASURY;
  const codes = CLASSES.filter((code) => !['209', '227', '230'].includes(code));
  numberedSides(add({ number: '公开01表', title: '收入支出决算总表', size: 8, page: 'portrait', head: ['收入|<|<|支出|<|<', '项目|行次|决算数|项目|行次|决算数', '栏次||1|栏次||2'], columns: [null, null, R('all'), null, null, E('total', 'all')], widths: [32, 6, 14, 32, 6, 14] }), finalSides(form, codes, held, { surplus: '使用非财政拨款结余（含专用结余）', own: 1 }));
  finalList(form, { number: '公开02表', title: '收入决算表' }, INCOME_COLUMNS, [INCOME], incomeOf(form, held[1] - held[0], true), atoms, { wide: true });
  finalList(form, { number: '公开03表', title: '支出决算表', breaks: [18] }, OUTLAY_COLUMNS, [OUTLAY], outlayOf, atoms, { wide: true });
  numberedSides(add({ number: '公开04表', title: '财政拨款收入支出决算总表', size: 8, page: 'wide', head: ['收入|<|<|支出|<|<|<|<|<', '项目|行次|决算数|项目|行次|决算数|<|<|<', '^|^|^|^|^|合计|一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款', '栏次||1|栏次||2|3|4|5'], columns: [null, null, R('fiscal_appropriation'), null, null, E('total', 'fiscal_appropriation'), ...keys.map((key) => E('total', key))], widths: [30, 5, 12, 30, 5, 12, 12, 12, 12] }), fiscalFinalSides(form, codes, held, { before: '  ' }));
  const general = atoms.filter(is('fund', 'general_public'));
  {
    // What is left of basic expenditure stands with the subject that the hospital runs on, that of projects with 公立医院改革
    const carry = (qualifier) => ['total', 'basic', 'project'].map((component) => ({ fund: 'general_public', item: '', qualifier, component, leaf: '' }));
    const columns = [...carry('of_which_carried_in;'), ...['total', 'basic', 'project'].map((component) => R('general_public', { component })), ...['total', 'basic', 'personnel', 'public', 'project'].map((component) => E(component, 'general_public')), ...carry(';of_which_carried_out')];
    const heads = ['年初结转和结余|<|<|本年收入|<|<|本年支出|<|<|<|<|年末结转和结余|<|<', '合计|基本支出结转|项目支出结转和结余|合计|基本支出|项目支出|合计|基本支出|<|<|项目支出|合计|基本支出结转|项目支出结转和结余', '^|^|^|^|^|^|^|小计|人员经费|公用经费|^|^|^|^'];
    finalList(form, { number: '公开05表', title: '一般公共预算财政拨款收入支出决算表', page: 'wide', size: 8, widths: [9, 26, ...Array(14).fill(11)] }, columns, heads, (some) => {
      const [run, done] = [some.some((atom) => atom.functional === units[0].run), some.some((atom) => atom.functional === '2100299')].map(Number);
      const [a, b, p, q] = [run * basicIn, sum(some, basic), done * projectIn, sum(some, project)];
      return [a + p, a, p, b - a + q - p + done * projectOut, b - a, q - p + done * projectOut, b + q, b, sum(some, personnel), sum(some, publicUse), q, done * projectOut, 0, done * projectOut];
    }, general).plant((truth) => truth.code === '2100408' && truth.component === 'project' && truth.direction === 'expenditure', 1200);
  }
  const run = general.filter(basic);
  itemSides(form, add({ number: '公开06表', title: '一般公共预算财政拨款基本支出决算明细表', size: 7.5, page: 'wide', head: ['人员经费|<|<|公用经费|<|<|<|<|<', '科目编码|科目名称|决算数|科目编码|科目名称|决算数|科目编码|科目名称|决算数'], columns: ['personnel', 'public', 'public'].flatMap((component) => [null, null, E(`${component};basic;total`, 'general_public')]), widths: [7, 24, 12, 7, 24, 12, 7, 26, 12] }), run, ['人员经费合计', '<', sum(run, personnel), '公用经费合计', '<', '<', '<', '<', sum(run, publicUse)]);
  finalList(form, { number: '公开07表', title: '政府性基金预算财政拨款收入支出决算表' }, FUND_COLUMNS, FUND_HEADS, fundOf, atoms.filter(is('fund', 'government_fund')), { wide: true });
  emptyList(form, { number: '公开08表', title: '国有资本经营预算财政拨款支出决算表', notes: ['本部门没有国有资本经营预算财政拨款支出，本表为空。'] }, ['本年支出|<|<', '小计|基本支出|项目支出'], { wide: true });
  {
    // Rows below one another with 行次; the hospital pays none of them from the treasury's money but one car
    const table = add({ number: '公开09表', title: '财政拨款“三公”经费支出决算表', page: 'portrait', style: { grouped: true, zero: '0.00' }, head: ['项目|行次|预算数|决算数', '栏次||1|2'], columns: [null, null, ...['budget', 'final_accounts'].map((phase) => E('total', 'fiscal_appropriation;general_public', { phase }))], widths: [46, 8, 18, 18] });
    const car = random.whole(120, 450);
    [['“三公”经费合计', [car + 200, car], 'total', ''], ['一、因公出国（境）费', [0, 0], 'overseas', '“三公”经费合计'], ['二、公务用车购置及运行维护费', [car + 50, car], 'vehicle_total', '“三公”经费合计'], ['  （一）公务用车购置费', [0, 0], 'vehicle_purchase', '二、公务用车购置及运行维护费'], ['  （二）公务用车运行维护费', [car + 50, car], 'vehicle_operation', '二、公务用车购置及运行维护费'], ['三、公务接待费', [150, 0], 'reception', '“三公”经费合计']]
      .forEach(([label, cents, item, parent], at) => table.row([label, String(at + 1), ...cents], { name: label.trim(), item, parent }));
  }
  {
    const done = general.filter(project);
    const table = add({ number: '公开10表', title: '一般公共预算财政拨款项目支出决算表', head: ['项目名称|功能分类科目|<|年初预算数|调整预算数|决算数|执行率', '^|编码|名称|^|^|^|^'], columns: [null, null, null, ...['budget', 'adjusted', 'final_accounts'].map((phase) => E('project;total', 'general_public', { phase })), null], widths: [26, 11, 36, 14, 14, 14, 11] });
    const row = (lead, some, meaning) => { const spent = sum(some); const plan = some.reduce((cents, atom) => cents + Math.round(atom.cents * 1.1), 0); const changed = some.reduce((cents, atom) => cents + Math.round(atom.cents * 1.04), 0); table.row([...lead, plan, changed, spent, { count: `${(100 * spent / changed).toFixed(2)}%` }], meaning); };
    for (const atom of done) row([atom.project, atom.functional, form.names.functional(atom.functional)], [atom], { name: atom.project, classification: 'project', functional: atom.functional, leaf: 1 });
    row(['合计', '<', '<'], done, { name: '合计', leaf: 0 });
  }
  {
    const table = add({ number: '公开11表', title: '部门决算公开相关信息统计表', page: 'portrait', head: ['项目|行次|统计数', '栏次||1'], columns: [null, null, E('', '')], widths: [60, 10, 24] });
    const bought = [random.whole(9000, 50000), random.whole(3000, 9000), random.whole(1000, 9000)];
    const paid = bought.reduce((a, b) => a + b);
    [['一、政府采购情况（万元）', ''], ['（一）政府采购支出合计', paid, {}], ['  1．政府采购货物支出', bought[0], { item: 'procurement_goods;goods' }], ['  2．政府采购工程支出', bought[1], { item: 'procurement_works;works' }], ['  3．政府采购服务支出', bought[2], { item: 'procurement_services;services' }], ['（二）政府采购授予中小企业合同金额', Math.round(paid * 0.9), {}], ['      其中：授予小微企业合同金额', Math.round(paid * 0.4), {}],
      ['二、国有资产占用情况', ''], ['（一）车辆数合计（台、辆）', { count: '9' }], ['  1．特种专业技术用车', { count: '7' }], ['  2．其他用车', { count: '2' }], ['（二）单价100万元（含）以上设备（不含车辆）（台、套）', { count: '14' }], ['三、机关运行经费（万元）', ''], ['（一）行政单位', ''], ['（二）参照公务员法管理事业单位', '']]
      .forEach(([label, cents, of], at) => table.row([label, String(at + 1), cents], { name: label.trim(), ...of }));
  }
  const w = (cents) => written(cents, { grouped: true });
  return { ...form, name: 'datong', kind: 'final', prose: [`2023年度收入总计、支出总计${w(all + projectOut)}万元，其中事业收入${w(fund('unit_funds'))}万元。`, `本年支出合计${w(all)}万元，其中：基本支出${w(sum(atoms, basic))}万元，占${(100 * sum(atoms, basic) / all).toFixed(2)}%；项目支出${w(sum(atoms, project))}万元，占${(100 * sum(atoms, project) / all).toFixed(2)}%。`] };
}
