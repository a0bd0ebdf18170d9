// The year by quarters in every list; codes split over three columns without the names of what is above; amounts before names
import { sum } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, functionalRows, is, sidesBeside, split } from './rows.mjs';
import { basic, FUND_NAMES, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function quarterly(random) {
  const units = [
    { code: '605001', name: '某某旗林业和草原局', institution: false, run: '2130201', projects: [['2130205', 'general_public', '退化林修复', '30226'], ['2130234', 'general_public', '森林草原防火', '30218']] },
    { code: '605002', name: '某某旗国有林场', institution: true, run: '2130204', projects: [['2130207', 'general_public', '林木良种繁育', '30226'], ['2130299', 'unit_funds', '苗圃经营', '30226']] },
  ];
  units[0].projects[1][3] = '30227';
  const form = start({ year: 2026, department: '某某旗林业和草原局', units, style: { grouped: true, zero: '' }, meaning: { period: 'current', phase: 'budget' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  const parts = (cents) => { const one = Math.floor(cents / 5); return [one, 2 * one, one, cents - 4 * one]; };
  for (const atom of atoms) atom.quarters = parts(atom.cents);
  const quarters = (some) => [0, 1, 2, 3].map((at) => some.reduce((cents, atom) => cents + atom.quarters[at], 0));
  const four = Array(4).fill(E('total', 'all', { qualifier: 'of_which', leaf: '' }));
  {
    const table = add({ number: '表1', title: '收支预算总表', head: ['收入|<|支出|<', '项目|预算数|项目|预算数'], columns: [null, R('all'), null, E('total', 'all')], widths: [32, 14, 32, 14] });
    const income = ['general_public', 'unit_funds'].map((key, index) => [`${NUMERALS[index]}、${FUND_NAMES[key]}收入`, fund(key), { fund: key, leaf: 1 }]);
    const spent = classesOf(names, atoms).map(([code, name, cents], index) => [`${NUMERALS[index]}、${name}`, cents, { code, classification: 'functional', leaf: 1 }]);
    while (income.length < spent.length) income.push(['', '', {}]);
    income.push(['收入总计', all, { leaf: 0 }]); spent.push(['支出总计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  {
    const table = add({ number: '表3', title: '支出预算分季度情况表', head: ['科目编码|<|<|科目名称|全年预算|其中|<|<|<', '类|款|项|^|^|一季度|二季度|三季度|四季度'], columns: [null, null, null, null, E('total', 'all'), ...four], widths: [6, 6, 6, 30, 13, 12, 12, 12, 12] });
    table.row(['', '', '', '合计', all, ...quarters(atoms)], TOTAL);
    functionalRows(names, atoms, [3, 5, 7], '合计', (node, name, parent) => table.row([...(node.level === 0 ? [node.code, '', ''] : node.level === 1 ? ['', node.code.slice(3), ''] : ['', '', node.code.slice(5)]), name, sum(node.atoms), ...quarters(node.atoms)], { code: node.code, name, classification: 'functional', parent, functional: node.code, leaf: node.last ? 1 : 0 }));
    table.plant((truth) => truth.code === '2130205' && !truth.qualifier, 900);
  }
  {
    // Amounts first, what they are for at the right
    const table = add({ number: '表4', title: '一般公共预算支出情况表', head: ['合计|基本支出|<|<|项目支出|功能分类科目|<|<|<', '^|小计|人员经费|公用经费|^|类|款|项|名称'], columns: [E('total', 'general_public'), E('basic', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public'), E('project', 'general_public'), null, null, null, null], widths: [13, 13, 13, 13, 13, 6, 6, 6, 30] });
    const gp = atoms.filter(is('fund', 'general_public'));
    const cells = (some) => [sum(some), sum(some, basic), sum(some, personnel), sum(some, publicUse), sum(some, project)];
    functionalRows(names, gp, [3, 5, 7], '合计', (node, name, parent) => table.row([...cells(node.atoms), ...split(node.code), name], { code: node.code, name, classification: 'functional', parent, functional: node.code, leaf: node.last ? 1 : 0 }));
    table.row([...cells(gp), '', '', '', '合计'], TOTAL);
  }
  {
    // 三公: units below their department, sum last, quarters
    const table = add({ number: '表7', title: '一般公共预算“三公”经费支出表', head: ['单位编码|单位名称|“三公”经费合计|因公出国（境）费|公务用车购置及运行费|<|<|公务接待费', '^|^|^|^|小计|购置费|运行费|^'], columns: [null, null, ...['total', 'overseas', 'vehicle_total', 'vehicle_purchase', 'vehicle_operation', 'reception'].map((item) => E('total', 'general_public', { item }))], widths: [9, 30, 13, 13, 13, 13, 13, 13] });
    const own = units.map(() => { const [car, meal] = [random.whole(100, 900), random.whole(30, 200)]; return [car + meal, 0, car, 0, car, meal]; });
    const both = own[0].map((_, at) => own[0][at] + own[1][at]);
    const put = (front, cells, leaf, of, item) => table.row([...front, ...cells], of, { 2: { leaf: 0, item }, 4: { leaf: 0 }, ...(leaf ? {} : { 3: { leaf: 0 }, 5: { leaf: 0 }, 6: { leaf: 0 }, 7: { leaf: 0 } }) });
    put(['605', department], both, false, { unit: department, leaf: 0 }, 'unit_total');
    units.forEach((unit, at) => put([unit.code, unit.name === department ? `${unit.name}（本级）` : unit.name], own[at], true, { unit: unit.name === department ? `${unit.name}（本级）` : unit.name, leaf: 1 }, 'unit_total'));
    put(['', '总计'], both, false, { leaf: 0 }, 'total');
  }
  return { ...form, name: 'quarterly', kind: 'budget', prose: [`2026年${department}收支总预算${written(all, { grouped: true })}万元。`] };
}
