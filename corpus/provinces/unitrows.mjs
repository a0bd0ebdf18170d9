// Units as rows of every list; purchases by their catalogue in three levels; services bought; meetings and training of each unit
import { sum } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, is, sidesBeside, treasury } from './rows.mjs';
import { basic, FUND_NAMES, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function unitrows(random) {
  const units = [
    { code: '109001', name: '某某州卫生健康委员会', institution: false, run: '2100101', projects: [['2100408', 'general_public', '基本公共卫生', '30227'], ['2100717', 'general_public', '计生家庭奖励', '30305']] },
    { code: '109002', name: '某某州人民医院', institution: true, run: '2100201', own: true, projects: [['2100201', 'unit_funds', '设备维保', '30213'], ['2100299', 'general_public', '住院医师培训', '30216']] },
    { code: '109003', name: '某某州疾病预防控制中心', institution: true, run: '2100401', projects: [['2100409', 'general_public', '艾滋病防治', '30218']] },
    { code: '109004', name: '某某州妇幼保健院', institution: true, run: '2100403', projects: [['2120899', 'government_fund', '业务楼配套', '31005']] },
  ];
  const form = start({ year: 2025, department: '某某州卫生健康委员会', units, style: { grouped: true, zero: '' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  const list = (number, title, columns, head, cells, some = atoms) => {
    const table = add({ number, title, head: head.map((row, index) => `${index ? '^|^' : '单位代码|单位名称'}|${row}`), columns: [null, null, ...columns], widths: [9, 30, ...columns.map(() => 12)] });
    table.row(['合计', '<', ...cells(some)], TOTAL);
    table.row(['109', department, ...cells(some)], { unit: department, leaf: 0 });
    for (const unit of units) table.row([unit.code, unit.name, ...cells(some.filter(is('unit', unit)))], { unit: unit.name, classification: 'unit', leaf: 1 });
    return table;
  };
  {
    const table = add({ number: '表一', title: '部门收支预算总表', head: ['收入|<|支出|<', '项目|预算数|项目|预算数'], columns: [null, R('all'), null, E('total', 'all')], widths: [32, 14, 32, 14] });
    const spent = classesOf(names, atoms).map(([code, name, cents], index) => [`${NUMERALS[index]}、${name}`, cents, { code, classification: 'functional', leaf: 1 }]);
    const income = Object.keys(FUND_NAMES).map((key, index) => [`${NUMERALS[index]}、${FUND_NAMES[key]}`, fund(key), { fund: key, leaf: 1 }]);
    while (spent.length < income.length) spent.push(['', '', {}]);
    while (income.length < spent.length) income.push(['', '', {}]);
    income.push(['收入总计', all, { leaf: 0 }]);
    spent.push(['支出总计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  const own = (name) => (some) => fund(name, some);
  list('表二', '部门收入预算总表', [R('all'), R('fiscal_appropriation'), R('general_public'), R('government_fund'), R('unit_funds')], ['总计|财政拨款收入|<|<|单位资金', '^|小计|一般公共预算|政府性基金|^'], (some) => [sum(some), sum(some, treasury), own('general_public')(some), own('government_fund')(some), own('unit_funds')(some)]);
  list('表三', '部门支出预算总表', [E('total', 'all'), E('basic', 'all'), E('personnel', 'all'), E('public', 'all'), E('project', 'all')], ['总计|基本支出|<|<|项目支出', '^|小计|人员经费|公用经费|^'], (some) => [sum(some), sum(some, basic), sum(some, personnel), sum(some, publicUse), sum(some, project)])
    .plant((truth) => truth.unit === '某某州人民医院' && truth.component === 'personnel', 5000);
  list('表五', '一般公共预算支出预算表', [E('total', 'general_public'), E('basic', 'general_public'), E('project', 'general_public')], ['合计|基本支出|项目支出'], (some) => [sum(some), sum(some, basic), sum(some, project)], atoms.filter(is('fund', 'general_public')));
  {
    const items = ['total', 'overseas', 'reception', 'vehicle_total', 'vehicle_purchase', 'vehicle_operation', 'meetings', 'training'];
    const table = add({ style: { zero: '0.00' }, number: '表六', title: '“三公”经费、会议费、培训费预算表', head: ['单位代码|单位名称|“三公”经费|<|<|<|<|<|会议费|培训费', '^|^|合计|因公出国（境）费|公务接待费|公务用车购置及运行费|<|<|^|^', '^|^|^|^|^|小计|购置费|运行费|^|^'], columns: [null, null, ...items.map((item) => E('total', '', { item }))], widths: [9, 28, ...items.map(() => 9)] });
    const rows = units.map(() => [0, random.whole(20, 90), 0, random.whole(50, 500), random.whole(10, 80), random.whole(10, 80)]);
    const row = ([o, r, p, v, m, t]) => [o + r + p + v, o, r, p + v, p, v, m, t];
    const sums = rows.reduce((a, b) => a.map((cents, index) => cents + b[index]));
    table.row(['合计', '<', ...row(sums)], { unit: '' });
    units.forEach((unit, index) => table.row([unit.code, unit.name, ...row(rows[index])], { unit: unit.name }));
  }
  {
    const table = add({ number: '表七', title: '政府购买服务预算表', head: ['单位名称|购买服务项目|指导性目录|<|<|预算金额|一般公共预算|单位资金', '^|^|一级|二级|三级|^|^|^'], columns: [null, null, null, null, null, E('total', 'all'), E('total', 'general_public', { leaf: '' }), E('total', 'unit_funds', { leaf: '' })], widths: [26, 22, 16, 16, 16, 12, 12, 12] });
    const rows = [[0, '健康宣传', '公共服务', '公共信息与宣传服务', '公共公益宣传服务', true], [1, '物业管理', '政府履职辅助性服务', '后勤服务', '物业管理服务', false], [2, '样本检测', '公共服务', '公共安全服务', '公共卫生事件监测', true]].map((row) => [...row, random.whole(900, 9000)]);
    for (const [index, name, a, b, c, treasuryPaid, cents] of rows) table.row([units[index].name, name, a, b, c, cents, treasuryPaid ? cents : 0, treasuryPaid ? 0 : cents], { unit: units[index].name });
    const total = (test) => rows.filter(test).reduce((cents, row) => cents + row[6], 0);
    table.row(['合计', '', '', '', '', total(() => true), total((row) => row[5]), total((row) => !row[5])], {});
  }
  const w = (cents) => written(cents);
  return { ...form, name: 'unitrows', kind: 'budget', prose: [`${department}2025年收支总预算${w(all)}万元，其中：基本支出${w(sum(atoms, basic))}万元，项目支出${w(sum(atoms, project))}万元。`] };
}
