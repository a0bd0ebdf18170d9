// Final accounts: units below their department by code, three levels; the appropriated and the spent of each fund; balances at both ends
import { sum } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, functionalRows, is, sidesBeside } from './rows.mjs';
import { basic, FUND_NAMES, project, start } from './kit.mjs';
import { written } from './table.mjs';

export function tiered(random) {
  const units = [
    { code: '250001', name: '某某省地质局本级', institution: false, run: '2200101', projects: [['2200114', 'general_public', '地质勘查管理', '30227']] },
    { code: '250002', name: '某某省第一地质队', institution: true, run: '2200150', own: true, projects: [['2200113', 'general_public', '矿产资源调查', '30227'], ['2200199', 'unit_funds', '勘查服务', '30226']] },
    { code: '250003', name: '某某省地质资料馆', institution: true, run: '2200150', projects: [['2200120', 'general_public', '资料数字化', '30227']] },
  ];
  units[0].projects[0][0] = '2200106'; units[1].projects[0][0] = '2200113'; units[2].projects[0][0] = '2200199';
  const form = start({ year: 2023, department: '某某省地质局', units, style: { grouped: true, zero: '0.00' }, meaning: { period: 'current', phase: 'final_accounts' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  const three = (some) => [sum(some), sum(some, basic), sum(some, project)];
  {
    const table = add({ number: '公开01表', title: '收入支出决算总表', head: ['收入|<|支出|<', '项目|决算数|项目|决算数'], columns: [null, R('all'), null, E('total', 'all')], widths: [32, 14, 32, 14] });
    const income = ['general_public', 'unit_funds'].map((key, at) => [`${NUMERALS[at]}、${key === 'unit_funds' ? '事业收入' : '一般公共预算财政拨款收入'}`, fund(key), { fund: key, leaf: 1 }]);
    const spent = classesOf(names, atoms).map(([code, name, cents], at) => [`${NUMERALS[at]}、${name}`, cents, { code, classification: 'functional', leaf: 1 }]);
    while (income.length < spent.length) income.push(['', '', {}]);
    income.push(['本年收入合计', all, { leaf: 0 }], ['总计', all, { leaf: 0 }]); spent.push(['本年支出合计', all, { leaf: 0 }], ['总计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  {
    const columns = [E('total', 'all'), E('basic', 'all'), E('project', 'all')];
    const table = add({ number: '公开03表', title: '支出决算表', head: ['单位编码|单位名称|功能分类科目编码|科目名称|本年支出合计|基本支出|项目支出'], columns: [null, null, null, null, ...columns], widths: [9, 24, 10, 26, 13, 13, 13], size: 8.5 });
    table.row(['', '', '', '合计', ...three(atoms)], TOTAL);
    table.row(['250', department, '', '', ...three(atoms)], { unit: department, leaf: 0 });
    for (const unit of units) {
      const own = atoms.filter(is('unit', unit));
      table.row([unit.code, unit.name, '', '', ...three(own)], { unit: unit.name, leaf: 0 });
      functionalRows(names, own, [3, 5, 7], unit.name, (node, name, parent) => table.row(['', '', node.code, name, ...three(node.atoms)], { code: node.code, name, unit: unit.name, classification: 'functional', parent, functional: node.code, leaf: node.last ? 1 : 0 }));
    }
    table.plant((truth) => truth.code === '2200113' && truth.component === 'project', 1100);
  }
  {
    const gp = atoms.filter(is('fund', 'general_public'));
    const B = (component, phase) => E(component, 'general_public', { phase });
    const table = add({ number: '公开05表', title: '一般公共预算财政拨款支出决算表', head: ['科目编码|科目名称|年初预算数|<|<|决算数|<|<', '^|^|合计|基本支出|项目支出|合计|基本支出|项目支出'], columns: [null, null, B('total', 'budget'), B('basic', 'budget'), B('project', 'budget'), B('total', 'final_accounts'), B('basic', 'final_accounts'), B('project', 'final_accounts')], widths: [9, 28, 12, 12, 12, 12, 12, 12], size: 8.5 });
    const planned = gp.map((atom) => ({ ...atom, cents: Math.round(atom.cents * random.whole(80, 120) / 100) }));
    const cells = (test) => [...three(planned.filter(test)), ...three(gp.filter(test))];
    table.row(['', '合计', ...cells(() => true)], TOTAL);
    functionalRows(names, gp, [3, 5, 7], '合计', (node, name, parent) => table.row([node.code, name, ...cells((atom) => atom.functional.startsWith(node.code))], { code: node.code, name, classification: 'functional', parent, functional: node.code, leaf: node.last ? 1 : 0 }));
  }
  {
    // Two years and the change below one another for each unit, the department above its units
    const items = ['total', 'overseas', 'reception', 'vehicle_total', 'vehicle_purchase', 'vehicle_operation'];
    const table = add({ number: '公开08表', title: '财政拨款“三公”经费支出决算表', head: ['单位编码|单位名称|预算数|<|<|<|<|<|决算数|<|<|<|<|<', '^|^|合计|因公出国（境）费|公务接待费|公务用车购置及运行费|<|<|合计|因公出国（境）费|公务接待费|公务用车购置及运行费|<|<', '^|^|^|^|^|小计|购置费|运行费|^|^|^|小计|购置费|运行费'],
      columns: [null, null, ...['budget', 'final_accounts'].flatMap((phase) => items.map((item) => E('total', 'fiscal_appropriation;general_public', { item, phase })))], widths: [8, 24, ...Array(12).fill(9)], size: 7.5, page: 'wide' });
    const figures = units.map(() => [0, 1].flatMap(() => { const [meal, buy, run] = [random.whole(20, 200), random.whole(0, 1) * 1800, random.whole(100, 900)]; return [meal + buy + run, 0, meal, buy + run, buy, run]; }));
    const whole = figures[0].map((_, at) => figures.reduce((cents, row) => cents + row[at], 0));
    const leaves = (isLeaf, item) => Object.fromEntries(Array.from({ length: 12 }, (_, at) => [at + 2, { leaf: isLeaf && [1, 2, 4, 5].includes(at % 6) ? 1 : 0, ...(at % 6 === 0 && { item }) }]));
    table.row(['', '合计', ...whole], {}, leaves(false, 'total'));
    table.row(['250', department, ...whole], { unit: department }, leaves(false, 'unit_total'));
    units.forEach((unit, at) => table.row([unit.code, unit.name, ...figures[at]], { unit: unit.name }, leaves(true, 'unit_total')));
  }
  return { ...form, name: 'tiered', kind: 'final', prose: [`2023年度${department}收入总计${written(all, { grouped: true })}万元。`] };
}
