// 陕西 final accounts: yuan and fen, 三公 with meetings and training and what was budgeted in a row above what was spent, revenue and expenditure of funds in one list. After the
// nine tables of 柞水县审计局 2020年部门决算 (http://219.145.244.73:88/html/zwgk/czysjs/118395.html); headings from knowledge of the form
import { sum } from './money.mjs';
import { E, R, economicOf, functionalOf, is, sidesBeside, treasury } from './rows.mjs';
import { basic, CLASSES, finalSides, fiscalFinalSides, listBy, personnel, project, publicUse, start } from './kit.mjs';

export function zhashui(random) {
  const department = '某某县审计局';
  const units = [{ code: '', name: department, institution: false, run: '2010801', own: true, projects: [['2010804', 'general_public', '专项审计业务', '30227'], ['2010899', 'general_public', '驻村帮扶', '30399'], ['2120899', 'government_fund', '土地出让金审计', '30227']] }];
  const form = start({ year: 2020, department, units, unit: '元', scale: 937, style: { grouped: true, zero: '' }, left: `编制部门：${department}`, meaning: { period: 'current', phase: 'final_accounts' } }, random);
  const { atoms, add, fund, all } = form;
  const held = [random.whole(4000000, 9000000), random.whole(1000000, 3000000)];
  const [carriedIn, carriedOut] = held;
  const sums = ['收入总计', '支出总计'];
  const keys = ['general_public', 'government_fund', 'state_capital'];
  const codes = CLASSES.filter((code) => !['209', '227', '230', '231', '232', '233'].includes(code));
  {
    const table = add({ number: '公开01表', title: '收入支出决算总表', size: 8.5, page: 'portrait', head: ['收入|<|支出|<', '项目|决算数|项目（按功能分类）|决算数'], columns: [null, R('all'), null, E('total', 'all')], widths: [32, 16, 32, 16] });
    sidesBeside(table, finalSides(form, codes, held, { sums }));
  }
  const list = (number, title, columns, heads, cells, some, more = {}) => {
    const table = add({ number, title, head: [`功能分类科目|<|${heads[0]}`, `功能分类科目编码|科目名称|${heads[1] ?? heads[0].replace(/[^|]+/g, '^')}`], columns: [null, null, ...columns], widths: [11, 32, ...columns.map(() => 13)], size: 8.5, ...more });
    return listBy(functionalOf, form, table, some, cells, { lead: (code, name) => [code, name], total: ['合计', '<'] });
  };
  const moved = (some) => (some.some(is('functional', units[0].run)) ? carriedOut - carriedIn : 0);
  list('公开02表', '收入决算表', [R('all'), R('fiscal_appropriation', { leaf: '' }), null, null, null, null, R('unit_funds', { leaf: '' })], ['本年收入合计|财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入'],
    (some) => [sum(some) + moved(some), sum(some, treasury) + moved(some), 0, 0, 0, 0, fund('unit_funds', some)], atoms);
  list('公开03表', '支出决算表', ['total', 'basic', 'project', 'to_superiors', 'operating', 'to_subordinates'].map((component) => E(component, 'all')), ['本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出'], (some) => [sum(some), sum(some, basic), sum(some, project), 0, 0, 0], atoms);
  {
    const table = add({ number: '公开04表', title: '财政拨款收入支出决算总表', size: 8.5, breaks: [24], head: ['收入|<|支出|<|<|<|<', '项目|决算数|项目|合计|一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款'], columns: [null, R('fiscal_appropriation'), null, E('total', 'fiscal_appropriation'), ...keys.map((key) => E('total', key))], widths: [30, 14, 28, 14, 14, 14, 10] });
    sidesBeside(table, fiscalFinalSides(form, codes, held, { sums }));
  }
  const general = atoms.filter(is('fund', 'general_public'));
  list('公开05表', '一般公共预算财政拨款支出决算表', [...['total', 'basic', 'personnel', 'public', 'project'].map((component) => E(component, 'general_public')), null], ['本年支出合计|基本支出|<|<|项目支出|备注', '^|小计|人员经费|公用经费|^|^'], (some) => [sum(some), sum(some, basic), sum(some, personnel), sum(some, publicUse), sum(some, project), ''], general)
    .plant((truth) => truth.code === '2010804' && truth.component === 'project', 10000);
  {
    const table = add({ number: '公开06表', title: '一般公共预算财政拨款基本支出决算表', page: 'portrait', breaks: [20], head: ['经济分类科目编码|科目名称|本年支出合计|人员经费|公用经费|备注'], columns: [null, null, E('total;basic', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public'), null], widths: [11, 32, 16, 16, 16, 7] });
    listBy(economicOf, form, table, general.filter(basic), (some) => [sum(some), sum(some, personnel), sum(some, publicUse), ''], { lead: (code, name) => [code, name], total: ['合计', '<'] });
  }
  {
    const items = ['total', 'overseas', 'reception', 'vehicle_total', 'vehicle_purchase', 'vehicle_operation', 'meetings', 'training'];
    const table = add({ number: '公开07表', title: '一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表', size: 8.5, head: ['项　目|一般公共预算财政拨款安排的“三公”经费|<|<|<|<|<|会议费|培训费', '^|小计|因公出国（境）费用|公务接待费|公务用车购置费和运行维护费|<|<|^|^', '^|^|^|^|小计|公务用车购置费|公务用车运行维护费|^|^', '栏次|1|2|3|4|5|6|7|8'],
      columns: [null, ...items.map((item) => E('total', 'general_public', { item }))], widths: [12, ...items.map(() => 13)] });
    const [run, meal, meet, train] = ['30231', '30217', '30215', '30216'].map((code) => sum(general, is('economic', code)));
    const row = (r, m, a, b) => [r + m, 0, m, r, 0, r, a, b];
    table.row(['预算数', ...row(run + 200000, meal + 350000, meet + 110000, train + 90000)], { phase: 'budget' });
    table.row(['决算数', ...row(run, meal, meet, train)]);
  }
  list('公开08表', '政府性基金预算财政拨款收入支出决算表', [{ fund: 'government_fund', item: 'carried_in', leaf: '' }, R('government_fund'), ...['total', 'basic', 'project'].map((component) => E(component, 'government_fund')), { fund: 'government_fund', item: 'carried_out', leaf: '' }], ['年初结转和结余|本年收入|本年支出|<|<|年末结转和结余', '^|^|小计|基本支出|项目支出|^'],
    (some) => [0, sum(some), sum(some), 0, sum(some), 0], atoms.filter(is('fund', 'government_fund')));
  {
    const table = add({ number: '公开09表', title: '国有资本经营预算财政拨款支出决算表', head: ['功能分类科目|<|本年支出|<|<', '功能分类科目编码|科目名称|合计|基本支出|项目支出'], columns: Array(5).fill(null), widths: [12, 40, 14, 14, 14], notes: ['注：本部门没有国有资本经营预算财政拨款支出，此表为空表。'] });
    for (let row = 0; row < 3; row++) table.row([row ? '' : '合计', row ? '' : '<', '', '', '']);
  }
  const w = (cents) => (cents / 1000000).toFixed(2);
  return { ...form, name: 'zhashui', kind: 'final', prose: [`2020年度收入支出总计均为${w(all + carriedOut)}万元。`, `2020年度支出合计${w(all)}万元，其中：基本支出${w(sum(atoms, basic))}万元，占${(100 * sum(atoms, basic) / all).toFixed(2)}%；项目支出${w(sum(atoms, project))}万元，占${(100 * sum(atoms, project) / all).toFixed(2)}%。`] };
}
