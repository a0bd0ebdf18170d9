// Words beside each row say its year or its phase: 三公 of units, expenditure by item, purchases; rows of kinds of expenditure below each item
import { sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, functionalRows, indent, is, sidesBeside } from './rows.mjs';
import { basic, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function dated(random) {
  const units = [
    { code: '', name: '某某区城市管理局', institution: false, run: '2120101', projects: [['2120104', 'general_public', '城管执法', '30227'], ['2120501', 'general_public', '道路清扫保洁', '30227'], ['2120803', 'government_fund', '公厕建设', '31005']] },
    { code: '', name: '某某区环境卫生管理站', institution: true, run: '2120501', projects: [['2120501', 'general_public', '垃圾转运', '30226'], ['2120501', 'general_public', '环卫车辆购置', '31002']] },
  ];
  units[1].projects[0][3] = '30227';
  const form = start({ year: 2025, department: '某某区城市管理局', units, style: { grouped: true, zero: '0.00' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  const before = atoms.map((atom) => ({ ...atom, cents: Math.round(atom.cents * random.whole(70, 120) / 100) }));
  const years = [['2024年预算', 'prior', before], ['2025年预算', 'current', atoms]];
  const funds = ['general_public', 'government_fund'];
  {
    const table = add({ number: '表1', title: '部门收支总表', head: ['收入|<|支出|<', '项目|金额|项目|金额'], columns: [null, R('all'), null, E('total', 'all')], widths: [32, 14, 32, 14] });
    const income = [['一、一般公共预算财政拨款收入', fund('general_public'), { fund: 'general_public', leaf: 1 }], ['二、政府性基金预算财政拨款收入', fund('government_fund'), { fund: 'government_fund', leaf: 1 }]];
    const spent = classesOf(names, atoms).map(([code, name, cents], at) => [`${NUMERALS[at]}、${name}`, cents, { code, classification: 'functional', leaf: 1 }]);
    while (income.length < spent.length) income.push(['', '', {}]);
    income.push(['收入总计', all, { leaf: 0 }]); spent.push(['支出总计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  const two = (some) => [sum(some), sum(some, basic), sum(some, project)];
  const sameAs = (node) => (atom) => atom.functional.startsWith(node.code);
  {
    // Each subject once a year
    const gp = atoms.filter(is('fund', 'general_public'));
    const table = add({ number: '表4', title: '一般公共预算支出表', size: 8.5, head: ['科目编码|科目名称|年度|合计|基本支出|项目支出'], columns: [null, null, null, E('total', 'general_public', { period: '' }), E('basic', 'general_public', { period: '' }), E('project', 'general_public', { period: '' })], widths: [10, 36, 16, 14, 14, 14] });
    const put = (code, name, pick, meaning) => years.forEach(([word, period, list], at) => table.row([at ? '^' : code, at ? '^' : name, word, ...two(list.filter(is('fund', 'general_public')).filter(pick))], { ...meaning, period, leaf: period === 'current' ? meaning.leaf : '' }));
    put('', '合计', () => true, { name: '合计', leaf: 0 });
    functionalRows(names, gp, [3, 5, 7], '合计', (node, name, parent) => put(node.code, name, sameAs(node), { code: node.code, name, functional: node.code, classification: 'functional', parent, leaf: node.last ? 1 : 0 }));
    table.plant((truth) => truth.code === '2120104' && truth.component === 'project' && truth.period === 'current', 900);
  }
  {
    // Kinds of expenditure as rows below each item
    const table = add({ number: '表3', title: '部门支出总表', size: 8.5, head: ['科目编码|科目名称|合计|一般公共预算|政府性基金预算'], columns: [null, null, E('', 'all'), E('', 'general_public'), E('', 'government_fund')], widths: [10, 40, 15, 15, 15] });
    const cells = (some) => [sum(some), ...funds.map((key) => fund(key, some))];
    table.row(['', '合计', ...cells(atoms)], { ...TOTAL, component: 'total' });
    functionalRows(names, atoms, [3, 5, 7], '合计', (node, name, parent) => {
      table.row([node.code, indent(node.level) + name, ...cells(node.atoms)], { code: node.code, name, component: 'total', functional: node.code, classification: 'functional', parent, leaf: node.last ? '' : 0 });
      if (node.last) for (const [word, test, component] of [['基本支出', basic, 'basic'], ['项目支出', project, 'project']]) {
        const own = node.atoms.filter(test);
        if (own.length > 0) table.row(['', indent(3) + word, ...cells(own)], { component, functional: node.code, parent: name, leaf: '' });
      }
    });
  }
  const items = ['total', 'overseas', 'vehicle_total', 'vehicle_purchase', 'vehicle_operation', 'reception'];
  {
    const of = () => { const [buy, run, meal] = [random.whole(0, 1) * 1800, random.whole(100, 900), random.whole(10, 200)]; return [buy + run + meal, 0, buy + run, buy, run, meal]; };
    const figures = units.map(() => [of(), of()]);
    const table = add({ number: '表7', title: '一般公共预算“三公”经费支出表', size: 8.5, head: ['单位名称|年度|合计|因公出国（境）费|公务用车购置及运行费|<|<|公务接待费', '^|^|^|^|小计|公务用车购置费|公务用车运行费|^'], columns: [null, null, ...items.map((item) => E('total', '', { item, period: '' }))], widths: [28, 14, 12, 12, 12, 12, 12, 12] });
    years.forEach(([word, period], at) => table.row([at ? '^' : '合计', word, ...items.map((_, k) => figures.reduce((cents, one) => cents + one[at][k], 0))], { unit: '-', period }));
    units.forEach((unit, index) => years.forEach(([word, period], at) => table.row([at ? '^' : unit.name, word, ...figures[index][at]], { unit: unit.name, period })));
  }
  {
    const listed = atoms.filter(project);
    const table = add({ number: '表9', title: '项目支出表', head: ['项目单位|项目名称|预算年度|金额|一般公共预算|政府性基金'], columns: [null, null, null, E('project;total', 'all', { period: '' }), E('project;total', 'general_public', { period: '' }), E('project;total', 'government_fund', { period: '' })], widths: [28, 30, 14, 14, 14, 14] });
    const cells = (some) => [sum(some), ...funds.map((key) => fund(key, some))];
    for (const atom of listed) {
      const old = before.filter((other) => other.project === atom.project && other.unit === atom.unit);
      [[old, '2024', 'prior'], [[atom], '2025', 'current']].forEach(([some, year, period], at) => table.row([at ? '^' : atom.unit.name, at ? '^' : atom.project, { count: year }, ...cells(some)], { name: atom.project, unit: atom.unit.name, classification: 'project', period, leaf: '' }));
    }
    table.row(['合计', '<', { count: '2025' }, ...cells(listed)], { leaf: '', period: 'current', unit: '-' });
  }
  return { ...form, name: 'dated', kind: 'budget', prose: [`2025年${department}收支总预算${written(all, { grouped: true })}万元。`] };
}
