// Narrow columns: names on two and three lines, lists over pages that print 续表, title, unit and head again, sums of pages at their foot
import { sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, economicOf, functionalRows, is, sidesBeside, split } from './rows.mjs';
import { basic, FUND_NAMES, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function wrapped(random) {
  const units = [
    { code: '158001', name: '某某自治州发展和改革委员会（本级）', institution: false, run: '2010401', projects: [['2010404', 'general_public', '国民经济和社会发展“十五五”规划编制及重大课题研究经费', '30227'], ['2010408', 'general_public', '价格监测与成本调查监审工作经费', '30227'], ['2110401', 'general_public', '生态保护补偿机制试点前期工作经费', '30226', true]] },
    { code: '158002', name: '某某自治州粮食和物资储备中心', institution: true, run: '2220150', projects: [['2220115', 'general_public', '州级储备粮油利息费用及轮换差价补贴', '31204'], ['2220401', 'general_public', '应急物资储备', '31204']] },
  ];
  const form = start({ year: 2025, department: '某某自治州发展和改革委员会', units, style: { grouped: true, zero: '0.00' } }, random);
  const { names, atoms, add, fund, all, carried, department } = form;
  {
    const table = add({ number: '部门公开表1', title: '部门收支预算总表', head: ['收　入|<|支　出|<', '项　目|预算数|项　目|预算数'], columns: [null, R('all'), null, E('total', 'all')], widths: [14, 9, 14, 9], page: 'portrait', size: 10 });
    const spent = classesOf(names, atoms).map(([code, name, cents], index) => [`${NUMERALS[index]}、${name}`, cents, { code, classification: 'functional', leaf: 1 }]);
    const income = [['一、一般公共预算财政拨款收入', fund('general_public') - carried, { fund: 'general_public', leaf: 1 }], ['二、政府性基金预算财政拨款收入', 0, { fund: '' }], ['三、国有资本经营预算财政拨款收入', 0, { fund: '' }], ['四、财政专户管理资金收入', 0, { fund: '' }], ['五、单位资金收入', 0, { fund: '' }]];
    while (income.length < spent.length) income.push(['', '', {}]);
    while (spent.length < income.length) spent.push(['', '', {}]);
    income.push(['本年收入合计', all - carried, { leaf: 0 }], ['上年结转结余', carried, { item: 'carried_in' }], ['收　入　总　计', all, { leaf: 0 }]);
    spent.push(['本年支出合计', all, { leaf: 0 }], ['年终结转结余', 0, {}], ['支　出　总　计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  const list = (number, title, columns, head, cells, some, of = {}) => {
    const table = add({ number, title, head: [`科目编码|<|<|科目名称|${head[0]}`, `类|款|项|^|${head[1]}`], columns: [null, null, null, null, ...columns], widths: [5, 5, 5, 11, ...columns.map(() => 10)], page: 'portrait', size: 9.5, ...of });
    functionalRows(names, some, [3, 5, 7], '合计', (node, name, parent) => { const parts = split(node.code); table.row([parts[0], node.level > 0 ? parts[1] : '', node.level > 1 ? parts[2] : '', name, ...cells(node.atoms)], { code: node.code, name, classification: 'functional', parent, leaf: node.last ? 1 : 0, functional: node.code }); });
    table.row(['合计', '<', '<', '<', ...cells(some)], TOTAL);
    return table;
  };
  const parts = (name) => [E('total', name), E('basic', name), E('personnel', name), E('public', name), E('project', name)];
  const five = (some) => [sum(some), sum(some, basic), sum(some, personnel), sum(some, publicUse), sum(some, project)];
  const headed = ['合计|基本支出|<|<|项目支出', '^|小计|人员经费|公用经费|^'];
  list('部门公开表3', '部门支出预算总表', parts('all'), headed, five, atoms, { breaks: [13], repeat: true });
  list('部门公开表5', '一般公共预算财政拨款支出预算表', parts('general_public'), headed, five, atoms, { breaks: [9, 20], repeat: true })
    .plant((truth) => truth.code === '22201' && truth.component === 'basic', 1800);
  {
    const basics = atoms.filter(basic);
    const table = add({ number: '部门公开表6', title: ['一般公共预算财政拨款基本支出预算表', '（部门预算支出经济分类科目）'], head: ['部门预算支出经济分类科目|<|<|本年一般公共预算基本支出|<|<', '科目编码|<|科目名称|合计|人员经费|公用经费', '类|款|^|^|^|^'], columns: [null, null, null, E('total', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public')], widths: [5, 5, 14, 11, 11, 11], page: 'portrait', size: 9.5, breaks: [17], repeat: true });
    const cells = (some) => [sum(some), sum(some, personnel), sum(some, publicUse)];
    for (const node of treeOf(basics, economicOf, [3, 5])) table.row([node.code.slice(0, 3), node.last ? node.code.slice(3) : '', names.department(node.code), ...cells(node.atoms)],
      { code: node.code, name: names.department(node.code), classification: 'department_economic', parent: node.parent ? names.department(node.parent) : '合计', leaf: node.last ? 1 : 0 });
    table.row(['合计', '<', '<', ...cells(basics)], TOTAL);
  }
  {
    const listed = atoms.filter(project);
    const table = add({ number: '部门公开表10', title: '项目支出预算表', head: ['项目类别|项目名称|单位名称|合计|本年拨款|<|上年结转', '^|^|^|^|一般公共预算|政府性基金预算|^'], columns: [null, null, null, E('total;project', 'all'), E('total;project', 'general_public', { leaf: '' }), E('total;project', 'government_fund'), E('total;project', 'all;general_public', { leaf: '', qualifier: 'of_which_carried_in' })], widths: [8, 13, 12, 10, 10, 10, 10], page: 'portrait', size: 9.5 });
    const cells = (some) => [sum(some), sum(some, (atom) => !atom.carried), 0, sum(some, is('carried', true))];
    for (const atom of listed) table.row(['特定目标类项目', atom.project, atom.unit.name, ...cells([atom])], { name: atom.project, unit: atom.unit.name, classification: 'project', leaf: 1 });
    table.row(['合计', '<', '<', ...cells(listed)], { leaf: 0 });
  }
  const w = (cents) => written(cents);
  return { ...form, name: 'wrapped', kind: 'budget', prose: [`2025年${department}收支总预算${w(all)}万元。其中：基本支出${w(sum(atoms, basic))}万元，项目支出${w(sum(atoms, project))}万元。`] };
}
