// Names of class, group and item in three columns in place of codes, merged downwards; yuan and 万元 of one amount beside one another
import { sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, functionalOf, is, sidesBeside } from './rows.mjs';
import { basic, FUND_NAMES, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function named(random) {
  const units = [{ code: '', name: '某某市气象服务局', institution: false, run: '2200501', projects: [['2200509', 'general_public', '人工影响天气', '30227'], ['2200509', 'general_public', '雷达维护', '30213'], ['2200511', 'general_public', '防雷检测', '30227']] }];
  const form = start({ year: 2025, department: '某某市气象服务局', units, style: { grouped: true, zero: '' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  {
    const table = add({ number: '一', title: '部门收支预算总表', head: ['收入项目|金额|支出项目|金额'], columns: [null, R('all'), null, E('total', 'all')], widths: [30, 14, 30, 14] });
    const income = [['一般公共预算拨款', all, { fund: 'general_public', leaf: 1 }]];
    const spent = classesOf(names, atoms).map(([code, name, cents]) => [name, cents, { code, classification: 'functional', leaf: 1 }]);
    while (income.length < spent.length) income.push(['', '', {}]);
    income.push(['收入合计', all, { leaf: 0 }]); spent.push(['支出合计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  const parts = (some) => [sum(some), sum(some, personnel), sum(some, publicUse), sum(some, project)];
  for (const [number, title, name] of [['三', '部门支出预算总表', 'all'], ['五', '一般公共预算支出预算表', 'general_public']]) {
    const table = add({ number, title, head: ['支出功能分类|<|<|合计|人员经费|公用经费|项目支出', '类|款|项|^|^|^|^'], columns: [null, null, null, E('total', name), E('personnel', name), E('public', name), E('project', name)], widths: [20, 20, 22, 12, 12, 12, 12] });
    let [above, group] = ['', ''];
    for (const node of treeOf(atoms, functionalOf, [7])) {
      const [a, b] = [node.code.slice(0, 3), node.code.slice(0, 5)];
      table.row([a === above ? '^' : names.functional(a), b === group ? '^' : names.functional(b), names.functional(node.code), ...parts(node.atoms)], { code: node.code, name: names.functional(node.code), classification: 'functional', leaf: 1 });
      [above, group] = [a, b];
    }
    table.row(['合计', '<', '<', ...parts(atoms)], TOTAL);
  }
  {
    const table = add({ number: '七', title: '“三公”经费预算表', head: ['项目|2024年|2025年|增减|增减原因'], columns: [null, { ...E('total', ''), period: 'prior' }, E('total', ''), { ...E('total', ''), period: 'change' }, null], widths: [34, 14, 14, 14, 24] });
    const [a, b] = [0, 1].map(() => [random.whole(100, 400), random.whole(1000, 1800), random.whole(200, 500), random.whole(50, 90)]);
    const put = (label, pick, item) => table.row([label, pick(a), pick(b), pick(b) - pick(a), ''], { name: label, item });
    put('因公出国（境）', (row) => row[0], 'overseas');
    put('公务用车购置', (row) => row[1], 'vehicle_purchase');
    put('公务用车运行维护', (row) => row[2], 'vehicle_operation');
    put('公务接待', (row) => row[3], 'reception');
    put('合计', (row) => row.reduce((x, y) => x + y), 'total');
  }
  return { ...form, name: 'named', kind: 'budget', prose: [`2025年${department}收支预算${written(all)}万元。`] };
}
