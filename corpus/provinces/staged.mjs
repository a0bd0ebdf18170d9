// Projects over several years: the whole of the money, what was given before, this year's, what is left; quarters of the year
import { sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, functionalRows, is, sidesBeside, split } from './rows.mjs';
import { basic, FUND_NAMES, project, start } from './kit.mjs';
import { written } from './table.mjs';

export function staged(random) {
  const units = [
    { code: '331001', name: '某某州交通运输局', institution: false, run: '2140101', projects: [['2140106', 'general_public', '农村公路养护', '30213'], ['2140104', 'general_public', '县道改造', '31005'], ['2120899', 'government_fund', '客运站建设', '31005']] },
    { code: '331002', name: '某某州公路管理处', institution: true, run: '2140112', projects: [['2140110', 'general_public', '安全防护工程', '31005']] },
  ];
  const form = start({ year: 2025, department: '某某州交通运输局', units, style: { grouped: true, zero: '-' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  {
    const table = add({ number: '表一', title: '部门收支总表', head: ['收 入|<|支 出|<', '项 目|预算数|项 目|预算数'], columns: [null, R('all'), null, E('total', 'all')], widths: [32, 14, 32, 14] });
    const income = ['general_public', 'government_fund'].map((key, index) => [`${NUMERALS[index]}、${FUND_NAMES[key]}拨款收入`, fund(key), { fund: key, leaf: 1 }]);
    const spent = classesOf(names, atoms).map(([code, name, cents], index) => [`${NUMERALS[index]}、${name}`, cents, { code, classification: 'functional', leaf: 1 }]);
    while (income.length < spent.length) income.push(['', '', {}]);
    income.push(['收 入 总 计', all, { leaf: 0 }]); spent.push(['支 出 总 计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  {
    const table = add({ number: '表三', title: '部门支出总表', head: ['科目编码|<|<|单位名称（科目名称）|合计|基本支出|项目支出', '类|款|项|^|^|^|^'], columns: [null, null, null, null, E('total', 'all'), E('basic', 'all'), E('project', 'all')], widths: [6, 6, 6, 40, 14, 14, 14] });
    const three = (some) => [sum(some), sum(some, basic), sum(some, project)];
    table.row(['', '', '', '合计', ...three(atoms)], TOTAL);
    for (const unit of units) {
      const own = atoms.filter(is('unit', unit));
      table.row(['', '', '', unit.name, ...three(own)], { name: unit.name, unit: unit.name, classification: 'unit', parent: '合计', leaf: 0 });
      functionalRows(names, own, [3, 5, 7], unit.name, (node, name, parent) => table.row([...split(node.code), name, ...three(node.atoms)], { code: node.code, name, unit: unit.name, classification: 'functional', parent, functional: node.code, leaf: node.last ? 1 : 0 }));
    }
    table.plant((truth) => truth.code === '2140110' && truth.component === 'project', 2100);
  }
  const listed = atoms.filter(project);
  {
    const table = add({ number: '表八', title: '项目支出预算表', head: ['单位名称|项目名称|起止年限|项目总投资|截至2024年底已安排|2025年预算安排|<|<|以后年度安排', '^|^|^|^|^|小计|一般公共预算|政府性基金预算|^'],
      columns: [null, null, null, null, null, E('total;project', 'all'), E('total;project', 'general_public'), E('total;project', 'government_fund'), null], widths: [22, 20, 12, 13, 14, 13, 13, 13, 13], size: 8.5 });
    const money = (cents) => (cents ? written(cents, { grouped: true }) : '-');
    const rows = listed.map((atom) => { const [before, after] = [random.whole(0, 90000), random.whole(0, 90000)]; return [atom, before, after]; });
    const put = (front, some, of) => {
      const [now, before, after] = [some.map((row) => row[0]), ...[1, 2].map((at) => some.reduce((cents, row) => cents + row[at], 0))];
      table.row([...front, money(sum(now) + before + after), money(before), sum(now), fund('general_public', now), fund('government_fund', now), money(after)], of);
    };
    put(['合计', '', ''], rows, { leaf: 0 });
    for (const row of rows) put([row[0].unit.name, row[0].project, '2023-2026'], [row], { name: row[0].project, unit: row[0].unit.name, classification: 'project', leaf: 1 });
  }
  {
    const table = add({ number: '表九', title: '项目支出用款计划表', head: ['单位名称|项目名称|全年预算数|分季用款计划|<|<|<', '^|^|^|一季度|二季度|三季度|四季度'], columns: [null, null, E('total;project', 'all'), ...Array(4).fill(E('total;project', 'all', { qualifier: 'of_which', leaf: '' }))], widths: [24, 24, 14, 12, 12, 12, 12] });
    const quarters = (cents) => { const part = Math.floor(cents / 5); return [part, part, 2 * part, cents - 4 * part]; };
    const totals = [0, 0, 0, 0];
    for (const atom of listed) {
      quarters(atom.cents).forEach((cents, index) => { totals[index] += cents; });
      table.row([atom.unit.name, atom.project, atom.cents, ...quarters(atom.cents)], { name: atom.project, unit: atom.unit.name, classification: 'project', leaf: 1 });
    }
    table.row(['合计', '', sum(listed), ...totals], { leaf: 0 });
  }
  return { ...form, name: 'staged', kind: 'budget', prose: [`2025年${department}收支总预算${written(all)}万元，项目支出${written(sum(listed))}万元。`] };
}
