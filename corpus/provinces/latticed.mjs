// Classes of function as columns, funds and units as rows; kinds of expenditure as rows of a second lattice
import { sum, treeOf } from './money.mjs';
import { E, is } from './rows.mjs';
import { FUND_NAMES, addBothSides, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function latticed(random) {
  const units = [
    { code: '', name: '某某市林业局', institution: false, run: '2130201', projects: [['2130205', 'general_public', '国土绿化', '30227'], ['2130209', 'general_public', '天然林管护', '30227'], ['2120801', 'government_fund', '征地补偿资金', '31009']] },
    { code: '', name: '某某市苗圃', institution: true, run: '2130204', own: true, projects: [['2130205', 'unit_funds', '苗木繁育', '30226']] },
  ];
  const form = start({ year: 2026, department: '某某市林业局', units }, random);
  const { names, atoms, add, fund, all, department } = form;
  const keys = ['general_public', 'government_fund', 'unit_funds'];
  addBothSides(form, '公开1', keys);
  const tops = treeOf(atoms, (atom) => atom.functional, [3]).map((node) => node.code);
  const inClass = (code) => (atom) => atom.functional.startsWith(code);
  const across = (some) => [sum(some), ...tops.map((code) => sum(some, inClass(code)))];
  const head = (first) => [`${first}|合计|支出功能分类|${tops.slice(1).map(() => '<').join('|')}`, `^|^|${tops.map((code) => names.functional(code)).join('|')}`];
  const columns = (fundOf) => [null, E('', fundOf, { functional: '' }), ...tops.map((code) => E('', fundOf, { functional: '', code: `${code};-` }))];
  const widths = [30, 14, ...tops.map(() => 13)];
  {
    const table = add({ number: '公开2', title: '部门支出总表（按资金来源）', size: 8, head: head('资金来源'), columns: columns(''), widths });
    for (const key of keys) table.row([FUND_NAMES[key], ...across(atoms.filter(is('fund', key)))], { fund: key, component: 'total', unit: '-', leaf: '' });
    table.row(['合计', ...across(atoms)], { fund: 'all', component: 'total', unit: '-', leaf: '' });
  }
  {
    const table = add({ number: '公开3', title: '部门支出总表（按支出类别）', size: 8, head: head('支出类别'), columns: columns('all'), widths });
    for (const [word, test, component] of [['人员经费', personnel, 'personnel'], ['公用经费', publicUse, 'public'], ['项目支出', project, 'project']]) table.row([word, ...across(atoms.filter(test))], { component, unit: '-', leaf: '' });
    table.row(['合计', ...across(atoms)], { component: 'total', unit: '-', leaf: '' });
    table.plant((truth) => truth.component === 'public', 100);
  }
  {
    const table = add({ number: '公开4', title: '部门支出总表（按单位）', size: 8, head: head('单位名称'), columns: columns('all'), widths });
    for (const unit of units) table.row([unit.name, ...across(atoms.filter(is('unit', unit)))], { component: 'total', unit: unit.name, leaf: '' });
    table.row(['合计', ...across(atoms)], { component: 'total', unit: '-', leaf: '' });
  }
  return { ...form, name: 'latticed', kind: 'budget', prose: [`2026年${department}收支总预算${written(all)}万元。`] };
}
