// Revenue and expenditure by unit in one list; of which rows without a code, the whole in a row above its head of kinds, notes between rows
import { sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, economicOf, functionalRows, indent, is, sidesBeside } from './rows.mjs';
import { basic, FUND_NAMES, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function exempted(random) {
  const units = [
    { code: '701', name: '某某区应急管理局机关', institution: false, run: '2240101', projects: [['2240106', 'general_public', '安全生产检查', '30227'], ['2240104', 'general_public', '灾害风险普查', '30227']] },
    { code: '702', name: '某某区防灾减灾中心', institution: true, run: '2240150', projects: [['2240109', 'general_public', '应急物资储备', '30218'], ['2240199', 'unit_funds', '演练服务', '30226']] },
  ];
  units[1].projects[0][3] = '30227';
  const form = start({ year: 2025, department: '某某区应急管理局', units, style: { grouped: true, zero: '' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  const funds = ['general_public', 'unit_funds'];
  {
    const table = add({ number: '1', title: ['某某区应急管理局', '2025年部门预算收支总表'], head: ['收  入|<|支  出|<', '项  目|预算数|项  目|预算数'], columns: [null, R('all'), null, E('total', 'all')], widths: [32, 14, 32, 14] });
    const income = funds.map((key, at) => [`${NUMERALS[at]}、${FUND_NAMES[key]}${key === 'unit_funds' ? '收入' : '拨款收入'}`, fund(key), { fund: key, leaf: 1 }]);
    const spent = [['一、基本支出', sum(atoms, basic), { component: 'basic', leaf: '' }], ['  1.人员经费', sum(atoms, personnel), { component: 'personnel', leaf: '' }], ['  2.公用经费', sum(atoms, publicUse), { component: 'public', leaf: '' }], ['二、项目支出', sum(atoms, project), { component: 'project', leaf: '' }]];
    while (income.length < spent.length) income.push(['', '', {}]);
    income.push(['收入总计', all, { leaf: 0 }]); spent.push(['支出总计', all, { leaf: 0, component: 'total' }]);
    sidesBeside(table, [income, spent]);
  }
  {
    const columns = [R('all'), ...funds.map((key) => R(key)), E('total', 'all'), E('basic', 'all'), E('project', 'all')];
    const table = add({ number: '2', title: '2025年部门收支分单位总表', head: ['单位|<|收入预算|<|<|支出预算|<|<', '代码|名称|合计|一般公共预算|单位资金|合计|基本支出|项目支出'], columns: [null, null, ...columns], widths: [8, 28, 12, 12, 12, 12, 12, 12] });
    const cells = (some) => [sum(some), ...funds.map((key) => fund(key, some)), sum(some), sum(some, basic), sum(some, project)];
    for (const unit of units) table.row([unit.code, unit.name, ...cells(atoms.filter(is('unit', unit)))], { unit: unit.name, leaf: '' });
    table.row(['总  计', '<', ...cells(atoms)], { leaf: '' });
  }
  {
    const gp = atoms.filter(is('fund', 'general_public'));
    const table = add({ number: '5', title: '2025年一般公共预算支出表', head: ['功能分类科目|<|一般公共预算支出|<|<|<', '编码|名称|合计|人员经费|公用经费|项目支出'], columns: [null, null, E('total', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public'), E('project', 'general_public')], widths: [10, 34, 14, 14, 14, 14] });
    const cells = (some) => [sum(some), sum(some, personnel), sum(some, publicUse), sum(some, project)];
    table.row(['总  计', '<', ...cells(gp)], { name: '总计', leaf: 0 });
    functionalRows(names, gp, [3, 5, 7], '总计', (node, name, parent) => {
      table.row([node.code, indent(node.level) + name, ...cells(node.atoms)], { code: node.code, name, classification: 'functional', parent, functional: node.code, leaf: node.last ? 1 : 0 });
      if (node.level === 0) table.row([`注：${name}按规定口径编列`, '<', '', '', '', '']);
    });
    table.plant((truth) => truth.code === '2240106' && truth.component === 'project', 800);
  }
  {
    const gp = atoms.filter((atom) => atom.fund === 'general_public' && basic(atom));
    const table = add({ number: '6', title: '2025年一般公共预算基本支出表', head: ['部门预算支出经济分类科目|<|基本支出|<|<', '编码|名称|公用经费|人员经费|合计'], columns: [null, null, E('public', 'general_public'), E('personnel', 'general_public'), E('basic;total', 'general_public')], widths: [10, 34, 14, 14, 14] });
    const cells = (some) => [sum(some, publicUse), sum(some, personnel), sum(some)];
    const known = new Map();
    for (const node of treeOf(gp, economicOf, [3, 5])) { const name = names.department(node.code); known.set(node.code, name); table.row([node.code, indent(node.level) + name, ...cells(node.atoms)], { code: node.code, name, classification: 'department_economic', parent: node.parent ? known.get(node.parent) : '总计', department_economic: node.code, leaf: node.last ? 1 : 0 }); }
    table.row(['总  计', '<', ...cells(gp)], { name: '总计', leaf: 0 });
  }
  return { ...form, name: 'exempted', kind: 'budget', prose: [`2025年${department}收支总预算${written(all, { grouped: true })}万元。`] };
}
