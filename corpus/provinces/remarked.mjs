// Revenue by unit with funds two deep and last year beside it; projects with the years of their term and the department's share of them
import { sum } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, functionalRows, indent, is, sidesBeside, treasury } from './rows.mjs';
import { basic, FUND_NAMES, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function remarked(random) {
  const units = [
    { code: '262001', name: '某某区统计局本级', institution: false, run: '2010501', projects: [['2010507', 'general_public', '人口抽样调查', '30227'], ['2010505', 'general_public', '企业一套表', '30227']] },
    { code: '262002', name: '某某区普查中心', institution: true, run: '2010550', projects: [['2010507', 'general_public', '经济普查资料开发', '30227'], ['2010599', 'unit_funds', '委托调查', '30226']] },
  ];
  const form = start({ year: 2025, department: '某某区统计局', units, style: { grouped: true, zero: '—' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  const before = atoms.map((atom) => ({ ...atom, cents: Math.round(atom.cents * random.whole(70, 130) / 100) }));
  const prior = (of) => ({ ...of, period: 'prior' });
  {
    const table = add({ number: '公开01', title: '部门收支总体情况表', head: ['收入|<|<|支出|<|<', '项目|上年预算数|本年预算数|项目|上年预算数|本年预算数'], columns: [null, prior(R('all')), R('all'), null, prior(E('total', 'all')), E('total', 'all')], widths: [26, 12, 12, 28, 12, 12] });
    const two = (test) => [sum(before, test), sum(atoms, test)];
    const income = [['（一）一般公共预算', two(is('fund', 'general_public')), { fund: 'general_public', leaf: 1 }], ['（二）单位资金', two(is('fund', 'unit_funds')), { fund: 'unit_funds', leaf: 1 }]];
    const spent = classesOf(names, atoms).map(([code, name], index) => [`（${NUMERALS[index]}）${name}`, two((atom) => atom.functional.startsWith(code)), { code, classification: 'functional', leaf: 1 }]);
    while (income.length < spent.length) income.push(['', ['', ''], {}]);
    income.push(['本年收入合计', two(() => true), { leaf: 0 }]); spent.push(['本年支出合计', two(() => true), { leaf: 0 }]);
    income.forEach(([l, a, of], index) => { const [r, b, of2] = spent[index]; table.row([l, ...a, r, ...b], {}, { 1: { name: l, ...of, period: 'prior' }, 2: { name: l, ...of }, 4: { name: r, ...of2, period: 'prior' }, 5: { name: r, ...of2 } }); });
  }
  {
    const table = add({ number: '公开02', title: '部门收入总体情况表', head: ['单位编码|单位名称|上年预算数|本年预算数|<|<|<', '^|^|^|合计|财政拨款|<|单位资金', '^|^|^|^|小计|其中：一般公共预算|^'], columns: [null, null, prior(R('all')), R('all'), R('fiscal_appropriation'), R('general_public'), R('unit_funds')], widths: [9, 30, 13, 13, 13, 13, 13] });
    const cells = (test) => [sum(before, test), sum(atoms, test), sum(atoms, (atom) => test(atom) && treasury(atom)), sum(atoms, (atom) => test(atom) && treasury(atom)), sum(atoms, (atom) => test(atom) && atom.fund === 'unit_funds')];
    table.row(['', '合计', ...cells(() => true)], { leaf: 0 });
    for (const unit of units) table.row([unit.code, unit.name, ...cells(is('unit', unit))], { unit: unit.name });
    table.truth.forEach((truth) => { truth.leaf = ''; });
  }
  {
    const table = add({ number: '公开03', title: '部门支出总体情况表', head: ['单位编码|单位名称|科目编码|科目名称|上年预算数|本年预算数|<|<|<|备注', '^|^|^|^|^|合计|人员经费|公用经费|项目支出|^'], columns: [null, null, null, null, prior(E('total', 'all')), E('total', 'all'), E('personnel', 'all'), E('public', 'all'), E('project', 'all'), null], widths: [8, 22, 9, 24, 11, 11, 11, 11, 11, 10], size: 8.5 });
    const cells = (test) => [sum(before, test), sum(atoms, test), ...[personnel, publicUse, project].map((part) => sum(atoms, (atom) => test(atom) && part(atom)))];
    table.row(['', '合计', '', '', ...cells(() => true), ''], { leaf: 0 });
    for (const unit of units) {
      const own = atoms.filter(is('unit', unit));
      functionalRows(names, own, [3, 5, 7], '', (node, name, parent) => table.row([unit.code, unit.name, node.code, indent(node.level) + name, ...cells((atom) => atom.unit === unit && atom.functional.startsWith(node.code)), node.last ? '' : '含上级'], { code: node.code, name, unit: unit.name, classification: 'functional', parent: node.parent ? parent : '', leaf: node.last ? 1 : 0, functional: node.code }));
    }
    table.plant((truth) => truth.code === '2010507' && truth.component === 'project' && truth.unit === '某某区普查中心', 1200);
  }
  {
    const listed = atoms.filter(project);
    const table = add({ number: '公开08', title: '项目支出情况表', head: ['单位名称|项目名称|起止年限|立项依据|本年预算|一般公共预算|单位资金|备注'], columns: [null, null, null, null, E('total;project', 'all'), E('total;project', 'general_public'), E('total;project', 'unit_funds'), null], widths: [22, 24, 12, 20, 12, 12, 12, 8] });
    for (const atom of listed) table.row([atom.unit.name, atom.project, '2025-2027', '区政府会议纪要〔2024〕12号', atom.cents, atom.fund === 'general_public' ? atom.cents : 0, atom.fund === 'unit_funds' ? atom.cents : 0, ''], { name: atom.project, unit: atom.unit.name, classification: 'project', leaf: 1 });
    table.row(['合计', '', '', '', sum(listed), fund('general_public', listed), fund('unit_funds', listed), ''], { leaf: 0 });
  }
  return { ...form, name: 'remarked', kind: 'budget', prose: [`2025年${department}收支总预算${written(all)}万元，上年为${written(sum(before))}万元。`] };
}
