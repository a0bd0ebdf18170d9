// Economic classes as columns of lists by function, no lines between columns, pages that run on without a head, a row of sums at each page's foot
import { sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, economicOf, functionalRows, indent, is, sidesBeside } from './rows.mjs';
import { basic, FUND_NAMES, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

const NARROWED = { 301: 'wages_and_benefits', 302: 'goods_and_services', 303: 'household_subsidies', 310: 'capital' };

export function classes(random) {
  const units = [
    { code: '601001', name: '某某县自然资源局', institution: false, run: '2200101', projects: [['2200106', 'general_public', '土地整治', '30227'], ['2200109', 'general_public', '国土变更调查', '30227'], ['2120801', 'government_fund', '征地补偿', '31009']] },
    { code: '601004', name: '某某县不动产登记中心', institution: true, run: '2200150', own: true, projects: [['2200199', 'general_public', '登记信息平台', '31007']] },
    { code: '601006', name: '某某县土地储备中心', institution: true, run: '2200150', projects: [['2120803', 'government_fund', '储备地块道路', '31005']] },
  ];
  const form = start({ year: 2025, department: '某某县自然资源局', units, style: { zero: '' }, left: '编制单位：601 某某县自然资源局' }, random);
  const { names, atoms, add, fund, all, department } = form;
  const lines = 'open';
  {
    const table = add({ lines, number: '表1', title: '部门收支预算总表', head: ['收入|<|支出|<', '项目|金额|项目|金额'], columns: [null, R('all'), null, E('total', 'all')], widths: [32, 14, 32, 14] });
    const spent = classesOf(names, atoms).map(([code, name, cents], index) => [`${NUMERALS[index]}、${name}`, cents, { code, classification: 'functional', leaf: 1 }]);
    const income = Object.keys(FUND_NAMES).map((key, index) => [`${NUMERALS[index]}、${FUND_NAMES[key]}`, fund(key), { fund: key, leaf: 1 }]);
    while (spent.length < income.length) spent.push(['', '', {}]);
    while (income.length < spent.length) income.push(['', '', {}]);
    income.push(['收入总计', all, { leaf: 0 }]);
    spent.push(['支出总计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  const heads = ['301', '302', '303', '310'];
  const list = (number, title, fundOf, some, of = {}) => {
    const basics = heads.slice(0, 3);
    const columns = [E('total', fundOf), E('basic', fundOf), ...basics.map(() => E('basic;personnel;public', fundOf, { leaf: '' })), E('project', fundOf), ...heads.slice(1).map(() => E('project', fundOf, { leaf: '' }))];
    const table = add({ lines, number, title, head: [`科目编码|单位（科目名称）|总计|基本支出|<|<|<|项目支出|<|<|<`, `^|^|^|小计|工资福利支出|商品和服务支出|对个人和家庭的补助|小计|商品和服务支出|对个人和家庭的补助|资本性支出`],
      columns: [null, null, ...columns], widths: [8, 28, ...columns.map(() => 9)], size: 8, ...of });
    const cells = (rows) => [sum(rows), sum(rows, basic), ...basics.map((code) => sum(rows, (atom) => basic(atom) && atom.economic.startsWith(code))), sum(rows, project), ...heads.slice(1).map((code) => sum(rows, (atom) => project(atom) && atom.economic.startsWith(code)))];
    table.row(['', '合计', ...cells(some)], TOTAL);
    for (const unit of units) {
      const own = some.filter(is('unit', unit));
      if (own.length === 0) continue;
      table.row([unit.code, unit.name, ...cells(own)], { name: unit.name, classification: 'unit', unit: unit.name, parent: '合计', leaf: 0 });
      functionalRows(names, own, [3, 5, 7], unit.name, (node, name, parent) => table.row([node.code, indent(node.level) + name, ...cells(node.atoms)],
        { code: node.code, name, unit: unit.name, classification: 'functional', parent, functional: node.code, leaf: node.last ? 1 : 0 }));
    }
    return table;
  };
  list('表3', '部门支出预算总表', 'all', atoms, { breaks: [17], repeat: false });
  list('表5', '一般公共预算支出预算表', 'general_public', atoms.filter(is('fund', 'general_public')), { breaks: [20], repeat: false })
    .plant((truth) => truth.code === '2200109' && truth.component === 'project', 3300);
  list('表7', '政府性基金预算支出预算表', 'government_fund', atoms.filter(is('fund', 'government_fund')));
  {
    const basics = atoms.filter((atom) => basic(atom) && atom.fund === 'general_public');
    const table = add({ lines, number: '表6', title: '一般公共预算基本支出预算表', head: ['部门经济科目编码|部门经济科目名称|预算数'], columns: [null, null, E('total;basic', 'general_public')], widths: [16, 50, 20], page: 'portrait' });
    table.row(['', '合计', sum(basics)], TOTAL);
    for (const node of treeOf(basics, economicOf, [3, 5])) table.row([node.code, indent(node.level) + names.department(node.code), sum(node.atoms)],
      { code: node.code, name: names.department(node.code), classification: 'department_economic', parent: node.parent ? names.department(node.parent) : '合计', leaf: node.last ? 1 : 0 });
  }
  {
    const items = ['total', 'overseas', 'vehicle_total', 'vehicle_purchase', 'vehicle_operation', 'reception'];
    const table = add({ lines, number: '表8', title: '“三公”经费预算表', head: ['单位名称|“三公”经费合计|因公出国（境）费|公务用车购置及运行费|<|<|公务接待费', '^|^|^|小计|购置费|运行费|^'], columns: [null, ...items.map((item) => E('total', '', { item }))], widths: [30, ...items.map(() => 12)] });
    const rows = units.map(() => [0, random.whole(0, 1) * 1800, random.whole(90, 500), random.whole(20, 90)]);
    const row = ([o, p, v, r]) => [o + p + v + r, o, p + v, p, v, r];
    units.forEach((unit, index) => table.row([unit.name, ...row(rows[index])], { unit: unit.name }));
    table.row(['合计', ...row(rows.reduce((a, b) => a.map((cents, index) => cents + b[index])))], { unit: '' });
  }
  const w = (cents) => written(cents);
  return { ...form, name: 'classes', kind: 'budget', prose: [`2025年${department}收支总预算${w(all)}万元，其中基本支出${w(sum(atoms, basic))}万元，项目支出${w(sum(atoms, project))}万元。`] };
}
