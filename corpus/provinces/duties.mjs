// Duties, activities and projects as a tree of columns; both lesser funds in one list whose first column names the fund; totals last; funds of the year and carried over below units
import { sum, treeOf } from './money.mjs';
import { E, R, economicOf, functionalRows, indent, is, sidesBeside } from './rows.mjs';
import { basic, FUND_NAMES, overviewSides, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function duties(random) {
  const units = [
    { code: '361001', name: '某某市农业农村局本级', institution: false, run: '2130101', projects: [['2130108', 'general_public', '动物疫病监测', '30227'], ['2130109', 'general_public', '农产品抽检', '30227', true], ['2120814', 'government_fund', '农村人居整治', '31005'], ['2130122', 'general_public', '种植补贴', '31204']] },
    { code: '361002', name: '某某市农业技术推广站', institution: true, run: '2130104', own: true, projects: [['2130106', 'general_public', '良种示范', '30227'], ['2230105', 'state_capital', '改制补助', '30399']] },
  ];
  units[0].projects[3][3] = '30227';
  const form = start({ year: 2025, department: '某某市农业农村局', units, style: { grouped: true, zero: '' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  const keys = ['general_public', 'government_fund', 'state_capital', 'unit_funds'];
  sidesBeside(add({ number: '预算公开表1', title: '部门收支总表', left: `部门名称：${department}`, head: ['收入|<|支出|<', '项目|金额|项目|金额'], columns: [null, R('all'), null, E('total', 'all')], widths: [32, 14, 32, 14] }), overviewSides(form, keys));
  {
    const parts = [false, true];
    const two = ['general_public', 'unit_funds'];
    const cells = (some) => [sum(some), ...parts.flatMap((carried) => { const own = some.filter(is('carried', carried)); return [sum(own), ...(carried ? two : keys).map((key) => fund(key, own))]; })];
    const old = { item: 'carried_in', leaf: '', qualifier: '' };
    const table = add({ number: '预算公开表2', title: '部门收入总表', size: 8, head: ['预算单位|总计|本年收入|<|<|<|<|上年结转结余|<|<', '^|^|小计|一般公共预算|政府性基金预算|国有资本经营预算|单位资金|小计|一般公共预算|单位资金'],
      columns: [null, { ...R('all'), leaf: '' }, R('all', { leaf: '' }), ...keys.map((key) => R(key, { leaf: '' })), { fund: 'all', ...old }, { fund: 'general_public', ...old }, { fund: 'unit_funds', ...old }], widths: [26, 12, 12, 12, 11, 11, 11, 10, 10, 10] });
    for (const unit of units) table.row([unit.name, ...cells(atoms.filter(is('unit', unit)))], { unit: unit.name });
    table.row(['总计', ...cells(atoms)], { unit: '-' });
  }
  const four = (some) => [sum(some, personnel), sum(some, publicUse), sum(some, project), sum(some)];
  const list = (number, title, some, name, breaks) => {
    const table = add({ number, title, left: `部门名称：${department}`, head: ['科目|<|基本支出|<|项目支出|合计', '编码|名称|人员经费|公用经费|^|^'], columns: [null, null, E('personnel', name), E('public', name), E('project', name), E('total', name)], widths: [10, 34, 14, 14, 14, 14], breaks });
    functionalRows(names, some, [3, 5, 7], '合计', (node, label, parent) => table.row([node.code, indent(node.level) + label, ...four(node.atoms)], { code: node.code, name: label, parent, functional: node.code, classification: 'functional', leaf: node.last ? 1 : 0 }));
    table.row(['合计', '<', ...four(some)], { name: '合计', leaf: 0 });
    return table;
  };
  list('预算公开表3', '部门支出总表', atoms, 'all', [14]).plant((truth) => truth.code === '2130108' && truth.component === 'project', 400);
  list('预算公开表5', '一般公共预算支出表', atoms.filter(is('fund', 'general_public')), 'general_public', []);
  {
    const gp = atoms.filter((atom) => basic(atom) && atom.fund === 'general_public');
    const table = add({ number: '预算公开表6', title: '一般公共预算基本支出表', page: 'portrait', head: ['部门经济科目编码|部门经济科目名称|本年基本支出'], columns: [null, null, E('basic;total', 'general_public')], widths: [16, 40, 20] });
    treeOf(gp, economicOf, [3, 5]).forEach((node) => table.row([node.code, indent(node.level) + names.department(node.code), sum(node.atoms)], { code: node.code, name: names.department(node.code), department_economic: node.code, classification: 'department_economic', leaf: node.last ? 1 : 0 }));
    table.row(['合计', '<', sum(gp)], { leaf: 0 });
  }
  {
    // The fund of every row in a merged column of words
    const table = add({ number: '预算公开表7', title: '政府性基金预算和国有资本经营预算支出表', head: ['资金类别|科目编码|科目名称|本年支出|<|<', '^|^|^|合计|基本支出|项目支出'], columns: [null, null, null, E('total', ''), E('basic', ''), E('project', '')], widths: [22, 10, 40, 14, 14, 14] });
    for (const key of ['government_fund', 'state_capital']) {
      let first = true;
      functionalRows(names, atoms.filter(is('fund', key)), [3, 5, 7], '', (node, label) => { table.row([first ? FUND_NAMES[key] : '^', node.code, label, sum(node.atoms), '', sum(node.atoms)], { fund: key, code: node.code, name: label, functional: node.code, classification: 'functional', leaf: node.last ? 1 : 0 }); first = false; });
    }
    const both = fund('government_fund') + fund('state_capital');
    table.row(['合计', '<', '<', both, '', both], { fund: '-;all;fiscal_appropriation', leaf: 0 });
  }
  {
    const [a, b, c] = [random.whole(40, 300), random.whole(300, 900), random.whole(50, 200)];
    const table = add({ number: '预算公开表8', title: '财政拨款“三公”经费、会议费、培训费支出表', head: ['项目|本年预算|其中：一般公共预算'], columns: [null, E('total', 'fiscal_appropriation'), E('total', 'general_public', { leaf: '' })], widths: [50, 18, 18] });
    const put = (label, cents, item) => table.row([label, cents, cents], { item });
    put('“三公”经费合计', a + b, 'total'); put('    一、因公出国（境）费', 0, 'overseas'); put('    二、公务接待费', a, 'reception'); put('    三、公务用车费', b, 'vehicle_total'); put('        1．公务用车购置费', 0, 'vehicle_purchase'); put('        2．公务用车运行维护费', b, 'vehicle_operation'); put('会议费', c, ''); put('培训费', c + 31, '');
  }
  {
    const tree = [['农业生产服务', '疫病与质量监管', ['动物疫病监测', '农产品抽检']], ['^', '种植业促进', ['种植补贴', '良种示范']], ['农村建设与改革', '农村环境', ['农村人居整治']], ['^', '企业改制', ['改制补助']]];
    const table = add({ number: '预算公开表9', title: '部门职责活动项目支出表', head: ['部门职责|工作活动|项目名称|项目单位|预算金额'], columns: [null, null, null, null, E('project;total', 'all')], widths: [22, 22, 26, 30, 16] });
    for (const [duty, activity, listed] of tree) listed.forEach((name, at) => {
      const atom = atoms.find(is('project', name));
      table.row([at ? '^' : duty, at ? '^' : activity, name, atom.unit.name, atom.cents], { name, unit: atom.unit.name, classification: 'project', leaf: 1 });
    });
    table.row(['合计', '<', '<', '<', sum(atoms, project)], { unit: '-', leaf: 0 });
  }
  return { ...form, name: 'duties', kind: 'budget', prose: [`2025年${department}收支总预算${written(all, { grouped: true })}万元。`] };
}
