// Units as bands over the whole width of a list, lists in two parallel columns, shares in per cent beside amounts
import { sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, economicOf, functionalOf, is, sidesBeside } from './rows.mjs';
import { basic, FUND_NAMES, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function banded(random) {
  const units = [
    { code: '118001', name: '某某县审计局', institution: false, run: '2010801', projects: [['2010804', 'general_public', '经济责任审计', '30227'], ['2010805', 'general_public', '审计外聘', '30226']] },
    { code: '118002', name: '某某县审计信息中心', institution: true, run: '2010850', own: true, projects: [['2010806', 'general_public', '审计数据平台', '31007']] },
  ];
  const form = start({ year: 2025, department: '某某县审计局（部门）', units, style: { zero: '' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  const share = (cents) => `${(cents / all * 100).toFixed(2)}%`;
  {
    const table = add({ number: '表1', title: '部门收支总表', head: ['收入|<|<|支出|<|<', '项目|预算数|占比|项目|预算数|占比'], columns: [null, R('all'), null, null, E('total', 'all'), null], widths: [28, 12, 8, 28, 12, 8] });
    const income = [['一、一般公共预算拨款收入', fund('general_public'), { fund: 'general_public', leaf: 1 }], ['二、单位资金收入', fund('unit_funds'), { fund: 'unit_funds', leaf: 1 }]];
    const spent = classesOf(names, atoms).map(([code, name, cents], index) => [`${NUMERALS[index]}、${name}`, cents, { code, classification: 'functional', leaf: 1 }]);
    while (income.length < spent.length) income.push(['', '', {}]);
    income.push(['收入总计', all, { leaf: 0 }]); spent.push(['支出总计', all, { leaf: 0 }]);
    income.forEach(([l, a, of], index) => { const [r, b, of2] = spent[index]; table.row([l, a, a === '' ? '' : share(a), r, b, share(b)], {}, { 1: { name: l, ...of }, 4: { name: r, ...of2 } }); });
  }
  const three = (some) => [sum(some), sum(some, basic), sum(some, project)];
  const list = (number, title, name, some) => {
    const table = add({ number, title, head: ['科目编码|科目名称|合计|基本支出|项目支出'], columns: [null, null, E('total', name), E('basic', name), E('project', name)], widths: [10, 40, 14, 14, 14] });
    for (const unit of units) {
      const own = some.filter(is('unit', unit));
      table.row([`单位：${unit.code} ${unit.name}`, '<', '<', '<', '<']);
      for (const node of treeOf(own, functionalOf, [7])) table.row([node.code, names.functional(node.code), ...three(node.atoms)], { code: node.code, name: names.functional(node.code), unit: unit.name, classification: 'functional', leaf: 1, functional: node.code });
      table.row(['单位合计', '<', ...three(own)], { leaf: 0 });
    }
    table.row(['部门合计', '<', ...three(some)], { leaf: 0, unit: '' });
    return table;
  };
  list('表3', '部门支出总表', 'all', atoms);
  list('表5', '一般公共预算支出表', 'general_public', atoms.filter(is('fund', 'general_public'))).plant((truth) => truth.code === '2010804' && truth.component === 'total', 700);
  {
    const some = atoms.filter((atom) => basic(atom) && atom.fund === 'general_public');
    const nodes = treeOf(some, economicOf, [5]);
    const half = Math.ceil(nodes.length / 2);
    const table = add({ number: '表6', title: '一般公共预算基本支出表', head: ['科目编码|科目名称|预算数|科目编码|科目名称|预算数'], columns: [null, null, E('total;basic', 'general_public'), null, null, E('total;basic', 'general_public')], widths: [9, 26, 12, 9, 26, 12] });
    for (let index = 0; index < half; index++) {
      const cells = [];
      const byColumn = {};
      for (const node of [nodes[index], nodes[index + half]]) {
        if (node) byColumn[cells.length + 2] = { code: node.code, name: names.department(node.code), classification: 'department_economic', leaf: 1 };
        cells.push(node?.code ?? '', node ? names.department(node.code) : '', node ? sum(node.atoms) : '');
      }
      table.row(cells, {}, byColumn);
    }
    table.row(['合计', '<', '<', '<', '<', sum(some)], { leaf: 0 });
  }
  return { ...form, name: 'banded', kind: 'budget', prose: [`2025年${department}收支总预算${written(all)}万元。`] };
}
