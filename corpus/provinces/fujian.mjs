// 福建: a department of hospitals, stations and an association; 人员支出 and 公用支出 beside 项目支出, both sorts of economic lists, special funds by name and by unit. From
// knowledge of the form (附件1 收支预算总表 to 附件11 部门专项资金管理清单目录 of departments of 福建省, 泉州 and 龙岩, budgets of 2024 and 2025)
import { sum } from './money.mjs';
import { E, R, economicOf, functionalOf, is, sidesBeside } from './rows.mjs';
import { basic, CLASSES, classSide, evened, fiscalSides, listBy, partsOf, personnel, project, publicUse, start, threeOf, threeParts, TREASURY } from './kit.mjs';
import { written } from './table.mjs';

export function fujian(random) {
  const units = [
    { code: '361001', name: '某某市卫生健康委员会', institution: false, run: '2100101', projects: [['2100408', 'general_public', '基层医疗补短板', '30399'], ['2100717', 'general_public', '计划生育家庭奖励', '30309']] },
    { code: '361301', name: '某某市第一医院', institution: true, run: '2100201', own: true, projects: [['2100201', 'unit_funds', '医疗设备购置', '31003'], ['2100299', 'general_public', '重点专科', '30226']] },
    { code: '361302', name: '某某市妇幼保健院', institution: true, run: '2100403', own: true, projects: [['2100403', 'unit_funds', '病房改造', '31006']] },
    { code: '361303', name: '某某市中心血站', institution: true, run: '2100406', projects: [['2100406', 'general_public', '血液检测试剂', '30218', true]] },
    { code: '361304', name: '某某市卫生健康综合监督执法支队', institution: true, run: '2100402', projects: [['2100402', 'general_public', '监督抽检', '30227']] },
    { code: '361305', name: '某某市计划生育协会', institution: false, run: '2100716', projects: [['2100799', 'general_public', '生育关怀', '30399']] },
    { code: '361306', name: '某某市急救站', institution: true, run: '2100405', projects: [['2296002', 'government_fund', '救护车更新', '31003']] },
  ];
  const form = start({ year: 2025, department: '某某市卫生健康委员会', units, style: { grouped: true, zero: '' }, left: '单位名称：某某市卫生健康委员会（汇总）' }, random);
  const { atoms, add, fund, all, carried, department } = form;
  const now = (some) => some.filter((atom) => !atom.carried);
  const keys = TREASURY;
  {
    const table = add({ number: '附件1', title: '2025年度收支预算总表', head: ['收入|<|支出|<', '收入项目|预算数|支出项目|预算数'], columns: [null, R('all'), null, E('total', 'all')], widths: [34, 14, 34, 14], page: 'portrait', size: 8.5 });
    const labels = ['一、一般公共预算拨款收入', '二、政府性基金预算拨款收入', '三、国有资本经营预算拨款收入', '四、财政专户管理资金收入', '五、事业收入', '六、事业单位经营收入', '七、上级补助收入', '八、附属单位上缴收入', '九、其他收入'];
    const [income, spent] = evened(labels.map((label, at) => [label, at < 3 ? fund(keys[at], now(atoms)) : at === 4 ? fund('unit_funds') : 0, { fund: at < 3 ? keys[at] : at === 3 ? 'special_account' : 'unit_funds', leaf: 1 }]), classSide(form, CLASSES.filter((code) => !['227', '230', '231', '232', '233'].includes(code))));
    income.push(['本年收入合计', all - carried, { leaf: 0 }], ['上年结转结余', carried, { item: 'carried_in' }], ['收入合计', all, { leaf: 0 }]);
    spent.push(['本年支出合计', all, { leaf: 0 }], ['结转下年', 0, {}], ['支出合计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  {
    const heads = '一般公共预算拨款收入|政府性基金预算拨款收入|国有资本经营预算拨款收入|财政专户管理资金收入|事业收入|事业单位经营收入|上级补助收入|附属单位上缴收入|其他收入|上年结转结余';
    const table = add({ number: '附件2', title: '2025年度收入预算总表', page: 'wide', size: 8, head: [`科目编码|单位名称|总计|${heads}`], columns: [null, null, { ...R('all'), leaf: '' }, ...keys.map((key) => R(key, { leaf: '' })), null, R('unit_funds', { leaf: '' }), null, null, null, null, R('all', { qualifier: 'of_which_carried_in', leaf: '' })], widths: [9, 30, ...Array(11).fill(11)] });
    const cells = (some) => [sum(some), ...keys.map((key) => fund(key, now(some))), 0, fund('unit_funds', some), 0, 0, 0, 0, sum(some, is('carried', true))];
    table.row(['', '合计', ...cells(atoms)], { unit: '-' });
    for (const unit of units) table.row([unit.code, unit.name, ...cells(atoms.filter(is('unit', unit)))], { unit: unit.name });
  }
  const list = (number, title, columns, heads, cells, some, { of = functionalOf, words = '科目编码|科目名称', ...more } = {}) => {
    const table = add({ number, title, head: heads.map((row, at) => `${at ? '^|^' : words}|${row}`), columns: [null, null, ...columns], widths: [11, 38, ...columns.map(() => 13)], ...more });
    return listBy(of, form, table, some, cells, { lead: (code, name) => [code, name] });
  };
  list('附件3', '2025年度支出预算总表', [E('total', 'all'), E('basic', 'all'), E('personnel', 'all'), E('public', 'all'), E('project', 'all'), E('operating', 'all'), E('to_superiors', 'all'), E('to_subordinates', 'all')], ['合计|基本支出|<|<|项目支出|事业单位经营支出|上缴上级支出|对附属单位补助支出', '^|小计|人员支出|公用支出|^|^|^|^'],
    (some) => [sum(some), sum(some, basic), sum(some, personnel), sum(some, publicUse), sum(some, project), 0, 0, 0], atoms, { size: 8.5, breaks: [20] });
  {
    const table = add({ number: '附件4', title: '2025年度财政拨款收支预算总表', size: 8.5, breaks: [25], head: ['收入|<|支出|<|<|<|<', '项目|预算数|项目|合计|一般公共预算|政府性基金预算|国有资本经营预算'], columns: [null, R('fiscal_appropriation'), null, E('total', 'fiscal_appropriation'), ...keys.map((key) => E('total', key))], widths: [28, 12, 32, 12, 12, 12, 12] });
    sidesBeside(table, fiscalSides(form, CLASSES.filter((code) => !['227', '230', '231', '232', '233'].includes(code)), (some) => [sum(some), ...keys.map((key) => fund(key, some))], { word: '拨款', sums: ['收入总计', '支出总计'] }));
  }
  const general = atoms.filter(is('fund', 'general_public'));
  list('附件5', '2025年度一般公共预算拨款支出预算表', partsOf('general_public'), ['合计|其中：|<', '^|基本支出|项目支出'], threeParts, general, { breaks: [20] }).plant((truth) => truth.code === '2100402' && truth.component === 'project', 1500);
  list('附件6', '2025年度政府性基金拨款支出预算表', partsOf('government_fund'), ['合计|其中：|<', '^|基本支出|项目支出'], threeParts, atoms.filter(is('fund', 'government_fund')));
  {
    const table = add({ number: '附件7', title: '2025年度国有资本经营预算拨款支出预算表', head: ['科目编码|科目名称|合计|其中：|<', '^|^|^|基本支出|项目支出'], columns: Array(5).fill(null), widths: [11, 40, 14, 14, 14], notes: ['备注：本部门2025年没有国有资本经营预算拨款支出，故本表为空。'] });
    table.row(['', '合计', '', '', '']);
  }
  list('附件8', '2025年度一般公共预算支出经济分类情况表', partsOf('general_public'), ['合计|其中：|<', '^|基本支出|项目支出'], threeParts, general, { of: economicOf, breaks: [22] });
  list('附件9', '2025年度一般公共预算基本支出经济分类情况表', [E('total;basic', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public')], ['合计|其中：|<', '^|人员经费|公用经费'], (some) => [sum(some), sum(some, personnel), sum(some, publicUse)], general.filter(basic), { of: economicOf, breaks: [22] });
  {
    const [total, , vehicles, bought, driven, meal] = threeOf(general);
    const table = add({ number: '附件10', title: '2025年度一般公共预算“三公”经费支出预算表', page: 'portrait', style: { grouped: true, zero: '0.00' }, head: ['项目|2025年预算数'], columns: [null, E('total', 'general_public')], widths: [60, 30] });
    [['合计', total, 'total'], ['1、因公出国（境）费用', 0, 'overseas'], ['2、公务接待费', meal, 'reception'], ['3、公务用车费', vehicles, 'vehicle_total'], ['其中：（1）公务用车运行维护费', driven, 'vehicle_operation'], ['            （2）公务用车购置费', bought, 'vehicle_purchase']].forEach(([label, cents, item]) => table.row([label, cents], { name: label.trim(), item }));
  }
  {
    const listed = general.filter((atom) => project(atom) && atom.unit.code !== '361301');
    const table = add({ number: '附件11', title: '2025年度部门专项资金管理清单目录', size: 8, head: ['序号|专项资金名称|立项依据|执行期限|执行单位|当年预算|<|<|分配办法', '^|^|^|^|^|合计|一般公共预算|上年结转|^'], columns: [null, null, null, null, null, E('project;total', '', { leaf: '' }), E('project;total', 'general_public', { leaf: '' }), E('project;total', '', { leaf: '', qualifier: 'of_which_carried_in' }), null], widths: [5, 20, 24, 12, 32, 13, 13, 12, 12] });
    const cells = (some) => { const old = sum(some, is('carried', true)); return [sum(some), sum(some) - old, old]; };
    listed.forEach((atom, at) => table.row([String(at + 1), atom.project, '闽卫规划〔2023〕18号', '2024—2026年', atom.unit.name, ...cells([atom]), '因素法'], { name: atom.project, unit: atom.unit.name, classification: 'project' }));
    table.row(['合计', '<', '<', '<', '<', ...cells(listed), ''], { unit: '-', name: '合计' });
  }
  const w = (cents) => written(cents, { grouped: true });
  return { ...form, name: 'fujian', kind: 'budget', prose: [`2025年，${department}收入预算为${w(all)}万元，其中：一般公共预算拨款收入${w(fund('general_public', now(atoms)))}万元，政府性基金预算拨款收入${w(fund('government_fund'))}万元，事业收入${w(fund('unit_funds'))}万元，上年结转结余${w(carried)}万元。`, `相应安排支出预算${w(all)}万元，其中：人员支出${w(sum(atoms, personnel))}万元，公用支出${w(sum(atoms, publicUse))}万元，项目支出${w(sum(atoms, project))}万元。`] };
}
