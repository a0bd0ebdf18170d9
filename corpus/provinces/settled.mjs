// Final accounts with 类, 款 and 项 in columns of their own, 栏次, three phases in columns and in rows, rates, what is carried by fund
import { sum } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, functionalRows, is, split } from './rows.mjs';
import { basic, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function settled(random) {
  const units = [{ code: '', name: '某某县卫生健康局', institution: false, run: '2100101', own: true, projects: [['2100408', 'general_public', '基本公共卫生服务', '30227'], ['2100716', 'general_public', '计划生育机构', '30227'], ['2100799', 'general_public', '其他计划生育事务支出', '30399'], ['2296002', 'government_fund', '社会福利', '31005']] }];
  units[0].projects[1][0] = '2100717'; units[0].projects[2][3] = '30227';
  const form = start({ year: 2023, department: '某某县卫生健康局', units, unit: '元', scale: 100, style: { grouped: true, zero: '' }, left: '编制单位：某某县卫生健康局', meaning: { period: 'current', phase: 'final_accounts' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  const planned = atoms.map((atom) => ({ ...atom, cents: Math.round(atom.cents * random.whole(80, 110) / 100) }));
  const adjusted = atoms.map((atom, at) => ({ ...atom, cents: Math.round((atom.cents + planned[at].cents) / 2) }));
  const phases = [['budget', planned], ['adjusted', adjusted], ['final_accounts', atoms]];
  const sameAs = (some) => (atom) => some.some((other) => other.functional === atom.functional && other.economic === atom.economic && other.project === atom.project);
  const codeOf = (code) => [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)];
  {
    // Three phases on both sides
    const table = add({ number: '财决公开01表', title: '收入支出决算总表', size: 8, page: 'wide', head: ['收入|<|<|<|<|支出|<|<|<|<', '项目|行次|年初预算数|全年预算数|决算数|项目|行次|年初预算数|全年预算数|决算数', '栏次||1|2|3|栏次||4|5|6'],
      columns: [null, null, ...phases.map(([phase]) => R('all', { phase })), null, null, ...phases.map(([phase]) => E('total', 'all', { phase }))], widths: [30, 5, 14, 14, 14, 30, 5, 14, 14, 14] });
    const each = (of) => phases.map(([, list]) => of(list));
    const income = [['一、一般公共预算财政拨款收入', each((list) => fund('general_public', list)), { fund: 'general_public', leaf: 1 }], ['二、政府性基金预算财政拨款收入', each((list) => fund('government_fund', list)), { fund: 'government_fund', leaf: 1 }], ['三、事业收入', each((list) => fund('unit_funds', list)), { fund: 'unit_funds', leaf: 1 }]];
    const spent = classesOf(names, atoms).map(([code, name], at) => [`${NUMERALS[at]}、${name}`, each((list) => sum(list, (atom) => atom.functional.startsWith(code))), { code, classification: 'functional', leaf: 1 }]);
    while (income.length < spent.length) income.push(['', ['', '', ''], {}]);
    for (const [side, word] of [[income, '收入'], [spent, '支出']]) side.push([`本年${word}合计`, each((list) => sum(list)), { leaf: 0 }], ['总计', each((list) => sum(list)), { leaf: 0 }]);
    income.forEach(([label, amounts, of], at) => { const [label2, amounts2, of2] = spent[at]; table.row([label, String(at + 1), ...amounts, label2, String(at + 1 + income.length), ...amounts2], {}, Object.fromEntries([2, 3, 4].flatMap((k) => [[k, { name: label, ...of }], [k + 5, { name: label2, ...of2 }]]))); });
  }
  const list = (number, title, columns, head, cells, some, more = {}) => {
    const table = add({ number, title, size: 8.5, ...more, head: [...head, `类|款|项|栏次|${columns.map((_, at) => at + 1).join('|')}`], columns: [null, null, null, null, ...columns], widths: [5, 4, 4, 30, ...columns.map(() => 13)] });
    table.row(['', '', '', '合计', ...cells(some)], TOTAL);
    functionalRows(names, some, [3, 5, 7], '合计', (node, name, parent) => table.row([...codeOf(node.code), name, ...cells(node.atoms)], { code: node.code, name, classification: 'functional', parent, functional: node.code, leaf: node.last ? 1 : 0 }));
    return table;
  };
  list('财决公开03表', '支出决算表', [E('total', 'all'), E('basic', 'all'), E('project', 'all'), null, null, null], ['功能分类科目编码|<|<|科目名称|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出'], (some) => [sum(some), sum(some, basic), sum(some, project), '', '', ''], atoms);
  const gp = atoms.filter(is('fund', 'general_public'));
  {
    const columns = phases.flatMap(([phase]) => [E('total', 'general_public', { phase }), E('basic', 'general_public', { phase }), E('project', 'general_public', { phase })]);
    list('财决公开05表', '一般公共预算财政拨款支出决算表', columns, ['科目编码|<|<|科目名称|年初预算数|<|<|调整预算数|<|<|决算数|<|<', '^|^|^|^|合计|基本支出|项目支出|合计|基本支出|项目支出|合计|基本支出|项目支出'],
      (some) => phases.flatMap(([, list]) => { const own = list.filter(sameAs(some)).filter(is('fund', 'general_public')); return [sum(own), sum(own, basic), sum(own, project)]; }), gp, { page: 'wide' }).plant((truth) => truth.code === '2100408' && truth.component === 'project' && truth.phase === 'adjusted', 90000);
  }
  {
    const table = add({ number: '财决公开07表', title: '财政拨款“三公”经费支出决算表', head: ['项目|行次|年初预算数|全年预算数|决算数|决算数为年初预算数的%', '栏次||1|2|3|4'], columns: [null, null, ...phases.map(([phase]) => E('total', 'fiscal_appropriation;general_public', { phase })), null], widths: [44, 6, 16, 16, 16, 14] });
    const one = () => { const [buy, run, meal] = [random.whole(0, 1) * 180000, random.whole(100, 900) * 100, random.whole(20, 300) * 100]; return [0, buy, run, meal]; };
    const rows = [one(), one(), one()];
    let line = 1;
    const put = (label, pick, item, leaf) => { const cents = rows.map((row) => pick(row) * 100); table.row([label, String(line++), ...cents, cents[0] ? { count: (100 * cents[2] / cents[0]).toFixed(2) } : ''], { item, leaf, classification: 'three_public' }); };
    put('合计', (row) => row.reduce((a, b) => a + b), 'total', 0); put('1.因公出国（境）费', (row) => row[0], 'overseas', 1); put('2.公务用车购置及运行维护费', (row) => row[1] + row[2], 'vehicle_total', 0); put('（1）公务用车购置费', (row) => row[1], 'vehicle_purchase', 1); put('（2）公务用车运行维护费', (row) => row[2], 'vehicle_operation', 1); put('3.公务接待费', (row) => row[3], 'reception', 1);
    table.truth.forEach((truth) => { if (truth.item === 'total') truth.classification = ''; });
    [['相关统计数', ''], ['（一）因公出国（境）团组数（个）', 2], ['（二）公务用车保有量（辆）', 7], ['（三）国内公务接待批次（个）', 31]].forEach(([label, value]) => table.row([label, String(line++), '', '', value ? { count: String(value) } : '', '']));
  }
  {
    const columns = [{ fund: 'government_fund', item: 'carried_in', leaf: '' }, R('government_fund'), E('total', 'government_fund'), null, E('project', 'government_fund'), null];
    list('财决公开08表', '政府性基金预算财政拨款收入支出决算表', columns, ['科目编码|<|<|科目名称|年初结转和结余|本年收入|本年支出|<|<|年末结转和结余', '^|^|^|^|^|^|合计|基本支出|项目支出|^'], (some) => [0, sum(some), sum(some), '', sum(some, project), ''], atoms.filter(is('fund', 'government_fund')));
  }
  {
    const table = add({ number: '财决公开09表', title: '国有资本经营预算财政拨款支出决算表', head: ['科目编码|<|<|科目名称|本年支出|<|<', '^|^|^|^|合计|基本支出|项目支出', '类|款|项|栏次|1|2|3'], columns: [null, null, null, null, null, null, null], widths: [5, 4, 4, 30, 13, 13, 13], notes: ['说明：本部门2023年度没有国有资本经营预算财政拨款支出，故本表无数据。'] });
    table.row(['', '', '', '合计', '', '', '']);
  }
  {
    // Phases below one another for every kind of expenditure
    const table = add({ number: '财决附01表', title: '支出预决算对比表', page: 'portrait', head: ['支出类别|数据类型|金额|差异率'], columns: [null, null, E('total', 'all'), null], widths: [30, 20, 20, 14] });
    for (const [name, test, component] of [['人员经费', personnel, 'personnel'], ['公用经费', publicUse, 'public'], ['项目支出', project, 'project']]) {
      phases.forEach(([phase, of], at) => table.row([at ? '^' : name, ['年初预算数', '调整预算数', '决算数'][at], sum(of, test), at === 2 ? { count: `${(100 * (sum(of, test) / sum(planned, test) - 1)).toFixed(1)}%` } : ''], { component, phase, leaf: '' }));
    }
    phases.forEach(([phase, of], at) => table.row([at ? '^' : '合计', ['年初预算数', '调整预算数', '决算数'][at], sum(of), ''], { phase, leaf: '' }));
  }
  return { ...form, name: 'settled', kind: 'final', prose: [`2023年度${department}支出总计${written(all, { grouped: true })}元，其中基本支出${written(sum(atoms, basic), { grouped: true })}元，项目支出${written(sum(atoms, project), { grouped: true })}元。`] };
}
