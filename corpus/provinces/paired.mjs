// Every row with all three of its subjects: function, economic class of the department, that of the government; subjects with the code behind the name
import { sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, functionalRows, indent, is, sidesBeside, treasury } from './rows.mjs';
import { basic, FUND_NAMES, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function paired(random) {
  const units = [
    { code: '131001', name: '某某州水利局', institution: false, run: '2130301', projects: [['2130305', 'general_public', '中小河流治理', '31005'], ['2130314', 'general_public', '防汛物资储备', '30299'], ['2130399', 'government_fund', '库区维护', '30213']] },
    { code: '131002', name: '某某州水文站', institution: true, run: '2130313', own: true, projects: [['2130313', 'general_public', '水文监测', '30213'], ['2130313', 'unit_funds', '技术服务', '30226']] },
  ];
  units[0].projects[2][0] = '2136601';
  const form = start({ year: 2026, department: '某某州水利局', units, style: { grouped: true, zero: '' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  const funds = ['general_public', 'government_fund', 'unit_funds'];
  {
    const table = add({ number: '预算01表', title: '部门财务收支预算总表', head: ['收        入|<|支        出|<', '项      目|预算数|项目（按功能分类）|预算数'], columns: [null, R('all'), null, E('total', 'all')], widths: [32, 14, 32, 14] });
    const income = Object.keys(FUND_NAMES).map((key, index) => [`${NUMERALS[index]}、${FUND_NAMES[key]}`, fund(key), { fund: key, leaf: key === 'unit_funds' ? '' : 1 }]);
    income.push(['1、事业收入', fund('unit_funds'), { fund: 'unit_funds', leaf: '' }], ['2、其他收入', '', {}]);
    const spent = classesOf(names, atoms).map(([code, name, cents], index) => [`${NUMERALS[index]}、${name}`, cents, { code, classification: 'functional', leaf: 1 }]);
    while (spent.length < income.length) spent.push(['', '', {}]);
    income.push(['本年收入合计', all, { leaf: 0 }], ['收 入 总 计', all, { leaf: 0 }]); spent.push(['本年支出合计', all, { leaf: 0 }], ['支 出 总 计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  {
    const table = add({ number: '预算02表', title: '部门支出预算表', head: ['科目名称（科目编码）|合计|财政拨款|<|<|单位资金|<|<', '^|^|小计|基本支出|项目支出|小计|基本支出|项目支出'], columns: [null, E('total', 'all'), E('total', 'fiscal_appropriation'), E('basic', 'fiscal_appropriation'), E('project', 'fiscal_appropriation'), E('total', 'unit_funds'), E('basic', 'unit_funds'), E('project', 'unit_funds')], widths: [40, ...Array(7).fill(12)] });
    const three = (some) => [sum(some), sum(some, basic), sum(some, project)];
    const cells = (some) => [sum(some), ...three(some.filter(treasury)), ...three(some.filter(is('fund', 'unit_funds')))];
    functionalRows(names, atoms, [3, 5, 7], '合计', (node, name, parent) => table.row([`${indent(node.level)}${name}（${node.code}）`, ...cells(node.atoms)], { code: node.code, name: `${name};${name}（${node.code}）`, classification: 'functional', functional: node.code, leaf: node.last ? 1 : 0 }));
    table.row(['合计', ...cells(atoms)], TOTAL);
    table.plant((truth) => truth.code === '2130305' && truth.component === 'project', 400);
  }
  const basics = atoms.filter(basic);
  {
    // 人员类、运转类: each basic project of a unit over its subjects
    const named = (atom) => (atom.part === 'public' ? (atom.economic === '30239' ? '公务交通补贴' : '公用经费') : atom.economic === '30113' ? '住房公积金' : atom.functional === atom.unit.run ? '工资支出' : '社会保障缴费');
    const columns = [E('', 'all'), E('', 'general_public'), E('', 'unit_funds', { leaf: '' })];
    const table = add({ number: '预算04表', title: '部门基本支出预算表', size: 7.5, page: 'wide', head: ['单位名称|项目代码|项目名称|功能科目编码|功能科目名称|部门经济科目编码|部门经济科目名称|资金来源|<|<', '^|^|^|^|^|^|^|总计|一般公共预算|单位资金'],
      columns: [...Array(7).fill(null), ...columns], widths: [18, 16, 16, 9, 20, 9, 18, 11, 11, 11] });
    const groups = new Map();
    for (const atom of basics) { const key = `${atom.unit.code} ${named(atom)}`; groups.set(key, [...groups.get(key) ?? [], atom]); }
    let at = 0;
    let owner = null;
    for (const [, list] of groups) {
      list.forEach((atom, index) => {
        table.row([atom.unit === owner ? '^' : atom.unit.name, index ? '^' : `53290021000000000${4001 + at * 13}`, index ? '^' : named(atom), atom.functional, names.functional(atom.functional), atom.economic, names.department(atom.economic), atom.cents, atom.fund === 'general_public' ? atom.cents : 0, atom.fund === 'unit_funds' ? atom.cents : 0],
          { unit: atom.unit.name, functional: atom.functional, department_economic: atom.economic, leaf: 1, component: `${atom.part};basic;total` });
        owner = atom.unit;
      });
      at++;
    }
    table.row(['合  计', '<', '<', '<', '<', '<', '<', sum(basics), fund('general_public', basics), fund('unit_funds', basics)], { leaf: 0, component: 'basic;total' });
  }
  {
    const listed = atoms.filter(project);
    const columns = [E('project;total', 'all'), ...funds.map((key) => E('project;total', key))];
    const table = add({ number: '预算05表', title: '部门项目支出预算表', size: 7.5, page: 'wide', head: ['项目分类|项目单位|项目名称|功能科目编码|功能科目名称|部门经济科目编码|部门经济科目名称|政府经济科目编码|政府经济科目名称|合计|本年拨款|<|<', '^|^|^|^|^|^|^|^|^|^|一般公共预算|政府性基金|单位资金'],
      columns: [...Array(9).fill(null), ...columns], widths: [11, 16, 16, 9, 18, 9, 16, 9, 18, 11, 11, 11, 11] });
    for (const atom of listed) {
      const cells = [atom.cents, ...funds.map((key) => (atom.fund === key ? atom.cents : 0))];
      table.row([atom.project.endsWith('治理') ? '民生类' : '专项业务类', atom.unit.name, atom.project, '', '', '', '', '', '', ...cells], { name: atom.project, unit: atom.unit.name, classification: 'project', leaf: 0 });
      table.row(['', '', '', atom.functional, names.functional(atom.functional), atom.economic, names.department(atom.economic), atom.government, names.government(atom.government), ...cells],
        { unit: atom.unit.name, functional: atom.functional, department_economic: atom.economic, government_economic: atom.government, leaf: 1 });
    }
    table.row(['合  计', '<', '<', '<', '<', '<', '<', '<', '<', sum(listed), ...funds.map((key) => fund(key, listed))], { leaf: 0 });
  }
  {
    const gp = atoms.filter(is('fund', 'general_public'));
    const table = add({ number: '预算06表', title: '一般公共预算支出预算表（按经济分类）', head: ['政府预算经济分类科目|<|部门预算经济分类科目|<|合计|人员经费|公用经费|项目支出', '名称|编码|名称|编码|^|^|^|^'],
      columns: [null, null, null, null, E('total', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public'), E('project', 'general_public')], widths: [24, 8, 24, 8, 13, 13, 13, 13], size: 8.5 });
    const cells = (some) => [sum(some), sum(some, personnel), sum(some, publicUse), sum(some, project)];
    for (const node of treeOf(gp, (atom) => atom.government, [3, 5])) {
      const name = names.government(node.code);
      if (!node.last) table.row([name, node.code, '', '', ...cells(node.atoms)], { code: node.code, name, classification: 'government_economic', parent: '合计', government_economic: node.code, leaf: 0 });
      if (node.last) treeOf(node.atoms, (atom) => atom.economic, [5]).forEach((below, index) => table.row([index ? '^' : name, index ? '^' : node.code, names.department(below.code), below.code, ...cells(below.atoms)], { government_economic: node.code, department_economic: below.code, parent: names.government(node.parent), leaf: 1 }));
    }
    table.row(['合计', '<', '<', '<', ...cells(gp)], TOTAL);
  }
  {
    const table = add({ number: '预算07表', title: '财政拨款“三公”经费支出预算表', head: ['“三公”经费合计|因公出国（境）费|公务用车购置及运行费|<|<|公务接待费', '^|^|公务用车购置及运行费小计|公务用车购置费|公务用车运行费|^', '1|2|3|4|5|6'], columns: ['total', 'overseas', 'vehicle_total', 'vehicle_purchase', 'vehicle_operation', 'reception'].map((item) => E('total', 'fiscal_appropriation;general_public', { item })), widths: Array(6).fill(14) });
    const [p, v, r] = [random.whole(1000, 1800), random.whole(200, 900), random.whole(90, 300)];
    table.row([p + v + r, 0, p + v, p, v, r]);
  }
  return { ...form, name: 'paired', kind: 'budget', prose: [`2026年${department}财务总收入${written(all, { grouped: true })}万元，部门预算总支出${written(all, { grouped: true })}万元。`] };
}
