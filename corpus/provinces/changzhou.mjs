// 江苏: units of a department in the table of revenue with nineteen columns, the treasury's money and the general public budget each by function and by item, 三公 with meetings and
// training, operating expenses by item, purchases by 大类. From knowledge of the form (公开01表 to 公开13表 of departments of 江苏省, 常州 and 扬州, budgets of 2022 to 2025)
import { sum } from './money.mjs';
import { E, R, economicOf, functionalOf, is, sidesBeside, treasury } from './rows.mjs';
import { basic, CLASSES, classSide, evened, fiscalSides, listBy, partsOf, personnel, project, publicUse, start, threeOf, threeParts, TREASURY } from './kit.mjs';
import { written } from './table.mjs';

export function changzhou(random) {
  const units = [
    { code: '138001', name: '某某市体育局机关', institution: false, run: '2070301', projects: [['2070308', 'general_public', '全民健身活动', '30227'], ['2296003', 'government_fund', '健身路径', '31003', true]] },
    { code: '138002', name: '某某市少年业余体校', institution: true, run: '2070306', projects: [['2070306', 'general_public', '训练补助', '30227'], ['2070306', 'special_account', '宿舍维修', '30213']] },
    { code: '138003', name: '某某市奥体中心游泳馆', institution: true, run: '2070307', own: true, projects: [['2070307', 'unit_funds', '水质处理', '30226'], ['2070307', 'general_public', '低免开放', '30399']] },
    { code: '138004', name: '某某市体育总会', institution: true, run: '2070399', projects: [['2070305', 'general_public', '承办联赛', '30226']] },
    { code: '138005', name: '某某市女子足球队', institution: true, run: '2070304', projects: [] },
  ];
  const form = start({ year: 2025, department: '某某市体育局', units, style: { grouped: true, zero: '' }, left: '部门：某某市体育局' }, random);
  const { atoms, add, fund, all, carried, department } = form;
  const now = (some) => some.filter((atom) => !atom.carried);
  const keys = TREASURY;
  const codes = CLASSES.filter((code) => !['230', '233'].includes(code));
  {
    const table = add({ number: '公开01表', title: '收支总表', size: 8, page: 'portrait', head: ['收入|<|支出|<', '项目|预算数|项目|预算数'], columns: [null, R('all'), null, E('total', 'all')], widths: [34, 14, 34, 14] });
    const labels = ['一、一般公共预算拨款收入', '二、政府性基金预算拨款收入', '三、国有资本经营预算拨款收入', '四、财政专户管理资金收入', '五、事业收入', '六、事业单位经营收入', '七、上级补助收入', '八、附属单位上缴收入', '九、其他收入'];
    const [income, spent] = evened(labels.map((label, at) => [label, at < 3 ? fund(keys[at], now(atoms)) : at === 3 ? fund('special_account') : at === 4 ? fund('unit_funds') : 0, { fund: at < 3 ? keys[at] : at === 3 ? 'special_account' : 'unit_funds', leaf: 1 }]), classSide(form, codes));
    income.push(['本年收入合计', all - carried, { leaf: 0 }], ['上年结转结余', carried, { item: 'carried_in' }], ['收入总计', all, { leaf: 0 }]);
    spent.push(['本年支出合计', all, { leaf: 0 }], ['年终结转结余', 0, {}], ['支出总计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  {
    const old = { qualifier: 'of_which_carried_in', leaf: '' };
    const four = '一般公共预算|政府性基金预算|国有资本经营预算|财政专户管理资金';
    const five = [...keys, 'special_account', 'unit_funds'];
    const table = add({ number: '公开02表', title: '收入总表', page: 'wide', size: 7, head: ['部门代码|部门名称|合计|本年收入|<|<|<|<|<|<|<|<|<|上年结转结余|<|<|<|<|<', `^|^|^|小计|${four}|事业收入|事业单位经营收入|上级补助收入|附属单位上缴收入|其他收入|小计|${four}|单位资金`],
      columns: [null, null, { ...R('all'), leaf: '' }, R('all', { qualifier: 'of_which_current_year_total', leaf: '' }), ...five.map((key) => R(key, { leaf: '' })), null, null, null, null, R('all', old), ...five.map((key) => R(key, old))], widths: [7, 20, ...Array(17).fill(9)] });
    const cells = (some) => { const [a, b] = [now(some), some.filter(is('carried', true))]; return [sum(some), sum(a), ...five.map((key) => fund(key, a)), 0, 0, 0, 0, sum(b), ...five.map((key) => fund(key, b))]; };
    table.row(['合计', '<', ...cells(atoms)], { unit: '-' });
    table.row(['138', department, ...cells(atoms)], { unit: department });
    for (const unit of units) table.row([`  ${unit.code}`, `  ${unit.name}`, ...cells(atoms.filter(is('unit', unit)))], { unit: unit.name });
  }
  const list = (number, title, columns, heads, cells, some, { of = functionalOf, words = ['科目编码', '科目名称'], ...more } = {}) => {
    const table = add({ number, title, head: heads.map((row, at) => `${at ? '^|^' : words.join('|')}|${row}`), columns: [null, null, ...columns], widths: [11, 38, ...columns.map(() => 13)], ...more });
    return listBy(of, form, table, some, cells, { total: ['合计', '<'] });
  };
  list('公开03表', '支出总表', [...partsOf('all'), E('operating', 'all'), E('to_superiors', 'all'), E('to_subordinates', 'all')], ['合计|基本支出|项目支出|事业单位经营支出|上缴上级支出|对附属单位补助支出'], (some) => [...threeParts(some), 0, 0, 0], atoms, { breaks: [20] });
  {
    const table = add({ number: '公开04表', title: '财政拨款收支总表', size: 8.5, breaks: [24], head: ['收入|<|支出|<|<|<|<', '项目|预算数|项目|合计|一般公共预算|政府性基金预算|国有资本经营预算'], columns: [null, R('fiscal_appropriation'), null, E('total', 'fiscal_appropriation'), ...keys.map((key) => E('total', key))], widths: [28, 12, 32, 12, 12, 12, 12] });
    sidesBeside(table, fiscalSides(form, codes, (some) => [sum(some), ...keys.map((key) => fund(key, some))], { word: '拨款', next: '二、年终结转结余' }));
  }
  const five = ['total', 'basic', 'personnel', 'public', 'project'];
  const fiveParts = (some) => [sum(some), sum(some, basic), sum(some, personnel), sum(some, publicUse), sum(some, project)];
  const heads = ['合计|基本支出|<|<|项目支出', '^|小计|人员经费|公用经费|^'];
  const three = (name) => [E('total;basic', name), E('personnel', name), E('public', name)];
  const halves = (some) => [sum(some), sum(some, personnel), sum(some, publicUse)];
  const [given, general] = [atoms.filter(treasury), atoms.filter(is('fund', 'general_public'))];
  list('公开05表', '财政拨款支出表（功能科目）', five.map((component) => E(component, 'fiscal_appropriation')), heads, fiveParts, given, { breaks: [20] });
  list('公开06表', '财政拨款基本支出表（经济科目）', three('fiscal_appropriation;general_public'), ['本年财政拨款基本支出|<|<', '合计|人员经费|公用经费'], halves, given.filter(basic), { of: economicOf, page: 'portrait', breaks: [28] });
  list('公开07表', '一般公共预算支出表', five.map((component) => E(component, 'general_public')), heads, fiveParts, general, { breaks: [20] }).plant((truth) => truth.code === '2070305' && truth.component === 'project', 2000);
  list('公开08表', '一般公共预算基本支出表', three('general_public'), ['本年一般公共预算基本支出|<|<', '合计|人员经费|公用经费'], halves, general.filter(basic), { of: economicOf, page: 'portrait', breaks: [28] });
  {
    const order = ['total', 'overseas', 'vehicle_total', 'vehicle_purchase', 'vehicle_operation', 'reception', 'meetings', 'training'];
    const table = add({ number: '公开09表', title: '一般公共预算“三公”经费、会议费、培训费支出预算表', style: { grouped: true, zero: '0.00' }, head: ['“三公”经费合计|因公出国（境）费|公务用车购置及运行维护费|<|<|公务接待费|会议费|培训费', '^|^|小计|公务用车购置费|公务用车运行维护费|^|^|^'], columns: order.map((item) => E('total', 'general_public', { item })), widths: Array(8).fill(13) });
    table.row([...threeOf(general), ...['30215', '30216'].map((code) => sum(general, is('economic', code)))]);
  }
  list('公开10表', '政府性基金预算支出表', partsOf('government_fund'), ['本年政府性基金预算支出|<|<', '合计|基本支出|项目支出'], threeParts, atoms.filter(is('fund', 'government_fund')));
  {
    const table = add({ number: '公开11表', title: '国有资本经营预算支出预算表', head: ['项目|<|本年国有资本经营预算支出|<|<', '科目编码|科目名称|合计|基本支出|项目支出'], columns: Array(5).fill(null), widths: [11, 40, 14, 14, 14], notes: ['说明：本部门无国有资本经营预算支出预算，故本表为空。'] });
    table.row(['合计', '<', '', '', '']);
  }
  {
    const office = general.filter((atom) => publicUse(atom) && !atom.unit.institution);
    list('公开12表', '一般公共预算机关运行经费支出预算表', [E('public;basic;total', 'general_public', { item: '' })], ['机关运行经费支出'], (some) => [sum(some)], office, { of: economicOf, page: 'portrait' });
  }
  {
    // 大类, then what is bought of it; how it is bought in words
    const table = add({ number: '公开13表', title: '政府采购支出预算表', size: 8.5, head: ['采购品目大类|专项名称|经济科目|采购品目名称|采购组织形式|资金来源|<|<|总计', '^|^|^|^|^|一般公共预算资金|政府性基金|其他资金|^'], columns: [null, null, null, null, null, E('', 'general_public', { leaf: '' }), E('', 'government_fund', { leaf: '' }), null, E('', 'all', { leaf: '' })], widths: [14, 20, 18, 22, 14, 13, 12, 10, 13] });
    const bought = [['货物', '健身路径', '专用设备购置', '室外健身器材', 3, 'goods'], ['服务', '全民健身活动', '委托业务费', '赛事组织服务', 4, 'services'], ['服务', '承办联赛', '劳务费', '体育赛事服务', 5, 'services']].map(([kind, name, economic, thing, share, item]) => { const atom = atoms.find(is('project', name)); return { kind, name, economic, thing, item, of: atom.fund, cents: Math.floor(atom.cents / share) }; });
    const cells = (some) => [...keys.slice(0, 2).map((key) => some.reduce((cents, row) => cents + (row.of === key ? row.cents : 0), 0)), '', some.reduce((cents, row) => cents + row.cents, 0)];
    table.row(['合计', '<', '<', '<', '<', ...cells(bought)], { name: '合计' });
    for (const row of bought) table.row([row.kind, row.name, row.economic, row.thing, '政府集中采购', ...cells([row])], { name: `${row.name};${row.thing};${row.kind}` });
  }
  const w = (cents) => written(cents, { grouped: true });
  return { ...form, name: 'changzhou', kind: 'budget', prose: [`${department}2025年度收入、支出预算总计${w(all)}万元。`, `${department}2025年支出预算合计${w(all)}万元，其中：基本支出${w(sum(atoms, basic))}万元，占${(100 * sum(atoms, basic) / all).toFixed(2)}%；项目支出${w(sum(atoms, project))}万元，占${(100 * sum(atoms, project) / all).toFixed(2)}%。`] };
}
