// The kind of expenditure of each row in a column of words, 加 and 减 between revenue and expenditure, units on three levels, column numbers that are formulas, letters for numbers
import { sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, economicOf, is, sidesBeside } from './rows.mjs';
import { basic, FUND_NAMES, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function lettered(random) {
  const units = [
    { code: '118001', name: '某某市水利局本级', institution: false, run: '2130301', projects: [['2130306', 'general_public', '水利工程运行与维护', '30213'], ['2130314', 'general_public', '防汛物资储备', '30218', true]] },
    { code: '118002001', name: '某某市灌区管理处机关', institution: true, run: '2130306', own: true, projects: [['2130306', 'unit_funds', '渠道清淤', '30226']] },
    { code: '118002002', name: '某某市东干渠管理所', institution: true, run: '2130306', projects: [['2130316', 'general_public', '末级渠系改造', '30227']] },
    { code: '118003', name: '某某市水文站', institution: true, run: '2130310', projects: [['2130312', 'general_public', '水质监测', '30227']] },
  ];
  units[0].projects[0][3] = '30227'; units[0].projects[1][3] = '30227';
  const form = start({ year: 2025, department: '某某市水利局', units, style: { grouped: true, zero: '' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  const now = atoms.filter((atom) => !atom.carried);
  const old = sum(atoms, is('carried', true));
  {
    const table = add({ number: '部门预算表1', title: '收支预算总表', head: ['收入|<|支出|<', '项目|预算数|项目|预算数'], columns: [null, R('all'), null, E('total', 'all')], widths: [32, 14, 32, 14] });
    const income = ['general_public', 'unit_funds'].map((key, at) => [`${'ABC'[at]}．${FUND_NAMES[key]}${key === 'unit_funds' ? '收入' : '拨款收入'}`, fund(key, now), { fund: key, leaf: 1 }]);
    const spent = classesOf(names, atoms).map(([code, name, cents], at) => [`${'ABCDEFGH'[at]}．${name}`, cents, { code, name: '', classification: 'functional', leaf: 1 }]);
    while (income.length < spent.length) income.push(['', '', {}]);
    income.push(['本年收入合计', sum(now), { leaf: 0 }], ['加：上年结转结余', old, { item: 'carried_in' }], ['收入总计', all, { leaf: 0 }]);
    spent.push(['本年支出合计', all, { leaf: 0 }], ['减：结转下年', '', {}], ['支出总计', all, { leaf: 0 }]);
    income.forEach((row) => { row[2] = { ...row[2], name: '' }; });
    sidesBeside(table, [income, spent.map(([label, cents, of]) => [label, cents, { ...of, name: '' }])]);
  }
  {
    // Units on three levels with formulas below the headings
    const three = (some) => [sum(some), sum(some, basic), sum(some, personnel), sum(some, publicUse), sum(some, project)];
    const table = add({ number: '部门预算表3', title: '支出预算总表', size: 8.5, head: ['单位编码|单位名称|支出合计|基本支出|<|<|项目支出', '^|^|^|小计|人员经费|公用经费|^', '栏次||1=2+5|2=3+4|3|4|5'], columns: [null, null, E('total', 'all'), E('basic', 'all'), E('personnel', 'all'), E('public', 'all'), E('project', 'all')], widths: [12, 32, 13, 13, 13, 13, 13] });
    table.row(['', '合计', ...three(atoms)], { leaf: 0 });
    table.row(['118', department, ...three(atoms)], { unit: department, leaf: 0 });
    for (const unit of units) {
      if (unit.code === '118002001') {
        const own = atoms.filter((atom) => atom.unit.code.startsWith('118002'));
        table.row(['118002', '某某市灌区管理处', ...three(own)], { unit: '某某市灌区管理处', leaf: 0 });
      }
      table.row([unit.code, unit.name, ...three(atoms.filter(is('unit', unit)))], { unit: unit.name, leaf: 1 });
    }
    table.plant((truth) => truth.unit === '某某市水文站' && truth.component === 'public', 300);
  }
  {
    // Words say of each row what kind of expenditure it is
    const table = add({ number: '部门预算表4', title: '支出预算明细表', size: 8.5, head: ['单位名称|科目编码|科目名称|支出类别|金额|其中：一般公共预算'], columns: [null, null, null, null, E('', 'all'), E('', 'general_public', { leaf: '' })], widths: [26, 10, 30, 14, 14, 16] });
    table.row(['合计', '<', '<', '<', sum(atoms), fund('general_public')], { component: 'total', leaf: 0 });
    for (const unit of units) for (const node of treeOf(atoms.filter(is('unit', unit)), (atom) => atom.functional, [7])) {
      for (const [word, test, component] of [['人员经费', personnel, 'personnel'], ['公用经费', publicUse, 'public'], ['项目支出', project, 'project']]) {
        const own = node.atoms.filter(test);
        if (own.length > 0) table.row([unit.name, node.code, names.functional(node.code), word, sum(own), fund('general_public', own)], { unit: unit.name, code: node.code, functional: node.code, name: names.functional(node.code), classification: 'functional', component, leaf: 1 });
      }
    }
  }
  {
    const gp = atoms.filter((atom) => basic(atom) && atom.fund === 'general_public');
    const table = add({ number: '部门预算表6', title: '一般公共预算基本支出预算表', page: 'portrait', head: ['经济科目|预算数'], columns: [null, E('basic;total', 'general_public')], widths: [50, 20] });
    table.row(['合计', sum(gp)], { leaf: 0 });
    treeOf(gp, economicOf, [3, 5]).forEach((node) => table.row([`${node.last ? '    ' : ''}${node.code} ${names.department(node.code)}`, sum(node.atoms)], { code: node.code, classification: 'department_economic', department_economic: node.code, parent: node.parent ? '' : '合计', leaf: node.last ? 1 : 0 }));
  }
  {
    const listed = atoms.filter(project);
    const table = add({ number: '部门预算表8', title: '项目支出预算表', head: ['单位名称|项目名称|资金来源|金额|是否新增|实施期限'], columns: [null, null, null, E('project;total', ''), null, null], widths: [28, 30, 18, 14, 10, 14] });
    for (const atom of listed) table.row([atom.unit.name, atom.project, FUND_NAMES[atom.fund], atom.cents, '否', { count: '2025' }], { name: atom.project, unit: atom.unit.name, fund: atom.fund, classification: 'project', leaf: 1 });
    table.row(['合计', '<', '<', sum(listed), '', ''], { leaf: 0, fund: 'all' });
  }
  return { ...form, name: 'lettered', kind: 'budget', prose: [`2025年${department}收支总预算${written(all, { grouped: true })}万元。`] };
}
