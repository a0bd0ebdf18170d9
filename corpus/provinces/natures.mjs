// Expenditure by nature: basic and project, their classes and subjects as numbered rows; last year's plan, its execution, this year's plan and two changes
import { sum, treeOf } from './money.mjs';
import { NUMERALS, E, R, economicOf, functionalRows, indent, is } from './rows.mjs';
import { basic, FUND_NAMES, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function natures(random) {
  const units = [{ code: '', name: '某某县民政局', institution: false, run: '2080201', projects: [['2081001', 'general_public', '孤儿基本生活保障', '30305'], ['2081002', 'general_public', '高龄津贴', '30305'], ['2081901', 'general_public', '城市低保', '30305'], ['2296002', 'government_fund', '养老服务设施（彩票公益金）', '31005']] }];
  const form = start({ year: 2025, department: '某某县民政局', units, style: { zero: '0.00' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  const plan = atoms.map((atom) => ({ ...atom, cents: Math.round(atom.cents * random.whole(60, 140) / 100) }));
  const done = plan.map((atom) => ({ ...atom, cents: Math.round(atom.cents * random.whole(80, 110) / 100) }));
  const five = (of) => [{ ...of, period: 'prior', phase: 'budget' }, { ...of, period: 'prior', phase: 'execution;final_accounts;budget' }, { ...of, phase: 'budget' }, { ...of, period: 'change' }, null];
  const head = (left) => [`${left}|2024年预算数|2024年执行数|2025年预算数|2025年预算数比2024年预算数|<`, `${left.replace(/[^|]+/g, '^')}|^|^|^|增减额|增减%`];
  const cells = (test) => {
    const [a, b, c] = [plan, done, atoms].map((list) => sum(list, test));
    return [a, b, c, c - a, a === 0 ? '—' : `${((c - a) / a * 100).toFixed(1)}%`];
  };
  {
    const table = add({ number: '表1', title: '部门收入预算总表', head: head('项目'), columns: [null, ...five(R('all'))], widths: [36, 13, 13, 13, 13, 11] });
    const put = (label, test, of) => table.row([label, ...cells(test)], { name: label, ...of });
    put('一、一般公共预算拨款收入', is('fund', 'general_public'), { fund: 'general_public', leaf: 1 });
    put('二、政府性基金预算拨款收入', is('fund', 'government_fund'), { fund: 'government_fund', leaf: 1 });
    put('收入总计', () => true, { leaf: 0 });
  }
  {
    const table = add({ number: '表2', title: '部门支出预算总表', head: head('项目'), columns: [null, ...five(E('total', 'all'))], widths: [36, 13, 13, 13, 13, 11] });
    const put = (label, test, of) => table.row([label, ...cells(test)], { name: label.trim(), ...of });
    put('一、基本支出', basic, { component: 'basic', leaf: 0, parent: '支出总计' });
    const kinds = [['301', '工资福利支出'], ['302', '商品和服务支出'], ['303', '对个人和家庭的补助']];
    kinds.forEach(([code, name], index) => {
      const label = `（${NUMERALS[index]}）${name}`;
      put(`  ${label}`, (atom) => basic(atom) && atom.economic.startsWith(code), { component: 'basic;personnel;public', code, classification: 'department_economic', leaf: 0, parent: '一、基本支出' });
      const own = atoms.filter((atom) => basic(atom) && atom.economic.startsWith(code));
      treeOf(own, economicOf, [5]).forEach((node, at) => put(`    ${at + 1}.${names.department(node.code)}`, (atom) => basic(atom) && atom.economic === node.code,
        { component: 'basic;personnel;public', code: node.code, classification: 'department_economic', leaf: 1, parent: label }));
    });
    put('二、项目支出', project, { component: 'project', leaf: 0, parent: '支出总计' });
    atoms.filter(project).forEach((atom, index) => put(`  （${NUMERALS[index]}）${atom.project}`, (other) => other.project === atom.project, { component: 'project', classification: 'project', leaf: 1, parent: '二、项目支出' }));
    put('支出总计', () => true, { leaf: 0 });
    table.plant((truth) => truth.name === '二、项目支出' && truth.period === 'current', 5000);
  }
  {
    const test = is('fund', 'general_public');
    const table = add({ number: '表3', title: '一般公共预算支出预算表', head: head('科目编码|科目名称'), columns: [null, null, ...five(E('total', 'general_public'))], widths: [10, 32, 13, 13, 13, 13, 11] });
    functionalRows(names, atoms.filter(test), [3, 5, 7], '总计', (node, name, parent) => table.row([node.code, indent(node.level) + name, ...cells((atom) => test(atom) && atom.functional.startsWith(node.code))],
      { code: node.code, name, classification: 'functional', parent, leaf: node.last ? 1 : 0, functional: node.code }));
    table.row(['', '总计', ...cells(test)], { leaf: 0, name: '总计' });
  }
  {
    const some = atoms.filter((atom) => basic(atom) && atom.fund === 'general_public');
    const table = add({ number: '表4', title: '一般公共预算基本支出预算表（按经济分类）', head: ['项目|2025年预算数|其中：|<', '^|^|人员经费|公用经费'], columns: [null, E('total;basic', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public')], widths: [40, 18, 18, 18], page: 'portrait' });
    const three = (rows) => [sum(rows), sum(rows, personnel), sum(rows, publicUse)];
    table.row(['基本支出合计', ...three(some)], { leaf: 0, name: '基本支出合计' });
    let at = 0;
    for (const node of treeOf(some, economicOf, [3])) {
      const label = `${NUMERALS[at++]}、${names.department(node.code)}`;
      table.row([label, ...three(node.atoms)], { name: label, code: node.code, classification: 'department_economic', leaf: 0, parent: '基本支出合计' });
      treeOf(node.atoms, economicOf, [5]).forEach((below, index) => table.row([`  （${index + 1}）${names.department(below.code)}`, ...three(below.atoms)], { name: `（${index + 1}）${names.department(below.code)}`, code: below.code, classification: 'department_economic', leaf: 1, parent: label }));
    }
  }
  {
    const table = add({ number: '表5', title: '“三公”经费、会议费和培训费预算表', head: ['项目|2024年预算数|2025年预算数|增减额|增减原因'], columns: [null, { ...E('total', ''), period: 'prior' }, E('total', ''), { ...E('total', ''), period: 'change' }, null], widths: [40, 14, 14, 14, 26] });
    const [a, b] = [0, 1].map(() => [0, random.whole(100, 400), random.whole(1, 9) * 100, random.whole(200, 500), random.whole(30, 90), random.whole(30, 90)]);
    const put = (label, pick, item, reason, of = {}) => table.row([label, pick(a), pick(b), pick(b) - pick(a), reason], { name: label.trim(), item, ...of });
    put('总计', (row) => row.reduce((x, y) => x + y), '', '');
    put('一、“三公”经费小计', (row) => row[0] + row[1] + row[2] + row[3], 'total', '');
    put('  （一）因公出国（境）费', (row) => row[0], 'overseas', '无安排');
    put('  （二）公务接待费', (row) => row[1], 'reception', '厉行节约');
    put('  （三）公务用车购置及运行维护费', (row) => row[2] + row[3], 'vehicle_total', '');
    put('    1.公务用车购置费', (row) => row[2], 'vehicle_purchase', '更新1辆');
    put('    2.公务用车运行维护费', (row) => row[3], 'vehicle_operation', '');
    put('二、会议费', (row) => row[4], '', '');
    put('三、培训费', (row) => row[5], '', '');
  }
  const w = (cents) => written(cents);
  return { ...form, name: 'natures', kind: 'budget', prose: [`${department}2025年收入预算${w(all)}万元，比上年预算${sum(plan) < all ? '增加' : '减少'}${w(Math.abs(all - sum(plan)))}万元。支出预算${w(all)}万元，其中基本支出${w(sum(atoms, basic))}万元。`] };
}
