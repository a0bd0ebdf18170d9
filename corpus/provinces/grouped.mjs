// Units as groups of columns, each with what it spends by kind; codes behind the names, the sum over units at the right
import { sum } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, functionalRows, is, sidesBeside } from './rows.mjs';
import { basic, FUND_NAMES, project, start } from './kit.mjs';
import { written } from './table.mjs';

export function grouped(random) {
  const units = [
    { code: '418001', name: '某某市文化和旅游局', institution: false, run: '2070101', projects: [['2070109', 'general_public', '群众文艺汇演', '30227'], ['2070114', 'general_public', '旅游宣传推广', '30227'], ['2070199', 'government_fund', '文化场馆修缮', '31005']] },
    { code: '418002', name: '某某市图书馆', institution: true, run: '2070104', own: true, projects: [['2070104', 'general_public', '图书购置', '31099']] },
  ];
  units[0].projects[2][0] = '2120899'; units[1].projects[0][3] = '31002';
  const form = start({ year: 2025, department: '某某市文化和旅游局', units, style: { grouped: true, zero: '0.00' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  const across = (of) => [...units.flatMap((unit) => of.map((one) => ({ ...one, unit: unit.name }))), ...of.map((one) => ({ ...one, leaf: '' }))];
  {
    const table = add({ number: '附表1', title: '部门收支总体情况表', head: ['支出|<|收入|<', '功能分类科目|金额|资金来源|金额'], columns: [null, E('total', 'all'), null, R('all')], widths: [32, 14, 32, 14] });
    const income = ['general_public', 'government_fund', 'unit_funds'].map((key, index) => [`${NUMERALS[index]}、${FUND_NAMES[key]}${key === 'unit_funds' ? '收入' : '拨款'}`, fund(key), { fund: key, leaf: 1 }]);
    const spent = classesOf(names, atoms).map(([code, name, cents]) => [`${code} ${name}`, cents, { code, classification: 'functional', leaf: 1, name: `${name};${code} ${name}` }]);
    while (income.length < spent.length) income.push(['', '', {}]);
    income.push(['收入总计', all, { leaf: 0 }]); spent.push(['支出总计', all, { leaf: 0 }]);
    sidesBeside(table, [spent, income]);
  }
  {
    const kinds = [E('total', 'all'), E('basic', 'all'), E('project', 'all')];
    const table = add({ number: '附表3', title: '部门支出分单位情况表', size: 8, page: 'wide', head: [`科目名称|科目编码|${units.map((unit) => `${unit.name}|<|<`).join('|')}|合计|<|<`, `^|^|${Array(3).fill('小计|基本支出|项目支出').join('|')}`], columns: [null, null, ...across(kinds)], widths: [28, 9, ...Array(9).fill(11)] });
    const three = (some) => [sum(some), sum(some, basic), sum(some, project)];
    const cells = (some) => [...units.flatMap((unit) => three(some.filter(is('unit', unit)))), ...three(some)];
    functionalRows(names, atoms, [3, 5, 7], '合计', (node, name, parent) => table.row([name, node.code, ...cells(node.atoms)], { code: node.code, name, classification: 'functional', parent, functional: node.code, leaf: node.last ? 1 : 0 }));
    table.row(['合计', '', ...cells(atoms)], TOTAL);
    table.truth.forEach((truth) => { if (truth.column > 7) truth.leaf = ''; });
    table.plant((truth) => truth.code === '2070109' && truth.component === 'project', 1700);
  }
  {
    const items = [['因公出国（境）费', 'overseas', 0], ['公务用车购置及运行维护费', 'vehicle_total', 1], ['其中：公务用车购置费', 'vehicle_purchase', 0], ['公务用车运行维护费', 'vehicle_operation', 1], ['公务接待费', 'reception', 1]];
    const table = add({ number: '附表7', title: '财政拨款“三公”经费支出分单位情况表', head: [`项目|合计|${units.map((unit) => unit.name).join('|')}`], columns: [null, E('total', 'fiscal_appropriation;general_public', { leaf: '' }), ...units.map((unit) => E('total', 'fiscal_appropriation;general_public', { unit: unit.name }))], widths: [34, 14, 20, 20] });
    const [cars, meals] = [units.map(() => random.whole(100, 900)), units.map(() => random.whole(20, 300))];
    const rows = { total: cars.map((car, at) => car + meals[at]), overseas: [0, 0], vehicle_total: cars, vehicle_purchase: [0, 0], vehicle_operation: cars, reception: meals };
    const put = (label, item) => table.row([label, rows[item][0] + rows[item][1], ...rows[item]], { item });
    table.row(['“三公”经费合计', rows.total[0] + rows.total[1], ...rows.total], { leaf: 0 }, { 1: { item: 'total' }, 2: { item: 'unit_total', parent: '“三公”经费合计' }, 3: { item: 'unit_total', parent: '“三公”经费合计' } });
    for (const [label, item] of items) put(label, item);
  }
  return { ...form, name: 'grouped', kind: 'budget', prose: [`2025年${department}收支总预算${written(all, { grouped: true })}万元。`] };
}
