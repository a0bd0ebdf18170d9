// The budgets of the units one after another in one document, each with all its tables, before those of the department
import { sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, economicOf, functionalRows, indent, is, sidesBeside } from './rows.mjs';
import { basic, FUND_NAMES, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function compiled(random) {
  const units = [
    { code: '', name: '某某区司法局（本级）', institution: false, run: '2040601', projects: [['2040604', 'general_public', '基层司法业务', '30227'], ['2040607', 'general_public', '法律援助', '30226']] },
    { code: '', name: '某某区公证处', institution: true, run: '2040650', own: true, projects: [['2040699', 'general_public', '公证信息化', '31007']] },
  ];
  const form = start({ year: 2025, department: '某某区司法局', units, style: { zero: '—' } }, random);
  const { names, atoms, add, department } = form;
  const set = (owner, some, marks) => {
    const all = sum(some);
    const left = `单位名称：${owner}`;
    const of = marks ? { unit: `-;${owner}` } : {};
    {
      const table = add({ left, title: [owner, '2025年收支预算总表'], head: ['收入预算|<|支出预算|<', '项目|金额|项目|金额'], columns: [null, R('all'), null, E('total', 'all')], widths: [32, 14, 32, 14] });
      const income = ['general_public', 'unit_funds'].map((key, index) => [`${NUMERALS[index]}、${FUND_NAMES[key]}收入`, sum(some, is('fund', key)), { fund: key, leaf: 1, ...of }]);
      const spent = classesOf(names, some).map(([code, name, cents], index) => [`${NUMERALS[index]}、${name}`, cents, { code, classification: 'functional', leaf: 1, ...of }]);
      while (income.length < spent.length) income.push(['', '', {}]);
      while (spent.length < income.length) spent.push(['', '', {}]);
      income.push(['收入总计', all, { leaf: 0 }]); spent.push(['支出总计', all, { leaf: 0 }]);
      sidesBeside(table, [income, spent]);
    }
    const list = (title, fund, rows) => {
      const five = (part) => [sum(part), sum(part, basic), sum(part, personnel), sum(part, publicUse), sum(part, project)];
      const table = add({ left, title: [owner, title], head: ['科目编码|科目名称|支出合计|基本支出|<|<|项目支出', '^|^|^|小计|人员经费|公用经费|^'], columns: [null, null, E('total', fund), E('basic', fund), E('personnel', fund), E('public', fund), E('project', fund)], widths: [10, 36, 13, 13, 13, 13, 13] });
      table.row(['合计', '<', ...five(rows)], { ...TOTAL, ...of });
      functionalRows(names, rows, [3, 5, 7], '合计', (node, name, parent) => table.row([node.code, indent(node.level) + name, ...five(node.atoms)], { code: node.code, name, classification: 'functional', parent, functional: node.code, leaf: node.last ? 1 : 0, ...of }));
      return table;
    };
    list('2025年支出预算表', 'all', some);
    list('2025年一般公共预算支出表', 'general_public', some.filter(is('fund', 'general_public')));
    {
      const basics = some.filter((atom) => basic(atom) && atom.fund === 'general_public');
      const table = add({ left, title: [owner, '2025年一般公共预算基本支出表'], head: ['部门预算经济科目|<|政府预算经济科目|金额', '编码|名称|^|^'], columns: [null, null, null, E('total;basic', 'general_public')], widths: [10, 36, 36, 14] });
      for (const node of treeOf(basics, economicOf, [5])) {
        const government = node.atoms[0].government;
        const one = node.atoms.every(is('government', government));
        table.row([node.code, names.department(node.code), one ? `${government} ${names.government(government)}` : '', sum(node.atoms)], { code: node.code, name: names.department(node.code), classification: 'department_economic', leaf: 1, ...(one && { government_economic: government }), ...of });
      }
      table.row(['合计', '<', '<', sum(basics)], { leaf: 0, ...of });
    }
    {
      const listed = some.filter(project);
      const table = add({ left, title: [owner, '2025年项目支出预算表'], head: ['项目名称|功能科目|金额'], columns: [null, null, E('total;project', 'all')], widths: [36, 44, 14] });
      for (const atom of listed) table.row([atom.project, `${atom.functional} ${names.functional(atom.functional)}`, atom.cents], { name: atom.project, classification: 'project', functional: atom.functional, leaf: 1, ...of });
      table.row(['合计', '', sum(listed)], { leaf: 0 });
    }
  };
  set(department, atoms, false);
  form.tables[1].plant((truth) => truth.code === '2040604' && truth.component === 'project', 1200);
  for (const unit of units) set(unit.name, atoms.filter(is('unit', unit)), true);
  return { ...form, name: 'compiled', kind: 'budget', prose: [`2025年${department}收支总预算${written(sum(atoms))}万元。`] };
}
