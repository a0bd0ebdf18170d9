// 人员类, 运转类 and 特定目标类 as columns with purchases of each beside them, posts and yuan a head beside money, projects of two levels with 小计 above
import { sum, treeOf } from './money.mjs';
import { E, R, economicOf, functionalRows, indent, is, sidesBeside } from './rows.mjs';
import { basic, FUND_NAMES, overviewSides, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function kinds(random) {
  const units = [
    { code: '412001', name: '某某市林业和草原局机关', institution: false, run: '2130201', projects: [['2130207', 'general_public', '退化林修复', '30227'], ['2130234', 'general_public', '防火物资', '30227'], ['2130299', 'general_public', '办公楼物业', '30209']] },
    { code: '412002', name: '某某市国有林场', institution: true, run: '2130204', own: true, projects: [['2130205', 'general_public', '森林抚育', '30227'], ['2130205', 'unit_funds', '苗木培育', '30226']] },
  ];
  const form = start({ year: 2025, department: '某某市林业和草原局', units, style: { grouped: true, zero: '' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  const keys = ['general_public', 'unit_funds'];
  const running = (atom) => atom.project === '办公楼物业';
  const aimed = (atom) => project(atom) && !running(atom);
  const bought = new Map(atoms.map((atom) => [atom, atom.part !== 'personnel' ? Math.floor(atom.cents / 4) : 0]));
  const buys = (some) => some.reduce((cents, atom) => cents + bought.get(atom), 0);
  sidesBeside(add({ number: '表一', title: '部门收支总表', head: ['收 入|<|支 出|<', '项 目|预算数|项 目|预算数'], columns: [null, R('all'), null, E('total', 'all')], widths: [32, 14, 32, 14] }), overviewSides(form, keys, { sums: ['收入合计', '支出合计'] }));
  {
    const cells = (some) => [sum(some), ...keys.map((key) => fund(key, some))];
    const table = add({ number: '表二', title: '部门收入总表', head: ['单位编码|单位名称|合计|一般公共预算|单位资金'], columns: [null, null, { ...R('all'), leaf: '' }, R('general_public', { leaf: '' }), R('unit_funds', { leaf: '' })], widths: [12, 36, 16, 16, 16] });
    for (const unit of units) table.row([unit.code, unit.name, ...cells(atoms.filter(is('unit', unit)))], { unit: unit.name });
    table.row(['', '合计', ...cells(atoms)], { unit: '-' });
  }
  const bough = { qualifier: 'of_which_procurement', leaf: '' };
  const list = (number, title, some, name) => {
    const cells = (own) => [sum(own), sum(own, personnel), sum(own, (atom) => publicUse(atom) || running(atom)), sum(own, publicUse), sum(own, running), sum(own, aimed), buys(own), buys(own.filter(aimed))];
    const table = add({ number, title, size: 8.5, head: ['科目编码|科目名称|合计|人员类|运转类|<|<|特定目标类|其中：政府采购|<', '^|^|^|^|小计|公用经费|其他运转类|^|合计|特定目标类'],
      columns: [null, null, E('total', name), E('personnel', name), E('-', name, { leaf: '' }), E('public', name), E('project', name), E('project', name), E('total', name, bough), E('project', name, bough)], widths: [9, 30, 13, 13, 13, 13, 12, 13, 12, 12], breaks: [16] });
    table.row(['', '合计', ...cells(some)], { leaf: 0 });
    functionalRows(names, some, [3, 5, 7], '合计', (node, label, parent) => table.row([node.code, indent(node.level) + label, ...cells(node.atoms)], { code: node.code, name: label, parent, functional: node.code, classification: 'functional', leaf: node.last ? 1 : 0 }));
    for (const truth of table.truth) if (truth.qualifier) truth.leaf = '';
    return table;
  };
  list('表三', '部门支出总表', atoms, 'all');
  list('表五', '一般公共预算支出表', atoms.filter(is('fund', 'general_public')), 'general_public').plant((truth) => truth.code === '2130207' && truth.column === 7, 500);
  {
    const gp = atoms.filter((atom) => basic(atom) && atom.fund === 'general_public');
    const table = add({ number: '表六', title: '一般公共预算基本支出表', page: 'portrait', head: ['部门预算经济分类|<|人员类|公用经费', '类|款|^|^'], columns: [null, null, E('personnel', 'general_public'), E('public', 'general_public')], widths: [24, 36, 18, 18] });
    for (const top of treeOf(gp, economicOf, [3])) {
      const nodes = treeOf(top.atoms, economicOf, [5]);
      table.row([names.department(top.code), '小计', sum(top.atoms, personnel), sum(top.atoms, publicUse)], { department_economic: top.code, leaf: 0 });
      nodes.forEach((node) => table.row(['^', names.department(node.code), sum(node.atoms, personnel), sum(node.atoms, publicUse)], { name: names.department(node.code), department_economic: node.code, classification: 'department_economic', leaf: 1 }));
    }
    table.row(['合计', '<', sum(gp, personnel), sum(gp, publicUse)], { leaf: 0 });
  }
  {
    // Posts, heads and money a head: no money of the budget
    const table = add({ number: '表七', title: '部门人员及基本支出情况表', head: ['单位名称|编制数（个）|在职人数（人）|人员经费（万元）|公用经费（万元）|人均公用经费（元）'], columns: [null, null, null, E('personnel', '-;all'), E('public', '-;all'), null], widths: [34, 14, 14, 18, 18, 18] });
    let people = 0;
    for (const unit of units) {
      const own = atoms.filter((atom) => atom.unit === unit);
      const heads = random.whole(20, 70);
      people += heads;
      table.row([unit.name, { count: String(heads + 4) }, { count: String(heads) }, sum(own, personnel), sum(own, publicUse), { count: written(Math.round(sum(own, publicUse) * 10000 / heads), { grouped: true }) }], { unit: unit.name, leaf: '' });
    }
    table.row(['合计', { count: String(people + 8) }, { count: String(people) }, sum(atoms, personnel), sum(atoms, publicUse), { count: written(Math.round(sum(atoms, publicUse) * 10000 / people), { grouped: true }) }], { unit: '-', leaf: '' });
  }
  {
    const tree = [['林草生态保护', ['退化林修复', '森林抚育']], ['森林草原防灭火', ['防火物资']], ['机构运转保障', ['办公楼物业', '苗木培育']]];
    const table = add({ number: '表九', title: '项目支出表', head: ['一级项目|二级项目|项目单位|预算数|<', '^|^|^|合计|其中：一般公共预算'], columns: [null, null, null, E('project;total', 'all'), E('project;total', 'general_public', { leaf: '' })], widths: [24, 26, 32, 16, 18] });
    table.row(['合计', '<', '<', sum(atoms, project), fund('general_public', atoms.filter(project))], { unit: '-', leaf: 0 });
    for (const [first, listed] of tree) {
      const own = listed.map((name) => atoms.find(is('project', name)));
      table.row([first, '小计', '<', sum(own), fund('general_public', own)], { unit: '-', leaf: 0 });
      for (const atom of own) table.row(['^', atom.project, atom.unit.name, atom.cents, fund('general_public', [atom])], { name: atom.project, unit: atom.unit.name, classification: 'project', leaf: 1 });
    }
  }
  {
    const [o, r, v] = [random.whole(100, 500), random.whole(20, 200), random.whole(300, 900)];
    const table = add({ number: '表八', title: '“三公”经费支出表', head: ['项目|合计|一般公共预算|政府性基金预算|单位资金'], columns: [null, E('total', 'all'), E('total', 'general_public'), E('total', 'government_fund'), E('total', 'unit_funds')], widths: [44, 14, 16, 16, 14] });
    const put = (label, cents, item, own = 0) => table.row([label, cents + own, cents, '', own], { item, leaf: '' });
    put('因公出国（境）费', o, 'overseas'); put('公务用车购置及运行费', v, 'vehicle_total', 83); put('  其中：公务用车运行维护费', v, 'vehicle_operation', 83); put('公务接待费', r, 'reception'); put('合计', o + r + v, 'total', 83);
  }
  return { ...form, name: 'kinds', kind: 'budget', prose: [`2025年${department}收支总预算${written(all, { grouped: true })}万元。`] };
}
