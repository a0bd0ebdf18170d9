// Lists of function and of economic subjects beside one another in one table, letters under the headings, 三公 beside what offices run on, sums in the second line
import { sum, treeOf } from './money.mjs';
import { E, R, economicOf, functionalOf, indent, is, sidesBeside } from './rows.mjs';
import { basic, FUND_NAMES, overviewSides, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function flanking(random) {
  const units = [{ code: '', name: '某某县自然资源局', institution: false, run: '2200101', own: true, projects: [['2200106', 'general_public', '耕地保护', '30227'], ['2200109', 'general_public', '卫片执法', '30227'], ['2120801', 'government_fund', '征地补偿', '31009'], ['2200129', 'unit_funds', '测绘服务', '30226']] }];
  units[0].projects[2][3] = '31005';
  const form = start({ year: 2025, department: '某某县自然资源局', units, unit: '元', scale: 100, style: { grouped: true, zero: '' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  const keys = ['general_public', 'government_fund', 'unit_funds'];
  sidesBeside(add({ number: '附表一', title: '部门收支预算总表', head: ['收入|<|支出|<', '项目|金额|项目|金额', 'A|B|C|D'], columns: [null, R('all'), null, E('total', 'all')], widths: [32, 16, 32, 16] }), overviewSides(form, keys, { marks: (at) => `${'ABCDEFGHIJ'[at]}、` }).map((side) => side.map(([label, cents, of]) => [label, cents, { ...of, name: '' }])));
  {
    const cells = (some) => [sum(some), ...keys.map((key) => fund(key, some))];
    const table = add({ number: '附表二', title: '部门收入预算总表', head: ['科目|<|收入合计|财政拨款|<|单位资金', '编码|名称|^|一般公共预算|政府性基金|^', 'A|B|C=D+E+F|D|E|F'], columns: [null, null, R('all'), R('general_public'), R('government_fund'), R('unit_funds')], widths: [10, 34, 16, 16, 16, 16] });
    table.row(['', '合计', ...cells(atoms)], { leaf: 0 });
    treeOf(atoms, functionalOf, [3, 5, 7]).forEach((node) => table.row([node.code, indent(node.level) + names.functional(node.code), ...cells(node.atoms)], { code: node.code, name: names.functional(node.code), functional: node.code, classification: 'functional', leaf: node.last ? 1 : 0 }));
  }
  const beside = (number, title, some, name, test) => {
    const left = treeOf(some, functionalOf, [3, 5, 7]);
    const right = treeOf(some, economicOf, [3, 5]);
    const component = test ?? 'total';
    const table = add({ number, title, size: 8.5, page: 'wide', head: ['按功能分类|<|<|按部门预算经济分类|<|<', '科目编码|科目名称|金额|科目编码|科目名称|金额', 'A|B|C|D|E|F'], columns: [null, null, E(component, name), null, null, E(component, name)], widths: [10, 34, 18, 10, 34, 18] });
    table.row(['', '合计', sum(some), '', '合计', sum(some)], { leaf: 0 });
    for (let at = 0; at < Math.max(left.length, right.length); at++) {
      const [a, b] = [left[at], right[at]];
      table.row([a?.code ?? '', a ? indent(a.level) + names.functional(a.code) : '', a ? sum(a.atoms) : '', b?.code ?? '', b ? indent(b.level) + names.department(b.code) : '', b ? sum(b.atoms) : ''], {},
        { ...(a && { 2: { code: a.code, name: names.functional(a.code), functional: a.code, department_economic: '-', classification: 'functional', leaf: a.last ? 1 : 0 } }), ...(b && { 5: { code: b.code, name: names.department(b.code), functional: '-', department_economic: b.code, classification: 'department_economic', leaf: b.last ? '' : 0 } }) });
    }
    return table;
  };
  beside('附表三', '部门支出预算总表', atoms, 'all');
  const gp = atoms.filter(is('fund', 'general_public'));
  beside('附表五', '一般公共预算支出预算表', gp, 'general_public').plant((truth) => truth.code === '2200106', 30000);
  beside('附表六', '一般公共预算基本支出预算表', gp.filter(basic), 'general_public', 'basic;total');
  {
    const v = [random.whole(20, 200) * 100, random.whole(300, 900) * 100];
    const run = treeOf(gp.filter(publicUse), economicOf, [5]).slice(0, 6);
    const table = add({ number: '附表七', title: '“三公”经费和机关运行经费预算表', head: ['“三公”经费|<|机关运行经费|<', '项目|金额|项目|金额', 'A|B|C|D'], columns: [null, E('total', ''), null, E('public;total', '')], widths: [38, 16, 38, 16] });
    const three = [['合计', v[0] + v[1], { item: 'total' }], ['1.因公出国（境）费用', 0, {}], ['2.公务接待费', v[0], { item: 'reception' }], ['3.公务用车费', v[1], { item: 'vehicle_total' }], ['  （1）公务用车购置费', 0, {}], ['  （2）公务用车运行维护费', v[1], { item: 'vehicle_operation' }]];
    const own = [['合计', run.slice(0, 5).reduce((cents, node) => cents + sum(node.atoms), 0), { item: '-' }], ...run.slice(0, 5).map((node) => [names.department(node.code), sum(node.atoms), { item: '' }])];
    sidesBeside(table, [three, own]);
  }
  {
    const table = add({ number: '附表八', title: '项目支出预算表', head: ['项目名称|项目类别|项目金额|<|<|<', '^|^|合计|一般公共预算|政府性基金|单位资金', 'A|B|C=D+E+F|D|E|F'], columns: [null, null, E('project;total', 'all'), ...keys.map((key) => E('project;total', key))], widths: [32, 18, 16, 16, 16, 16] });
    const cells = (some) => [sum(some), ...keys.map((key) => fund(key, some))];
    table.row(['合计', '', ...cells(atoms.filter(project))], { leaf: 0 });
    atoms.filter(project).forEach((atom, at) => table.row([atom.project, ['一次性项目', '经常性项目'][at % 2], ...cells([atom])], { name: atom.project, classification: 'project', leaf: 1 }));
  }
  return { ...form, name: 'flanking', kind: 'budget', prose: [`2025年${department}收支总预算${written(all, { grouped: true })}元。`] };
}
