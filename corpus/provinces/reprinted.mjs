// One table for several units with its head printed again before each, blank rows and notes between; names indented without codes; sums in brackets
import { sum, treeOf } from './money.mjs';
import { E, R, economicOf, functionalOf, indent, is, sidesBeside } from './rows.mjs';
import { basic, overviewSides, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function reprinted(random) {
  const units = [
    { code: '', name: '某某县教育体育局', institution: false, run: '2050101', projects: [['2050299', 'general_public', '教师培训', '30227'], ['2050203', 'general_public', '营养改善计划', '30227']] },
    { code: '', name: '某某县第一中学', institution: true, run: '2050204', own: true, projects: [['2050204', 'unit_funds', '高中住宿管理', '30226']] },
    { code: '', name: '某某县城关小学', institution: true, run: '2050202', projects: [['2050202', 'general_public', '课后服务', '30227']] },
  ];
  const form = start({ year: 2025, department: '某某县教育体育局', units, style: { zero: '' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  const keys = ['general_public', 'unit_funds'];
  sidesBeside(add({ number: '表1', title: '部门收支总表', head: ['收入|<|支出|<', '项目|预算数|项目|预算数'], columns: [null, R('all'), null, E('total', 'all')], widths: [32, 14, 32, 14] }), overviewSides(form, keys));
  {
    const cells = (some) => [sum(some), ...keys.map((key) => fund(key, some))];
    const table = add({ number: '表2', title: '部门收入总表', head: ['序号|单位名称|合计|一般公共预算拨款收入|单位资金收入'], columns: [null, null, { ...R('all'), leaf: '' }, R('general_public', { leaf: '' }), R('unit_funds', { leaf: '' })], widths: [8, 34, 16, 18, 16] });
    units.forEach((unit, at) => { table.row([{ count: String(at + 1) }, unit.name, ...cells(atoms.filter(is('unit', unit)))], { unit: unit.name }); table.row(['', '', '', '', '']); });
    table.row(['', '（合计）', ...cells(atoms)], { unit: '-' });
  }
  const several = (number, title, head, columns, cells, some, of, more = {}) => {
    const table = add({ number, title, page: 'portrait', head: [head], columns, widths: [42, ...columns.slice(1).map(() => 15)], ...more });
    units.forEach((unit, index) => {
      const own = some.filter(is('unit', unit));
      if (own.length === 0) return;
      if (index > 0) { table.row(columns.map(() => '')); table.row(head.split('|')); }
      table.row([unit.name, ...cells(own)], { unit: unit.name, leaf: 0 });
      for (const node of treeOf(own, of.by, of.lengths)) table.row([indent(node.level + 1) + of.name(node.code), ...cells(node.atoms)], { unit: unit.name, name: of.name(node.code), code: node.code, classification: of.list, [of.list]: node.code, parent: node.parent ? of.name(node.parent) : unit.name, leaf: node.last ? 1 : 0 });
      if (unit.own) table.row(['注：学费和住宿费收入按收支两条线管理，全额纳入预算。', ...columns.slice(1).map(() => '<')]);
    });
    table.row(columns.map(() => ''));
    table.row(['总计', ...cells(some)], { unit: '-', leaf: 0 });
    return table;
  };
  const functional = { by: functionalOf, lengths: [3, 5, 7], name: names.functional, list: 'functional' };
  const economic = { by: economicOf, lengths: [3, 5], name: names.department, list: 'department_economic' };
  several('表3', '部门支出总表', '单位及科目|合计|基本支出|项目支出', [null, E('total', 'all'), E('basic', 'all'), E('project', 'all')], (some) => [sum(some), sum(some, basic), sum(some, project)], atoms, functional, { breaks: [18] });
  const gp = atoms.filter(is('fund', 'general_public'));
  several('表5', '一般公共预算支出表', '单位及科目|合计|人员经费|公用经费|项目支出', [null, E('total', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public'), E('project', 'general_public')], (some) => [sum(some), sum(some, personnel), sum(some, publicUse), sum(some, project)], gp, functional).plant((truth) => truth.code === '2050101' && truth.component === 'personnel', 900);
  several('表6', '一般公共预算基本支出表', '单位及经济科目|合计|人员经费|公用经费', [null, E('basic;total', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public')], (some) => [sum(some), sum(some, personnel), sum(some, publicUse)], gp.filter(basic), economic, { breaks: [28], repeat: false });
  {
    const table = add({ number: '表8', title: '“三公”经费预算表', page: 'portrait', head: ['单位|项目|金额'], columns: [null, null, E('total', '')], widths: [30, 34, 16] });
    let whole = 0;
    for (const unit of units) {
      const [a, b] = [random.whole(20, 200), random.whole(200, 700)];
      whole += a + b;
      table.row([unit.name, '公务接待费', a], { unit: unit.name, item: 'reception' });
      table.row(['^', '公务用车运行维护费', b], { unit: unit.name, item: 'vehicle_operation' });
      table.row(['^', '小计', a + b], { unit: unit.name, item: 'total' });
    }
    table.row(['合计', '<', whole], { unit: '-', item: 'total' });
  }
  {
    const table = add({ number: '表9', title: '项目支出表', head: ['项目名称|金额|资金来源|立项依据'], columns: [null, E('project;total', ''), null, null], widths: [34, 16, 22, 36] });
    units.forEach((unit, at) => {
      if (at) { table.row(['', '', '', '']); table.row(['项目名称', '金额', '资金来源', '立项依据']); }
      const own = atoms.filter((atom) => project(atom) && atom.unit === unit);
      table.row([`单位：${unit.name}`, '<', '<', '<']);
      for (const atom of own) table.row([atom.project, atom.cents, atom.fund === 'unit_funds' ? '单位资金' : '一般公共预算', '按文件执行'], { name: atom.project, unit: unit.name, fund: atom.fund, classification: 'project', leaf: 1 });
      table.row(['小计', sum(own), '', ''], { unit: unit.name, leaf: 0 });
    });
    table.row(['合计', sum(atoms, project), '', ''], { unit: '-', leaf: 0 });
  }
  return { ...form, name: 'reprinted', kind: 'budget', prose: [`2025年${department}收支总预算${written(all)}万元。`] };
}
