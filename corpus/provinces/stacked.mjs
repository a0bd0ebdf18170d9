// Revenue above expenditure in the same columns, own money and transfers received as columns, debt beside, performance forms
import { sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, economicOf, functionalRows, indent, is, split } from './rows.mjs';
import { basic, FUND_NAMES, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function stacked(random) {
  const units = [{ code: '', name: '某某县水利局', institution: false, run: '2130301', projects: [['2130305', 'general_public', '小型水库除险加固', '31005'], ['2130306', 'general_public', '水利工程维修养护', '30213'], ['2130314', 'general_public', '山洪灾害防治', '30227', true], ['2120899', 'government_fund', '河道整治', '31005']] }];
  const form = start({ year: 2026, department: '某某县水利局', units, style: { grouped: true, zero: '-' } }, random);
  const { names, atoms, add, fund, all, carried, department } = form;
  // Some atoms are paid from money that the upper governments send.
  const above = new Set(atoms.filter((atom) => project(atom) && !atom.carried).slice(0, 2));
  const own = (atom) => !above.has(atom) && !atom.carried;
  const columns = (of) => [of('all'), of('all', { leaf: '' }), of('all', { leaf: '' }), of('all', { leaf: '', qualifier: 'of_which_carried_in' })];
  const cells = (some) => [sum(some), sum(some, own), sum(some, (atom) => above.has(atom)), sum(some, is('carried', true))];
  {
    const table = add({ number: '表一', title: '部门收支预算总表', head: ['项目|预算数'], columns: [null, { period: 'current' }], widths: [60, 20], page: 'portrait' });
    const put = (label, cents, of) => table.row([label, cents], { name: label.trim(), ...of });
    table.row(['收入', '']);
    const income = { direction: 'revenue', component: 'total' };
    const spent = { direction: 'expenditure', component: 'total' };
    put('一、一般公共预算拨款', fund('general_public') - carried, { ...income, fund: 'general_public', leaf: 1 });
    put('二、政府性基金预算拨款', fund('government_fund'), { ...income, fund: 'government_fund', leaf: 1 });
    put('三、事业收入', 0, {});
    put('本年收入合计', all - carried, { ...income, leaf: 0 });
    put('上年结转', carried, { ...income, item: 'carried_in' });
    put('收入总计', all, { ...income, leaf: 0 });
    table.row(['支出', '']);
    classesOf(names, atoms).forEach(([code, name, cents], index) => put(`${NUMERALS[index]}、${name}`, cents, { ...spent, code, classification: 'functional', leaf: 1, fund: 'all' }));
    put('本年支出合计', all, { ...spent, leaf: 0 });
    put('结转下年', 0, {});
    put('支出总计', all, { ...spent, leaf: 0 });
  }
  {
    const table = add({ number: '表二', title: '部门支出预算总表', head: ['功能科目|<|<|科目名称|合计|本级安排|上级补助|上年结转', '类|款|项|^|^|^|^|^'], columns: [null, null, null, null, ...columns((name, more) => E('total', name, more))], widths: [5, 5, 5, 32, 13, 13, 13, 13] });
    table.row(['', '', '', '总计', ...cells(atoms)], { ...TOTAL, name: '总计' });
    functionalRows(names, atoms, [3, 5, 7], '总计', (node, name, parent) => {
      const parts = split(node.code);
      table.row([...parts.map((part, index) => (index === node.level || (node.last && index === 2) || index === 0 ? part : index <= node.level ? part : '')), indent(node.level) + name, ...cells(node.atoms)],
        { code: node.code, name, classification: 'functional', parent, leaf: node.last ? 1 : 0, functional: node.code });
    });
    table.plant((truth) => truth.code === '21303' && truth.column === 4, 7000);
  }
  {
    const some = atoms.filter(is('fund', 'general_public'));
    const table = add({ number: '表四', title: '一般公共预算支出预算表', head: ['科目|合计|人员经费|公用经费|项目支出'], columns: [null, E('total', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public'), E('project', 'general_public')], widths: [44, 14, 14, 14, 14] });
    const four = (rows) => [sum(rows), sum(rows, personnel), sum(rows, publicUse), sum(rows, project)];
    table.row(['总计', ...four(some)], { ...TOTAL, name: '总计' });
    functionalRows(names, some, [3, 5, 7], '总计', (node, name, parent) => table.row([indent(node.level) + name, ...four(node.atoms)], { code: node.code, name, classification: 'functional', parent, leaf: node.last ? 1 : 0 }));
  }
  {
    const table = add({ number: '表五', title: '一般公共预算支出经济分类预算表', head: ['政府预算经济分类|<|合计|基本支出|项目支出', '编码|名称|^|^|^'], columns: [null, null, E('total', 'general_public'), E('basic', 'general_public'), E('project', 'general_public')], widths: [10, 40, 14, 14, 14] });
    const some = atoms.filter(is('fund', 'general_public'));
    const three = (rows) => [sum(rows), sum(rows, basic), sum(rows, project)];
    for (const node of treeOf(some, (atom) => atom.government, [3, 5])) table.row([node.code, names.government(node.code), ...three(node.atoms)],
      { code: node.code, name: names.government(node.code), classification: 'government_economic', parent: node.parent ? names.government(node.parent) : '合计', leaf: node.last ? 1 : 0 });
    table.row(['', '合计', ...three(some)], TOTAL);
  }
  {
    const table = add({ number: '表七', title: '项目支出绩效目标表', head: ['项目名称|预算数|绩效目标|绩效指标|<|<', '^|^|^|一级指标|二级指标|指标值'], columns: [null, E('total;project', ''), null, null, null, null], widths: [24, 12, 30, 12, 18, 14] });
    for (const atom of atoms.filter(project)) {
      table.row([atom.project, atom.cents, `完成${atom.project}年度任务`, '产出指标', '数量指标', '≥3处'], { name: atom.project, classification: '' });
      table.row(['^', '^', '^', '效益指标', '社会效益', '明显提升']);
    }
  }
  {
    const table = add({ number: '表八', title: '“三公”经费预算表', head: ['年度|合计|因公出国（境）费|公务接待费|公务用车购置费|公务用车运行维护费'], columns: [null, ...['total', 'overseas', 'reception', 'vehicle_purchase', 'vehicle_operation'].map((item) => E('total', '', { item }))], widths: [20, 15, 15, 15, 15, 15] });
    const years = [['2025年', 'prior'], ['2026年', 'current']].map(([label, period]) => [label, period, [0, random.whole(50, 300), 0, random.whole(100, 500)]]);
    for (const [label, period, list] of years) table.row([label, list.reduce((a, b) => a + b), ...list], { period });
    const [a, b] = years.map((one) => one[2]);
    table.row(['增减额', b.reduce((x, y) => x + y) - a.reduce((x, y) => x + y), ...b.map((cents, index) => cents - a[index])], { period: 'change' });
  }
  const w = (cents) => written(cents, { grouped: true });
  return { ...form, name: 'stacked', kind: 'budget', prose: [`${department}2026年收支总预算${w(all)}万元。收入包括一般公共预算拨款${w(fund('general_public') - carried)}万元、政府性基金预算拨款${w(fund('government_fund'))}万元、上年结转${w(carried)}万元。`] };
}
