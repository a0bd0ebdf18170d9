// Whole yuan without decimal places beside tables in 万元, amounts below zero in brackets, a dash for nothing
import { sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, economicOf, functionalRows, indent, is, sidesBeside } from './rows.mjs';
import { basic, FUND_NAMES, personnel, project, publicUse, start } from './kit.mjs';

export function yuan(random) {
  const units = [
    { code: '501001', name: '某某县文化广电和旅游局', institution: false, run: '2070101', projects: [['2070109', 'general_public', '公共文化服务', '30227'], ['2070114', 'general_public', '旅游推介', '30227'], ['2070204', 'general_public', '城址保护', '30213', true]] },
    { code: '501002', name: '某某县图书馆', institution: true, run: '2070104', own: true, projects: [['2070104', 'general_public', '图书购置', '31003']] },
  ];
  const whole = { grouped: true, zero: '-', digits: 0 };
  const form = start({ year: 2025, department: '某某县文化广电和旅游局（汇总）', units, unit: '元', scale: 100, style: whole }, random);
  for (const atom of form.atoms) atom.cents = Math.round(atom.cents / 100) * 100;
  const { names, atoms, add, fund } = form;
  const all = sum(atoms);
  const carried = sum(atoms, is('carried', true));
  {
    const table = add({ number: '预算公开表1', title: '部门收支总体情况表', head: ['收入|<|支出|<', '项目|2025年预算数|项目|2025年预算数'], columns: [null, R('all'), null, E('total', 'all')], widths: [30, 14, 30, 14] });
    const spent = classesOf(names, atoms).map(([code, name, cents], index) => [`${NUMERALS[index]}、${name}`, cents, { code, classification: 'functional', leaf: 1 }]);
    const income = [['一、一般公共预算拨款收入', fund('general_public') - carried, { fund: 'general_public', leaf: 1 }], ['二、政府性基金预算拨款收入', 0, {}], ['三、事业收入', fund('unit_funds'), { fund: 'unit_funds', leaf: 1 }]];
    while (income.length < spent.length) income.push(['', '', {}]);
    income.push(['本年收入合计', all - carried, { leaf: 0 }], ['上年结转结余', carried, { item: 'carried_in' }], ['收入总计', all, { leaf: 0 }]);
    spent.push(['本年支出合计', all, { leaf: 0 }], ['年终结转结余', 0, {}], ['支出总计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  const list = (number, title, columns, head, cells, some) => {
    const table = add({ number, title, head, columns: [null, null, ...columns], widths: [10, 32, ...columns.map(() => 13)] });
    table.row(['', '合计', ...cells(some)], TOTAL);
    functionalRows(names, some, [3, 5, 7], '合计', (node, name, parent) => table.row([node.code, indent(node.level) + name, ...cells(node.atoms)],
      { code: node.code, name, classification: 'functional', parent, leaf: node.last ? 1 : 0, functional: node.code }));
    return table;
  };
  list('预算公开表2', '部门收入总体情况表', [R('all'), R('all', { leaf: '', qualifier: 'of_which_carried_in' }), R('general_public', { leaf: '' }), R('unit_funds')], ['科目编码|科目名称|合计|上年结转结余|一般公共预算拨款收入|事业收入'],
    (some) => [sum(some), sum(some, is('carried', true)), sum(some, (atom) => atom.fund === 'general_public' && !atom.carried), sum(some, is('fund', 'unit_funds'))], atoms);
  list('预算公开表3', '部门支出总体情况表', [E('total', 'all'), E('basic', 'all'), E('project', 'all')], ['科目编码|科目名称|合计|基本支出|项目支出'], (some) => [sum(some), sum(some, basic), sum(some, project)], atoms)
    .plant((truth) => truth.code === '20702' && truth.component === 'total', 100000);
  const gp = atoms.filter(is('fund', 'general_public'));
  const before = gp.map((atom) => ({ ...atom, cents: Math.round(atom.cents * random.whole(70, 130) / 10000) * 100 }));
  {
    const table = add({ number: '预算公开表5', title: '一般公共预算支出情况表', head: ['功能分类科目|<|2024年预算数|2025年预算数|比上年增减', '编码|名称|^|^|^'], columns: [null, null, { ...E('total', 'general_public'), period: 'prior' }, E('total', 'general_public'), { ...E('total', 'general_public'), period: 'change' }], widths: [10, 34, 14, 14, 14],
      style: whole });
    const put = (cells, test, of) => {
      const [a, b] = [sum(before, test), sum(gp, test)];
      table.row([...cells, a, b, b - a], of);
    };
    functionalRows(names, gp, [3, 5, 7], '总计', (node, name, parent) => put([node.code, name], (atom) => atom.functional.startsWith(node.code), { code: node.code, name, classification: 'functional', parent, leaf: node.last ? 1 : 0 }));
    put(['', '总计'], () => true, { leaf: 0, name: '总计' });
  }
  {
    const basics = gp.filter(basic);
    const table = add({ number: '预算公开表6', title: '一般公共预算基本支出情况表', unit: '元', head: ['经济科目编码|经济科目名称|人员经费|公用经费|合计'], columns: [null, null, E('personnel', 'general_public'), E('public', 'general_public'), E('total', 'general_public')], widths: [12, 36, 14, 14, 14] });
    const cells = (some) => [sum(some, personnel), sum(some, publicUse), sum(some)];
    for (const node of treeOf(basics, economicOf, [3, 5])) table.row([node.code, names.department(node.code), ...cells(node.atoms)],
      { code: node.code, name: names.department(node.code), classification: 'department_economic', parent: node.parent ? names.department(node.parent) : '合计', leaf: node.last ? 1 : 0 });
    table.row(['合计', '', ...cells(basics)], TOTAL);
  }
  {
    const table = add({ style: { zero: '0.00' }, unit: '万元', number: '预算公开表7', title: '一般公共预算“三公”经费支出情况表', head: ['项目|2024年预算数（万元）|2025年预算数（万元）|增减变化（万元）'], columns: [null, { ...E('total', ''), period: 'prior' }, E('total', ''), { ...E('total', ''), period: 'change' }], widths: [40, 18, 18, 18] });
    const [a, b] = [0, 1].map(() => [0, random.whole(100, 400), 0, random.whole(200, 500)]);
    const put = (label, pick, item) => table.row([label, pick(a), pick(b), pick(b) - pick(a)], { name: label.trim(), item });
    put('“三公”经费合计', (row) => row.reduce((x, y) => x + y), 'total');
    put('因公出国（境）费', (row) => row[0], 'overseas');
    put('公务接待费', (row) => row[1], 'reception');
    put('公务用车购置及运行费', (row) => row[2] + row[3], 'vehicle_total');
    put('    其中：公务用车购置费', (row) => row[2], 'vehicle_purchase');
    put('          公务用车运行费', (row) => row[3], 'vehicle_operation');
  }
  return { ...form, name: 'yuan', kind: 'budget', prose: [`2025年部门收支总预算${(all / 100).toFixed(0)}元，其中基本支出${(sum(atoms, basic) / 100).toFixed(0)}元，项目支出${(sum(atoms, project) / 100).toFixed(0)}元。`] };
}
