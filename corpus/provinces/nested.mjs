// One column of names: units, subjects and projects by indentation alone, funds in heads three deep, totals last, yuan
import { sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, economicOf, functionalOf, functionalRows, indent, is, sidesBeside, treasury } from './rows.mjs';
import { basic, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function nested(random) {
  const units = [
    { code: '071', name: '某某区人力资源和社会保障局本级', institution: false, run: '2080101', projects: [['2080107', 'general_public', '社会保险业务管理', '30227'], ['2080705', 'general_public', '公益性岗位补贴', '30399'], ['2080799', 'general_public', '就业见习补助', '30399', true]] },
    { code: '072', name: '某某区公共就业服务中心', institution: true, run: '2080106', own: true, projects: [['2080799', 'general_public', '就业创业服务补贴', '30227'], ['2120899', 'government_fund', '失地农民培训', '30227']] },
  ];
  const form = start({ year: 2025, department: '某某区人力资源和社会保障局', units, unit: '元', scale: 100, style: { grouped: true, zero: '0.00' } }, random);
  const { names, atoms, add, fund, all, carried, department } = form;
  const now = (some) => some.filter((atom) => !atom.carried);
  const fundsHead = (left) => [`${left}|合计|本年预算|<|<|<|<|上年结转|<`, '^|^|小计|财政拨款|<|<|单位资金|小计|其中：财政拨款结转', '^|^|^|小计|一般公共预算|政府性基金|^|^|^'];
  const fundCells = (some) => [sum(some), sum(now(some)), sum(now(some), treasury), sum(now(some), is('fund', 'general_public')), sum(now(some), is('fund', 'government_fund')), sum(now(some), is('fund', 'unit_funds')), sum(some, is('carried', true)), sum(some, is('carried', true))];
  const fundColumns = (of) => [of('all'), of('all', { leaf: '' }), of('fiscal_appropriation'), of('general_public', { leaf: '' }), of('government_fund'), of('unit_funds'), of('all', { leaf: '', qualifier: 'of_which_carried_in', fund: '' }), of('', { leaf: '', qualifier: 'of_which_carried_in' })];
  const list = (number, title, some, columns, head, cells, withProjects) => {
    const table = add({ number, title, head, columns: [null, ...columns], widths: [42, ...columns.map(() => 13)], size: 8.5 });
    for (const unit of units) {
      const own = some.filter(is('unit', unit));
      if (own.length === 0) continue;
      table.row([unit.name, ...cells(own)], { name: unit.name, unit: unit.name, classification: 'unit', parent: '合计', leaf: 0 });
      functionalRows(names, own, [3, 5, 7], unit.name, (node, name, parent) => {
        const below = withProjects && node.last ? node.atoms.filter(project) : [];
        table.row([indent(node.level + 1) + name, ...cells(node.atoms)], { code: node.code, name, unit: unit.name, classification: 'functional', parent, functional: node.code, leaf: node.last && below.length === 0 ? 1 : 0 });
        for (const atom of below) table.row([indent(4) + atom.project, ...cells([atom])], { name: atom.project, unit: unit.name, classification: 'project', parent: name, leaf: 1 });
      });
    }
    table.row(['合计', ...cells(some)], TOTAL);
    return table;
  };
  {
    const table = add({ number: '附件1', title: '部门收支预算总表', head: ['收入项目|金额|支出项目|金额'], columns: [null, R('all'), null, E('total', 'all')], widths: [32, 16, 32, 16] });
    const spent = [['一、基本支出', sum(atoms, basic), { component: 'basic', parent: '本年支出合计' }], ['    1.人员经费', sum(atoms, personnel), { component: 'personnel', parent: '一、基本支出' }], ['    2.公用经费', sum(atoms, publicUse), { component: 'public', parent: '一、基本支出' }], ['二、项目支出', sum(atoms, project), { component: 'project', parent: '本年支出合计' }], ['三、上缴上级支出', 0, { component: '', fund: '' }], ['本年支出合计', all, { leaf: 0 }], ['结转下年', 0, {}], ['支出总计', all, { leaf: 0 }]];
    const income = [['一、财政拨款收入', fund('general_public') + fund('government_fund') - carried, { fund: 'fiscal_appropriation', parent: '本年收入合计' }], ['    1.一般公共预算', fund('general_public') - carried, { fund: 'general_public', parent: '一、财政拨款收入' }], ['    2.政府性基金预算', fund('government_fund'), { fund: 'government_fund', parent: '一、财政拨款收入' }], ['二、财政专户管理资金收入', 0, { component: '', fund: '' }], ['三、单位资金收入', fund('unit_funds'), { fund: 'unit_funds', parent: '本年收入合计' }],
      ['本年收入合计', all - carried, { leaf: 0 }], ['上年结转', carried, { item: 'carried_in' }], ['收入总计', all, { leaf: 0 }]];
    sidesBeside(table, [income, spent]);
  }
  list('附件2', '部门收入预算总表', atoms, fundColumns(R), fundsHead('单位（科目）'), fundCells, false);
  const kinds = [E('total', 'all'), E('basic', 'all'), E('personnel', 'all'), E('public', 'all'), E('project', 'all')];
  list('附件3', '部门支出预算总表', atoms, kinds, ['单位（科目、项目）|合计|基本支出|<|<|项目支出', '^|^|小计|人员经费|公用经费|^'], (some) => [sum(some), sum(some, basic), sum(some, personnel), sum(some, publicUse), sum(some, project)], true);
  list('附件4', '一般公共预算支出预算表', atoms.filter(is('fund', 'general_public')), kinds.map((column) => ({ ...column, fund: 'general_public' })), ['单位（科目）|合计|基本支出|<|<|项目支出', '^|^|小计|人员经费|公用经费|^'], (some) => [sum(some), sum(some, basic), sum(some, personnel), sum(some, publicUse), sum(some, project)], false)
    .plant((truth) => truth.name === '社会保险业务管理事务' && truth.component === 'project', 70000);
  {
    const basics = atoms.filter((atom) => basic(atom) && atom.fund === 'general_public');
    const table = add({ number: '附件5', title: '一般公共预算基本支出预算表', head: ['单位（经济科目）|合计|人员经费|公用经费'], columns: [null, E('total', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public')], widths: [50, 16, 16, 16] });
    const cells = (some) => [sum(some), sum(some, personnel), sum(some, publicUse)];
    for (const unit of units) {
      const own = basics.filter(is('unit', unit));
      table.row([unit.name, ...cells(own)], { name: unit.name, unit: unit.name, classification: 'unit', parent: '合计', leaf: 0 });
      for (const node of treeOf(own, economicOf, [3, 5])) {
        const name = names.department(node.code);
        table.row([indent(node.level + 1) + name, ...cells(node.atoms)], { code: node.code, name, unit: unit.name, classification: 'department_economic', parent: node.parent ? names.department(node.parent) : unit.name, leaf: node.last ? 1 : 0 });
      }
    }
    table.row(['合计', ...cells(basics)], TOTAL);
  }
  list('附件6', '政府性基金预算支出预算表', atoms.filter(is('fund', 'government_fund')), [E('total', 'government_fund'), E('basic', 'government_fund'), E('project', 'government_fund')], ['单位（科目）|合计|基本支出|项目支出'], (some) => [sum(some), sum(some, basic), sum(some, project)], false);
  const w = (cents) => written(cents, { grouped: true });
  return { ...form, name: 'nested', kind: 'budget', prose: [`2025年${department}收支总预算${w(all)}元，其中：基本支出${w(sum(atoms, basic))}元，项目支出${w(sum(atoms, project))}元。`] };
}
