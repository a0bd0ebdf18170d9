// The classes of both economic lists as columns of lists by unit and function; wages by item; four sides in the first table
import { sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, economicOf, functionalRows, is, sidesBeside, split } from './rows.mjs';
import { basic, FUND_NAMES, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function assorted(random) {
  const units = [
    { code: '502001', name: '某某市农业农村局本级', institution: false, run: '2130101', projects: [['2130108', 'general_public', '动物疫病防控', '30218'], ['2130106', 'general_public', '良种推广', '31299'], ['2120814', 'government_fund', '高标准农田', '31005']] },
    { code: '502004', name: '某某市农机事务中心', institution: true, run: '2130104', own: true, projects: [['2130106', 'general_public', '农机作业示范', '30227'], ['2130199', 'special_account', '考训设备', '31003']] },
  ];
  units[0].projects[0][3] = '30227';
  const form = start({ year: 2024, department: '某某市农业农村局', units, style: { zero: '' }, left: '填报部门：502_某某市农业农村局' }, random);
  const { names, atoms, add, fund, all, department } = form;
  {
    const table = add({ number: '部门公开表01', title: '收支总表', size: 8, head: ['收入|<|支出|<|<|<|<|<', '项目（按资金来源）|本年预算|项目（按功能分类）|本年预算|项目（按部门预算经济分类）|本年预算|项目（按政府预算经济分类）|本年预算'], columns: [null, R('all'), null, E('total', 'all'), null, E('total', 'all'), null, E('total', 'all')], widths: [24, 11, 24, 11, 24, 11, 24, 11] });
    const income = Object.keys(FUND_NAMES).map((key, index) => [`（${NUMERALS[index]}）${FUND_NAMES[key]}收入`, fund(key), { fund: key, leaf: 1 }]);
    const spent = classesOf(names, atoms).map(([code, name, cents], index) => [`（${NUMERALS[index]}）${name}`, cents, { code, classification: 'functional', leaf: 1 }]);
    const nature = (test, kind, component) => [[`${kind}`, sum(atoms, test), { component, leaf: '' }], ...treeOf(atoms.filter(test), economicOf, [3]).map((node) => [`  ${component === 'project' && node.code === '302' ? '按项目管理的' : ''}${names.department(node.code)}`, sum(node.atoms), { component: component === 'basic' ? 'basic;personnel;public' : component, leaf: '' }])];
    const economic = [...nature(basic, '一、基本支出', 'basic'), ...nature(project, '二、项目支出', 'project')];
    const government = treeOf(atoms, (atom) => atom.government, [3]).map((node, index) => [`${NUMERALS[index]}、${names.government(node.code)}`, sum(node.atoms), { code: node.code, classification: 'government_economic', leaf: 0 }]);
    const sides = [income, spent, economic, government];
    const length = Math.max(...sides.map((side) => side.length));
    for (const side of sides) { while (side.length < length) side.push(['', '', {}]); side.push([side === income ? '收入总计' : '支出总计', all, { leaf: 0 }]); }
    sidesBeside(table, sides);
  }
  const list = (number, title, columns, head, cells, some, lengths, more = {}) => {
    const table = add({ number, title, head, columns: [null, null, null, null, null, ...columns], widths: [5, 5, 5, 9, 24, ...columns.map(() => 9)], size: 7.5, page: 'wide', ...more });
    table.row(['', '', '', '', '合计', ...cells(some)], TOTAL);
    table.row(['', '', '', '502', department, ...cells(some)], { name: department, leaf: 0, parent: '合计' });
    for (const unit of units) {
      const own = some.filter(is('unit', unit));
      if (own.length === 0) continue;
      table.row(['', '', '', unit.code, unit.name, ...cells(own)], { name: unit.name, classification: 'unit', unit: unit.name, parent: department, leaf: 0 });
      functionalRows(names, own, lengths, unit.name, (node, name, parent) => table.row([...split(node.code), '', name, ...cells(node.atoms)],
        { code: node.code, name, unit: unit.name, classification: 'functional', parent, functional: node.code, leaf: node.last ? 1 : 0 }));
    }
    return table;
  };
  const blank = (of) => ({ ...of, leaf: '' });
  const front = '科目编码|<|<|单位代码|单位名称（功能分类科目名称）';
  {
    const heads = ['301', '303', '302'];
    const projects = ['302', '310', '312'];
    const columns = [E('total', 'all'), E('basic', 'all'), ...heads.map(() => blank(E('basic;personnel;public', 'all'))), E('project', 'all'), ...projects.map(() => blank(E('project', 'all')))];
    const of = (rows, test, code) => sum(rows, (atom) => test(atom) && atom.economic.startsWith(code));
    list('部门公开表04', '支出预算分类汇总表（按部门预算经济分类）', columns, [`${front}|总计|基本支出|<|<|<|项目支出|<|<|<`, '类|款|项|^|^|^|合计|工资福利支出|对个人和家庭的补助|商品和服务支出|合计|按项目管理的商品和服务支出|资本性支出|对企业补助'],
      (rows) => [sum(rows), sum(rows, basic), ...heads.map((code) => of(rows, basic, code)), sum(rows, project), ...projects.map((code) => of(rows, project, code))], atoms, [3, 5, 7])
      .plant((truth) => truth.code === '2130108' && truth.component === 'total', 300);
  }
  {
    const codes = treeOf(atoms, (atom) => atom.government, [3]).map((node) => node.code);
    list('部门公开表05', '支出预算分类汇总表（按政府预算经济分类）', [E('total', 'all'), ...codes.map(() => blank(E('total', 'all')))], [`${front}|总计|${codes.map((code) => names.government(code)).join('|')}`, `类|款|项|^|^|^|${codes.map(() => '^').join('|')}`],
      (rows) => [sum(rows), ...codes.map((code) => sum(rows, (atom) => atom.government.startsWith(code)))], atoms, [3, 5, 7], { breaks: [14], repeat: true });
  }
  const gp = atoms.filter(is('fund', 'general_public'));
  list('部门公开表07', '一般公共预算支出表', [E('total', 'general_public'), E('basic', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public'), E('project', 'general_public')], [`${front}|合计|基本支出|<|<|项目支出`, '类|款|项|^|^|^|小计|人员经费|公用经费|^'],
    (rows) => [sum(rows), sum(rows, basic), sum(rows, personnel), sum(rows, publicUse), sum(rows, project)], gp, [7], { size: 8.5, page: 'landscape' });
  {
    const wages = gp.filter((atom) => basic(atom) && atom.economic.startsWith('301'));
    const groups = [['工资奖金津补贴', ['30101', '30102', '30103', '30107']], ['社会保障缴费', ['30108', '30109', '30110', '30111', '30112']], ['住房公积金', ['30113']], ['其他工资福利支出', ['30199']]];
    const table = list('部门公开表09', '一般公共预算基本支出表--人员经费（工资福利支出）（按政府预算经济分类）', [E('', 'general_public'), ...groups.map(() => blank(E('', 'general_public')))], [`${front}|总计|${groups.map((row) => row[0]).join('|')}`, `类|款|项|^|^|^|${groups.map(() => '^').join('|')}`],
      (rows) => [sum(rows), ...groups.map(([, codes]) => sum(rows, (atom) => codes.includes(atom.economic)))], wages, [7], { size: 8.5, page: 'landscape' });
    table.truth.forEach((truth) => { truth.component = 'personnel;basic;total'; });
    const items = treeOf(wages, economicOf, [5]).map((node) => node.code);
    list('部门公开表10', '一般公共预算基本支出表--人员经费（工资福利支出）（按部门预算经济分类）', [E('', 'general_public'), ...items.map(() => blank(E('', 'general_public')))], [`${front}|总计|${items.map((code) => names.department(code)).join('|')}`, `类|款|项|^|^|^|${items.map(() => '^').join('|')}`],
      (rows) => [sum(rows), ...items.map((code) => sum(rows, is('economic', code)))], wages, [7]).truth.forEach((truth) => { truth.component = 'personnel;basic;total'; });
  }
  {
    const items = ['total', 'overseas', 'reception', 'vehicle_total', 'vehicle_purchase', 'vehicle_operation'];
    const table = add({ number: '部门公开表15', title: '一般公共预算“三公”经费支出表', head: ['单位编码|单位名称|“三公”经费合计|因公出国（境）费|公务接待费|公务用车购置及运行费|<|<', '^|^|^|^|^|小计|公务用车购置费|公务用车运行费'], columns: [null, null, ...items.map((item) => E('total', 'general_public', { item }))], widths: [10, 30, ...items.map(() => 12)] });
    const rows = units.map(() => [0, random.whole(20, 90), 0, random.whole(90, 500)]);
    const row = ([o, r, p, v]) => [o + p + v + r, o, r, p + v, p, v];
    const whole = row(rows.reduce((a, b) => a.map((cents, index) => cents + b[index])));
    table.row(['', '合计', ...whole], { unit: '' });
    table.row(['502', department, ...whole], { unit: department });
    units.forEach((unit, index) => table.row([`  ${unit.code}`, `  ${unit.name}`, ...row(rows[index])], { unit: unit.name }));
  }
  return { ...form, name: 'assorted', kind: 'budget', prose: [`2024年${department}收入预算${written(all)}万元，支出预算${written(all)}万元。`] };
}
