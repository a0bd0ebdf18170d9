// Units and subjects in one column of codes, the department's code that of a class, units and projects called as subjects
import { sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, functionalRows, indent, is, sidesBeside } from './rows.mjs';
import { basic, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function mingled(random) {
  const units = [
    { code: '207001', name: '某某市文化和旅游局机关', institution: false, run: '2070101', projects: [['2070109', 'general_public', '群众文化', '30227'], ['2070199', 'general_public', '其他支出', '30299']] },
    { code: '207002', name: '图书馆', institution: true, run: '2070104', own: true, projects: [['2070104', 'general_public', '图书购置', '31003'], ['2070104', 'unit_funds', '印刷费', '30202']] },
    { code: '207003', name: '博物馆', institution: true, run: '2070205', projects: [['2070205', 'general_public', '博物馆', '30227'], ['2070204', 'general_public', '文物保护', '30213']] },
  ];
  units[1].projects[1][3] = '30226'; units[0].projects[1][3] = '30227'; units[2].projects[1][3] = '30227';
  const form = start({ year: 2025, department: '某某市文化和旅游局', units, style: { grouped: true, zero: '' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  const three = (some) => [sum(some), sum(some, basic), sum(some, project)];
  {
    const table = add({ number: '表1', title: '部门收支总体情况表', head: ['收入|<|支出|<', '项目|金额|项目|金额'], columns: [null, R('all'), null, E('total', 'all')], widths: [32, 14, 32, 14] });
    const income = [['一、一般公共预算拨款收入', fund('general_public'), { fund: 'general_public', leaf: 1 }], ['二、政府性基金预算拨款收入', '', {}], ['三、事业收入', fund('unit_funds'), { fund: 'unit_funds', leaf: 1 }]];
    const spent = classesOf(names, atoms).map(([code, name, cents], index) => [`${NUMERALS[index]}、${name}`, cents, { code, classification: 'functional', leaf: 1 }]);
    while (income.length < spent.length) income.push(['', '', {}]);
    income.push(['收入总计', all, { leaf: 0 }]); spent.push(['支出总计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  {
    // 207 is the department here and 文化旅游体育与传媒支出 three rows below
    const table = add({ number: '表3', title: '部门支出总体情况表', head: ['编码|单位（科目）名称|合计|基本支出|项目支出'], columns: [null, null, E('total', 'all'), E('basic', 'all'), E('project', 'all')], widths: [10, 40, 14, 14, 14] });
    table.row(['', '合计', ...three(atoms)], TOTAL);
    table.row(['207', department, ...three(atoms)], { name: department, leaf: 0 });
    for (const unit of units) {
      const own = atoms.filter(is('unit', unit));
      table.row([unit.code, unit.name, ...three(own)], { name: unit.name, unit: unit.name, code: '-', classification: 'unit', leaf: 0 });
      functionalRows(names, own, [3, 5, 7], unit.name, (node, name, parent) => table.row([node.code, name, ...three(node.atoms)], { code: node.code, name, unit: unit.name, classification: 'functional', parent, functional: node.code, leaf: node.last ? 1 : 0 }));
    }
  }
  {
    const gp = atoms.filter(is('fund', 'general_public'));
    const parts = (some) => [sum(some), sum(some, basic), sum(some, personnel), sum(some, publicUse), sum(some, project)];
    const table = add({ number: '表5', title: '一般公共预算支出情况表', head: ['编码|科目（单位）名称|合计|基本支出|<|<|项目支出', '^|^|^|小计|人员经费|公用经费|^'], columns: [null, null, E('total', 'general_public'), E('basic', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public'), E('project', 'general_public')], widths: [10, 34, 12, 12, 12, 12, 12] });
    functionalRows(names, gp, [3, 5, 7], '合计', (node, name, parent) => {
      table.row([node.code, indent(node.level) + name, ...parts(node.atoms)], { code: node.code, name, unit: '-', classification: 'functional', parent, functional: node.code, leaf: node.last ? '' : 0 });
      if (node.last) for (const unit of units) { const own = node.atoms.filter(is('unit', unit)); if (own.length > 0) table.row([unit.code, indent(3) + unit.name, ...parts(own)], { unit: unit.name, functional: node.code, parent: name, leaf: '' }); }
    });
    table.row(['', '合计', ...parts(gp)], TOTAL);
    table.plant((truth) => truth.code === '2070204' && truth.component === 'project', 700);
  }
  {
    const listed = atoms.filter(project);
    const cells = (some) => [sum(some), fund('general_public', some), fund('unit_funds', some)];
    const table = add({ number: '表9', title: '项目支出预算表', head: ['单位（项目）名称|功能科目编码|合计|一般公共预算|单位资金'], columns: [null, null, E('project;total', 'all'), E('project;total', 'general_public'), E('project;total', 'unit_funds')], widths: [40, 12, 14, 14, 14] });
    table.row(['合计', '', ...cells(listed)], { leaf: 0 });
    for (const unit of units) {
      const own = listed.filter(is('unit', unit));
      table.row([unit.name, '', ...cells(own)], { unit: unit.name, leaf: 0, classification: 'unit' });
      for (const atom of own) table.row([indent(1) + atom.project, atom.functional, ...cells([atom])], { name: atom.project, unit: unit.name, functional: atom.functional, classification: 'project', leaf: 1 });
    }
  }
  return { ...form, name: 'mingled', kind: 'budget', prose: [`2025年${department}收支总预算${written(all, { grouped: true })}万元。`] };
}
