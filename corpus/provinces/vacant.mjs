// Names before their codes, tables of another unit of money, tables that are empty with or without a sentence, pages that run on without a head
import { sum, treeOf } from './money.mjs';
import { NUMERALS, E, R, classesOf, economicOf, functionalRows, indent, is, sidesBeside, split, treasury } from './rows.mjs';
import { basic, FUND_NAMES, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function vacant(random) {
  const units = [
    { code: '146001', name: '某某旗公安局', institution: false, run: '2040201', projects: [['2040220', 'general_public', '办案业务费', '30227'], ['2040219', 'general_public', '天网工程', '31007'], ['2040220', 'general_public', '看守所给养', '30218']] },
    { code: '146002', name: '某某旗森林公安大队', institution: false, run: '2040201', projects: [['2040299', 'general_public', '巡护', '30239']] },
  ];
  units[0].projects[2][3] = '30299';
  const form = start({ year: 2025, department: '某某旗公安局', units, style: { grouped: true, zero: '0.00' } }, random);
  const { names, atoms, add, all, department } = form;
  const yuan = { grouped: true, zero: '' };
  const scaled = (cents) => cents * 10000;
  {
    const table = add({ number: '附表1', title: '2025年部门收支总体情况表', head: ['收 入|<|支 出|<', '项 目|预算数|项 目|预算数'], columns: [null, R('all'), null, E('total', 'all')], widths: [32, 14, 32, 14] });
    const income = Object.keys(FUND_NAMES).map((key, index) => [`${NUMERALS[index]}、${FUND_NAMES[key]}收入`, index === 0 ? all : 0, index === 0 ? { fund: key, leaf: 1 } : { fund: '', leaf: '' }]);
    const spent = classesOf(names, atoms).map(([code, name, cents], index) => [`${NUMERALS[index]}、${name}`, cents, { code, classification: 'functional', leaf: 1 }]);
    while (spent.length < income.length) spent.push(['', '', {}]);
    income.push(['收入总计', all, { leaf: 0 }]); spent.push(['支出总计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  {
    const table = add({ number: '附表2', title: '2025年部门收入总体情况表', head: ['单位名称|单位代码|合计|一般公共预算|政府性基金预算|国有资本经营预算|财政专户管理资金|单位资金', '栏次|<|1=2+3+4+5+6|2|3|4|5|6'], columns: [null, null, R('all'), R('general_public'), ...['government_fund', 'state_capital', 'special_account', 'unit_funds'].map((key) => R(key, { leaf: '' }))], widths: [28, 10, 14, 14, 12, 12, 12, 12] });
    table.row(['合计', '', all, all, 0, 0, 0, 0], { leaf: 0 });
    for (const unit of units) { const own = sum(atoms, is('unit', unit)); table.row([unit.name, unit.code, own, own, 0, 0, 0, 0], { unit: unit.name, leaf: '' }); }
  }
  {
    const table = add({ number: '附表3', title: '2025年部门支出总体情况表', style: { grouped: true, zero: '' }, head: ['功能分类科目名称|功能分类科目编码|<|<|合计|基本支出|项目支出', '^|类|款|项|^|^|^'], columns: [null, null, null, null, E('total', 'all'), E('basic', 'all'), E('project', 'all')], widths: [40, 6, 6, 6, 14, 14, 14], breaks: [10], repeat: false });
    const three = (some) => [sum(some), sum(some, basic), sum(some, project)];
    functionalRows(names, atoms, [3, 5, 7], '合计', (node, name, parent) => table.row([indent(node.level) + name, node.code.slice(0, 3), node.level > 0 ? node.code.slice(3, 5) : '', node.level > 1 ? node.code.slice(5) : '', ...three(node.atoms)], { code: node.code, name, classification: 'functional', parent, leaf: node.last ? 1 : 0, functional: node.code }));
    table.row(['合计', '', '', '', ...three(atoms)], { name: '合计', leaf: 0 });
    table.plant((truth) => truth.code === '2040219' && truth.component === 'project', -600);
  }
  {
    const table = add({ number: '附表4', title: '2025年财政拨款收支总体情况表', unit: '元', style: yuan, head: ['收入|<|支出|<|<|<', '项目|金额|功能分类|合计|一般公共预算|政府性基金预算'], columns: [null, R('fiscal_appropriation'), null, E('total', 'fiscal_appropriation'), E('total', 'general_public'), E('total', 'government_fund', { leaf: '' })], widths: [28, 16, 28, 16, 16, 12] });
    const income = [['一、本年财政拨款', scaled(all), { leaf: 0 }], ['  （一）一般公共预算拨款', scaled(all), { fund: 'general_public', leaf: 1, parent: '一、本年财政拨款' }], ['  （二）政府性基金预算拨款', '', {}], ['二、上年结转', '', {}]];
    const spent = classesOf(names, atoms.filter(treasury)).map(([code, name, cents], index) => [`（${NUMERALS[index]}）${name}`, [scaled(cents), scaled(cents), ''], { code, classification: 'functional', leaf: 1 }]);
    while (spent.length < income.length) spent.push(['', ['', '', ''], {}]);
    while (income.length < spent.length) income.push(['', '', {}]);
    income.push(['收入合计', scaled(all), { leaf: 0 }]); spent.push(['支出合计', [scaled(all), scaled(all), ''], { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  {
    const basics = atoms.filter(basic);
    const table = add({ number: '附表6', title: '2025年一般公共预算基本支出情况表', unit: '元', style: yuan, head: ['经济分类科目名称|经济分类科目编码|<|一般公共预算基本支出|<|<', '^|类|款|小计|人员经费|公用经费'], columns: [null, null, null, E('total;basic', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public')], widths: [36, 8, 8, 16, 16, 16], breaks: [12], repeat: false });
    const three = (some) => [sum(some), sum(some, personnel), sum(some, publicUse)].map(scaled);
    for (const node of treeOf(basics, economicOf, [3, 5])) table.row([indent(node.level) + names.department(node.code), node.code.slice(0, 3), node.code.slice(3), ...three(node.atoms)], { code: node.code, name: names.department(node.code), classification: 'department_economic', parent: node.parent ? names.department(node.parent) : '合计', leaf: node.last ? 1 : 0 });
    table.row(['合计', '', '', ...three(basics)], { name: '合计', leaf: 0 });
  }
  {
    const listed = atoms.filter(project);
    const table = add({ number: '附表7', title: '2025年项目支出情况表', head: ['项目名称|项目单位|科目名称|科目编码|<|<|本年拨款|<|<|财政拨款结转结余|<|<|单位资金', '^|^|^|类|款|项|一般公共预算|政府性基金预算|国有资本经营预算|一般公共预算|政府性基金预算|国有资本经营预算|^'],
      columns: [null, null, null, null, null, null, E('project;total', 'general_public'), null, null, null, null, null, null], widths: [22, 20, 20, 5, 5, 5, 13, 9, 9, 9, 9, 9, 9], size: 8, style: { grouped: true, zero: '' } });
    table.row(['合计', '', '', '', '', '', sum(listed), '', '', '', '', '', ''], { leaf: 0 });
    for (const atom of listed) table.row([atom.project, atom.unit.name, names.functional(atom.functional), ...split(atom.functional), atom.cents, '', '', '', '', '', ''], { name: atom.project, classification: 'project', unit: atom.unit.name, functional: atom.functional, leaf: 1 });
  }
  {
    const items = ['total', 'overseas', 'vehicle_total', 'vehicle_purchase', 'vehicle_operation', 'reception'];
    const table = add({ number: '附表8', title: '2025年一般公共预算“三公”经费支出情况表', unit: '元', style: { grouped: true, zero: '0.00' }, head: ['单位名称|合计|因公出国（境）费|公务用车购置及运行费|<|<|公务接待费', '^|^|^|小计|公务用车购置费|公务用车运行费|^'], columns: [null, ...items.map((item) => E('total', 'general_public', { item, leaf: '' }))], widths: [28, ...items.map(() => 14)] });
    const rows = units.map(() => [0, random.whole(0, 1) * 1800, random.whole(90, 500), random.whole(20, 90)].map(scaled));
    const row = ([o, p, v, r]) => [o + p + v + r, o, p + v, p, v, r];
    units.forEach((unit, index) => table.row([unit.name, ...row(rows[index])], { unit: unit.name }));
    table.row(['合计', ...row(rows.reduce((a, b) => a.map((cents, index) => cents + b[index])))], { unit: '' });
  }
  {
    const table = add({ number: '附表9', title: '2025年政府性基金预算支出情况表', head: ['功能分类科目名称|功能分类科目编码|<|<|合计|基本支出|项目支出', '^|类|款|项|^|^|^'], columns: Array(7).fill(null), widths: [40, 6, 6, 6, 14, 14, 14], notes: ['备注：本部门2025年无政府性基金预算支出，此表为空。'] });
    for (let index = 0; index < 4; index++) table.row(Array(7).fill(''));
  }
  {
    const table = add({ number: '附表10', title: '2025年国有资本经营预算支出情况表', head: ['功能分类科目名称|功能分类科目编码|合计|基本支出|项目支出'], columns: [null, null, E('total', 'state_capital', { leaf: '' }), E('basic', 'state_capital', { leaf: '' }), E('project', 'state_capital', { leaf: '' })], widths: [40, 14, 14, 14, 14] });
    table.row(['合计', '', 0, 0, 0], { name: '合计' });
    table.row(['本部门2025年无国有资本经营预算支出', '<', '<', '<', '<']);
  }
  return { ...form, name: 'vacant', kind: 'budget', prose: [`2025年${department}收入总预算${written(all, { grouped: true })}万元，支出总预算${written(all, { grouped: true })}万元。`] };
}
