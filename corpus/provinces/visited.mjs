// 三公 of each unit by item with both years and the change, meetings and training beside them; the same by year; a list by economic subject and unit
import { sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, economicOf, functionalRows, is, sidesBeside } from './rows.mjs';
import { basic, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function visited(random) {
  const units = [
    { code: '128001', name: '某某市外事办公室', institution: false, run: '2013101', projects: [['2013105', 'general_public', '外宾接待', '30217'], ['2013199', 'general_public', '因公出国（境）费', '30212']] },
    { code: '128002', name: '某某市翻译中心', institution: true, run: '2013150', own: true, projects: [['2013150', 'unit_funds', '翻译服务', '30226']] },
    { code: '128003', name: '某某市对外友好协会', institution: true, run: '2013150', projects: [['2013199', 'general_public', '会议费', '30215']] },
  ];
  units[0].projects[1][3] = '30227'; units[0].projects[0][3] = '30227'; units[2].projects[0][3] = '30227';
  const form = start({ year: 2025, department: '某某市外事办公室', units, style: { zero: '0.00' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  {
    const table = add({ number: '预算01表', title: '收支预算总表', head: ['收入|<|支出|<', '项目|本年预算数|项目|本年预算数'], columns: [null, R('all'), null, E('total', 'all')], widths: [32, 14, 32, 14] });
    const income = [['一般公共预算拨款', fund('general_public'), { fund: 'general_public', leaf: 1 }], ['事业收入', fund('unit_funds'), { fund: 'unit_funds', leaf: 1 }]];
    const spent = classesOf(names, atoms).map(([code, name, cents]) => [name, cents, { code, classification: 'functional', leaf: 1 }]);
    while (income.length < spent.length) income.push(['', '', {}]);
    income.push(['收入合计', all, { leaf: 0 }]); spent.push(['支出合计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  {
    const gp = atoms.filter((atom) => atom.fund === 'general_public' && basic(atom));
    const cells = (some) => [sum(some), ...units.map((unit) => sum(some, is('unit', unit)))];
    const table = add({ number: '预算06表', title: '一般公共预算基本支出分单位表', size: 8.5, head: ['部门预算支出经济分类科目|<|合计|所属单位|<|<', `科目编码|科目名称|^|${units.map((unit) => unit.name).join('|')}`], columns: [null, null, E('total;basic', 'general_public'), ...units.map((unit) => E('total;basic', 'general_public', { unit: unit.name }))], widths: [9, 30, 14, 16, 16, 16] });
    table.row(['', '合计', ...cells(gp)], { leaf: 0 });
    for (const node of treeOf(gp, economicOf, [3, 5])) table.row([node.code, (node.last ? '  ' : '') + names.department(node.code), ...cells(node.atoms)], { code: node.code, name: names.department(node.code), classification: 'department_economic', parent: node.parent ? names.department(node.parent) : '合计', department_economic: node.code, leaf: node.last ? '' : 0 });
  }
  const parts = ['overseas', 'reception', 'vehicle_purchase', 'vehicle_operation', 'meeting', 'training'];
  const year = () => Object.fromEntries(parts.map((part) => [part, part === 'vehicle_purchase' ? random.whole(0, 1) * 1800 : random.whole(20, 900)]));
  const figures = units.map(() => ({ prior: year(), current: year() }));
  const of = (one, item) => item === 'total' ? one.overseas + one.reception + one.vehicle_purchase + one.vehicle_operation : item === 'vehicle_total' ? one.vehicle_purchase + one.vehicle_operation : one[item];
  const whole = { prior: {}, current: {} };
  for (const when of ['prior', 'current']) for (const part of parts) whole[when][part] = figures.reduce((cents, one) => cents + one[when][part], 0);
  const items = ['total', 'overseas', 'reception', 'vehicle_total', 'vehicle_purchase', 'vehicle_operation'];
  const labels = ['“三公”经费合计', '因公出国（境）费', '公务接待费', '公务用车购置及运行维护费', '公务用车购置费', '公务用车运行维护费'];
  {
    // Each item with last year, this year, change
    const columns = items.flatMap((item) => ['prior', 'current', 'change'].map((period) => E('total', '', { item, period })));
    const table = add({ number: '预算08表', title: '“三公”经费预算变动表', size: 7, page: 'wide', left: `编制部门：${department}`, head: [`单位名称|${labels.map((label) => `${label}|<|<`).join('|')}`, `^|${labels.map(() => '2024年预算|2025年预算|增减').join('|')}`], columns: [null, ...columns], widths: [22, ...columns.map(() => 7)] });
    const cells = (one) => items.flatMap((item) => [of(one.prior, item), of(one.current, item), of(one.current, item) - of(one.prior, item)]);
    units.forEach((unit, at) => table.row([unit.name, ...cells(figures[at])], { unit: unit.name }));
    table.row(['合计', ...cells(whole)], { unit: '-' });
  }
  {
    // Each year with all items, meetings and training; rates
    const more = [...items, 'meeting', 'training'];
    const columns = ['prior', 'current'].flatMap((period) => more.map((item) => E('total', '', { item, period })));
    const head = '合计|因公出国（境）费|公务接待费|公务用车购置及运行维护费|<|<';
    const table = add({ number: '预算09表', title: ['一般公共预算“三公”经费、会议费、', '培训费预算情况表'], size: 7, page: 'wide', head: ['单位代码|单位名称|2024年预算数|<|<|<|<|<|<|<|2025年预算数|<|<|<|<|<|<|<|“三公”经费增减率（%）', `^|^|“三公”经费|<|<|<|<|<|会议费|培训费|“三公”经费|<|<|<|<|<|会议费|培训费|^`, `^|^|${head}|^|^|${head}|^|^|^`, `^|^|^|^|^|小计|购置费|运行费|^|^|^|^|^|小计|购置费|运行费|^|^|^`], columns: [null, null, ...columns, null], widths: [8, 20, ...columns.map(() => 7), 8] });
    const cells = (one) => [...['prior', 'current'].flatMap((when) => more.map((item) => of(one[when], item))), { count: (100 * (of(one.current, 'total') / of(one.prior, 'total') - 1)).toFixed(2) }];
    table.row(['', '合计', ...cells(whole)], { unit: '-' });
    units.forEach((unit, at) => table.row([unit.code, unit.name, ...cells(figures[at])], { unit: unit.name }));
    // Meetings and training have no item of their own to be asked here
    table.truth.forEach((truth) => { if (['meeting', 'training'].includes(truth.item)) truth.item = ''; });
  }
  {
    const table = add({ number: '预算10表', title: '项目支出预算明细表', head: ['项目名称|单位|功能科目|经济科目|金额'], columns: [null, null, null, null, E('project;total', 'all')], widths: [26, 26, 24, 24, 14] });
    for (const atom of atoms.filter(project)) table.row([atom.project, atom.unit.name, atom.functional, `${atom.economic} ${names.department(atom.economic)}`, atom.cents], { name: atom.project, unit: atom.unit.name, classification: 'project', functional: atom.functional, department_economic: atom.economic, leaf: 1 });
    table.row(['合计', '', '', '', sum(atoms, project)], { leaf: 0 });
    table.plant((truth) => truth.name === '翻译服务', 500);
  }
  return { ...form, name: 'visited', kind: 'budget', prose: [`2025年${department}收支总预算${written(all)}万元。`] };
}
