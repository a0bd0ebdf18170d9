// The same table once for last year and once for this year, told apart by the title alone; three years of plans as columns; figures of two years before
import { sum, treeOf } from './money.mjs';
import { E, R, economicOf, functionalRows, indent, is, sidesBeside } from './rows.mjs';
import { basic, overviewSides, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function parallel(random) {
  const units = [{ code: '', name: '某某州交通运输局', institution: false, run: '2140101', projects: [['2140104', 'general_public', '公路建设前期', '30227'], ['2140106', 'general_public', '农村公路养护', '30213'], ['2140199', 'general_public', '客运补贴', '31204'], ['2120803', 'government_fund', '客运枢纽用地', '31005']] }];
  units[0].projects[2][3] = '30227';
  const form = start({ year: 2025, department: '某某州交通运输局', units, style: { grouped: true, zero: '0.00' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  const keys = ['general_public', 'government_fund'];
  const scaled = (low, high) => atoms.map((atom) => ({ ...atom, cents: Math.round(atom.cents * random.whole(low, high) / 100) }));
  const [earlier, before, next, after] = [scaled(70, 95), scaled(80, 120), scaled(95, 130), scaled(100, 150)];
  sidesBeside(add({ number: '附件1', title: '2025年部门收支总表', head: ['收入|<|支出|<', '项目|2025年|项目|2025年'], columns: [null, R('all'), null, E('total', 'all')], widths: [32, 14, 32, 14] }), overviewSides(form, keys));
  const list = (number, title, some, name, period) => {
    const cells = (own) => [sum(own), sum(own, basic), sum(own, personnel), sum(own, publicUse), sum(own, project)];
    const of = (component, more = {}) => E(component, name, { period, ...more });
    const table = add({ number, title, size: 8.5, head: ['科目编码|科目名称|支出合计|基本支出|<|<|项目支出', '^|^|^|小计|人员经费|公用经费|^'], columns: [null, null, of('total'), of('basic'), of('personnel'), of('public'), of('project')], widths: [10, 34, 14, 14, 14, 14, 14] });
    functionalRows(names, some, [3, 5, 7], '合计', (node, label, parent) => table.row([node.code, indent(node.level) + label, ...cells(node.atoms)], { code: node.code, name: label, parent, functional: node.code, classification: 'functional', leaf: node.last ? 1 : 0 }));
    table.row(['', '合计', ...cells(some)], { leaf: 0 });
    return table;
  };
  const gp = is('fund', 'general_public');
  list('附件2', '2025年部门支出总表', atoms, 'all', 'current');
  list('附件3-1', '2024年一般公共预算支出表', before.filter(gp), 'general_public', 'prior');
  list('附件3-2', '2025年一般公共预算支出表', atoms.filter(gp), 'general_public', 'current').plant((truth) => truth.code === '2140104' && truth.component === 'project', 600);
  for (const [number, title, some, period] of [['附件4-1', '2024年一般公共预算基本支出表', before, 'prior'], ['附件4-2', '2025年一般公共预算基本支出表', atoms, 'current']]) {
    const own = some.filter((atom) => gp(atom) && basic(atom));
    const table = add({ number, title, page: 'portrait', head: ['经济分类科目|<|金额', '编码|名称|^'], columns: [null, null, E('basic;total', 'general_public', { period })], widths: [14, 44, 20] });
    treeOf(own, economicOf, [3, 5]).forEach((node) => table.row([node.code, indent(node.level) + names.department(node.code), sum(node.atoms)], { code: node.code, name: names.department(node.code), department_economic: node.code, classification: 'department_economic', leaf: node.last ? 1 : 0 }));
    table.row(['', '合计', sum(own)], { leaf: 0 });
  }
  {
    // Neither 2023 nor 2026 and 2027 are this year, last year or a change
    const years = [['2023年决算数', earlier, 'none'], ['2024年预算数', before, 'prior'], ['2025年预算数', atoms, 'current'], ['2026年规划数', next, 'none'], ['2027年规划数', after, 'none']];
    const table = add({ number: '附件5', title: '部门支出中期财政规划表', size: 8.5, head: [`科目编码|科目名称|${years.map(([label]) => label).join('|')}`], columns: [null, null, ...years.map(([, , period], at) => E('total', 'all', { period, leaf: '', phase: at ? '' : 'final_accounts' }))], widths: [10, 34, 14, 14, 14, 14, 14] });
    const cells = (test) => years.map(([, list]) => sum(list, test));
    table.row(['', '合计', ...cells(() => true)], {});
    functionalRows(names, atoms, [3, 5, 7], '合计', (node, label, parent) => table.row([node.code, label, ...cells((atom) => atom.functional.startsWith(node.code))], { code: node.code, name: label, parent, functional: node.code, classification: 'functional' }));
  }
  {
    const listed = atoms.filter(project);
    const plan = (at) => [next, after].map((list) => list.find(is('project', listed[at].project)).cents);
    const table = add({ number: '附件6', title: '项目支出预算及三年规划表', head: ['项目名称|资金来源|2025年预算|2026年预算|2027年预算|三年合计'], columns: [null, null, ...['current', 'none', 'none', 'none'].map((period) => E('project;total', '', { period, leaf: '' }))], widths: [36, 18, 16, 16, 16, 16] });
    const rows = listed.map((atom, at) => { const more = plan(at); return [atom.cents, ...more, atom.cents + more[0] + more[1]]; });
    listed.forEach((atom, at) => table.row([atom.project, atom.fund === 'government_fund' ? '政府性基金预算' : '一般公共预算', ...rows[at]], { name: atom.project, fund: atom.fund, classification: 'project' }));
    table.row(['合计', '', ...rows.reduce((a, b) => a.map((cents, at) => cents + b[at]))], {});
  }
  {
    const items = [['合计', 'total'], ['因公出国（境）费', 'overseas'], ['公务接待费', 'reception'], ['公务用车购置及运行费', 'vehicle_total'], ['其中：公务用车购置费', 'vehicle_purchase'], ['公务用车运行费', 'vehicle_operation']];
    for (const [year, period] of [['2024', 'prior'], ['2025', 'current']]) {
      const [o, r, b, v] = [random.whole(0, 300), random.whole(20, 200), random.whole(900, 1800), random.whole(200, 900)];
      const table = add({ number: period === 'prior' ? '附件7-1' : '附件7-2', title: `${year}年一般公共预算“三公”经费支出表`, page: 'portrait', head: ['项目|金额'], columns: [null, E('total', 'general_public', { period })], widths: [44, 20] });
      items.forEach(([label, item], at) => table.row([label, [o + r + b + v, o, r, b + v, b, v][at]], { item }));
    }
  }
  return { ...form, name: 'parallel', kind: 'budget', prose: [`2025年${department}收支总预算${written(all, { grouped: true })}万元。`] };
}
