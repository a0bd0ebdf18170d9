// Sheets that run on over pages with other widths of their columns, heads left out or printed again, units carried over the cut, the whole on the last page
import { sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, economicOf, functionalRows, indent, is, sidesBeside } from './rows.mjs';
import { basic, FUND_NAMES, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function resized(random) {
  const units = [
    { code: '333001', name: '某某省林业局机关', institution: false, run: '2130201', projects: [['2130234', 'general_public', '林业草原防灾减灾', '30227'], ['2130205', 'general_public', '森林资源培育', '30227']] },
    { code: '333004', name: '某某省国有林场总站', institution: true, run: '2130204', own: true, projects: [['2130207', 'general_public', '森林资源管理', '30227'], ['2130204', 'unit_funds', '林场管护', '30226']] },
    { code: '333009', name: '某某省湿地保护中心', institution: true, run: '2130204', projects: [['2130212', 'general_public', '湿地保护', '30227'], ['2130211', 'general_public', '动植物保护', '30218']] },
  ];
  units[2].projects[1][3] = '30227';
  const form = start({ year: 2024, department: '某某省林业局', units, style: { grouped: true, zero: '' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  const keys = ['general_public', 'unit_funds'];
  {
    const table = add({ number: '省级部门预算公开01表', title: '收支预算总表', head: ['收入|<|支出|<', '项目|预算数|项目|预算数'], columns: [null, R('all'), null, E('total', 'all')], widths: [32, 14, 32, 14] });
    const income = keys.map((key, at) => [`${NUMERALS[at]}、${FUND_NAMES[key]}${key === 'unit_funds' ? '收入' : '财政拨款'}`, fund(key), { fund: key, leaf: 1 }]);
    const spent = classesOf(names, atoms).map(([code, name, cents], at) => [`${NUMERALS[at]}、${name}`, cents, { code, classification: 'functional', leaf: 1 }]);
    while (income.length < spent.length) income.push(['', '', {}]);
    income.push(['收入总计', all, { leaf: 0 }]); spent.push(['支出总计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  {
    // Every page with other widths, and no head after the first
    const columns = [E('total', 'all'), E('basic', 'all'), E('project', 'all'), E('total', 'general_public', { leaf: '' }), E('total', 'unit_funds', { leaf: '' })];
    const table = add({ number: '省级部门预算公开03表', title: '支出预算总表', size: 8.5, repeat: false, head: ['单位名称|科目编码|科目名称|合计|按支出性质|<|按资金来源|<', '^|^|^|^|基本支出|项目支出|一般公共预算|单位资金'], columns: [null, null, null, ...columns], widths: [20, 9, 30, 12, 12, 12, 12, 12], widthsAfter: [[14, 12, 24, 14, 14, 14, 11, 11], [26, 8, 26, 11, 11, 11, 14, 14]], breaks: [12, 28] });
    const cells = (some) => [sum(some), sum(some, basic), sum(some, project), ...keys.map((key) => fund(key, some))];
    for (const unit of units) {
      const own = atoms.filter(is('unit', unit));
      table.row([unit.name, '', '小计', ...cells(own)], { unit: unit.name, leaf: 0 });
      functionalRows(names, own, [3, 5, 7], '', (node, name) => table.row(['', node.code, indent(node.level) + name, ...cells(node.atoms)], { code: node.code, name, unit: unit.name, classification: 'functional', functional: node.code, leaf: node.last ? 1 : 0 }));
    }
    table.row(['', '', '总计', ...cells(atoms)], { leaf: 0 });
    table.plant((truth) => truth.code === '2130212' && truth.component === 'project', 1000);
  }
  const gp = atoms.filter(is('fund', 'general_public'));
  {
    // The head again, the widths moved by as much as a column
    const before = gp.map((atom) => ({ ...atom, cents: Math.round(atom.cents * random.whole(70, 130) / 100) }));
    const table = add({ number: '省级部门预算公开05表', title: '一般公共预算支出预算表', size: 9, head: ['科目编码|科目名称|2023年执行数|2024年预算数|<|<|<|比上年增减', '^|^|^|合计|人员经费|公用经费|项目支出|^'], columns: [null, null, E('total', 'general_public', { period: 'prior' }), E('total', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public'), E('project', 'general_public'), E('total', 'general_public', { period: 'change', leaf: '' })], widths: [10, 32, 13, 13, 13, 13, 13, 13], widthsAfter: [[14, 44, 10, 10, 10, 10, 10, 10]], breaks: [14] });
    const cells = (test) => { const own = gp.filter(test); return [sum(before, test), sum(own), sum(own, personnel), sum(own, publicUse), sum(own, project), sum(own) - sum(before, test)]; };
    functionalRows(names, gp, [3, 5, 7], '合计', (node, name, parent) => table.row([node.code, name, ...cells((atom) => atom.functional.startsWith(node.code))], { code: node.code, name, classification: 'functional', parent, functional: node.code, leaf: node.last ? 1 : 0 }));
    table.row(['', '合计', ...cells(() => true)], TOTAL);
    table.truth.forEach((truth) => { if (truth.period === 'change') truth.leaf = ''; if (truth.period === 'prior') truth.phase = 'execution;budget'; });
  }
  {
    const some = gp.filter(basic);
    const table = add({ number: '省级部门预算公开06表', title: '一般公共预算基本支出预算表', repeat: false, page: 'portrait', head: ['经济分类科目编码|经济分类科目名称|合计|人员经费|公用经费'], columns: [null, null, E('total;basic', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public')], widths: [14, 36, 15, 15, 15], widthsAfter: [[10, 26, 20, 20, 20]], breaks: [19] });
    const cells = (rows) => [sum(rows), sum(rows, personnel), sum(rows, publicUse)];
    table.row(['合计', '<', ...cells(some)], { leaf: 0 });
    for (const node of treeOf(some, economicOf, [3, 5])) table.row([node.code, indent(node.level) + names.department(node.code), ...cells(node.atoms)], { code: node.code, name: names.department(node.code), classification: 'department_economic', parent: node.parent ? names.department(node.parent) : '合计', department_economic: node.code, leaf: node.last ? 1 : 0 });
  }
  {
    const listed = atoms.filter(project);
    const table = add({ number: '省级部门预算公开09表', title: '项目支出预算表', repeat: false, head: ['序号|项目名称|单位名称|合计|一般公共预算|单位资金'], columns: [null, null, null, E('project;total', 'all'), E('project;total', 'general_public'), E('project;total', 'unit_funds')], widths: [6, 28, 28, 13, 13, 13], widthsAfter: [[9, 20, 40, 10, 10, 10]], breaks: [4] });
    const cells = (some) => [sum(some), ...keys.map((key) => fund(key, some))];
    listed.forEach((atom, at) => table.row([{ count: String(at + 1) }, atom.project, atom.unit.name, ...cells([atom])], { name: atom.project, unit: atom.unit.name, classification: 'project', leaf: 1 }));
    table.row(['', '合计', '', ...cells(listed)], { leaf: 0 });
  }
  return { ...form, name: 'resized', kind: 'budget', prose: [`2024年${department}收支总预算${written(all, { grouped: true })}万元。`] };
}
