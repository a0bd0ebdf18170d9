// Numbers 1, 1.1 and 1.1.1 in a column of their own tell which unit, class and item a row is of; no codes
import { sum, treeOf } from './money.mjs';
import { E, is } from './rows.mjs';
import { addBothSides, basic, project, start } from './kit.mjs';
import { written } from './table.mjs';

export function outlined(random) {
  const units = [
    { code: '', name: '某某县交通运输局', institution: false, run: '2140101', projects: [['2140106', 'general_public', '农村公路养护', '30227'], ['2140104', 'general_public', '县道大修', '31005']] },
    { code: '', name: '某某县公路管理站', institution: true, run: '2140106', projects: [['2140106', 'general_public', '应急抢险', '30227'], ['2120803', 'government_fund', '桥梁改造', '31005']] },
  ];
  const form = start({ year: 2025, department: '某某县交通运输局', units }, random);
  const { names, atoms, add, fund, all, department } = form;
  const keys = ['general_public', 'government_fund'];
  addBothSides(form, '附件1', keys);
  const three = (some) => [sum(some), sum(some, basic), sum(some, project)];
  {
    const table = add({ number: '附件3', title: '部门支出总表', size: 8.5, head: ['序号|单位、科目|合计|基本支出|项目支出'], columns: [null, null, E('total', 'all'), E('basic', 'all'), E('project', 'all')], widths: [10, 44, 15, 15, 15] });
    table.row(['', '合计', ...three(atoms)], { name: '合计', unit: '-', leaf: 0 });
    units.forEach((unit, at) => {
      const own = atoms.filter(is('unit', unit));
      table.row([String(at + 1), unit.name, ...three(own)], { name: unit.name, unit: unit.name, classification: 'unit', leaf: 0 });
      treeOf(own, (atom) => atom.functional, [3]).forEach((top, second) => {
        table.row([`${at + 1}.${second + 1}`, names.functional(top.code), ...three(top.atoms)], { name: names.functional(top.code), code: top.code, unit: unit.name, parent: unit.name, classification: 'functional', leaf: 0 });
        treeOf(top.atoms, (atom) => atom.functional, [7]).forEach((node, third) => table.row([`${at + 1}.${second + 1}.${third + 1}`, names.functional(node.code), ...three(node.atoms)], { name: names.functional(node.code), code: node.code, unit: unit.name, parent: names.functional(top.code), classification: 'functional', leaf: 1 }));
      });
    });
    table.plant((truth) => truth.code === '2140104' && truth.component === 'project', 500);
  }
  {
    const listed = atoms.filter(project);
    const table = add({ number: '附件8', title: '项目支出表', head: ['序号|项目名称|金额|一般公共预算|政府性基金'], columns: [null, null, E('project;total', 'all'), E('project;total', 'general_public'), E('project;total', 'government_fund')], widths: [8, 40, 16, 16, 16] });
    const cells = (some) => [sum(some), ...keys.map((key) => fund(key, some))];
    units.forEach((unit, at) => {
      const own = listed.filter(is('unit', unit));
      table.row([String(at + 1), unit.name, ...cells(own)], { name: unit.name, unit: unit.name, classification: 'unit', leaf: 0 });
      own.forEach((atom, second) => table.row([`${at + 1}.${second + 1}`, atom.project, ...cells([atom])], { name: atom.project, unit: unit.name, parent: unit.name, classification: 'project', leaf: 1 }));
    });
    table.row(['', '合计', ...cells(listed)], { unit: '-', leaf: 0 });
  }
  return { ...form, name: 'outlined', kind: 'budget', prose: [`2025年${department}收支总预算${written(all)}万元。`] };
}
