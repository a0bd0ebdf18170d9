// 河北: serial numbers before every row, all classes printed, purchases with their unit price beside the money of the project that pays them. After
// 平山县, 920 下口镇财政所, 2025年部门预算信息公开 (http://sjzps.gov.cn/columns/8c34b9fc-2d44-4c13-8d2e-7f0756666cac/202502/14/8f3bb61a-6947-43ce-bb7b-825682e197fd.html:
// its first table in full; the others from knowledge of the form)
import { sum } from './money.mjs';
import { E, R, economicOf, functionalOf, is, treasury } from './rows.mjs';
import { basic, CLASSES, classSide, evened, fiscalSides, listBy, NUMERALS_OF_FUNDS, personnel, project, publicUse, start, threeOf } from './kit.mjs';
import { written } from './table.mjs';

export function hebei(random) {
  const department = '某某县应急管理局';
  const units = [{ code: '', name: department, institution: false, run: '2240101', projects: [['2240106', 'general_public', '安全生产监管执法', '30227'], ['2240104', 'general_public', '防汛抗旱物资', '30218', true],
    ['2240199', 'general_public', '应急广播维护', '30213'], ['2120899', 'government_fund', '微型消防站建设', '31003']] }];
  const form = start({ year: 2025, department, units, style: { zero: '' }, left: `448${department}　　　　预算年度：2025` }, random);
  const { atoms, add, fund, all, carried } = form;
  const numbers = (count) => `栏次|${Array.from({ length: count }, (_, at) => at + 1).join('|')}`;
  {
    const table = add({ title: '部门预算收支总表', head: ['序号|收入|<|支出|<', '^|项　目|预算数|项　目|预算数', numbers(4)], columns: [null, null, R('all'), null, E('total', 'all')], widths: [6, 34, 14, 36, 14], breaks: [24] });
    const [income, spent] = evened(NUMERALS_OF_FUNDS.map(([key, label]) => [label, fund(key) - (key === 'general_public' ? carried : 0), { fund: key, leaf: 1, parent: '本年收入合计' }]), [...classSide(form, CLASSES, { parent: '本年支出合计' }), ['三十一、人行科目', 0, {}]]);
    income.push(['本年收入合计', all - carried, { leaf: 0, parent: '收入总计' }], ['上年结转结余', carried, { item: 'carried_in', parent: '收入总计' }], ['收入总计', all, { leaf: 0 }]);
    spent.push(['本年支出合计', all, { leaf: 0, parent: '支出总计' }], ['年终结转结余', 0, {}], ['支出总计', all, { leaf: 0 }]);
    income.forEach(([label, cents, of], at) => table.row([String(at + 1), label, cents, spent[at][0], spent[at][1]], {}, { 2: { name: label, ...of }, 4: { name: spent[at][0], ...spent[at][2] } }));
  }
  const list = (title, columns, heads, cells, some, { lists = '功能分类科目', of = functionalOf, ...more } = {}) => {
    const [top, below = top.replace(/[^|]+/g, '^')] = heads;
    const table = add({ title, head: [`序号|${lists}|<|${top}`, `^|科目编码|科目名称|${below}`, numbers(columns.length + 2)], columns: [null, null, null, ...columns], widths: [6, 11, 34, ...columns.map(() => 12)], size: columns.length > 8 ? 8 : 9, ...more });
    listBy(of, form, table, some, cells, { lead: (code, name) => ['', code, name] });
    table.rows.forEach((row, at) => { row[0] = String(at + 1); });
    return table;
  };
  const funds = NUMERALS_OF_FUNDS.map(([key]) => key);
  list('部门预算收入总表', [R('all'), R('all', { qualifier: 'of_which_carried_in', leaf: '' }), R('all', { qualifier: 'of_which_current_year_total', leaf: '' }), ...funds.map((key) => R(key, { leaf: '' })), R('unit_funds'), R('unit_funds'), R('unit_funds')],
    ['合计|上年结转结余|本年收入|<|<|<|<|<|<|<|<', '^|^|小计|一般公共预算拨款|政府性基金预算拨款|国有资本经营预算拨款|财政专户管理资金|事业收入|事业单位经营收入|上级补助收入|其他收入'],
    (some) => { const old = sum(some, is('carried', true)); return [sum(some), old, sum(some) - old, fund('general_public', some) - old, ...funds.slice(1).map((key) => fund(key, some)), 0, 0, 0]; }, atoms);
  const three = (some) => [sum(some), sum(some, basic), sum(some, project)];
  list('部门预算支出总表', [E('total', 'all'), E('basic', 'all'), E('project', 'all'), E('operating', 'all'), E('to_superiors', 'all'), E('to_subordinates', 'all')], ['合计|基本支出|项目支出|经营支出|上缴上级支出|对下级单位补助支出'], (some) => [...three(some), 0, 0, 0], atoms)
    .plant((truth) => truth.code === '2240106' && truth.component === 'project', 1000);
  {
    const table = add({ title: '部门预算财政拨款收支总表', head: ['序号|收入|<|支出|<|<|<|<', '^|项　目|金额|项　目|合计|一般公共预算拨款|政府性基金预算拨款|国有资本经营预算拨款', numbers(7)],
      columns: [null, null, R('fiscal_appropriation'), null, E('total', 'fiscal_appropriation'), E('total', 'general_public'), E('total', 'government_fund'), E('total', 'state_capital')], widths: [6, 26, 12, 30, 12, 12, 12, 12], size: 8.5, breaks: [26] });
    const cells = (some) => [sum(some), ...['general_public', 'government_fund', 'state_capital'].map((key) => fund(key, some))];
    const [income, spent] = fiscalSides(form, CLASSES, cells, { next: '二、年终财政拨款结转和结余', carried: '二、上年财政拨款结转和结余' });
    income.forEach(([label, cents, of], at) => { const [label2, amounts, of2] = spent[at]; table.row([String(at + 1), label, cents, label2, ...amounts], {}, { 2: { name: label, ...of }, ...Object.fromEntries([4, 5, 6, 7].map((column) => [column, { name: label2, ...of2 }])) }); });
  }
  list('部门预算一般公共预算财政拨款支出表', ['total', 'basic', 'project'].map((component) => E(component, 'general_public')), ['合计|基本支出|项目支出'], three, atoms.filter(is('fund', 'general_public')));
  list('部门预算一般公共预算财政拨款基本支出表', ['total', 'personnel', 'public'].map((component) => E(component, 'general_public')), ['合计|人员经费|公用经费'], (some) => [sum(some), sum(some, personnel), sum(some, publicUse)],
    atoms.filter((atom) => basic(atom) && treasury(atom)), { lists: '支出经济分类科目', of: economicOf, breaks: [18] });
  list('部门预算政府性基金预算财政拨款支出表', ['total', 'basic', 'project'].map((component) => E(component, 'government_fund')), ['合计|基本支出|项目支出'], three, atoms.filter(is('fund', 'government_fund')));
  {
    const table = add({ title: '部门预算国有资本经营预算财政拨款支出表', head: ['序号|功能分类科目|<|合计|基本支出|项目支出', '^|科目编码|科目名称|^|^|^', numbers(5)], columns: Array(6).fill(null), widths: [6, 12, 36, 14, 14, 14], notes: ['注：本部门无国有资本经营预算支出，空表列示。'] });
    for (let row = 1; row < 5; row++) table.row([String(row), '', row === 1 ? '合计' : '', '', '', '']);
  }
  {
    const [total, , vehicles, purchase, operation, reception] = threeOf(atoms);
    const columns = ['fiscal_appropriation', 'general_public', 'government_fund', 'state_capital'].map((key) => E('total', key));
    const table = add({ title: '部门预算财政拨款“三公”经费支出表', head: ['序号|项　目|合计|一般公共预算拨款|政府性基金预算拨款|国有资本经营预算拨款', numbers(5)], columns: [null, null, ...columns], widths: [6, 44, 14, 16, 16, 16] });
    [['合计', total, 'total'], ['1、因公出国（境）费', 0, 'overseas'], ['2、公务用车购置及运行维护费', vehicles, 'vehicle_total'], ['其中：公务用车购置费', purchase, 'vehicle_purchase'], ['　　　公务用车运行维护费', operation, 'vehicle_operation'], ['3、公务接待费', reception, 'reception']]
      .forEach(([label, cents, item], at) => table.row([String(at + 1), label, cents, cents, 0, 0], { item }));
  }
  {
    // The money of the project stands before what is bought with a part of it.
    const bought = [['应急广播维护', '信息系统运行维护', 'C16070300', '项', 1, 3], ['微型消防站建设', '消防车配套器材', 'A02370300', '批', 2, 5], ['安全生产监管执法', '执法记录仪', 'A02091107', '台', 6, 9]]
      .map(([name, thing, code, measure, count, share]) => { const atom = atoms.find(is('project', name)); return { atom, thing, code, measure, count, price: Math.floor(atom.cents / share / count) }; });
    const paid = (name) => bought.reduce((cents, row) => cents + (name === undefined || row.atom.fund === name ? row.price * row.count : 0), 0);
    const table = add({ title: '部门政府采购预算', size: 8, head: ['序号|政府采购项目来源|<|采购物品名称|政府采购目录序号|计量单位|数量|单价|政府采购金额|<|<|<', '^|项目名称|预算资金|^|^|^|^|^|总计|一般公共预算拨款|政府性基金预算拨款|其他渠道资金', numbers(11)],
      columns: [null, null, E('project;total', '', { leaf: '', qualifier: '-' }), null, null, null, null, null, E('', 'all', { leaf: '' }), E('', 'general_public', { leaf: '' }), E('', 'government_fund', { leaf: '' }), null], widths: [5, 22, 12, 22, 13, 7, 7, 10, 12, 12, 12, 10] });
    table.row(['1', '合计', bought.reduce((cents, row) => cents + row.atom.cents, 0), '', '', '', '', '', paid(), paid('general_public'), paid('government_fund'), '']);
    bought.forEach((row, at) => table.row([String(at + 2), row.atom.project, row.atom.cents, row.thing, row.code, row.measure, { count: String(row.count) }, { count: written(row.price) }, row.price * row.count, ...['general_public', 'government_fund'].map((key) => (row.atom.fund === key ? row.price * row.count : 0)), ''], { name: `${row.atom.project};${row.thing}` }));
  }
  return { ...form, name: 'hebei', kind: 'budget', prose: [`2025年${department}预算收入${written(all)}万元，其中：一般公共预算拨款${written(fund('general_public') - carried)}万元，政府性基金预算拨款${written(fund('government_fund'))}万元，上年结转结余${written(carried)}万元。`, `支出预算${written(all)}万元，其中基本支出${written(sum(atoms, basic))}万元，项目支出${written(sum(atoms, project))}万元。`] };
}
