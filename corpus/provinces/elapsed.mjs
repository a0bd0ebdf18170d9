// Rows as wide as the table name the year of the rows below them; last year first; the unit of each table in a row of its own
import { sum } from './money.mjs';
import { E, functionalRows, indent } from './rows.mjs';
import { addBothSides, basic, project, start } from './kit.mjs';
import { written } from './table.mjs';

export function elapsed(random) {
  const units = [
    { code: '', name: '某某市体育局', institution: false, run: '2070301', projects: [['2070307', 'general_public', '场馆开放', '30227'], ['2070308', 'general_public', '全民健身活动', '30227']] },
    { code: '', name: '某某市体育中心', institution: true, run: '2070307', projects: [['2296003', 'government_fund', '体彩公益项目', '31005']] },
  ];
  const form = start({ year: 2026, department: '某某市体育局', units }, random);
  const { names, atoms, add, fund, all, department } = form;
  const keys = ['general_public', 'government_fund'];
  addBothSides(form, '表1', keys);
  const before = atoms.map((atom) => ({ ...atom, cents: Math.round(atom.cents * random.whole(70, 120) / 100) }));
  const years = [['2025年预算', 'prior', before], ['2026年预算', 'current', atoms]];
  const band = (text, length) => [text, ...Array(length - 1).fill('<')];
  const three = (some) => [sum(some), sum(some, basic), sum(some, project)];
  {
    const table = add({ number: '表3', title: '支出总表', size: 8.5, meaning: {}, head: ['科目编码|科目名称|合计|基本支出|项目支出'], columns: [null, null, E('total', 'all'), E('basic', 'all'), E('project', 'all')], widths: [12, 38, 15, 15, 15] });
    for (const [word, period, list] of years) {
      table.row(band(word, 5));
      table.row(['', '合计', ...three(list)], { name: '合计', period, leaf: '' });
      functionalRows(names, list, [3, 5, 7], '', (node, name) => table.row([node.code, indent(node.level) + name, ...three(node.atoms)], { code: node.code, name, functional: node.code, period, classification: 'functional', leaf: '' }));
    }
    table.plant((truth) => truth.code === '2070308' && truth.component === 'project' && truth.period === 'current', 400);
  }
  {
    const table = add({ number: '表8', title: '项目支出表', meaning: {}, head: ['项目名称|项目单位|金额|一般公共预算|政府性基金'], columns: [null, null, E('project;total', 'all'), E('project;total', 'general_public'), E('project;total', 'government_fund')], widths: [32, 30, 14, 14, 14] });
    const cells = (some) => [sum(some), ...keys.map((key) => fund(key, some))];
    for (const [word, period, list] of years) {
      table.row(band(word, 5));
      const listed = list.filter(project);
      for (const atom of listed) table.row([atom.project, atom.unit.name, ...cells([atom])], { name: atom.project, unit: atom.unit.name, classification: 'project', period, leaf: '' });
      table.row(['小计', '', ...cells(listed)], { unit: '-', period, leaf: '' });
    }
  }
  return { ...form, name: 'elapsed', kind: 'budget', prose: [`2026年${department}收支总预算${written(all)}万元。`] };
}
