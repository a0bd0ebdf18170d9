// Each fund as last year, this year, what changed; remarks between the amounts; sums of a class after its items
import { sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, functionalRows, is } from './rows.mjs';
import { basic, FUND_NAMES, project, start } from './kit.mjs';
import { written } from './table.mjs';

export function yearly(random) {
  const units = [
    { code: '122001', name: '某某县民政局', institution: false, run: '2080201', projects: [['2080299', 'general_public', '社会组织培育', '30227'], ['2081002', 'general_public', '高龄津贴', '30305'], ['2296002', 'government_fund', '养老设施改造', '31005']] },
    { code: '122003', name: '某某县救助管理站', institution: true, run: '2082001', projects: [['2082002', 'general_public', '流浪乞讨救助', '30305']] },
  ];
  units[0].projects[1][3] = '30399'; units[1].projects[0][3] = '30399'; units[1].run = '2080208';
  const form = start({ year: 2025, department: '某某县民政局', units, style: { grouped: true, zero: '-' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  for (const atom of atoms) atom.before = Math.round(atom.cents * random.whole(70, 130) / 100);
  const prior = (some) => some.reduce((cents, atom) => cents + atom.before, 0);
  const three = (some) => [prior(some), sum(some), sum(some) - prior(some)];
  const percent = (some) => (prior(some) ? `${(100 * (sum(some) - prior(some)) / prior(some)).toFixed(2)}%` : '');
  const years = (of) => [{ ...of, period: 'prior' }, { ...of, period: 'current' }, { ...of, period: 'change', leaf: '' }];
  const columnsOf = (of) => [...years(of), null];
  const cells = (some) => [...three(some), percent(some)];
  {
    const table = add({ number: '表一', title: '部门收支预算总表', head: ['收入|<|<|<|支出|<|<|<', '项目|2024年|2025年|增减|项目|2024年|2025年|增减'], columns: [null, ...years(R('all')), null, ...years(E('total', 'all'))], widths: [24, 11, 11, 11, 24, 11, 11, 11], size: 8.5 });
    const income = ['general_public', 'government_fund'].map((key, at) => [`${NUMERALS[at]}、${FUND_NAMES[key]}拨款`, three(atoms.filter(is('fund', key))), { fund: key, leaf: 1 }]);
    const spent = classesOf(names, atoms).map(([code, name], at) => [`${NUMERALS[at]}、${name}`, three(atoms.filter((atom) => atom.functional.startsWith(code))), { code, classification: 'functional', leaf: 1 }]);
    while (income.length < spent.length) income.push(['', ['', '', ''], {}]);
    income.push(['收入合计', three(atoms), { leaf: 0 }]); spent.push(['支出合计', three(atoms), { leaf: 0 }]);
    income.forEach(([left, a, of], at) => { const [right, b, more] = spent[at]; table.row([left, ...a, right, ...b], {}, Object.fromEntries([1, 2, 3].flatMap((k) => [[k, { name: left, ...of, leaf: k === 3 ? '' : of.leaf }], [k + 4, { name: right, ...more, leaf: k === 3 ? '' : more.leaf }]]))); });
  }
  {
    const table = add({ number: '表三', title: '部门支出预算变动情况表', size: 8, page: 'wide', head: ['科目编码|科目名称|支出合计|<|<|<|变动原因|其中：基本支出|<|<|<|项目支出|<|<|<', `^|^|2024年预算数|2025年预算数|增减额|增减%|^|2024年预算数|2025年预算数|增减额|增减%|2024年预算数|2025年预算数|增减额|增减%`],
      columns: [null, null, ...columnsOf(E('total', 'all')), null, ...columnsOf(E('basic', 'all')), ...columnsOf(E('project', 'all'))], widths: [9, 26, 11, 11, 11, 9, 16, 11, 11, 11, 9, 11, 11, 11, 9] });
    table.row(['', '合计', ...cells(atoms), '', ...cells(atoms.filter(basic)), ...cells(atoms.filter(project))], TOTAL);
    functionalRows(names, atoms, [3, 5, 7], '合计', (node, name, parent) => table.row([node.code, name, ...cells(node.atoms), node.last ? '按实际需要安排' : '', ...cells(node.atoms.filter(basic)), ...cells(node.atoms.filter(project))], { code: node.code, name, classification: 'functional', parent, functional: node.code, leaf: node.last ? 1 : 0 }));
    table.plant((truth) => truth.code === '2081002' && truth.period === 'current' && truth.component === 'project', 1300);
  }
  {
    const funds = ['general_public', 'government_fund'];
    const table = add({ number: '表五', title: '财政拨款支出预算分资金变动表', size: 8.5, head: ['科目名称|一般公共预算|<|<|政府性基金预算|<|<|科目编码', '^|上年数|本年数|比上年增减|上年数|本年数|比上年增减|^'], columns: [null, ...funds.flatMap((key) => years(E('total', key))), null], widths: [30, 12, 12, 12, 12, 12, 12, 10] });
    const both = (some) => funds.flatMap((key) => three(some.filter(is('fund', key))));
    // 类 after its 项, as 小计
    for (const top of treeOf(atoms, (atom) => atom.functional, [3])) {
      functionalRows(names, top.atoms, [7], '', (node, name) => table.row([name, ...both(node.atoms), node.code], { code: node.code, name, classification: 'functional', functional: node.code, leaf: 1 }));
      table.row([`${names.functional(top.code)}小计`, ...both(top.atoms), top.code], { leaf: 0 });
    }
    table.row(['合计', ...both(atoms), ''], TOTAL);
    table.truth.forEach((truth) => { if (truth.period === 'change') truth.leaf = ''; });
  }
  {
    const table = add({ number: '表七', title: '“三公”经费预算变动情况表', head: ['项目|2024年预算数|2025年预算数|增减额|增减原因'], columns: [null, ...years(E('total', 'general_public;fiscal_appropriation;all')), null], widths: [34, 14, 14, 14, 20] });
    const [o, v, r] = [[0, 0], [random.whole(200, 900), random.whole(200, 900)], [random.whole(50, 300), random.whole(50, 300)]];
    const put = (label, [a, b], item, leaf) => table.row([label, a, b, b - a, b > a ? '业务增加' : '厉行节约'], { item, leaf });
    put('合计', [v[0] + r[0], v[1] + r[1]], 'total', 0); put('一、因公出国（境）费用', o, 'overseas', 1); put('二、公务接待费', r, 'reception', 1); put('三、公务用车费', v, 'vehicle_total', 0); put('    （一）公务用车购置费', [0, 0], 'vehicle_purchase', 1); put('    （二）公务用车运行维护费', v, 'vehicle_operation', 1);
    table.truth.forEach((truth) => { if (truth.period === 'change') truth.leaf = ''; });
  }
  return { ...form, name: 'yearly', kind: 'budget', prose: [`2025年${department}收支总预算${written(all, { grouped: true })}万元。`] };
}
