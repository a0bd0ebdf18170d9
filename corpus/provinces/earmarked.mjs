// Money by where it comes from (this year's, what the centre told early, carried over), each with its funds and their 基本 and 项目: heads four deep
import { sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, economicOf, functionalRows, is, sidesBeside, split, treasury } from './rows.mjs';
import { basic, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function earmarked(random) {
  const units = [
    { code: '317301', name: '某某州教育和体育局', institution: false, run: '2050101', projects: [['2050102', 'general_public', '教育督导', '30227'], ['2050299', 'general_public', '中央义务教育补助', '30399'], ['2070308', 'general_public', '全民健身中心', '31005', true], ['2296003', 'government_fund', '体彩公益金', '30227']] },
    { code: '317902', name: '某某州民族中学', institution: true, run: '2050204', own: true, projects: [['2050204', 'general_public', '中央学生资助', '30308'], ['2050204', 'general_public', '实验室', '31003', true]] },
  ];
  units[1].projects[0][3] = '30399';
  const form = start({ year: 2025, department: '某某州教育和体育局', units, style: { grouped: true, zero: '' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  const source = (atom) => (atom.carried ? 'old' : atom.project?.startsWith('中央') ? 'told' : 'own');
  const old = (some) => sum(some, (atom) => atom.carried);
  {
    const table = add({ number: '表1', title: '部门收支总表', head: ['收 入|<|支 出|<', '项 目|2025年预算数|项 目|2025年预算数'], columns: [null, R('all'), null, E('total', 'all')], widths: [32, 14, 32, 14] });
    const now = atoms.filter((atom) => !atom.carried);
    const income = [['一、一般公共预算拨款收入', fund('general_public', now), { fund: 'general_public', leaf: 1 }], ['二、政府性基金预算拨款收入', fund('government_fund', now), { fund: 'government_fund', leaf: 1 }], ['三、国有资本经营预算拨款收入', '', {}], ['四、事业收入', '', {}], ['五、其他收入', fund('unit_funds', now), { fund: 'unit_funds', leaf: 1 }]];
    const spent = classesOf(names, atoms).map(([code, name, cents], index) => [`${NUMERALS[index]}、${name}`, cents, { code, classification: 'functional', leaf: 1 }]);
    while (income.length < spent.length) income.push(['', '', {}]);
    while (spent.length < income.length) spent.push(['', '', {}]);
    income.push(['本 年 收 入 合 计', sum(now), { leaf: 0 }], ['六、上年结转', old(atoms), { fund: '' , leaf: 1 }], ['收 入 总 计', all, { leaf: 0 }]);
    spent.push(['本 年 支 出 合 计', all, { leaf: 0 }], ['', '', {}], ['支 出 总 计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  {
    const table = add({ number: '表1-2', title: '部门支出总表', head: ['项 目|<|<|<|<|合计|基本支出|项目支出|上缴上级支出|对附属单位补助支出', '科目编码|<|<|单位代码|单位名称（科目）|^|^|^|^|^', '类|款|项|^|^|^|^|^|^|^'],
      columns: [null, null, null, null, null, E('total', 'all'), E('basic', 'all'), E('project', 'all'), null, null], widths: [5, 5, 5, 9, 34, 13, 13, 13, 10, 10] });
    const cells = (some) => [sum(some), sum(some, basic), sum(some, project), '', ''];
    table.row(['', '', '', '', '合  计', ...cells(atoms)], { name: '合计', leaf: 0 });
    for (const unit of units) {
      const own = atoms.filter(is('unit', unit));
      table.row(['', '', '', '', unit.name, ...cells(own)], { name: unit.name, unit: unit.name, classification: 'unit', parent: '合计', leaf: 0 });
      for (const node of treeOf(own, (atom) => atom.functional, [7])) table.row([...split(node.code), unit.code, `  ${names.functional(node.code)}`, ...cells(node.atoms)], { code: node.code, name: names.functional(node.code), unit: unit.name, classification: 'functional', parent: unit.name, functional: node.code, leaf: 1 });
    }
  }
  const fiscal = atoms.filter(treasury);
  {
    const table = add({ number: '表2', title: '财政拨款收支预算总表', head: ['收 入|<|支 出|<|<|<|<', '项 目|2025年预算数|项 目|合计|一般公共预算|政府性基金预算|国有资本经营预算'], columns: [null, R('fiscal_appropriation'), null, E('total', 'fiscal_appropriation'), E('total', 'general_public'), E('total', 'government_fund'), null], widths: [28, 13, 28, 13, 13, 13, 11] });
    const sides = (some) => [sum(some), fund('general_public', some), fund('government_fund', some), ''];
    const now = fiscal.filter((atom) => !atom.carried);
    const income = [['一、本年收入', sum(now), { leaf: 0 }], [' 一般公共预算拨款收入', fund('general_public', now), { fund: 'general_public', leaf: 1, parent: '一、本年收入' }], [' 政府性基金预算拨款收入', fund('government_fund', now), { fund: 'government_fund', leaf: 1, parent: '一、本年收入' }], [' 国有资本经营预算拨款收入', '', {}],
      ['二、上年结转', old(fiscal), { leaf: 0 }], [' 一般公共预算拨款收入', old(fiscal), { fund: 'general_public', leaf: 1, parent: '二、上年结转' }]];
    const spent = [['一、本年支出', sides(fiscal), { leaf: 0 }], ...treeOf(fiscal, (atom) => atom.functional, [3]).map((node) => [` ${names.functional(node.code)}`, sides(node.atoms), { code: node.code, classification: 'functional', leaf: 1, parent: '一、本年支出' }]), ['二、结转下年', ['', '', '', ''], {}]];
    while (income.length < spent.length) income.push(['', '', {}]);
    while (spent.length < income.length) spent.push(['', ['', '', '', ''], {}]);
    income.push(['收 入 总 计', sum(fiscal), { leaf: 0 }]); spent.push(['支 出 总 计', sides(fiscal), { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  {
    const some = fiscal;
    const blank = (of) => ({ ...of, leaf: '' });
    const three = (name) => [blank(E('total', name)), blank(E('basic', name)), blank(E('project', name))];
    const columns = [E('total', 'fiscal_appropriation'), blank(E('total', 'fiscal_appropriation')), ...three('general_public'), ...three('government_fund'), blank(E('total', 'fiscal_appropriation')), ...three('general_public'),
      ...[E('total', 'fiscal_appropriation'), ...three('general_public')].map((of) => blank({ ...of, qualifier: 'of_which_carried_in' }))];
    const cells = (rows) => { const [own, told, kept] = ['own', 'told', 'old'].map((key) => rows.filter((atom) => source(atom) === key)); const fundCells = (list, name) => { const of = list.filter(is('fund', name)); return [sum(of), sum(of, basic), sum(of, project)]; };
      return [sum(rows), sum(own), ...fundCells(own, 'general_public'), ...fundCells(own, 'government_fund'), sum(told), ...fundCells(told, 'general_public'), sum(kept), ...fundCells(kept, 'general_public')]; };
    const sub = '小计|基本支出|项目支出';
    const table = add({ number: '表2-1', title: ['财政拨款支出预算表', '（部门经济分类科目）'], page: 'wide', size: 7.5,
      head: ['项 目|<|<|<|总计|州级当年财政拨款安排|<|<|<|<|<|<|中央提前通知专项转移支付|<|<|<|上年结转安排|<|<|<', '科目编码|<|单位代码|单位名称（科目）|^|合计|一般公共预算拨款|<|<|政府性基金安排|<|<|合计|一般公共预算拨款|<|<|合计|一般公共预算拨款|<|<', `类|款|^|^|^|^|${sub}|${sub}|^|${sub}|^|${sub}`],
      columns: [null, null, null, null, ...columns], widths: [5, 5, 8, 24, ...columns.map(() => 9)] });
    table.row(['', '', '', '合计', ...cells(some)], TOTAL);
    for (const unit of units) {
      const own = some.filter(is('unit', unit));
      table.row(['', '', '', unit.name, ...cells(own)], { name: unit.name, unit: unit.name, classification: 'unit', parent: '合计', leaf: 0 });
      for (const node of treeOf(own, economicOf, [3, 5])) table.row([node.code.slice(0, 3), node.code.slice(3), node.last ? unit.code : '', `${node.last ? '  ' : ' '}${names.department(node.code)}`, ...cells(node.atoms)],
        { code: node.code, name: names.department(node.code), unit: unit.name, classification: 'department_economic', parent: node.parent ? names.department(node.parent) : unit.name, department_economic: node.code, leaf: node.last ? 1 : 0 });
    }
  }
  {
    const some = fiscal.filter((atom) => basic(atom));
    const table = add({ number: '表3-1', title: '一般公共预算基本支出预算表', head: ['项 目|<|<|<|基本支出|<|<', '科目编码|<|单位代码|单位名称（科目）|合计|人员经费|公用经费', '类|款|^|^|^|^|^'], columns: [null, null, null, null, E('basic;total', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public')], widths: [6, 6, 10, 36, 13, 13, 13], breaks: [22], repeat: true });
    const cells = (rows) => [sum(rows), sum(rows, personnel), sum(rows, publicUse)];
    table.row(['', '', '', '合  计', ...cells(some)], { name: '合计', leaf: 0 });
    for (const unit of units) {
      const own = some.filter(is('unit', unit));
      table.row(['', '', '', unit.name, ...cells(own)], { name: unit.name, unit: unit.name, classification: 'unit', parent: '合计', leaf: 0 });
      for (const node of treeOf(own, economicOf, [3, 5])) table.row([node.code.slice(0, 3), node.code.slice(3), node.last ? unit.code : '', `${node.last ? '  ' : ' '}${names.department(node.code)}`, ...cells(node.atoms)],
        { code: node.code, name: names.department(node.code), unit: unit.name, classification: 'department_economic', parent: node.parent ? names.department(node.parent) : unit.name, department_economic: node.code, leaf: node.last ? 1 : 0 });
    }
    table.plant((truth) => truth.code === '30107' && truth.component === 'personnel', 500);
  }
  {
    const listed = atoms.filter((atom) => project(atom) && atom.fund === 'general_public');
    const table = add({ number: '表3-2', title: '一般公共预算项目支出预算表', head: ['科目编码|<|<|单位代码|单位名称（项目）|金额', '类|款|项|^|^|^'], columns: [null, null, null, null, null, E('project;total', 'general_public')], widths: [6, 6, 6, 10, 50, 16], page: 'portrait' });
    table.row(['', '', '', '', '合  计', sum(listed)], { name: '合计', leaf: 0 });
    for (const unit of units) {
      const own = listed.filter(is('unit', unit));
      table.row(['', '', '', '', unit.name, sum(own)], { name: unit.name, unit: unit.name, classification: 'unit', parent: '合计', leaf: 0 });
      functionalRows(names, own, [7], '', (node, name) => {
        table.row([...split(node.code), '', ` ${name}`, sum(node.atoms)], { code: node.code, name, unit: unit.name, classification: 'functional', functional: node.code, parent: unit.name, leaf: 0 });
        for (const atom of node.atoms) table.row([...split(node.code), unit.code, `  ${atom.project}`, atom.cents], { name: atom.project, unit: unit.name, classification: 'project', functional: node.code, parent: name, leaf: 1 });
      });
    }
  }
  {
    const items = ['total', 'overseas', 'vehicle_total', 'vehicle_purchase', 'vehicle_operation', 'reception'];
    const table = add({ number: '表3-3', title: '一般公共预算“三公”经费支出预算表', head: ['单位编码|单位名称（科目）|当年财政拨款预算安排|<|<|<|<|<', '^|^|合计|因公出国（境）费用|公务用车购置及运行费|<|<|公务接待费', '^|^|^|^|小计|公务用车购置费|公务用车运行费|^'], columns: [null, null, ...items.map((item) => E('total', '', { item }))], widths: [10, 28, ...items.map(() => 12)] });
    const rows = units.map(() => [0, random.whole(0, 1) * 1800, random.whole(90, 500), random.whole(20, 90)]);
    const row = ([o, p, v, r]) => [o + p + v + r, o, p + v, p, v, r];
    table.row(['', '合  计', ...row(rows.reduce((a, b) => a.map((cents, index) => cents + b[index])))], { unit: '' });
    units.forEach((unit, index) => table.row([unit.code, unit.name, ...row(rows[index])], { unit: unit.name }));
  }
  return { ...form, name: 'earmarked', kind: 'budget', prose: [`2025年${department}收支预算总数${written(all, { grouped: true })}万元。`] };
}
