// Final accounts in pairs: under each kind of expenditure what was budgeted and what was spent, and how far
import { sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, economicOf, functionalRows, indent, is } from './rows.mjs';
import { basic, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function executed(random) {
  const department = '某某旗林业和草原局';
  const units = [{ code: '', name: department, institution: false, run: '2130201', projects: [['2130205', 'general_public', '造林补助', '30227'], ['2130209', 'general_public', '森林生态效益补偿', '30399'], ['2130234', 'general_public', '防火物资', '30218']] }];
  units[0].projects[2][3] = '31003';
  const meaning = { period: 'current', phase: 'final_accounts' };
  const form = start({ year: 2024, department, units, style: { zero: '0.00' }, meaning, left: `部门：${department}` }, random);
  const { names, atoms, add, all } = form;
  const plan = atoms.map((atom) => ({ ...atom, cents: Math.round(atom.cents * random.whole(80, 140) / 100) }));
  const rate = (a, b) => (a ? `${(b / a * 100).toFixed(1)}` : '');
  const pair = (of) => [{ ...of, phase: 'budget' }, of];
  const two = (test) => [sum(plan, test), sum(atoms, test)];
  {
    const table = add({ number: '公开01表', title: '收入支出决算总表', head: ['收入|<|<|支出|<|<', '项目|预算数|决算数|项目|预算数|决算数'], columns: [null, ...pair(R('all')), null, ...pair(E('total', 'all'))], widths: [30, 12, 12, 30, 12, 12] });
    const spent = treeOf(atoms, (atom) => atom.functional, [3]).map((node, index) => [`${NUMERALS[index]}、${names.functional(node.code)}`, two((atom) => atom.functional.startsWith(node.code)), { code: node.code, classification: 'functional', leaf: 1 }]);
    const income = [['一、一般公共预算财政拨款收入', two(() => true), { fund: 'general_public', leaf: 1 }], ['二、事业收入', [0, 0], { fund: '' }]];
    while (income.length < spent.length) income.push(['', ['', ''], {}]);
    while (spent.length < income.length) spent.push(['', ['', ''], {}]);
    income.push(['本年收入合计', two(() => true), { leaf: 0 }], ['年初结转和结余', [0, 0], { fund: '' }], ['总计', two(() => true), { leaf: 0 }]);
    spent.push(['本年支出合计', two(() => true), { leaf: 0 }], ['年末结转和结余', [0, 0], { fund: '' }], ['总计', two(() => true), { leaf: 0 }]);
    income.forEach((l, index) => {
      const r = spent[index];
      table.row([l[0], ...l[1], r[0], ...r[1]], {}, { 1: { name: l[0], ...l[2] }, 2: { name: l[0], ...l[2] }, 4: { name: r[0], ...r[2] }, 5: { name: r[0], ...r[2] } });
    });
  }
  const pairs = (number, title, fund) => {
    const table = add({ number, title, head: ['功能分类科目|<|合计|<|<|基本支出|<|<|项目支出|<|<', `编码|名称${'|预算数|决算数|完成%'.repeat(3)}`],
      columns: [null, null, ...pair(E('total', fund)), null, ...pair(E('basic', fund)), null, ...pair(E('project', fund)), null], widths: [9, 30, 11, 11, 7, 11, 11, 7, 11, 11, 7], size: 8 });
    const cells = (test) => [() => true, basic, project].flatMap((of) => { const [a, b] = two((atom) => test(atom) && of(atom)); return [a, b, rate(a, b)]; });
    functionalRows(names, atoms, [3, 5, 7], '合计', (node, name, parent) => table.row([node.code, indent(node.level) + name, ...cells((atom) => atom.functional.startsWith(node.code))],
      { code: node.code, name, classification: 'functional', parent, leaf: node.last ? 1 : 0, functional: node.code }));
    table.row(['', '合计', ...cells(() => true)], TOTAL);
    return table;
  };
  pairs('公开03表', '支出决算表', 'all').plant((truth) => truth.code === '2130209' && truth.component === 'project' && truth.phase === 'final_accounts', -900);
  pairs('公开05表', '一般公共预算财政拨款支出决算表', 'general_public');
  {
    const table = add({ number: '公开06表', title: '一般公共预算财政拨款基本支出决算明细表', head: ['人员经费|<|<|公用经费|<|<', '科目编码|科目名称|决算数|科目编码|科目名称|决算数'], columns: [null, null, E('personnel;basic;total', 'general_public'), null, null, E('public;basic;total', 'general_public')], widths: [9, 28, 12, 9, 28, 12] });
    const side = (test) => treeOf(atoms.filter((atom) => basic(atom) && test(atom)), economicOf, [3, 5]);
    const [left, right] = [side(personnel), side(publicUse)];
    for (let index = 0; index < Math.max(left.length, right.length); index++) {
      const cells = [];
      const byColumn = {};
      for (const node of [left[index], right[index]]) {
        if (node) byColumn[cells.length + 2] = { code: node.code, name: names.department(node.code), classification: 'department_economic', leaf: node.last ? 1 : 0 };
        cells.push(node?.code ?? '', node ? names.department(node.code) : '', node ? sum(node.atoms) : '');
      }
      table.row(cells, {}, byColumn);
    }
    table.row(['人员经费合计', '<', sum(atoms, personnel), '公用经费合计', '<', sum(atoms, publicUse)], { leaf: 0 });
  }
  {
    const table = add({ number: '公开08表', title: '一般公共预算财政拨款“三公”经费支出决算表', head: ['项目|行次|预算数|决算数', '栏次|^|1|2'], columns: [null, null, ...pair(E('total', ''))], widths: [40, 8, 16, 16], page: 'portrait' });
    const lists = [0, 1].map(() => [0, random.whole(100, 400), random.whole(100, 700), random.whole(20, 500)]);
    const put = (label, at, pick, item) => table.row([label, String(at), ...lists.map(pick)], { name: label.trim(), item });
    put('“三公”经费支出合计', 1, (row) => row.reduce((a, b) => a + b), '');
    put('  1．因公出国（境）费', 2, (row) => row[0], 'overseas');
    put('  2．公务用车购置及运行维护费', 3, (row) => row[1] + row[2], 'vehicle_total');
    put('    （1）公务用车购置费', 4, (row) => row[1], 'vehicle_purchase');
    put('    （2）公务用车运行维护费', 5, (row) => row[2], 'vehicle_operation');
    put('  3．公务接待费', 6, (row) => row[3], 'reception');
  }
  return { ...form, name: 'executed', kind: 'final', prose: [`${department}2024年度收入、支出总计均为${written(all)}万元。基本支出${written(sum(atoms, basic))}万元，项目支出${written(sum(atoms, project))}万元。`] };
}
