// Thousands of yuan; a table for each unit that names it in brackets behind the same title; transfers between units taken away from the sum
import { sum } from './money.mjs';
import { E, R, functionalRows, indent, is } from './rows.mjs';
import { addBothSides, basic, project, start } from './kit.mjs';
import { written } from './table.mjs';

export function portioned(random) {
  const units = [
    { code: '', name: '某某州粮食局', institution: false, run: '2220101', projects: [['2220199', 'general_public', '粮食质量监测', '30227'], ['2220401', 'general_public', '储备粮油补贴', '30227']] },
    { code: '', name: '某某州粮油储备中心', institution: true, run: '2220150', projects: [['2220401', 'general_public', '仓库维修', '30213']] },
  ];
  const form = start({ year: 2025, department: '某某州粮食局', units, unit: '千元', scale: 1 }, random);
  const { names, atoms, add, all, department } = form;
  const keys = ['general_public'];
  addBothSides(form, '附表1', keys);
  const three = (some) => [sum(some), sum(some, basic), sum(some, project)];
  const list = (number, title, some, unit) => {
    const table = add({ number, title, size: 8.5, head: ['科目编码|科目名称|合计|基本支出|项目支出'], columns: [null, null, E('total', 'all'), E('basic', 'all'), E('project', 'all')], widths: [12, 40, 15, 15, 15] });
    table.row(['', '合计', ...three(some)], { name: '合计', unit, leaf: '' });
    functionalRows(names, some, [3, 5, 7], '合计', (node, name, parent) => table.row([node.code, indent(node.level) + name, ...three(node.atoms)], { code: node.code, name, parent, unit, functional: node.code, classification: 'functional', leaf: '' }));
    return table;
  };
  list('附表3', '部门支出总表', atoms, '').plant((truth) => truth.code === '2220199' && truth.component === 'project', 200);
  units.forEach((unit, at) => list(`附表3-${at + 1}`, `部门支出总表（${unit.name}）`, atoms.filter(is('unit', unit)), unit.name));
  {
    const inner = 12000;
    const table = add({ number: '附表2', title: '部门收入总表', head: ['单位名称|合计|一般公共预算拨款|内部往来收入'], columns: [null, R('all'), R('general_public'), R('', { leaf: '' })], widths: [34, 18, 18, 18] });
    const own = units.map((unit) => sum(atoms, is('unit', unit)));
    units.forEach((unit, at) => table.row([unit.name, own[at] + (at ? inner : 0), own[at], at ? inner : ''], { unit: unit.name, leaf: '' }));
    table.row(['小计', all + inner, all, inner], { unit: '-', leaf: '' });
    table.row(['减：内部往来抵销', -inner, '', -inner], { unit: '-', leaf: '' });
    table.row(['合计', all, all, ''], { unit: '-', leaf: '' });
  }
  return { ...form, name: 'portioned', kind: 'budget', prose: [`2025年${department}收支总预算${written(all)}千元。`] };
}
