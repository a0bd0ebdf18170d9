// 山西: last year beside this year in every table, and per cent
import { atomsOf, cataloguesOf, sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, economicOf, functionalRows, indent, is, treasury } from './rows.mjs';
import { Table, written } from './table.mjs';

export function shanxi(random) {
  const year = 2025;
  const names = cataloguesOf(year);
  const department = '某某县卫生健康和体育局';
  const units = [{ code: '308', name: department, institution: false, run: '2100101', projects: [['2100408', 'general_public', '基本公共卫生服务', '30227'], ['2100409', 'general_public', '12320卫生热线', '30227'],
    ['2100717', 'general_public', '计划生育特殊家庭补助', '30305'], ['2120803', 'government_fund', '县医院迁建', '31001']] }];
  const atoms = atomsOf(units, random);
  const before = atoms.filter((atom) => atom.functional !== '2100409').map((atom) => ({ ...atom, cents: Math.round(atom.cents * random.whole(60, 140) / 100) }));
  const style = { zero: '0.00' };
  const tables = [];
  const add = (table) => (tables.push(table), table);
  const project = is('part', 'project');
  const basic = (atom) => atom.part !== 'project';
  const percent = (now, then) => (then === 0 ? (now === 0 ? '0.00%' : '100.00%') : `${((now - then) / then * 100).toFixed(2)}%`);
  const prior = (column) => ({ ...column, period: 'prior' });
  const meaning = { period: 'current' };
  const title = (text) => `${department}2025年${text}`;
  {
    const table = add(new Table(style, { number: '表1', title: title('预算收支总表'), unit: '万元', head: ['收入|<|<|<|支出|<|<|<', '项目|2024年|2025年|2025年比2024年增减%|项目|2024年|2025年|2025年比2024年增减%'],
      columns: [null, prior(R('all')), R('all'), null, null, prior(E('total', 'all')), E('total', 'all'), null], meaning, widths: [24, 11, 11, 11, 26, 11, 11, 11] }));
    const byFund = (some, name) => sum(some, is('fund', name));
    const left = [['一、一般公共预算', 'general_public'], ['二、政府性基金', 'government_fund'], ['三、国有资本经营预算', 'state_capital'], ['四、财政专户管理资金', 'special_account'], ['五、单位资金', 'unit_funds']];
    const right = classesOf(names, atoms);
    for (let index = 0; index < Math.max(left.length, right.length); index++) {
      const [label, fund] = left[index] ?? ['', null];
      const [code, name] = right[index] ?? [null, ''];
      const then = fund ? byFund(before, fund) : '';
      const now = fund ? byFund(atoms, fund) : '';
      const [spentThen, spentNow] = code ? [before, atoms].map((some) => sum(some, (atom) => atom.functional.startsWith(code))) : ['', ''];
      const label2 = code ? `${NUMERALS[index]}、${name}` : '';
      const income = { name: label, fund, classification: 'revenue', parent: '本年收入合计', leaf: 1 };
      const spent = { name: label2, code, classification: 'functional', parent: '本年支出合计', leaf: 1 };
      table.row([label, then, now, fund ? percent(now, then) : '', label2, spentThen, spentNow, code ? percent(spentNow, spentThen) : ''], {},
        { 1: { ...income, period: 'prior' }, 2: income, 5: { ...spent, period: 'prior' }, 6: spent });
    }
    const [then, now] = [sum(before), sum(atoms)];
    for (const [l, r, top] of [['本年收入合计', '本年支出合计', false], ['收入总计', '支出总计', true]]) {
      const income = { name: l, parent: top ? '' : '收入总计', leaf: 0 };
      const spent = { name: r, parent: top ? '' : '支出总计', leaf: 0 };
      table.row([l, then, now, percent(now, then), r, then, now, percent(now, then)], {}, { 1: { ...income, period: 'prior' }, 2: income, 5: { ...spent, period: 'prior' }, 6: spent });
    }
  }
  const codeList = (number, text, columns, head, amounts, some, byCode) => {
    const table = add(new Table(style, { number, title: text, unit: '万元', head, columns: [null, null, ...columns], meaning, widths: [9, 30, ...columns.map(() => 11)] }));
    const put = (cells, of) => table.row(cells, of);
    put(['合计', '<', ...amounts(byCode ? () => true : some)], TOTAL);
    functionalRows(names, some, [3, 5, 7], '合计', (node, name, parent) => put([node.code, indent(node.level) + name, ...amounts(byCode ? (atom) => atom.functional.startsWith(node.code) : node.atoms)],
      { code: node.code, name, classification: 'functional', parent, leaf: node.last ? 1 : 0, functional: node.code }));
    return table;
  };
  const funds = ['general_public', 'government_fund', 'state_capital', 'special_account', 'unit_funds'];
  codeList('表2', title('预算收入总表'), [R('all'), ...funds.map((fund) => R(fund))], ['项目|<|合计|一般公共预算|政府性基金|国有资本经营预算|财政专户管理资金|单位资金', '科目编码|科目名称|^|^|^|^|^|^'],
    (some) => [sum(some), ...funds.map((name) => sum(some, is('fund', name)))], atoms);
  codeList('表3', title('预算支出总表'), [E('total', 'all'), E('basic', 'all'), E('project', 'all')], ['项目|<|合计|基本支出|项目支出', '科目编码|科目名称|^|^|^'],
    (some) => [sum(some), sum(some, basic), sum(some, project)], atoms);
  {
    const three = (fund) => [E('total', fund), E('basic', fund), E('project', fund)];
    const some = [before, atoms].map((list) => list.filter(is('fund', 'general_public')));
    codeList('表5', [department, '2025年一般公共预算支出表'], [...three('general_public').map(prior), ...three('general_public'), null, null, null],
      ['项目|<|2024年预算数|<|<|2025年预算数|<|<|2025年预算数比2024年预算数增减%|<|<', '科目编码|科目名称|合计|基本支出|项目支出|合计|基本支出|项目支出|合计|基本支出|项目支出'], (test) => {
        const [then, now] = some.map((list) => [sum(list, test), sum(list, (atom) => basic(atom) && test(atom)), sum(list, (atom) => project(atom) && test(atom))]);
        return [...then, ...now, ...now.map((cents, index) => percent(cents, then[index]))];
      }, some[1], true);
  }
  {
    const table = add(new Table(style, { number: '表6', title: title('一般公共预算安排基本支出分经济科目表'), unit: '万元', head: ['经济科目名称|预算数|备注'], columns: [null, E('total', 'general_public'), null], meaning, widths: [50, 20, 10], page: 'portrait' }));
    const basics = atoms.filter((atom) => basic(atom) && atom.fund === 'general_public');
    table.row(['合计', sum(basics), ''], TOTAL);
    for (const node of treeOf(basics, economicOf, [3, 5])) {
      const name = names.department(node.code);
      table.row([indent(node.level) + name, sum(node.atoms), ''], { code: node.code, name, classification: 'department_economic', parent: node.parent ? names.department(node.parent) : '合计', leaf: node.last ? 1 : 0 });
    }
  }
  codeList('表8', title('政府性基金预算支出表'), [E('total', 'government_fund'), E('basic', 'government_fund'), E('project', 'government_fund')], ['项目|<|政府性基金预算支出|<|<', '科目编码|科目名称|合计|基本支出|项目支出'],
    (list) => [sum(list), 0, sum(list)], atoms.filter(is('fund', 'government_fund')));
  {
    const listed = atoms.filter(project);
    const table = add(new Table(style, { number: '表9', title: title('项目支出预算表'), unit: '万元', head: ['序号|项目名称|项目类别|合计|财政拨款|<|<|单位资金', '^|^|^|^|小计|一般公共预算|政府性基金|^'],
      columns: [null, null, null, E('total', 'all'), E('total', 'fiscal_appropriation'), E('total', 'general_public'), E('total', 'government_fund'), E('total', 'unit_funds')], meaning, widths: [6, 36, 14, 12, 12, 12, 12, 12] }));
    const amounts = (some) => [sum(some), sum(some, treasury), sum(some, is('fund', 'general_public')), sum(some, is('fund', 'government_fund')), 0];
    table.row(['', '合计', '', ...amounts(listed)], TOTAL);
    listed.forEach((atom, index) => table.row([String(301 + index), atom.project, '特定目标类', ...amounts([atom])], { name: atom.project, classification: 'project', parent: '合计', leaf: 1 }));
  }
  {
    const table = add(new Table(style, { number: '表10', title: title('“三公”经费预算财政拨款情况统计表'), unit: '万元', head: ['项目|2024年预算数|2025年预算数|增减额|增减比例（%）'],
      columns: [null, prior(E('total', 'fiscal_appropriation')), E('total', 'fiscal_appropriation'), E('total', 'fiscal_appropriation', { period: 'change' }), null], meaning, widths: [40, 14, 14, 14, 14], page: 'portrait' }));
    const [a, b] = [0, 1].map(() => [0, random.whole(100, 400), random.whole(0, 1) * 1600 + 100, random.whole(200, 500)]);
    const put = (label, pick, item, parent) => {
      const [then, now] = [pick(a), pick(b)];
      table.row([label, then, now, now - then, percent(now, then)], { name: label.trim(), item, parent });
    };
    put('1.因公出国（境）费', (row) => row[0], 'overseas', '合计');
    put('2.公务接待费', (row) => row[1], 'reception', '合计');
    put('3.公务用车费', (row) => row[2] + row[3], 'vehicle_total', '合计');
    put('  其中：（1）公务用车购置费', (row) => row[2], 'vehicle_purchase', '3.公务用车费');
    put('  （2）公务用车运行维护费', (row) => row[3], 'vehicle_operation', '3.公务用车费');
    put('合计', (row) => row[0] + row[1] + row[2] + row[3], 'total', '');
  }
  const w = (cents) => written(cents);
  return { name: 'shanxi', year, kind: 'budget', place: '山西省', department, tables, prose: [
    `2025年${department}预算收入总计${w(sum(atoms))}万元，其中：一般公共预算${w(sum(atoms, is('fund', 'general_public')))}万元，政府性基金${w(sum(atoms, is('fund', 'government_fund')))}万元。`,
    `支出总计${w(sum(atoms))}万元，其中基本支出${w(sum(atoms, basic))}万元，项目支出${w(sum(atoms, project))}万元，比2024年预算${sum(atoms) > sum(before) ? '增加' : '减少'}${w(Math.abs(sum(atoms) - sum(before)))}万元。`,
  ] };
}
