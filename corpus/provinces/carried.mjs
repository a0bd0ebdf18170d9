// Each fund in three columns: whole, of the year, carried over; subjects of final accounts with money carried in and out
import { sum } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, functionalRows, indent, is, sidesBeside } from './rows.mjs';
import { basic, FUND_NAMES, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function carried(random) {
  const units = [
    { code: '338001', name: '某某市住房和城乡建设局', institution: false, run: '2120101', projects: [['2120303', 'general_public', '小城镇基础设施', '31005'], ['2120104', 'general_public', '城管执法', '30227', true], ['2120803', 'government_fund', '老旧小区改造', '31005'], ['2120803', 'government_fund', '道路照明', '30227', true]] },
    { code: '338002', name: '某某市建设工程质量监督站', institution: true, run: '2120106', own: true, projects: [['2120106', 'general_public', '质量抽检', '30227']] },
  ];
  const form = start({ year: 2026, department: '某某市住房和城乡建设局', units, style: { zero: '' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  const now = (some) => some.filter((atom) => !atom.carried);
  const old = (some) => some.filter(is('carried', true));
  {
    const table = add({ number: '表1', title: '部门收支总表', head: ['收入|<|<|<|支出|<', '项目|合计|本年预算|上年结转|项目|预算数'], columns: [null, R('all'), R('all', { leaf: '' }), R('all', { leaf: '', qualifier: 'of_which_carried_in' }), null, E('total', 'all')], widths: [28, 12, 12, 12, 28, 12] });
    const spent = classesOf(names, atoms).map(([code, name, cents], index) => [`${NUMERALS[index]}、${name}`, cents, { code, classification: 'functional', leaf: 1 }]);
    const triple = (some) => [sum(some), sum(now(some)), sum(old(some))];
    const income = [['一、一般公共预算', triple(atoms.filter(is('fund', 'general_public'))), { fund: 'general_public', leaf: '' }], ['二、政府性基金', triple(atoms.filter(is('fund', 'government_fund'))), { fund: 'government_fund', leaf: '' }], ['三、单位资金', triple(atoms.filter(is('fund', 'unit_funds'))), { fund: 'unit_funds', leaf: '' }]];
    while (income.length < spent.length) income.push(['', ['', '', ''], {}]);
    income.push(['收入总计', triple(atoms), { leaf: 0 }]); spent.push(['支出总计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  const triples = (of, name, more = {}) => [of(name, more), of(name, { leaf: '', ...more }), of(name, { leaf: '', ...more, qualifier: 'of_which_carried_in' })];
  const cells = (some) => ['general_public', 'government_fund', 'unit_funds'].flatMap((name) => { const own = some.filter(is('fund', name)); return [sum(own), sum(now(own)), sum(old(own))]; });
  const list = (number, title, columns, head, of, some, wide) => {
    const table = add({ number, title, head, columns: [null, null, ...columns], widths: [8, 24, ...columns.map(() => 9)], size: 8, page: wide ? 'wide' : 'landscape' });
    table.row(['', '合计', ...of(some)], TOTAL);
    for (const unit of units) {
      const own = some.filter(is('unit', unit));
      if (own.length === 0) continue;
      table.row([unit.code, unit.name, ...of(own)], { name: unit.name, unit: unit.name, classification: 'unit', parent: '合计', leaf: 0 });
      functionalRows(names, own, [3, 5, 7], unit.name, (node, name, parent) => table.row([node.code, indent(node.level) + name, ...of(node.atoms)], { code: node.code, name, unit: unit.name, classification: 'functional', parent, leaf: node.last ? 1 : 0, functional: node.code }));
    }
    return table;
  };
  const three = '小计|本年预算|上年结转';
  list('表2', '部门收入总表', [R('all'), ...triples(R, 'general_public'), ...triples(R, 'government_fund'), ...triples(R, 'unit_funds')], ['科目编码|单位（科目）名称|总计|一般公共预算|<|<|政府性基金预算|<|<|单位资金|<|<', `^|^|^|${three}|${three}|${three}`], (some) => [sum(some), ...cells(some)], atoms, true);
  list('表3', '部门支出总表', [E('total', 'all'), E('basic', 'all'), E('project', 'all'), E('project', 'all', { leaf: '' }), E('project', 'all', { leaf: '', qualifier: 'of_which_carried_in' })], ['科目编码|单位（科目）名称|总计|基本支出|项目支出|<|<', `^|^|^|^|${three}`], (some) => [sum(some), sum(some, basic), sum(some, project), sum(now(some), project), sum(old(some))], atoms)
    .plant((truth) => truth.code === '2120104' && truth.qualifier !== undefined, 600);
  const gp = atoms.filter(is('fund', 'general_public'));
  list('表5', '一般公共预算支出表', [E('total', 'general_public'), E('basic', 'general_public'), E('basic;personnel', 'general_public', { component: 'personnel' }), E('public', 'general_public'), E('project', 'general_public'), E('project', 'general_public', { leaf: '' }), E('project', 'general_public', { leaf: '', qualifier: 'of_which_carried_in' })],
    ['科目编码|单位（科目）名称|总计|基本支出|<|<|项目支出|<|<', `^|^|^|小计|人员经费|公用经费|${three}`], (some) => [sum(some), sum(some, basic), sum(some, personnel), sum(some, publicUse), sum(some, project), sum(now(some), project), sum(old(some))], gp);
  list('表6', '政府性基金预算支出表', [E('total', 'government_fund'), E('total', 'government_fund', { leaf: '' }), E('total', 'government_fund', { leaf: '', qualifier: 'of_which_carried_in' })], ['科目编码|单位（科目）名称|合计|本年预算|上年结转'], (some) => [sum(some), sum(now(some)), sum(old(some))], atoms.filter(is('fund', 'government_fund')));
  const w = (cents) => written(cents);
  return { ...form, name: 'carried', kind: 'budget', prose: [`${department}2026年收支总预算${w(all)}万元，其中本年预算${w(sum(now(atoms)))}万元，上年结转${w(sum(old(atoms)))}万元。`] };
}
