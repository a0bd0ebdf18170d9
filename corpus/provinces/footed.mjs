// What is summed stands above its sum: items, then 小计 of the unit, then 合计; names that tell the whole path of their subject
import { sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, economicOf, functionalOf, is, sidesBeside } from './rows.mjs';
import { basic, FUND_NAMES, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function footed(random) {
  const units = [
    { code: '212001', name: '某某市生态环境局', institution: false, run: '2110101', projects: [['2110301', 'general_public', '大气污染防治', '30227'], ['2110302', 'general_public', '水体断面监测', '30227']] },
    { code: '212003', name: '某某市环境监测站', institution: true, run: '2111101', projects: [['2111101', 'general_public', '监测仪器更新', '31003'], ['2111199', 'unit_funds', '委托监测成本', '30226']] },
    { code: '212004', name: '某某市固体废物管理中心', institution: true, run: '2110304', projects: [['2110304', 'general_public', '危险废物处置', '30227']] },
  ];
  const form = start({ year: 2025, department: '某某市生态环境局', units, style: { grouped: true, zero: '' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  const path = (code) => [3, 5, 7].map((length) => names.functional(code.slice(0, length))).join('-');
  {
    const table = add({ number: '公开表1', title: '收支预算总表', head: ['收入|<|支出|<', '资金来源|金额|支出用途|金额'], columns: [null, R('all'), null, E('total', 'all')], widths: [32, 14, 32, 14] });
    const income = [['一般公共预算', fund('general_public'), { fund: 'general_public', leaf: 1 }], ['政府性基金预算', 0, {}], ['财政专户', 0, {}], ['单位自有资金', fund('unit_funds'), { fund: 'unit_funds', leaf: 1 }]];
    const spent = [['人员支出', sum(atoms, personnel), { component: 'personnel', leaf: 1 }], ['公用支出', sum(atoms, publicUse), { component: 'public', leaf: 1 }], ['项目支出', sum(atoms, project), { component: 'project', leaf: 1 }], ['', '', {}]];
    income.push(['收入总计', all, { leaf: 0 }]); spent.push(['支出总计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  const list = (number, title, columns, head, cells, some, byPath) => {
    const table = add({ number, title, head, columns: [null, null, null, ...columns], widths: [22, 9, 40, ...columns.map(() => 11)] });
    for (const unit of units) {
      const own = some.filter(is('unit', unit));
      if (own.length === 0) continue;
      let first = true;
      for (const node of treeOf(own, functionalOf, [7])) {
        const name = byPath ? path(node.code) : names.functional(node.code);
        table.row([first ? unit.name : '', node.code, name, ...cells(node.atoms)], { code: node.code, name, unit: unit.name, classification: 'functional', functional: node.code, leaf: 1 });
        first = false;
      }
      table.row(['', '', '小计', ...cells(own)], { leaf: 0 });
    }
    table.row(['合计', '', '', ...cells(some)], TOTAL);
    return table;
  };
  list('公开表2', '收入预算总表', [R('all'), R('general_public'), R('unit_funds')], ['单位|科目编码|科目名称|合计|一般公共预算|单位自有资金'], (some) => [sum(some), fund('general_public', some), fund('unit_funds', some)], atoms, true);
  const kinds = (name) => [E('personnel', name), E('public', name), E('project', name), E('total', name)];
  const head = ['单位|科目编码|科目名称|人员支出|公用支出|项目支出|合计'];
  const four = (some) => [sum(some, personnel), sum(some, publicUse), sum(some, project), sum(some)];
  list('公开表3', '支出预算总表', kinds('all'), head, four, atoms, true);
  list('公开表5', '一般公共预算支出表', kinds('general_public'), head, four, atoms.filter(is('fund', 'general_public')), false)
    .plant((truth) => truth.code === '2110304' && truth.component === 'project', 2500);
  {
    const some = atoms.filter((atom) => basic(atom) && atom.fund === 'general_public');
    const table = add({ number: '公开表6', title: '一般公共预算基本支出表', head: ['类|款|经济科目名称|预算数'], columns: [null, null, null, E('total;basic', 'general_public')], widths: [8, 8, 40, 16], page: 'portrait' });
    for (const top of treeOf(some, economicOf, [3])) {
      for (const node of treeOf(top.atoms, economicOf, [5])) table.row([node.code.slice(0, 3), node.code.slice(3), names.department(node.code), sum(node.atoms)], { code: node.code, name: names.department(node.code), classification: 'department_economic', leaf: 1 });
      table.row(['', '', `${names.department(top.code)}小计`, sum(top.atoms)], { leaf: 0 });
    }
    table.row(['', '', '合计', sum(some)], TOTAL);
  }
  {
    const listed = atoms.filter(project);
    const table = add({ number: '公开表8', title: '项目支出预算表', head: ['单位|项目名称|科目|预算数|其中：一般公共预算'], columns: [null, null, null, E('total;project', 'all'), E('total;project', 'general_public', { leaf: '' })], widths: [24, 28, 40, 14, 14] });
    for (const unit of units) {
      const own = listed.filter(is('unit', unit));
      for (const atom of own) table.row([unit.name, atom.project, `${atom.functional} ${names.functional(atom.functional)}`, atom.cents, atom.fund === 'general_public' ? atom.cents : 0], { name: atom.project, unit: unit.name, classification: 'project', functional: atom.functional, leaf: 1 });
      table.row([`${unit.name}小计`, '', '', sum(own), fund('general_public', own)], { leaf: 0 });
    }
    table.row(['总计', '', '', sum(listed), fund('general_public', listed)], { leaf: 0 });
  }
  const w = (cents) => written(cents);
  return { ...form, name: 'footed', kind: 'budget', prose: [`${department}2025年收支总预算${w(all)}万元。人员支出${w(sum(atoms, personnel))}万元，公用支出${w(sum(atoms, publicUse))}万元，项目支出${w(sum(atoms, project))}万元。`] };
}
