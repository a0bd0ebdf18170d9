// Final accounts: projects before basic expenditure before the sum, units beside subjects in revenue, sums above and below, pages without head, 三公 by fund in two phases, 万元 beside yuan
import { sum, treeOf } from './money.mjs';
import { E, R, economicOf, functionalRows, is, sidesBeside } from './rows.mjs';
import { basic, overviewSides, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function reversed(random) {
  const units = [
    { code: '', name: '某某市气象服务局', institution: false, run: '2200501', projects: [['2200509', 'general_public', '气象探测', '30213'], ['2200510', 'general_public', '预报预测', '30227']] },
    { code: '', name: '某某市人工影响天气中心', institution: true, run: '2200504', own: true, projects: [['2200511', 'unit_funds', '专项气象保障', '30226'], ['2296002', 'government_fund', '科普展陈', '31003']] },
  ];
  units[0].projects[0][3] = '30227';
  const form = start({ year: 2024, department: '某某市气象服务局（汇总）', units, style: { grouped: true, zero: '' }, meaning: { period: 'current', phase: 'final_accounts' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  const keys = ['general_public', 'government_fund', 'unit_funds'];
  const planned = atoms.map((atom) => ({ ...atom, cents: Math.round(atom.cents * random.whole(85, 115) / 100) }));
  {
    const both = (some) => [sum(planned.filter((atom) => some.some((other) => other.unit === atom.unit && other.functional === atom.functional && other.economic === atom.economic && other.project === atom.project && other.fund === atom.fund))), sum(some)];
    const phases = (of) => [{ ...of, phase: 'budget' }, of];
    const table = add({ number: '决算01', title: '收入支出决算总表', head: ['收入|<|<|支出|<|<', '项目|预算数|决算数|项目|预算数|决算数'], columns: [null, ...phases(R('all')), null, ...phases(E('total', 'all'))], widths: [30, 14, 14, 30, 14, 14] });
    sidesBeside(table, overviewSides(form, keys, { money: both, suffix: '财政拨款收入', sums: ['收入总计', '支出总计'] }));
  }
  {
    const cells = (some) => [...keys.map((key) => fund(key, some)), sum(some)];
    const table = add({ number: '决算02', title: '收入决算表', size: 8.5, head: ['单位名称|科目编码|科目名称|财政拨款|<|单位资金|本年收入合计', '^|^|^|一般公共预算|政府性基金|^|^'], columns: [null, null, null, R('general_public', { leaf: '' }), R('government_fund', { leaf: '' }), R('unit_funds', { leaf: '' }), R('all', { leaf: '' })], widths: [26, 10, 32, 14, 14, 14, 14], breaks: [12], repeat: false });
    for (const unit of units) {
      const own = atoms.filter(is('unit', unit));
      treeOf(own, (atom) => atom.functional, [7]).forEach((node) => table.row([unit.name, node.code, names.functional(node.code), ...cells(node.atoms)], { unit: unit.name, code: node.code, name: names.functional(node.code), functional: node.code, classification: 'functional' }));
      table.row([unit.name, '', '小计', ...cells(own)], { unit: unit.name });
    }
    table.row(['合计', '', '', ...cells(atoms)], { unit: '-' });
  }
  const three = (some) => [sum(some, project), sum(some, basic), sum(some)];
  const list = (number, title, some, name, more = {}) => {
    const table = add({ number, title, head: ['支出功能分类科目|<|项目支出|基本支出|本年支出合计', '科目名称|科目编码|^|^|^'], columns: [null, null, E('project', name), E('basic', name), E('total', name)], widths: [38, 12, 16, 16, 16], ...more });
    table.row(['合计', '', ...three(some)], { leaf: 0 });
    functionalRows(names, some, [3, 5, 7], '合计', (node, label, parent) => table.row([label, node.code, ...three(node.atoms)], { code: node.code, name: label, functional: node.code, parent, classification: 'functional', leaf: node.last ? 1 : 0 }));
    table.row(['总计', '', ...three(some)], { leaf: 0 });
    return table;
  };
  list('决算03', '支出决算表', atoms, 'all', { breaks: [15], repeat: false });
  list('决算05', '一般公共预算财政拨款支出决算表', atoms.filter(is('fund', 'general_public')), 'general_public', { breaks: [10] }).plant((truth) => truth.code === '2200510' && truth.component === 'project', 300);
  list('决算08', '政府性基金预算财政拨款支出决算表', atoms.filter(is('fund', 'government_fund')), 'government_fund');
  {
    const yuan = (some) => sum(some) * 10000;
    const gp = atoms.filter((atom) => basic(atom) && atom.fund === 'general_public');
    const table = add({ number: '决算06', title: '一般公共预算财政拨款基本支出决算表', unit: '元', head: ['人员经费|<|<|公用经费|<|<', '编码|科目名称|决算数|编码|科目名称|决算数'], columns: [null, null, E('personnel', 'general_public'), null, null, E('public', 'general_public')], widths: [10, 34, 18, 10, 34, 18] });
    const sides = [personnel, publicUse].map((test) => treeOf(gp.filter(test), economicOf, [3, 5]));
    for (let at = 0; at < Math.max(sides[0].length, sides[1].length); at++) {
      const [a, b] = sides.map((side) => side[at]);
      const of = (node) => ({ code: node.code, name: names.department(node.code), department_economic: node.code, classification: 'department_economic', leaf: node.last ? 1 : 0 });
      table.row([a?.code ?? '', a ? names.department(a.code) : '', a ? yuan(a.atoms) : '', b?.code ?? '', b ? names.department(b.code) : '', b ? yuan(b.atoms) : ''], {}, { ...(a && { 2: of(a) }), ...(b && { 5: of(b) }) });
    }
    table.row(['人员经费合计', '<', yuan(gp.filter(personnel)), '公用经费合计', '<', yuan(gp.filter(publicUse))], { leaf: 0 });
  }
  {
    const items = [['合计', 'total'], ['1. 因公出国（境）费', 'overseas'], ['2. 公务用车购置及运行维护费', 'vehicle_total'], ['（1）公务用车购置费', 'vehicle_purchase'], ['（2）公务用车运行维护费', 'vehicle_operation'], ['3. 公务接待费', 'reception']];
    const one = () => { const [o, b, v, r] = [0, 0, random.whole(200, 800), random.whole(20, 300)]; return [o + b + v + r, o, b + v, b, v, r]; };
    const [a, b, c] = [one(), one(), one()];
    const table = add({ number: '决算07', title: '“三公”经费支出决算表', head: ['项目|一般公共预算财政拨款|<|单位资金|<', '^|预算数|决算数|预算数|决算数'], columns: [null, E('total', 'general_public', { phase: 'budget' }), E('total', 'general_public'), E('total', 'unit_funds', { phase: 'budget' }), E('total', 'unit_funds')], widths: [40, 14, 14, 14, 14] });
    items.forEach(([label, item], at) => table.row([label, a[at], b[at], c[at], c[at]], { item }));
  }
  {
    const table = add({ number: '决算10', title: '项目支出决算明细表', head: ['项目名称|单位名称|年初预算|决算数|结余'], columns: [null, null, E('project;total', '', { phase: 'budget', leaf: '' }), E('project;total', '', { leaf: '' }), null], widths: [32, 34, 16, 16, 16] });
    // What was left is no expenditure
    const listed = atoms.filter(project);
    const left = listed.map(() => random.whole(10, 90));
    table.columns[4] = { period: '', phase: '', direction: '', component: '', fund: '', item: '' };
    listed.forEach((atom, at) => table.row([atom.project, atom.unit.name, atom.cents + left[at], atom.cents, left[at]], { unit: atom.unit.name, name: atom.project, classification: 'project' }, { 4: { component: 'none' } }));
    table.row(['合计', '', sum(listed) + left.reduce((x, y) => x + y), sum(listed), left.reduce((x, y) => x + y)], { unit: '-' }, { 4: { component: 'none' } });
  }
  return { ...form, name: 'reversed', kind: 'final', prose: [`2024年度${department}收入支出总计${written(all, { grouped: true })}万元。`] };
}
