// Sums at the foot of every page that the next begins with (过次页, 承前页), codes in brackets behind names, the whole on the last page, 本页小计 of projects
import { sum, treeOf } from './money.mjs';
import { NUMERALS, E, R, classesOf, economicOf, functionalRows, indent, is, sidesBeside } from './rows.mjs';
import { basic, FUND_NAMES, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function foliated(random) {
  const units = [
    { code: '', name: '某某县民政局', institution: false, run: '2080201', projects: [['2080299', 'general_public', '地名普查', '30227'], ['2081107', 'general_public', '残疾人生活补贴发放', '30305'], ['2082001', 'general_public', '临时救助', '30306'], ['2296002', 'government_fund', '养老设施建设', '31005']] },
    { code: '', name: '某某县社会福利院', institution: true, run: '2081005', own: true, projects: [['2081005', 'general_public', '供养人员生活', '30218'], ['2081006', 'unit_funds', '代养服务', '30226'], ['2296002', 'government_fund', '福利院维修', '30213']] },
    { code: '', name: '某某县殡仪馆', institution: true, run: '2081004', projects: [['2081004', 'general_public', '殡葬设备更新', '31003'], ['2081004', 'unit_funds', '殡葬服务', '30226']] },
  ];
  for (const unit of units) for (const one of unit.projects) one[3] = one[3].startsWith('31') ? one[3] : '30227';
  for (const unit of units) for (const one of unit.projects) if (one[3] === '31003') one[3] = '31002';
  const form = start({ year: 2026, department: '某某县民政局', units, unit: '元', scale: 100, style: { grouped: true, zero: '' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  const keys = ['general_public', 'government_fund', 'unit_funds'];
  {
    const table = add({ number: '附表1', title: '收支总体情况表', head: ['收入|<|支出|<', '项目|金额|项目（按功能分类）|金额'], columns: [null, R('all'), null, E('total', 'all')], widths: [32, 18, 32, 18] });
    const income = keys.map((key, at) => [`${NUMERALS[at]}、${FUND_NAMES[key]}收入`, fund(key), { fund: key, leaf: 1 }]);
    const spent = classesOf(names, atoms).map(([code, name, cents]) => [`${name}（${code}）`, cents, { code, classification: 'functional', leaf: 1 }]);
    while (income.length < spent.length) income.push(['', '', {}]);
    income.push(['收入合计', all, { leaf: 0 }]); spent.push(['支出合计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent.map(([label, cents, of]) => [label, cents, { ...of, name: '' }])]);
  }
  const three = (some) => [sum(some), sum(some, basic), sum(some, project)];
  {
    // What a page holds is carried over to the next
    const table = add({ number: '附表3', title: '支出总体情况表', page: 'portrait', breaks: [], head: ['单位|功能科目|合计|基本支出|项目支出'], columns: [null, null, E('total', 'all'), E('basic', 'all'), E('project', 'all')], widths: [22, 34, 16, 16, 16] });
    const so = [];
    for (const unit of units) functionalRows(names, atoms.filter(is('unit', unit)), [7], '', (node, name) => {
      if (so.length > 0 && so.length % 6 === 0) {
        table.row(['过次页', '', ...three(so.flat())], { unit: '-', leaf: 0 });
        table.breaks.push(table.rows.length);
        table.row(['承前页', '', ...three(so.flat())], { unit: '-', leaf: 0 });
      }
      table.row([unit.name, `${name}（${node.code}）`, ...three(node.atoms)], { unit: unit.name, code: node.code, functional: node.code, classification: 'functional', leaf: 1 });
      so.push(node.atoms);
    });
    table.row(['合计', '', ...three(atoms)], { unit: '-', leaf: 0 });
    table.plant((truth) => truth.code === '2081006' && truth.component === 'project', 70000);
  }
  {
    const gp = atoms.filter(is('fund', 'general_public'));
    const parts = (some) => [sum(some), sum(some, basic), sum(some, personnel), sum(some, publicUse), sum(some, project)];
    const table = add({ number: '附表5', title: '一般公共预算支出情况表', size: 8.5, head: ['功能科目|合计|基本支出|<|<|项目支出', '^|^|小计|人员经费|公用经费|^'], columns: [null, E('total', 'general_public'), E('basic', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public'), E('project', 'general_public')], widths: [44, 14, 14, 14, 14, 14] });
    functionalRows(names, gp, [3, 5, 7], '合计', (node) => table.row([`${indent(node.level)}${names.functional(node.code)}（${node.code}）`, ...parts(node.atoms)], { code: node.code, functional: node.code, classification: 'functional', leaf: node.last ? 1 : 0 }));
    table.row(['合计', ...parts(gp)], { leaf: 0 });
  }
  {
    const gp = atoms.filter((atom) => basic(atom) && atom.fund === 'general_public');
    const table = add({ number: '附表6', title: '一般公共预算基本支出情况表', page: 'portrait', head: ['经济科目|合计|人员经费|公用经费'], columns: [null, E('basic;total', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public')], widths: [44, 18, 18, 18] });
    for (const node of treeOf(gp, economicOf, [3, 5])) table.row([`${node.last ? '    ' : ''}${names.department(node.code)}（${node.code}）`, sum(node.atoms), sum(node.atoms, personnel), sum(node.atoms, publicUse)], { code: node.code, classification: 'department_economic', department_economic: node.code, leaf: node.last ? 1 : 0 });
    table.row(['合计', sum(gp), sum(gp, personnel), sum(gp, publicUse)], { leaf: 0 });
  }
  {
    const listed = atoms.filter(project);
    const cells = (some) => [sum(some), ...keys.map((key) => fund(key, some))];
    const table = add({ number: '附表8', title: '项目支出情况表', breaks: [], head: ['序号|项目名称|项目单位|合计|一般公共预算|政府性基金|单位资金'], columns: [null, null, null, E('project;total', 'all'), ...keys.map((key) => E('project;total', key))], widths: [7, 30, 24, 16, 16, 16, 16] });
    let page = [];
    listed.forEach((atom, at) => {
      table.row([String(at + 1), atom.project, atom.unit.name, ...cells([atom])], { name: atom.project, unit: atom.unit.name, classification: 'project', leaf: 1 });
      page.push(atom);
      if (page.length === 4 || at === listed.length - 1) {
        table.row(['', '本页小计', '', ...cells(page)], { unit: '-', leaf: 0 });
        if (at < listed.length - 1) table.breaks.push(table.rows.length);
        page = [];
      }
    });
    table.row(['', '总计', '', ...cells(listed)], { unit: '-', leaf: 0 });
  }
  return { ...form, name: 'foliated', kind: 'budget', prose: [`2026年${department}收支总预算${written(all, { grouped: true })}元。`] };
}
