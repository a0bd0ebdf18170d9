// Final accounts held against the budget and last year: initial budget, final accounts, rate of completion, last year's accounts, difference
import { sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, economicOf, functionalRows, indent, is, sidesBeside } from './rows.mjs';
import { basic, FUND_NAMES, personnel, project, publicUse, start } from './kit.mjs';

export function compared(random) {
  const department = '某某区退役军人事务局';
  const units = [{ code: '', name: department, institution: false, run: '2082801', projects: [['2080801', 'general_public', '死亡抚恤', '30304'], ['2080805', 'general_public', '义务兵优待', '30305'], ['2082804', 'general_public', '拥军优属', '30399']] }];
  const meaning = { period: 'current', phase: 'final_accounts' };
  const form = start({ year: 2024, department, units, style: { grouped: true, zero: '0.00' }, meaning, left: `编制单位：${department}` }, random);
  const { names, atoms, add, all } = form;
  const other = (low, high) => atoms.map((atom) => ({ ...atom, cents: Math.round(atom.cents * random.whole(low, high) / 100) }));
  const [plan, last] = [other(70, 120), other(60, 130)];
  const columns = (of) => [{ ...of, phase: 'budget' }, of, null, { ...of, period: 'prior' }, { ...of, period: 'change' }, null];
  const heads = ['2024年年初预算数|2024年决算数|完成年初预算的%|2023年决算数|比上年增减|<', '^|^|^|^|增减额|增减率'];
  const cells = (test) => {
    const [a, b, c] = [plan, atoms, last].map((list) => sum(list, test));
    return [a, b, a ? `${(b / a * 100).toFixed(2)}%` : '—', c, b - c, c ? `${((b - c) / c * 100).toFixed(2)}%` : '—'];
  };
  {
    const table = add({ number: '决算公开01表', title: '收入支出决算总表', head: ['收入|<|<|支出|<|<', '项目|2023年|2024年|项目|2023年|2024年'], columns: [null, { ...R('all'), period: 'prior' }, R('all'), null, { ...E('total', 'all'), period: 'prior' }, E('total', 'all')], widths: [30, 12, 12, 30, 12, 12] });
    const two = (test) => [sum(last, test), sum(atoms, test)];
    const spent = treeOf(atoms, (atom) => atom.functional, [3]).map((node, index) => [`${NUMERALS[index]}、${names.functional(node.code)}`, two((atom) => atom.functional.startsWith(node.code)), { code: node.code, classification: 'functional', leaf: 1 }]);
    const income = [['一、一般公共预算财政拨款收入', two(() => true), { fund: 'general_public', leaf: 1 }], ['二、政府性基金预算财政拨款收入', [0, 0], { fund: '' }], ['三、其他收入', [0, 0], { fund: '' }]];
    while (income.length < spent.length) income.push(['', ['', ''], {}]);
    while (spent.length < income.length) spent.push(['', ['', ''], {}]);
    income.push(['本年收入合计', two(() => true), { leaf: 0 }], ['年初结转和结余', [0, 0], { fund: '' }], ['总计', two(() => true), { leaf: 0 }]);
    spent.push(['本年支出合计', two(() => true), { leaf: 0 }], ['年末结转和结余', [0, 0], { fund: '' }], ['总计', two(() => true), { leaf: 0 }]);
    const length = income.length;
    for (let index = 0; index < length; index++) {
      const [l, r] = [income[index], spent[index]];
      table.row([l[0], ...l[1], r[0], ...r[1]], {}, { 1: { name: l[0], ...l[2], period: 'prior' }, 2: { name: l[0], ...l[2] }, 4: { name: r[0], ...r[2], period: 'prior' }, 5: { name: r[0], ...r[2] } });
    }
  }
  {
    const table = add({ number: '决算公开03表', title: '支出决算情况表', head: heads.map((row, index) => `${index ? '^|^' : '科目编码|科目名称'}|${row}`), columns: [null, null, ...columns(E('total', 'all'))], widths: [9, 26, 12, 12, 9, 12, 12, 9] });
    table.row(['合计', '<', ...cells(() => true)], TOTAL);
    functionalRows(names, atoms, [3, 5, 7], '合计', (node, name, parent) => table.row([node.code, indent(node.level) + name, ...cells((atom) => atom.functional.startsWith(node.code))], { code: node.code, name, classification: 'functional', parent, leaf: node.last ? 1 : 0, functional: node.code }));
    table.plant((truth) => truth.code === '2082804' && truth.phase === 'final_accounts' && truth.period === 'current', 1000);
  }
  {
    const table = add({ number: '决算公开04表', title: '支出决算构成表', head: ['科目编码|科目名称|本年支出合计|基本支出|<|<|项目支出', '^|^|^|合计|人员经费|公用经费|^'], columns: [null, null, E('total', 'all'), E('basic', 'all'), E('personnel', 'all'), E('public', 'all'), E('project', 'all')], widths: [9, 26, 12, 12, 12, 12, 12] });
    const five = (some) => [sum(some), sum(some, basic), sum(some, personnel), sum(some, publicUse), sum(some, project)];
    functionalRows(names, atoms, [3, 5, 7], '合计', (node, name, parent) => table.row([node.code, name, ...five(node.atoms)], { code: node.code, name, classification: 'functional', parent, leaf: node.last ? 1 : 0 }));
    table.row(['', '合计', ...five(atoms)], TOTAL);
  }
  {
    const table = add({ number: '决算公开06表', title: '一般公共预算财政拨款基本支出决算表', head: ['经济分类科目|<|2024年年初预算数|2024年决算数|2023年决算数', '编码|名称|^|^|^'], columns: [null, null, { ...E('total;basic', 'general_public'), phase: 'budget' }, E('total;basic', 'general_public'), { ...E('total;basic', 'general_public'), period: 'prior' }], widths: [9, 36, 14, 14, 14] });
    const three = (test) => [plan, atoms, last].map((list) => sum(list, (atom) => basic(atom) && test(atom)));
    table.row(['', '合计', ...three(() => true)], TOTAL);
    for (const node of treeOf(atoms.filter(basic), economicOf, [3, 5])) table.row([node.code, names.department(node.code), ...three((atom) => atom.economic.startsWith(node.code))], { code: node.code, name: names.department(node.code), classification: 'department_economic', parent: node.parent ? names.department(node.parent) : '合计', leaf: node.last ? 1 : 0 });
  }
  {
    const table = add({ number: '决算公开08表', title: '财政拨款“三公”经费支出决算表', head: heads.map((row, index) => `${index ? '^' : '项目'}|${row}`), columns: [null, ...columns(E('total', ''))], widths: [34, 12, 12, 9, 12, 12, 9] });
    const lists = [0, 1, 2].map(() => [0, random.whole(100, 400), random.whole(100, 700), random.whole(200, 500)]);
    const put = (label, pick, item) => { const [a, b, c] = lists.map(pick); table.row([label, a, b, a ? `${(b / a * 100).toFixed(2)}%` : '—', c, b - c, c ? `${((b - c) / c * 100).toFixed(2)}%` : '—'], { name: label.trim(), item }); };
    put('合计', (row) => row.reduce((x, y) => x + y), 'total');
    put('1.因公出国（境）费', (row) => row[0], 'overseas');
    put('2.公务用车购置及运行维护费', (row) => row[1] + row[2], 'vehicle_total');
    put('  其中：公务用车购置费', (row) => row[1], 'vehicle_purchase');
    put('        公务用车运行维护费', (row) => row[2], 'vehicle_operation');
    put('3.公务接待费', (row) => row[3], 'reception');
  }
  const w = (cents) => (cents / 100).toFixed(2);
  return { ...form, name: 'compared', kind: 'final', prose: [`${department}2024年度支出总计${w(all)}万元，与2023年相比${all > sum(last) ? '增加' : '减少'}${w(Math.abs(all - sum(last)))}万元。`] };
}
