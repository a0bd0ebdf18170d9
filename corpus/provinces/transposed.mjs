// Units across: every list has its units as columns and what is spent as rows
import { sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, economicOf, functionalRows, indent, is, sidesBeside, treasury } from './rows.mjs';
import { basic, FUND_NAMES, personnel, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function transposed(random) {
  const units = [
    { code: '130001', name: '某某县交通运输局机关', institution: false, run: '2140101', projects: [['2140104', 'general_public', '农村公路路面改造', '31005'], ['2140106', 'general_public', '公路养护', '30213'], ['2120803', 'government_fund', '过境公路拓宽', '31005']] },
    { code: '130002', name: '某某县公路事业发展中心', institution: true, run: '2140123', own: true, projects: [['2140106', 'general_public', '危桥加固', '30213']] },
    { code: '130003', name: '某某县道路运输服务站', institution: true, run: '2140112', projects: [['2140112', 'general_public', '客运站安检', '30226']] },
  ];
  const form = start({ year: 2025, department: '某某县交通运输局', units, style: { grouped: true, zero: '' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  const short = units.map((unit) => unit.name);
  const across = (column) => [{ ...column, leaf: '' }, ...units.map((unit) => ({ ...column, unit: unit.name }))];
  const amounts = (some) => [sum(some), ...units.map((unit) => sum(some, is('unit', unit)))];
  {
    const table = add({ number: '表一', title: '部门收支总表', head: ['收入|<|支出|<', '项目|2025年预算|项目|2025年预算'], columns: [null, R('all'), null, E('total', 'all')], widths: [30, 14, 30, 14] });
    const spent = classesOf(names, atoms).map(([code, name, cents]) => [name, cents, { code, classification: 'functional', leaf: 1, parent: '支出合计' }]);
    const income = ['general_public', 'government_fund', 'state_capital', 'special_account', 'unit_funds'].map((name) => [`${FUND_NAMES[name]}${name.endsWith('funds') ? '' : '收入'}`, fund(name), { fund: name, leaf: 1, parent: '收入合计' }]);
    while (spent.length < income.length) spent.push(['', '', {}]);
    while (income.length < spent.length) income.push(['', '', {}]);
    income.push(['收入合计', all, { leaf: 0 }]);
    spent.push(['支出合计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  {
    const table = add({ number: '表二', title: '部门收入预算分单位表', head: [`收入来源|合计|${short.join('|')}`], columns: [null, ...across(R('all'))], widths: [26, 14, 16, 16, 16] });
    table.row(['合计', ...amounts(atoms)], { leaf: 0, name: '合计' });
    const put = (label, test, of) => table.row([label, ...amounts(atoms.filter(test))], { name: label.trim(), ...of });
    put('一、财政拨款', treasury, { fund: 'fiscal_appropriation', leaf: 0, parent: '合计' });
    put('    一般公共预算拨款', is('fund', 'general_public'), { fund: 'general_public', leaf: 1, parent: '一、财政拨款' });
    put('    政府性基金预算拨款', is('fund', 'government_fund'), { fund: 'government_fund', leaf: 1, parent: '一、财政拨款' });
    put('二、事业收入', is('fund', 'unit_funds'), { fund: 'unit_funds', leaf: 1, parent: '合计' });
  }
  {
    const table = add({ number: '表三', title: '部门支出预算分单位表', head: [`科目编码|科目名称|合计|${short.join('|')}`], columns: [null, null, ...across(E('total', 'all'))], widths: [9, 28, 13, 15, 15, 15] });
    table.row(['', '合计', ...amounts(atoms)], TOTAL);
    functionalRows(names, atoms, [3, 5, 7], '合计', (node, name, parent) => table.row([node.code, indent(node.level) + name, ...amounts(node.atoms)],
      { code: node.code, name, classification: 'functional', parent, leaf: node.last ? '' : 0, functional: node.code }));
  }
  {
    const some = atoms.filter(is('fund', 'general_public'));
    const three = (unit) => [E('total', 'general_public', { unit }), E('basic', 'general_public', { unit }), E('project', 'general_public', { unit })];
    const table = add({ number: '表四', title: '一般公共预算支出表', head: [`科目编码|科目名称|合计|<|<|${short.map((name) => `${name}|<|<`).join('|')}`, `^|^|${Array(4).fill('小计|基本支出|项目支出').join('|')}`],
      columns: [null, null, ...three(''), ...units.flatMap((unit) => three(unit.name))], widths: [8, 20, ...Array(12).fill(8)], size: 8, page: 'wide' });
    const cells = (rows) => [rows, ...units.map((unit) => rows.filter(is('unit', unit)))].flatMap((list) => [sum(list), sum(list, basic), sum(list, (atom) => !basic(atom))]);
    functionalRows(names, some, [3, 5, 7], '合计', (node, name, parent) => table.row([node.code, name, ...cells(node.atoms)],
      { code: node.code, name, classification: 'functional', parent, leaf: node.last ? '' : 0, functional: node.code }));
    table.row(['', '合计', ...cells(some)], TOTAL);
  }
  {
    const basics = atoms.filter((atom) => basic(atom) && atom.fund === 'general_public');
    const table = add({ number: '表五', title: '一般公共预算基本支出表', head: [`部门预算支出经济分类科目|<|基本支出|<|<|<`, `科目编码|科目名称|合计|${short.join('|')}`], columns: [null, null, ...across(E('total;basic', 'general_public'))], widths: [9, 28, 13, 15, 15, 15] });
    for (const node of treeOf(basics, economicOf, [3, 5])) {
      const name = names.department(node.code);
      table.row([node.code, indent(node.level) + name, ...amounts(node.atoms)], { code: node.code, name, classification: 'department_economic', parent: node.parent ? names.department(node.parent) : '合计', leaf: node.last ? '' : 0, department_economic: node.code });
    }
    table.row(['', '合计', ...amounts(basics)], TOTAL);
    table.plant((truth) => truth.code === '30201' && !truth.unit, 2200);
  }
  {
    const items = [['合计', 'total'], ['1.因公出国（境）费用', 'overseas'], ['2.公务接待费', 'reception'], ['3.公务用车购置及运行维护费', 'vehicle_total'], ['  （1）公务用车购置费', 'vehicle_purchase'], ['  （2）公务用车运行维护费', 'vehicle_operation']];
    const table = add({ number: '表六', title: '一般公共预算“三公”经费支出表', head: [`项目|合计|${short.join('|')}`], columns: [null, ...across(E('total', 'general_public'))], widths: [30, 14, 16, 16, 16] });
    const by = units.map(() => [0, random.whole(50, 300), 0, random.whole(100, 600)]);
    const of = ([o, r, p, v]) => [o + r + p + v, o, r, p + v, p, v];
    items.forEach(([label, item], index) => {
      const cells = by.map((one) => of(one)[index]);
      table.row([label, cells.reduce((a, b) => a + b), ...cells], { item, name: label.trim() });
    });
  }
  {
    const listed = atoms.filter((atom) => !basic(atom));
    const funds = ['general_public', 'government_fund'];
    const table = add({ number: '表七', title: '项目支出预算表', head: ['项目名称|实施单位|预算金额|其中：|<', '^|^|^|一般公共预算|政府性基金预算'], columns: [null, null, E('total;project', 'all'), ...funds.map((name) => E('total;project', name))], widths: [30, 28, 14, 14, 14] });
    const cells = (some) => [sum(some), ...funds.map((name) => fund(name, some))];
    for (const atom of listed) table.row([atom.project, atom.unit.name, ...cells([atom])], { name: atom.project, unit: atom.unit.name, classification: 'project', leaf: '' });
    table.row(['合计', '', ...cells(listed)], { leaf: 0 });
  }
  const w = (cents) => written(cents);
  return { ...form, name: 'transposed', kind: 'budget', prose: [
    `2025年${department}收支总预算${w(all)}万元。其中基本支出${w(sum(atoms, basic))}万元（人员经费${w(sum(atoms, personnel))}万元、公用经费${w(sum(atoms, publicUse))}万元），项目支出${w(sum(atoms, (atom) => !basic(atom)))}万元。`] };
}
