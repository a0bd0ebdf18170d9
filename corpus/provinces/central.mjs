// Departments of the central government: last year's execution beside this year's budget with the change and its rate, revenue by subject and source with 教育收费 inside, 三公 of
// two years in one row. From knowledge of the form (财政拨款收支总表 to 部门支出总表 of 中国气象局 and other departments, budgets of 2025)
import { sum } from './money.mjs';
import { E, R, economicOf, functionalOf, functionalRows, is, sidesBeside, treasury } from './rows.mjs';
import { basic, classSide, evened, fiscalSides, listBy, NUMERALS_OF_FUNDS, personnel, project, publicUse, start, THREE, threeOf, TREASURY } from './kit.mjs';
import { written } from './table.mjs';

const SUM_LAST = { label: '合　计', total: ['合　计', '<'], last: true };

export function central(random) {
  const units = [
    { code: '', name: '某某局机关', institution: false, run: '2200501', projects: [['2200509', 'general_public', '气象预报服务', '30227'], ['2200510', 'general_public', '雷达站网维护', '30213', true]] },
    { code: '', name: '某某局观测中心', institution: true, run: '2200504', own: true, projects: [['2200506', 'general_public', '地面观测业务', '30218'], ['2200506', 'unit_funds', '观测技术服务', '30227'], ['2050803', 'special_account', '干部培训', '30216'], ['2230105', 'state_capital', '离退休人员社会化管理补助', '30399']] },
  ];
  const form = start({ year: 2025, department: '某某局', units, style: { grouped: true, zero: '' } }, random);
  const { names, atoms, add, fund, all, carried, department } = form;
  const now = atoms.filter((atom) => !atom.carried);
  const keys = TREASURY;
  {
    const table = add({ number: '表1', title: '财政拨款收支总表', head: ['收　　入|<|支　　出|<|<|<|<', '项　　目|预算数|项　　目|合计|一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款'], columns: [null, R('fiscal_appropriation'), null, E('total', 'fiscal_appropriation'), ...keys.map((key) => E('total', key))], widths: [28, 13, 32, 13, 13, 13, 13] });
    const classes = [...new Set(atoms.filter(treasury).map((atom) => atom.functional.slice(0, 3)))].sort();
    sidesBeside(table, fiscalSides(form, classes, (some) => [sum(some), ...keys.map((key) => fund(key, some))], { word: '财政拨款', sums: ['收　入　总　计', '支　出　总　计'] }));
  }
  const before = new Map(atoms.map((atom) => [atom, Math.round(atom.cents * random.whole(75, 125) / 100)]));
  const done = (some) => some.reduce((cents, atom) => cents + before.get(atom), 0);
  const general = now.filter(is('fund', 'general_public'));
  const percent = (a, b) => ({ count: `${a ? (100 * b / a).toFixed(2) : '0.00'}%` });
  {
    const columns = [E('total', 'general_public', { period: 'prior', phase: 'execution' }), E('total', 'general_public'), E('basic', 'general_public'), E('project', 'general_public'), E('total', 'general_public', { period: 'change' }), null];
    const table = add({ number: '表2', title: '一般公共预算支出表', size: 8.5, head: ['功能分类科目|<|2024年执行数|2025年预算数|<|<|2025年预算数比2024年执行数|<', '科目编码|科目名称|^|小计|基本支出|项目支出|增减额|增减%'], columns: [null, null, ...columns], widths: [10, 34, 14, 14, 14, 14, 14, 10], breaks: [20] });
    listBy(functionalOf, form, table, general, (some) => { const then = done(some); return [then, sum(some), sum(some, basic), sum(some, project), sum(some) - then, percent(then, sum(some) - then)]; }, SUM_LAST);
  }
  {
    const table = add({ number: '表3', title: '一般公共预算基本支出表', page: 'portrait', breaks: [27], head: ['部门预算支出经济分类科目|<|2025年基本支出|<|<', '科目编码|科目名称|合计|人员经费|公用经费'], columns: [null, null, E('total;basic', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public')], widths: [12, 36, 15, 15, 15] });
    listBy(economicOf, form, table, general.filter(basic), (some) => [sum(some), sum(some, personnel), sum(some, publicUse)], SUM_LAST);
  }
  {
    const columns = ['prior', 'current'].flatMap((period) => THREE.map((item) => E('total', 'general_public', { item, period })));
    const table = add({ number: '表4', title: '一般公共预算“三公”经费支出表', size: 8, style: { grouped: true, zero: '0.00' }, head: ['2024年预算数|<|<|<|<|<|2025年预算数|<|<|<|<|<', '合计|因公出国（境）费|公务用车购置及运行费|<|<|公务接待费|合计|因公出国（境）费|公务用车购置及运行费|<|<|公务接待费', '^|^|小计|公务用车购置费|公务用车运行费|^|^|^|小计|公务用车购置费|公务用车运行费|^'], columns, widths: Array(12).fill(10) });
    const [, , , , run, meal] = threeOf(atoms);
    const [abroad, then] = [random.whole(900, 4000), random.whole(1000, 9000)];
    table.row([then + 1900 + abroad + 150, abroad + 150, then + 1000, 0, then + 1000, 900, run + meal + abroad, abroad, run, 0, run, meal]);
  }
  {
    const table = add({ number: '表5', title: '政府性基金预算支出表', head: ['科目编码|科目名称|2025年政府性基金预算支出|<|<', '^|^|合计|基本支出|项目支出'], columns: Array(5).fill(null), widths: [12, 44, 15, 15, 15], notes: ['注：某某局2025年没有政府性基金预算拨款收入，也没有使用政府性基金预算拨款安排的支出。'] });
    table.row(Array(5).fill(''));
    table.row(['合　计', '<', '', '', '']);
  }
  {
    const table = add({ number: '表6', title: '国有资本经营预算支出表', head: ['科目编码|科目名称|2025年国有资本经营预算支出|<|<', '^|^|合计|基本支出|项目支出'], columns: [null, null, ...['total', 'basic', 'project'].map((component) => E(component, 'state_capital'))], widths: [12, 44, 15, 15, 15] });
    listBy(functionalOf, form, table, atoms.filter(is('fund', 'state_capital')), (some) => [sum(some), sum(some, basic), sum(some, project)], SUM_LAST);
  }
  {
    const table = add({ number: '表7', title: '部门收支总表', head: ['收　　入|<|支　　出|<', '项　　目|预算数|项　　目|预算数'], columns: [null, R('all'), null, E('total', 'all')], widths: [34, 15, 34, 15] });
    const classes = [...new Set(atoms.map((atom) => atom.functional.slice(0, 3)))].sort();
    const labels = [...NUMERALS_OF_FUNDS.slice(0, 3).map(([key, label]) => [label, fund(key, now), { fund: key, leaf: 1 }]), ['四、事业收入', fund('unit_funds') + fund('special_account'), { fund: 'unit_funds', leaf: 1 }], ['五、事业单位经营收入', 0, {}], ['六、其他收入', 0, {}]];
    const [income, spent] = evened(labels, classSide(form, classes));
    income.push(['本年收入合计', all - carried, { leaf: 0 }], ['使用非财政拨款结余', 0, {}], ['上年结转', carried, { item: 'carried_in' }], ['收　入　总　计', all, { leaf: 0 }]);
    spent.push(['本年支出合计', all, { leaf: 0 }], ['结转下年', 0, {}], ['', '', {}], ['支　出　总　计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  {
    // 事业收入 with the education fees of the special account inside it
    const earned = (some) => fund('unit_funds', some) + fund('special_account', some);
    const cells = (some) => [sum(some), sum(some, is('carried', true)), ...keys.map((key) => fund(key, some.filter((atom) => !atom.carried))), earned(some), fund('special_account', some), 0, 0, 0, 0, 0];
    const table = add({ number: '表8', title: '部门收入总表', page: 'wide', size: 8, head: ['科目|<|合计|上年结转|一般公共预算拨款收入|政府性基金预算拨款收入|国有资本经营预算拨款收入|事业收入|<|事业单位经营收入|上级补助收入|附属单位上缴收入|其他收入|使用非财政拨款结余', '科目编码|科目名称|^|^|^|^|^|金额|其中：教育收费|^|^|^|^|^'],
      columns: [null, null, R('all'), R('all', { qualifier: 'of_which_carried_in', leaf: '' }), ...keys.map((key) => R(key, { leaf: '' })), R('unit_funds', { leaf: '' }), R('', { leaf: '', qualifier: 'of_which_education_fees' }), ...Array(5).fill(R('unit_funds'))], widths: [9, 30, ...Array(12).fill(11)] });
    functionalRows(names, atoms, [3, 5, 7], '', (node, name, parent) => table.row([node.code, name, ...cells(node.atoms)], { code: node.code, name, classification: 'functional', parent, functional: node.code, leaf: node.last ? 1 : 0 }));
    table.row(['合　计', '<', ...cells(atoms)], { name: '合　计', leaf: 0 });
  }
  {
    const columns = ['total', 'basic', 'project', 'to_superiors', 'operating', 'to_subordinates'].map((component) => E(component, 'all'));
    const table = add({ number: '表9', title: '部门支出总表', breaks: [21], head: ['科目编码|科目名称|合计|基本支出|项目支出|上缴上级支出|事业单位经营支出|对附属单位补助支出'], columns: [null, null, ...columns], widths: [10, 34, 14, 14, 14, 12, 12, 12] });
    listBy(functionalOf, form, table, atoms, (some) => [sum(some), sum(some, basic), sum(some, project), 0, 0, 0], SUM_LAST);
    table.plant((truth) => truth.code === '2200509' && truth.component === 'project', -300);
  }
  {
    const columns = [E('project;total', 'all'), E('project;total', 'fiscal_appropriation', { leaf: '' }), E('project;total', '', { leaf: '' })];
    const table = add({ number: '表10', title: '项目支出绩效目标表（摘要）', head: ['项目名称|主管部门及代码|实施单位|年度资金总额|其中：财政拨款|其他资金|年度总体目标|指标值'], columns: [null, null, null, ...columns, null, null], widths: [22, 16, 22, 13, 13, 13, 26, 12] });
    for (const atom of atoms.filter((one) => project(one) && one.fund !== 'state_capital')) { const own = treasury(atom) ? atom.cents : 0; table.row([atom.project, '[146]某某局', atom.unit.name, atom.cents, own, atom.cents - own, '按期完成年度任务', '≥95%'], { name: atom.project, unit: atom.unit.name, classification: 'project', leaf: 1 }, { 4: { leaf: '' }, 5: { leaf: '' } }); }
  }
  const w = (cents) => written(cents, { grouped: true });
  return { ...form, name: 'central', kind: 'budget', prose: [`${department}2025年财政拨款收支总预算${w(sum(atoms, treasury))}万元。`, `${department}2025年一般公共预算当年拨款${w(sum(general))}万元，比2024年执行数${sum(general) > done(general) ? '增加' : '减少'}${w(Math.abs(sum(general) - done(general)))}万元。`, `${department}2025年收支总预算${w(all)}万元。`] };
}
