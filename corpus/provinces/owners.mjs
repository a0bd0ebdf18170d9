// Department and unit by code and name before every row; 亿元, 万元 and yuan by table; amounts before names in the list of projects; subjects without codes
import { sum, treeOf } from './money.mjs';
import { E, R, economicOf, functionalOf, is, sidesBeside } from './rows.mjs';
import { basic, FUND_NAMES, overviewSides, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function owners(random) {
  const units = [
    { code: '215001', name: '某某省体育局机关', institution: false, run: '2070301', projects: [['2070307', 'general_public', '体育场馆开放', '30227'], ['2070308', 'general_public', '群众体育赛事', '30227']] },
    { code: '215003', name: '某某省体育运动学校', institution: true, run: '2050302', own: true, projects: [['2050302', 'unit_funds', '学员食宿', '30226'], ['2296003', 'government_fund', '彩票公益金训练', '31003']] },
    { code: '215007', name: '某某省体育科学研究所', institution: true, run: '2060201', projects: [['2060203', 'general_public', '运动康复研究', '30227']] },
  ];
  const form = start({ year: 2025, department: '某某省体育局', units, style: { grouped: true, zero: '0.00' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  const keys = ['general_public', 'government_fund', 'unit_funds'];
  {
    const table = add({ number: '01', title: `${department}收支总体情况表`, unit: '亿元', style: { zero: '', digits: 6 }, head: ['收入|<|支出|<', '项目|预算数|项目|预算数'], columns: [null, R('all'), null, E('total', 'all')], widths: [32, 14, 32, 14] });
    sidesBeside(table, overviewSides(form, keys, { money: (some) => sum(some) / 10000 }));
  }
  const before = (unit) => ['215', department, unit.code, unit.name];
  const columns = [null, null, null, null];
  {
    const cells = (some) => [sum(some), ...keys.map((key) => fund(key, some))];
    const table = add({ number: '02', title: `${department}收入总体情况表`, size: 8.5, head: ['部门编码|部门名称|单位编码|单位名称|收入合计|一般公共预算拨款|政府性基金拨款|单位资金'], columns: [...columns, { ...R('all'), leaf: '' }, ...keys.map((key) => R(key, { leaf: '' }))], widths: [8, 18, 9, 24, 14, 14, 14, 14] });
    for (const unit of units) table.row([...before(unit), ...cells(atoms.filter(is('unit', unit)))], { unit: unit.name });
    table.row(['合计', '<', '<', '<', ...cells(atoms)], { unit: '-' });
  }
  const list = (number, title, some, name, options = {}) => {
    const three = (own) => [sum(own), sum(own, basic), sum(own, project)];
    const table = add({ number, title, size: 8, head: ['部门编码|部门名称|单位编码|单位名称|科目编码|科目名称|合计|基本支出|项目支出'], columns: [...columns, null, null, E('total', name), E('basic', name), E('project', name)], widths: [7, 15, 8, 22, 9, 28, 13, 13, 13], ...options });
    table.row(['合计', '<', '<', '<', '<', '<', ...three(some)], { unit: '-', leaf: 0 });
    for (const unit of units) for (const node of treeOf(some.filter(is('unit', unit)), functionalOf, [7])) table.row([...before(unit), node.code, names.functional(node.code), ...three(node.atoms)], { unit: unit.name, code: node.code, name: names.functional(node.code), functional: node.code, classification: 'functional', leaf: 1 });
    return table;
  };
  list('03', `${department}支出总体情况表`, atoms, 'all', { breaks: [12], repeat: false });
  list('05', `${department}一般公共预算支出情况表`, atoms.filter(is('fund', 'general_public')), 'general_public').plant((truth) => truth.code === '2070301' && truth.component === 'basic', 700);
  {
    const yuan = (some) => sum(some) * 10000;
    const gp = atoms.filter((atom) => basic(atom) && atom.fund === 'general_public');
    const table = add({ number: '06', title: `${department}一般公共预算基本支出情况表`, unit: '元', head: ['单位编码|单位名称|经济科目名称|合计|人员经费|公用经费'], columns: [null, null, null, E('total;basic', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public')], widths: [9, 26, 30, 18, 18, 18], breaks: [24] });
    const three = (own) => [yuan(own), yuan(own.filter(personnel)), yuan(own.filter(publicUse))];
    for (const unit of units) treeOf(gp.filter(is('unit', unit)), economicOf, [5]).forEach((node) => table.row([unit.code, unit.name, names.department(node.code), ...three(node.atoms)], { unit: unit.name, name: names.department(node.code), classification: 'department_economic', department_economic: node.code, leaf: 1 }));
    table.row(['合计', '<', '<', ...three(gp)], { unit: '-', leaf: 0 });
  }
  list('08', `${department}政府性基金预算支出情况表`, atoms.filter(is('fund', 'government_fund')), 'government_fund');
  {
    const table = add({ number: '10', title: `${department}项目支出情况表`, unit: '元', style: { grouped: true, zero: '' }, head: ['金额|资金性质|项目名称|单位名称|部门经济科目'], columns: [E('project;total', ''), null, null, null, null], widths: [18, 20, 28, 28, 28] });
    for (const atom of atoms.filter(project)) table.row([atom.cents * 10000, FUND_NAMES[atom.fund], atom.project, atom.unit.name, `${atom.economic}${names.department(atom.economic)}`], { name: atom.project, unit: atom.unit.name, fund: atom.fund, department_economic: atom.economic, classification: 'project', leaf: 1 });
    table.row([sum(atoms, project) * 10000, '合计', '<', '<', '<'], { unit: '-', leaf: 0 });
  }
  {
    const items = ['total', 'overseas', 'reception', 'vehicle_total', 'vehicle_purchase', 'vehicle_operation'];
    const table = add({ number: '07', title: `${department}一般公共预算“三公”经费支出情况表`, size: 8.5, head: ['部门编码|部门名称|单位编码|单位名称|“三公”经费合计|因公出国（境）费|公务接待费|公务用车购置及运行费|<|<', '^|^|^|^|^|^|^|小计|购置费|运行费'], columns: [...columns, ...items.map((item) => E('total', 'general_public', { item }))], widths: [7, 15, 8, 22, 12, 12, 12, 10, 10, 10] });
    const rows = units.map(() => { const [o, r, v] = [random.whole(0, 500), random.whole(10, 90), random.whole(100, 800)]; return [o + r + v, o, r, v, 0, v]; });
    units.forEach((unit, at) => table.row([...before(unit), ...rows[at]], { unit: unit.name }));
    table.row(['合计', '<', '<', '<', ...rows.reduce((a, b) => a.map((cents, at) => cents + b[at]))], { unit: '-' });
  }
  return { ...form, name: 'owners', kind: 'budget', prose: [`2025年${department}收支总预算${written(all, { grouped: true })}万元。`] };
}
