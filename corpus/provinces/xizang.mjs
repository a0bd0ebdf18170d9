// 西藏: yuan without separators, own expenditure beside what goes to lower governments, amounts below zero, units below their lists, purchases and acquisitions
import { atomsOf, cataloguesOf, sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, economicOf, functionalRows, indent, is, sidesBeside } from './rows.mjs';
import { Table, written } from './table.mjs';

export function xizang(random) {
  const year = 2025;
  const names = cataloguesOf(year);
  const department = '某某地区教育局';
  const units = [
    { code: '205001', name: '某某地区教育局本级', institution: false, run: '2050101', projects: [['2050299', 'general_public', '教育“三包”经费', '30308'], ['2050299', 'general_public', '学生营养改善计划', '30308', true], ['2050803', 'general_public', '教师培训', '30216']] },
    { code: '205002', name: '某某地区高级中学', institution: true, run: '2050204', projects: [['2050204', 'general_public', '某某地区第二高级中学', '31005'], ['2050204', 'general_public', '班主任津贴', '30107']] },
  ];
  const atoms = atomsOf(units, random, 100);
  // Money that went out in advance last year is taken back: a figure below zero in the running of the school.
  atoms.push({ unit: units[1], functional: '2050204', fund: 'general_public', part: 'project', project: '收回以前年度多拨资金', economic: '30299', government: '50502', carried: false, cents: -1234500 });
  const style = { zero: '0' };
  const tables = [];
  const add = (table) => (tables.push(table), table);
  const project = is('part', 'project');
  const basic = (atom) => atom.part !== 'project';
  const all = sum(atoms);
  const carried = sum(atoms, is('carried', true));
  const meaning = { period: 'current' };
  const left = `填报单位：${department}`;
  {
    const table = add(new Table(style, { number: '附表1', title: '收支预算总表', unit: '元', left, head: ['收入项目|预算数|支出项目|预算数'], columns: [null, R('all'), null, E('total', 'all')], meaning, widths: [30, 16, 30, 16] }));
    const spent = classesOf(names, atoms).map(([code, name, cents], index) => [`${NUMERALS[index]}、${name}`, cents, { code, classification: 'functional', leaf: 1, parent: '本年支出小计' }]);
    const income = [['一、财政拨款', all - carried, { fund: 'fiscal_appropriation', parent: '本年收入小计' }], ['二、事业收入', 0, {}], ['三、其他收入', 0, {}]].map(([l, c, m]) => [l, c || '', m]);
    while (income.length < spent.length) income.push(['', '', {}]);
    income.push(['本年收入小计', all - carried, { leaf: 0, parent: '收入总计' }], ['上年结转', carried, { item: 'carried_in', parent: '收入总计' }], ['收入总计', all, { leaf: 0, parent: '' }]);
    spent.push(['本年支出小计', all, { leaf: 0, parent: '支出总计' }], ['结转下年', '', {}], ['支出总计', all, { leaf: 0, parent: '' }]);
    sidesBeside(table, [income, spent]);
  }
  {
    const table = add(new Table(style, { number: '附表2', title: '支出预算总表', unit: '元', left, head: ['科目编码|科目名称|单位名称|支出合计|基本支出|<|<|项目支出', '^|^|^|^|合计|人员经费|公用经费|^'],
      columns: [null, null, null, E('total', 'all'), E('basic', 'all'), E('personnel', 'all'), E('public', 'all'), E('project', 'all')], meaning, widths: [9, 30, 24, 14, 14, 14, 14, 14] }));
    const amounts = (some) => [sum(some), sum(some, basic), sum(some, is('part', 'personnel')), sum(some, is('part', 'public')), sum(some, project)];
    table.row(['合计', '<', '', ...amounts(atoms)], TOTAL);
    // Units stand below the subject that they spend on.
    functionalRows(names, atoms, [3, 5, 7], '合计', (node, name, parent) => {
      table.row([node.code, name, '', ...amounts(node.atoms)], { code: node.code, name, classification: 'functional', unit: '-', parent, leaf: 0, functional: node.code });
      if (!node.last) return;
      for (const unit of units) {
        const own = node.atoms.filter(is('unit', unit));
        if (own.length > 0) table.row([node.code, name, unit.name, ...amounts(own)], { code: node.code, name, classification: 'functional', unit: unit.name, parent: name, leaf: 1, functional: node.code });
      }
    });
  }
  {
    const table = add(new Table(style, { number: '附表4', title: '一般公共预算支出表', unit: '元', left, head: ['科目编码|科目名称|合计|本级支出|<|<|对下转移支付', '^|^|^|小计|基本支出|项目支出|^'],
      columns: [null, null, E('total', 'general_public'), E('total', 'general_public', { qualifier: 'of_which_own_level' }), E('basic', 'general_public', { qualifier: '-' }), E('project', 'general_public', { qualifier: '-' }), E('total', 'general_public', { qualifier: 'of_which_transfers_to_lower' })], meaning, widths: [9, 34, 14, 14, 14, 14, 14], breaks: [12], repeat: false }));
    const down = (atom) => atom.functional === '2050299';
    const amounts = (some) => [sum(some), sum(some, (atom) => !down(atom)), sum(some, (atom) => !down(atom) && basic(atom)), sum(some, (atom) => !down(atom) && project(atom)), sum(some, down)];
    const blank = { 3: { leaf: 0 }, 4: { leaf: '' }, 5: { leaf: '' }, 6: { leaf: 0 } };
    functionalRows(names, atoms, [3, 5, 7], '合计', (node, name, parent) => table.row([node.code, indent(node.level) + name, ...amounts(node.atoms)],
      { code: node.code, name, classification: 'functional', parent, leaf: node.last ? 1 : 0, functional: node.code }, blank));
    table.row(['', '合计', ...amounts(atoms)], TOTAL, blank);
  }
  {
    const basics = atoms.filter(basic);
    const table = add(new Table(style, { number: '附表5', title: '一般公共预算基本支出表', unit: '元', left, head: ['经济分类科目|<|合计|工资福利支出|商品和服务支出|对个人和家庭的补助', '编码|名称|^|^|^|^'],
      columns: [null, null, E('total', 'general_public'), ...['personnel', 'public', 'personnel'].map((component) => E(`${component};total`, 'general_public', { leaf: '' }))], meaning, widths: [9, 36, 14, 14, 14, 14] }));
    const amounts = (some) => [sum(some), ...['301', '302', '303'].map((code) => sum(some, (atom) => atom.economic.startsWith(code)))];
    table.row(['合计', '<', ...amounts(basics)], TOTAL, { 3: { leaf: '' }, 4: { leaf: '' }, 5: { leaf: '' } });
    for (const node of treeOf(basics, economicOf, [3, 5])) {
      const name = names.department(node.code);
      table.row([node.code, name, ...amounts(node.atoms)], { code: node.code, name, classification: 'department_economic', leaf: node.last ? 1 : 0, parent: node.parent ? names.department(node.parent) : '合计' },
        { 3: { leaf: '' }, 4: { leaf: '' }, 5: { leaf: '' } });
    }
  }
  {
    const table = add(new Table(style, { number: '附表6', title: '一般公共预算“三公”经费支出表', unit: '元', left, head: ['项目|上年预算数|本年预算数|增减变化|备注'], columns: [null, E('total', 'general_public', { period: 'prior' }), E('total', 'general_public'), E('total', 'general_public', { period: 'change' }), null], meaning, widths: [36, 16, 16, 16, 12], page: 'portrait' }));
    const [a, b] = [0, 1].map(() => [0, random.whole(100, 400) * 10000, random.whole(500, 900) * 10000, random.whole(100, 300) * 10000]);
    const put = (label, pick, item) => table.row([label, pick(a), pick(b), pick(b) - pick(a), ''], { item, name: label.trim() });
    put('合计', ([o, p, v, r]) => o + p + v + r, 'total');
    put('一、因公出国（境）费', ([o]) => o, 'overseas');
    put('二、公务接待费', ([, , , r]) => r, 'reception');
    put('三、公务用车购置及运行费', ([, p, v]) => p + v, 'vehicle_total');
    put('    其中：公务用车运行费', ([, , v]) => v, 'vehicle_operation');
    put('    公务用车购置费', ([, p]) => p, 'vehicle_purchase');
  }
  {
    const listed = atoms.filter(project);
    const table = add(new Table(style, { number: '附表8', title: '项目支出预算明细表', unit: '元', left, head: ['单位|项目名称|功能科目|<|部门经济科目|<|金额', '^|^|编码|名称|编码|名称|^'],
      columns: [null, null, null, null, null, null, E('total;project', 'all;general_public')], meaning, widths: [24, 26, 9, 22, 8, 20, 14] }));
    for (const atom of listed) table.row([atom.unit.name, atom.project, atom.functional, names.functional(atom.functional), atom.economic, names.department(atom.economic), atom.cents],
      { name: atom.project, classification: 'project', unit: atom.unit.name, functional: atom.functional, department_economic: atom.economic, leaf: 1 });
    table.row(['合计', '', '', '', '', '', sum(listed)], TOTAL);
  }
  {
    const table = add(new Table(style, { number: '附表9', title: '政府采购预算表', unit: '元', left, head: ['单位名称|采购项目|采购目录|数量|单价|金额合计|财政性资金|其他资金'],
      columns: [null, null, null, null, null, E('total', 'all'), E('total', 'fiscal_appropriation'), E('total', 'unit_funds')], meaning, widths: [24, 26, 18, 7, 11, 14, 14, 12] }));
    const bought = units.flatMap((unit) => [['台式计算机', 'A02010105 台式计算机'], ['多功能一体机', 'A02020400 多功能一体机']].map(([name, list]) => {
      const [count, price] = [random.whole(2, 30), random.whole(20, 60) * 10000];
      return { unit, name, list, count, price, cents: count * price };
    }));
    const total = bought.reduce((cents, one) => cents + one.cents, 0);
    table.row(['合计', '', '', '', '', total, total, 0], TOTAL);
    for (const one of bought) table.row([one.unit.name, one.name, one.list, { count: String(one.count) }, { count: (one.price / 100).toFixed(2) }, one.cents, one.cents, 0],
      { name: one.name, unit: one.unit.name, parent: '合计', leaf: 1 });
  }
  const w = (cents) => written(cents);
  return { name: 'xizang', year, kind: 'budget', place: '西藏自治区', department, tables, prose: [
    `${department}2025年收支总预算${w(all)}元。其中：财政拨款${w(all - carried)}元，上年结转${w(carried)}元。`,
    `2025年支出预算${w(all)}元，其中：基本支出${w(sum(atoms, basic))}元，项目支出${w(sum(atoms, project))}元。`,
  ] };
}
