// 新疆 prefectures: one station, codes in three columns with one part each, items with 类 and 款 above them, projects by economic class in ten columns, every table of the general
// public budget apart from what is left of last year. From knowledge of the form (表一 部门收支总体情况表 to 表九 of departments of 喀什, 阿克苏 and 塔城, budgets of 2023 to 2025)
import { sum } from './money.mjs';
import { E, R, economicOf, functionalOf, indent, is, sidesBeside, split } from './rows.mjs';
import { basic, CLASSES, classSide, evened, fiscalSides, listBy, partsOf, personnel, project, publicUse, start, threeParts } from './kit.mjs';
import { written } from './table.mjs';

export function xinjiang(random) {
  const units = [{ code: '', name: '某某县红山水库管理站', institution: true, run: '2130306', projects: [['2130306', 'general_public', '大坝安全监测', '30213'], ['2130306', 'general_public', '闸门更换', '31005'], ['2130314', 'general_public', '值守防汛', '30226', true], ['2130599', 'general_public', '为民办实事', '30399'], ['2120804', 'government_fund', '灌溉渠道', '31005']] }];
  const form = start({ year: 2024, department: '某某县红山水库管理站', units, style: { grouped: false, zero: '' }, left: '填报部门：某某县红山水库管理站' }, random);
  const { names, atoms, add, fund, all, carried, department } = form;
  const now = (some) => some.filter((atom) => !atom.carried);
  const keys = ['general_public', 'government_fund', 'state_capital'];
  const codes = CLASSES.filter((code) => code !== '234');
  {
    const table = add({ number: '表一：', title: '部门收支总体情况表', page: 'portrait', size: 8.5, head: ['收    入|<|支    出|<', '项    目|预算数|功能分类|预算数'], columns: [null, R('all'), null, E('total', 'all')], widths: [34, 14, 34, 14] });
    const words = ['  一般公共预算', '  政府性基金预算', '  国有资本经营预算'];
    const first = '财政拨款（补助）';
    const [income, spent] = evened([[first, sum(now(atoms)), { fund: 'fiscal_appropriation', leaf: '' }], ...words.map((word, at) => [word, fund(keys[at], now(atoms)), { fund: keys[at], leaf: 1, parent: first }]), ...['教育收费（财政专户）', '事业收入', '事业单位经营收入', '其他收入', '用事业基金弥补收支差额'].map((label) => [label, 0, {}])], classSide(form, codes, { mark: (at) => `${codes[at]} ` }));
    income.push(['小    计', all - carried, { leaf: 0 }], ['单位上年结余（包括国库集中支付额度结余）', carried, { item: 'carried_in' }], ['收 入 总 计', all, { leaf: 0 }]);
    spent.push(['小    计', all, { leaf: 0 }], ['结转下年', 0, {}], ['支 出 总 计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  const three = (code, level) => split(code).map((part, at) => (at <= level ? part : ''));
  const list = (number, title, columns, heads, cells, some, more = {}) => {
    const rows = [['项        目', '<', '<', '<'], ['功能分类科目编码', '<', '<', '功能分类科目名称'], ['类', '款', '项', '^']];
    while (heads.length < 3) heads.push(heads[heads.length - 1].replace(/[^|]+/g, '^'));
    const table = add({ number, title, head: rows.map((row, at) => [...row, heads[at]].join('|')), columns: [null, null, null, null, ...columns], widths: [5, 4, 4, 32, ...columns.map(() => 13)], ...more });
    return listBy(functionalOf, form, table, some, cells, { lead: (code, name, level) => [...three(code, level), indent(level) + name], total: ['', '', '', '合计'] });
  };
  list('表二：', '部门收入总体情况表', [R('all'), ...keys.map((key) => R(key, { leaf: '' })), null, null, null, null, null, R('all', { qualifier: 'of_which_carried_in', leaf: '' })], ['总   计|一般公共预算|政府性基金预算|国有资本经营预算|财政专户（教育收费）|事业收入|事业单位经营收入|其他收入|用事业基金弥补收支差额|单位上年结余（不包括国库集中支付额度结余）'],
    (some) => [sum(some), ...keys.map((key) => fund(key, now(some))), 0, 0, 0, 0, 0, sum(some, is('carried', true))], atoms, { page: 'wide', size: 8, widths: [4, 4, 4, 30, ...Array(10).fill(11)] });
  list('表三：', '部门支出总体情况表', partsOf('all'), ['支出预算|<|<', '合计|基本支出|项目支出'], threeParts, atoms);
  {
    const table = add({ number: '表四：', title: '财政拨款收支预算总体情况表', size: 8.5, breaks: [24], head: ['财政拨款收入|<|财政拨款支出|<|<|<|<', '项    目|合计|功能分类|合计|一般公共预算|政府性基金预算|国有资本经营预算'], columns: [null, R('fiscal_appropriation'), null, E('total', 'fiscal_appropriation'), ...keys.map((key) => E('total', key))], widths: [26, 13, 32, 13, 13, 13, 13] });
    sidesBeside(table, fiscalSides(form, codes, (some) => [sum(some), ...keys.map((key) => fund(key, some))], { mark: () => '  ', word: '', next: null, sums: ['收入总计', '支出总计'] }));
  }
  const general = atoms.filter(is('fund', 'general_public'));
  list('表五：', '一般公共预算支出情况表', partsOf('general_public'), ['一般公共预算支出|<|<', '小计|基本支出|项目支出'], threeParts, general).plant((truth) => truth.code === '2130314' && truth.component === 'project', 1100);
  {
    const table = add({ number: '表六：', title: '一般公共预算基本支出情况表', page: 'portrait', breaks: [26], head: ['项        目|<|<|一般公共预算基本支出|<|<', '经济分类科目编码|<|经济分类科目名称|小计|人员经费|公用经费', '类|款|^|^|^|^'], columns: [null, null, null, E('total;basic', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public')], widths: [6, 6, 38, 15, 15, 15] });
    listBy(economicOf, form, table, general.filter(basic), (some) => [sum(some), sum(some, personnel), sum(some, publicUse)], { lead: (code, name, level) => [code.slice(0, 3), code.slice(3), indent(level) + name], total: ['', '', '合计'] });
  }
  {
    // Items with 类 and 款 above, then each project of the item by economic class
    const classes = ['301', '302', '303', '307', '309', '310', '311', '312', '313', '399'];
    const done = general.filter(project);
    const table = add({ number: '表七：', title: '一般公共预算项目支出情况表', page: 'wide', size: 8, head: [`科目编码|<|<|科目名称|项目名称|项目支出合计|${classes.map(names.department).join('|')}`, `类|款|项|^|^|^|${classes.map(() => '^').join('|')}`], columns: [null, null, null, null, null, E('project;total', 'general_public'), ...classes.map(() => E('project;total', 'general_public', { leaf: '' }))], widths: [5, 4, 4, 24, 20, 12, ...Array(10).fill(10)] });
    const cells = (some) => [sum(some), ...classes.map((code) => sum(some, (atom) => atom.economic.startsWith(code)))];
    table.row(['', '', '', '合计', '', ...cells(done)], { name: '合计', leaf: 0 });
    for (const atom of done) table.row([...split(atom.functional), names.functional(atom.functional), atom.project, ...cells([atom])], { name: `${atom.project};${names.functional(atom.functional)}`, functional: atom.functional, leaf: 1 });
    table.truth.forEach((truth) => { if (truth.column > 5) truth.leaf = ''; });
  }
  {
    const order = ['total', 'overseas', 'vehicle_total', 'vehicle_purchase', 'vehicle_operation', 'reception'];
    const table = add({ number: '表八：', title: '一般公共预算“三公”经费支出情况表', head: ['合计|因公出国（境）费用|公务用车购置及运行费|<|<|公务接待费', '^|^|小计|公务用车购置费|公务用车运行费|^'], columns: order.map((item) => E('total', 'general_public', { item })), widths: Array(6).fill(16) });
    const car = random.whole(100, 900);
    table.row([car, 0, car, 0, car, 0]);
  }
  list('表九：', '政府性基金预算支出情况表', partsOf('government_fund'), ['政府性基金预算支出|<|<', '合计|基本支出|项目支出'], threeParts, atoms.filter(is('fund', 'government_fund')));
  {
    const table = add({ number: '表十：', title: '国有资本经营预算支出情况表', head: ['项        目|<|<|<|国有资本经营预算支出|<|<', '功能分类科目编码|<|<|功能分类科目名称|合计|基本支出|项目支出', '类|款|项|^|^|^|^'], columns: Array(7).fill(null), widths: [5, 4, 4, 36, 14, 14, 14], notes: ['备注：某某县红山水库管理站2024年没有使用国有资本经营预算拨款安排的支出，国有资本经营预算支出情况表为空表。'] });
    for (let row = 0; row < 3; row++) table.row(Array(7).fill(''));
  }
  const w = (cents) => written(cents);
  return { ...form, name: 'xinjiang', kind: 'budget', prose: [`按照全口径预算的原则，${department}2024年所有收入和支出均纳入部门预算管理。收支总预算${w(all)}万元。`, `收入预算包括：一般公共预算、政府性基金预算、上年结余${w(carried)}万元。`, `2024年支出预算${w(all)}万元，其中：基本支出${w(sum(atoms, basic))}万元，占${(100 * sum(atoms, basic) / all).toFixed(2)}%；项目支出${w(sum(atoms, project))}万元，占${(100 * sum(atoms, project) / all).toFixed(2)}%。`] };
}
