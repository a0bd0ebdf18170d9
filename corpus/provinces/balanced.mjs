// Money of the year and money carried over, each by fund, by unit and by side; 其中 within 其中
import { sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, functionalRows, indent, is, sidesBeside, treasury } from './rows.mjs';
import { basic, FUND_NAMES, project, start } from './kit.mjs';
import { written } from './table.mjs';

export function balanced(random) {
  const units = [
    { code: '318001', name: '某某市水利局本级', institution: false, run: '2130301', own: true, projects: [['2130305', 'general_public', '水利工程建设', '31005'], ['2130306', 'general_public', '水利工程维护', '30213', true], ['2120803', 'government_fund', '河道整治', '31005'], ['2120803', 'government_fund', '堤防加固', '31005', true]] },
    { code: '318002', name: '某某市水文中心', institution: true, run: '2130313', own: true, projects: [['2130313', 'general_public', '水文测报', '30227'], ['2130313', 'unit_funds', '水文仪器更新', '31003', true]] },
  ];
  units[0].projects[1][3] = '30227'; units[1].projects[1][3] = '30226';
  const form = start({ year: 2026, department: '某某市水利局', units, style: { grouped: true, zero: '' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  const now = (some) => some.filter((atom) => !atom.carried);
  const old = (some) => some.filter(is('carried', true));
  const keys = ['general_public', 'government_fund', 'state_capital', 'unit_funds'];
  {
    const table = add({ number: '附表1', title: '收支总表', head: ['收    入|<|支    出|<', '项    目|预算数|项    目|预算数'], columns: [null, R('all'), null, E('total', 'all')], widths: [32, 14, 32, 14] });
    const income = keys.map((key, at) => [`${NUMERALS[at]}、${FUND_NAMES[key]}${key === 'unit_funds' ? '收入' : '拨款收入'}`, fund(key, now(atoms)), { fund: key, leaf: 1 }]);
    const spent = classesOf(names, atoms).map(([code, name, cents], at) => [`${NUMERALS[at]}、${name}`, cents, { code, classification: 'functional', leaf: 1 }]);
    while (income.length < spent.length) income.push(['', '', {}]);
    while (spent.length < income.length) spent.push(['', '', {}]);
    income.push(['本年收入合计', sum(now(atoms)), { leaf: 0 }], ['上年结转结余', sum(old(atoms)), { item: 'carried_in' }], ['收入总计', all, { leaf: 0 }]);
    spent.push(['本年支出合计', all, { leaf: 0 }], ['结转下年', '', {}], ['支出总计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  {
    const carriedColumn = (key) => R(key, { qualifier: 'of_which_carried_in', leaf: '' });
    const columns = [R('all'), R('all', { leaf: '' }), ...keys.map((key) => R(key, { leaf: '' })), carriedColumn('all'), ...keys.map(carriedColumn)];
    const heads = '一般公共预算|政府性基金预算|国有资本经营预算|单位资金';
    const table = add({ number: '附表2', title: '收入总表', size: 8, page: 'wide', left: `部门：${department}`, head: ['部门（单位）代码|部门（单位）名称|合计|本年收入|<|<|<|<|上年结转结余|<|<|<|<', `^|^|^|小计|${heads}|小计|${heads}`], columns: [null, null, ...columns], widths: [9, 24, ...columns.map(() => 10)] });
    const cells = (some) => [sum(some), sum(now(some)), ...keys.map((key) => fund(key, now(some))), sum(old(some)), ...keys.map((key) => fund(key, old(some)))];
    table.row(['合计', '<', ...cells(atoms)], { leaf: 0 });
    table.row(['318', department, ...cells(atoms)], { unit: department, leaf: 0 });
    for (const unit of units) table.row([`  ${unit.code}`, `  ${unit.name}`, ...cells(atoms.filter(is('unit', unit)))], { unit: unit.name, leaf: '' });
  }
  {
    // 合计, of it 财政拨款, of that 一般公共预算 and of that what was carried over: each column within the one before
    const columns = [E('total', 'all'), E('total', 'fiscal_appropriation', { leaf: '' }), E('total', 'general_public', { leaf: '' }), E('total', 'general_public', { leaf: '', qualifier: 'of_which_carried_in' }), E('basic', 'all', { leaf: '' }), E('project', 'all', { leaf: '' }), E('project', 'fiscal_appropriation', { leaf: '' })];
    const table = add({ number: '附表3', title: '支出总表', size: 8.5, head: ['科目编码|科目名称|合计|<|<|<|按支出类别|<|<', '^|^|总计|其中：财政拨款|<|<|基本支出|项目支出|<', '^|^|^|小计|其中：一般公共预算|<|^|小计|其中：财政拨款', '^|^|^|^|小计|其中：上年结转|^|^|^'], columns: [null, null, ...columns], widths: [9, 28, 12, 12, 12, 12, 12, 12, 12] });
    const cells = (some) => { const gp = some.filter(is('fund', 'general_public')); return [sum(some), sum(some, treasury), sum(gp), sum(old(gp)), sum(some, basic), sum(some, project), sum(some, (atom) => project(atom) && treasury(atom))]; };
    table.row(['', '合计', ...cells(atoms)], TOTAL);
    functionalRows(names, atoms, [3, 5, 7], '合计', (node, name, parent) => table.row([node.code, indent(node.level) + name, ...cells(node.atoms)], { code: node.code, name, classification: 'functional', parent, functional: node.code }, { 2: { leaf: node.last ? 1 : 0 } }));
    table.plant((truth) => truth.code === '2130313' && truth.component === 'basic', 900);
  }
  {
    const fiscal = atoms.filter(treasury);
    const table = add({ number: '附表4', title: '财政拨款收支总表', head: ['收入|<|支出|<|<|<', '项目|预算数|项目|合计|一般公共预算|政府性基金预算'], columns: [null, R('fiscal_appropriation'), null, E('total', 'fiscal_appropriation'), E('total', 'general_public'), E('total', 'government_fund')], widths: [30, 14, 30, 14, 14, 14] });
    const sides = (some) => [sum(some), fund('general_public', some), fund('government_fund', some)];
    const part = (some, key, parent, more) => [`（${key === 'general_public' ? '一' : '二'}）${FUND_NAMES[key]}拨款`, fund(key, some), { fund: key, parent, leaf: 1, ...more }];
    const income = [['一、本年收入', sum(now(fiscal)), { leaf: 0 }], ...['general_public', 'government_fund'].map((key) => part(now(fiscal), key, '一、本年收入')), ['二、上年结转', sum(old(fiscal)), { item: 'carried_in' }], ...['general_public', 'government_fund'].map((key) => part(old(fiscal), key, '二、上年结转', { leaf: '' }))];
    const spent = [['一、本年支出', sides(fiscal), { leaf: 0 }], ...treeOf(fiscal, (atom) => atom.functional, [3]).map((node, at) => [`（${NUMERALS[at]}）${names.functional(node.code)}`, sides(node.atoms), { code: node.code, classification: 'functional', leaf: 1, parent: '一、本年支出' }]), ['二、年终结转结余', ['', '', ''], {}]];
    while (income.length < spent.length) income.push(['', '', {}]);
    while (spent.length < income.length) spent.push(['', ['', '', ''], {}]);
    income.push(['收入总计', sum(fiscal), { leaf: 0 }]); spent.push(['支出总计', sides(fiscal), { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  return { ...form, name: 'balanced', kind: 'budget', prose: [`2026年${department}收支总预算${written(all, { grouped: true })}万元。`] };
}
