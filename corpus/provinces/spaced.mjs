// Letters set apart in titles, headings, names and years, numerals of full width, codes parted by blanks
import { sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, economicOf, functionalRows, is, sidesBeside, split } from './rows.mjs';
import { basic, FUND_NAMES, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

const apart = (text) => [...text].join(' ');

export function spaced(random) {
  const department = '某某县统计局';
  const units = [{ code: '', name: department, institution: false, run: '2010501', projects: [['2010507', 'general_public', '人口普查', '30226'], ['2010508', 'general_public', '抽样调查', '30226']] }];
  const form = start({ year: 2025, department, units, style: { zero: '' }, left: `编 报 单 位 ： ${department}` }, random);
  const { names, atoms, add, fund, all } = form;
  const last = atoms.map((atom) => ({ ...atom, cents: Math.round(atom.cents * random.whole(60, 130) / 100) }));
  const prior = (of) => ({ ...of, period: 'prior' });
  const years = `${apart('2024年')} ${apart('预算数')}|${apart('2025年')} ${apart('预算数')}`;
  {
    const table = add({ number: apart('附表1'), title: apart('收支预算总表'), head: [`${apart('收入')}|<|${apart('支出')}|<`, `${apart('项目')}|${apart('预算数')}|${apart('项目')}|${apart('预算数')}`], columns: [null, R('all'), null, E('total', 'all')], widths: [32, 14, 32, 14] });
    const spent = classesOf(names, atoms).map(([code, name, cents], index) => [`${NUMERALS[index]}、${name}`, cents, { code, classification: 'functional', leaf: 1 }]);
    const income = [['一、一般公共预算', all, { fund: 'general_public', leaf: 1 }], ['二、政府性基金预算', 0, {}]];
    while (income.length < spent.length) income.push(['', '', {}]);
    income.push([apart('收入总计'), all, { leaf: 0 }]); spent.push([apart('支出总计'), all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  {
    const table = add({ number: apart('附表3'), title: apart('支出预算总表'), head: [`${apart('科目编码')}|${apart('科目名称')}|${apart('合计')}|${apart('基本支出')}|${apart('项目支出')}`], columns: [null, null, E('total', 'all'), E('basic', 'all'), E('project', 'all')], widths: [14, 38, 14, 14, 14] });
    const three = (some) => [sum(some), sum(some, basic), sum(some, project)];
    table.row(['', apart('合计'), ...three(atoms)], { leaf: 0 });
    functionalRows(names, atoms, [3, 5, 7], '', (node, name) => table.row([split(node.code).filter((part) => part).join(' '), node.level === 0 ? apart(name) : name, ...three(node.atoms)], { code: node.code, name, classification: 'functional', functional: node.code, leaf: node.last ? 1 : 0 }));
    table.plant((truth) => truth.code === '2010508' && truth.component === 'project', 700);
  }
  {
    const table = add({ number: apart('附表5'), title: apart('一般公共预算支出预算表'), head: [`${apart('科目编码')}|${apart('科目名称')}|${years}`], columns: [null, null, prior(E('total', 'general_public')), E('total', 'general_public')], widths: [14, 38, 18, 18] });
    const two = (test) => [sum(last, test), sum(atoms, test)];
    functionalRows(names, atoms, [3, 5, 7], '', (node, name) => table.row([node.code, name, ...two((atom) => atom.functional.startsWith(node.code))], { code: node.code, name, classification: 'functional', functional: node.code, leaf: node.last ? 1 : 0 }));
    table.row(['', apart('合计'), ...two(() => true)], { leaf: 0 });
  }
  {
    const table = add({ number: apart('附表6'), title: apart('一般公共预算基本支出预算表'), head: [`${apart('经济分类科目')}|<|${apart('预算数')}|<|<`, `${apart('编码')}|${apart('名称')}|${apart('合计')}|${apart('人员经费')}|${apart('公用经费')}`], columns: [null, null, E('total;basic', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public')], widths: [14, 38, 14, 14, 14] });
    const three = (some) => [sum(some), sum(some, personnel), sum(some, publicUse)];
    const basics = atoms.filter(basic);
    for (const node of treeOf(basics, economicOf, [3, 5])) table.row([node.code, node.level ? `  ${names.department(node.code)}` : apart(names.department(node.code)), ...three(node.atoms)], { code: node.code, name: names.department(node.code), classification: 'department_economic', leaf: node.last ? 1 : 0 });
    table.row(['', apart('合计'), ...three(basics)], { leaf: 0 });
  }
  {
    const table = add({ number: apart('附表7'), title: apart('“三公”经费预算表'), head: [`${apart('项目')}|${years}`], columns: [null, prior(E('total', '')), E('total', '')], widths: [40, 18, 18] });
    const lists = [0, 1].map(() => [0, 0, random.whole(100, 700), random.whole(20, 500)]);
    const put = (label, pick, item) => table.row([label, ...lists.map(pick)], { name: label.trim(), item });
    put(apart('合计'), (row) => row.reduce((a, b) => a + b), 'total');
    put('１、因公出国（境）费用', (row) => row[0], 'overseas');
    put('２、公务接待费', (row) => row[3], 'reception');
    put('３、公务用车费', (row) => row[1] + row[2], 'vehicle_total');
    put('其中：（１）公务用车运行维护费', (row) => row[2], 'vehicle_operation');
    put('（２）公务用车购置', (row) => row[1], 'vehicle_purchase');
  }
  return { ...form, name: 'spaced', kind: 'budget', prose: [`${department}2025年收支总预算${written(all)}万元，比上年${all > sum(last) ? '增加' : '减少'}${written(Math.abs(all - sum(last)))}万元。`] };
}
