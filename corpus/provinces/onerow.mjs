// Yuan and 万元 in one document, funds with one row, an empty table with its remark, classes without codes, amounts below zero, shares of the whole
import { sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, functionalRows, is, sidesBeside } from './rows.mjs';
import { basic, project, start } from './kit.mjs';
import { written } from './table.mjs';

export function onerow(random) {
  const units = [{ code: '', name: '某某县交通运输局', institution: false, run: '2140101', projects: [['2140106', 'general_public', '公路养护', '30213'], ['2140112', 'general_public', '公路运输管理', '30227'], ['2120803', 'government_fund', '公路沿线绿化', '31005'], ['2230105', 'state_capital', '国有企业退休人员补助', '30399']] }];
  units[0].projects[0][3] = '30227';
  const form = start({ year: 2024, department: '某某县交通运输局', units, unit: '元', scale: 10000, style: { grouped: true, zero: '0.00' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  const wan = { style: { grouped: true, zero: '0.00' }, unit: '万元' };
  const inWan = (cents) => Math.round(cents / 10000);
  {
    const table = add({ number: '表一', title: '部门收支预算总表', head: ['收 入 项 目|金 额|支 出 项 目|金 额'], columns: [null, R('all'), null, E('total', 'all')], widths: [34, 18, 34, 18] });
    const keys = ['general_public', 'government_fund', 'state_capital'];
    const income = keys.map((key, at) => [`${NUMERALS[at]}、${{ general_public: '一般公共预算财政拨款', government_fund: '政府性基金预算财政拨款', state_capital: '国有资本经营预算财政拨款' }[key]}`, fund(key), { fund: key, leaf: 1 }]);
    const spent = classesOf(names, atoms).map(([code, name, cents]) => [name, cents, { code, classification: 'functional', leaf: 1 }]);
    while (income.length < spent.length) income.push(['', '', {}]);
    income.push(['合 计', all, { leaf: 0 }]); spent.push(['合 计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  {
    // Classes and groups by name alone, items with their code; the whole at the bottom; the share of the whole
    const share = (some) => `${(100 * sum(some) / all).toFixed(2)}`;
    const table = add({ number: '表三', title: '部门支出预算表', head: ['科目编码|科目名称|合计|占总支出比重（%）|基本支出|项目支出'], columns: [null, null, E('total', 'all'), null, E('basic', 'all'), E('project', 'all')], widths: [10, 36, 17, 11, 17, 17] });
    functionalRows(names, atoms, [3, 5, 7], '合计', (node, name, parent) => table.row([node.last ? node.code : '', '  '.repeat(node.level) + name, sum(node.atoms), { count: share(node.atoms) }, sum(node.atoms, basic), sum(node.atoms, project)], { name, code: node.code, classification: 'functional', parent, leaf: node.last ? 1 : 0 }));
    table.row(['', '合计', all, { count: '100.00' }, sum(atoms, basic), sum(atoms, project)], TOTAL);
    table.plant((truth) => truth.code === '2140112' && truth.component === 'project', 120000);
  }
  {
    const gp = atoms.filter(is('fund', 'general_public'));
    // The year's changes: what was set back stands below zero
    const moved = gp.filter(basic).map((atom, at) => ({ ...atom, moved: (at % 3 === 0 ? -1 : 1) * random.whole(100, 4000) * 10000 }));
    const table = add({ ...wan, number: '表五', title: '一般公共预算支出增减变动表', head: ['科目编码|科目名称|上年预算数|增减变动|<|<|本年预算数', '^|^|^|小计|追加|核减|^'], columns: [null, null, E('total', 'general_public', { period: 'prior' }), E('total', 'general_public', { period: 'change', leaf: '' }), null, null, E('total', 'general_public')], widths: [9, 34, 14, 13, 13, 13, 14] });
    table.columns[4] = { leaf: '' }; table.columns[5] = { leaf: '' };
    const cells = (some) => {
      const own = moved.filter((atom) => some.some((other) => other.functional === atom.functional && other.economic === atom.economic));
      const [up, down] = [own.filter((atom) => atom.moved > 0), own.filter((atom) => atom.moved < 0)].map((list) => list.reduce((cents, atom) => cents + inWan(atom.moved), 0));
      const present = some.reduce((cents, atom) => cents + inWan(atom.cents), 0);
      return [present - up - down, up + down, up, down, present];
    };
    table.row(['', '合计', ...cells(gp)], TOTAL);
    functionalRows(names, gp, [3, 5, 7], '合计', (node, name, parent) => table.row([node.code, name, ...cells(node.atoms)], { code: node.code, name, classification: 'functional', parent, functional: node.code, leaf: node.last ? 1 : 0 }));
    table.truth.forEach((truth) => { if (truth.period !== 'prior' && truth.column !== 6) truth.leaf = ''; if (truth.column === 4 || truth.column === 5) truth.period = ''; });
  }
  {
    const gf = atoms.filter(is('fund', 'government_fund'));
    const table = add({ number: '表七', title: '政府性基金预算支出表', head: ['科目编码|科目名称|本年支出|<|<', '^|^|合计|基本支出|项目支出'], columns: [null, null, E('total', 'government_fund'), null, E('project', 'government_fund')], widths: [12, 40, 18, 18, 18] });
    for (const node of treeOf(gf, (atom) => atom.functional, [7])) table.row([node.code, names.functional(node.code), sum(node.atoms), '', sum(node.atoms)], { code: node.code, name: names.functional(node.code), classification: 'functional', functional: node.code, leaf: 1 });
    table.row(['合计', '<', sum(gf), '', sum(gf)], { leaf: 0 });
  }
  {
    const sc = atoms.filter(is('fund', 'state_capital'));
    const table = add({ number: '表八', title: '国有资本经营预算支出表', head: ['科目编码|科目名称|合计|基本支出|项目支出'], columns: [null, null, E('total', 'state_capital'), null, E('project', 'state_capital')], widths: [12, 40, 18, 18, 18], notes: ['注：本表反映部门国有资本经营预算财政拨款支出情况，仅有一项。'] });
    table.row(['2230105', names.functional('2230105'), sum(sc), '', sum(sc)], { code: '2230105', name: names.functional('2230105'), classification: 'functional', functional: '2230105', leaf: '' });
  }
  {
    const table = add({ number: '表九', title: '财政专户管理资金预算支出表', head: ['科目编码|科目名称|合计|基本支出|项目支出'], columns: [null, null, null, null, null], widths: [12, 40, 18, 18, 18], notes: ['备注：2024年本部门无财政专户管理资金安排的支出，故此表为空表。'] });
    table.row(['', '合计', '', '', '']); table.row(['', '', '', '', '']);
  }
  {
    const table = add({ ...wan, number: '表十', title: '“三公”经费预算表', head: ['单位名称|“三公”经费合计|因公出国（境）费用|公务用车购置及运行费|<|<|公务接待费', '^|^|^|小计|公务用车购置费|公务用车运行费|^'], columns: [null, ...['total', 'overseas', 'vehicle_total', 'vehicle_purchase', 'vehicle_operation', 'reception'].map((item) => E('total', '', { item }))], widths: [30, 13, 13, 13, 13, 13, 13] });
    const [run, meal] = [random.whole(300, 900), random.whole(50, 300)];
    table.row([department, run + meal, 0, run, 0, run, meal], { unit: `${department};-` }, { 1: { item: 'total;unit_total' } });
  }
  return { ...form, name: 'onerow', kind: 'budget', prose: [`2024年${department}收支总预算${written(all, { grouped: true })}元。`] };
}
