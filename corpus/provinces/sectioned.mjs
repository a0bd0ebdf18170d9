// Rows as wide as the table name what is below them (a class, a fund, a kind of expenditure) and print no amount; 小计 without a name closes each; 预算数 in two units of money
import { sum, treeOf } from './money.mjs';
import { NUMERALS, E, R, classesOf, economicOf, is, sidesBeside } from './rows.mjs';
import { basic, FUND_NAMES, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function sectioned(random) {
  const units = [
    { code: '165001', name: '某某市科学技术局', institution: false, run: '2060101', projects: [['2060502', 'general_public', '技术创新服务', '30227'], ['2060702', 'general_public', '科普活动周', '30226'], ['2120803', 'government_fund', '科技园配套', '31005']] },
    { code: '165002', name: '某某市科技馆', institution: true, run: '2060705', own: true, projects: [['2060705', 'general_public', '展品更新', '31002'], ['2060705', 'unit_funds', '影院运营', '30226']] },
  ];
  units[0].projects[1][3] = '30227';
  const form = start({ year: 2025, department: '某某市科学技术局', units, style: { grouped: true, zero: '' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  const keys = ['general_public', 'government_fund', 'unit_funds'];
  const band = (text, length) => [text, ...Array(length - 1).fill('<')];
  {
    const table = add({ number: '预算公开表1', title: '收支总表', head: ['收入|<|支出|<', '项目|金额|项目|金额'], columns: [null, R('all'), null, E('total', 'all')], widths: [32, 14, 32, 14] });
    const income = keys.map((key, at) => [`${NUMERALS[at]}、${FUND_NAMES[key]}${key === 'unit_funds' ? '' : '拨款'}收入`, fund(key), { fund: key, leaf: 1 }]);
    const spent = classesOf(names, atoms).map(([code, name, cents], at) => [`${NUMERALS[at]}、${name}`, cents, { code, classification: 'functional', leaf: 1 }]);
    while (income.length < spent.length) income.push(['', '', {}]);
    income.push(['收入总计', all, { leaf: 0 }]); spent.push(['支出总计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  const three = (some) => [sum(some), sum(some, basic), sum(some, project)];
  {
    // A class over its items, their sum below them
    const table = add({ number: '预算公开表3', title: '支出总表', size: 8.5, head: ['科目编码|科目名称|合计|基本支出|项目支出'], columns: [null, null, E('total', 'all'), E('basic', 'all'), E('project', 'all')], widths: [12, 40, 15, 15, 15] });
    for (const top of treeOf(atoms, (atom) => atom.functional, [3])) {
      table.row(band(`${top.code} ${names.functional(top.code)}`, 5));
      for (const node of treeOf(top.atoms, (atom) => atom.functional, [7])) table.row([node.code, names.functional(node.code), ...three(node.atoms)], { code: node.code, name: names.functional(node.code), functional: node.code, classification: 'functional', leaf: 1 });
      table.row(['', '小计', ...three(top.atoms)], { leaf: 0 });
    }
    table.row(['', '总计', ...three(atoms)], { leaf: 0 });
    table.plant((truth) => truth.code === '2060702' && truth.component === 'project', 400);
  }
  {
    // A kind of expenditure over its items
    const gp = atoms.filter(is('fund', 'general_public'));
    const table = add({ number: '预算公开表5', title: '一般公共预算支出表', size: 8.5, head: ['科目编码|科目名称|2025年预算数（万元）|其中：科技馆（元）'], columns: [null, null, E('', 'general_public'), null], widths: [12, 40, 18, 18] });
    for (const [word, test, component] of [['一、人员经费', personnel, 'personnel'], ['二、公用经费', publicUse, 'public'], ['三、项目支出', project, 'project']]) {
      const own = gp.filter(test);
      table.row(band(word, 4));
      for (const node of treeOf(own, (atom) => atom.functional, [7])) table.row([node.code, names.functional(node.code), sum(node.atoms), ''], { code: node.code, name: names.functional(node.code), functional: node.code, component, classification: 'functional', leaf: 1 });
      table.row(['', '小计', sum(own), ''], { component, leaf: 0 });
    }
    table.row(['', '合计', sum(gp), ''], { component: 'total', leaf: 0 });
  }
  {
    const gp = atoms.filter((atom) => basic(atom) && atom.fund === 'general_public');
    const table = add({ number: '预算公开表6', title: '一般公共预算基本支出表', page: 'portrait', head: ['科目编码|科目名称|合计|人员经费|公用经费'], columns: [null, null, E('basic;total', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public')], widths: [12, 36, 14, 14, 14] });
    const cells = (some) => [sum(some), sum(some, personnel), sum(some, publicUse)];
    for (const top of treeOf(gp, economicOf, [3])) {
      table.row(band(`${top.code}${names.department(top.code)}`, 5));
      for (const node of treeOf(top.atoms, economicOf, [5])) table.row([node.code, names.department(node.code), ...cells(node.atoms)], { code: node.code, name: names.department(node.code), department_economic: node.code, classification: 'department_economic', leaf: 1 });
      table.row(['', '小计', ...cells(top.atoms)], { leaf: 0 });
    }
    table.row(['', '总计', ...cells(gp)], { leaf: 0 });
  }
  {
    // A fund over its projects
    const listed = atoms.filter(project);
    const table = add({ number: '预算公开表8', title: '项目支出表', head: ['单位名称|项目名称|功能科目|金额'], columns: [null, null, null, E('project;total', '')], widths: [28, 36, 30, 16] });
    for (const key of keys) {
      const own = listed.filter(is('fund', key));
      table.row(band(FUND_NAMES[key], 4));
      for (const atom of own) table.row([atom.unit.name, atom.project, `${atom.functional}${names.functional(atom.functional)}`, atom.cents], { name: atom.project, unit: atom.unit.name, functional: atom.functional, fund: `${key};all`, classification: 'project', leaf: 1 });
      table.row(['小计', '', '', sum(own)], { unit: '-', fund: `${key};all`, leaf: 0 });
    }
    table.row(['总计', '', '', sum(listed)], { unit: '-', fund: 'all', leaf: 0 });
  }
  {
    const bought = [['goods', '展品零件', 1], ['goods', '办公电脑', 0], ['services', '展馆保洁', 1], ['works', '外墙维修', 1], ['services', '会议服务', 0]].map((row) => [...row, random.whole(500, 9000)]);
    const table = add({ number: '预算公开表10', title: '政府采购预算表', head: ['采购单位|采购内容|数量|金额'], columns: [null, null, null, E('total;project', 'all')], widths: [28, 40, 10, 16] });
    for (const [key, word] of [['goods', '货物类'], ['works', '工程类'], ['services', '服务类']]) {
      const own = bought.filter((row) => row[0] === key);
      table.row(band(word, 4));
      for (const row of own) table.row([units[row[2]].name, row[1], { count: '1' }, row[3]], { name: row[1], unit: units[row[2]].name, classification: 'procurement', leaf: 1 });
      table.row(['小计', '', '', own.reduce((cents, row) => cents + row[3], 0)], { unit: '-', leaf: 0 });
    }
    table.row(['总计', '', '', bought.reduce((cents, row) => cents + row[3], 0)], { unit: '-', leaf: 0 });
  }
  return { ...form, name: 'sectioned', kind: 'budget', prose: [`2025年${department}收支总预算${written(all, { grouped: true })}万元。`] };
}
