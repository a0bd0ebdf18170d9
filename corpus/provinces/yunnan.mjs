// 云南: final accounts in the national forms, and its own two
import { atomsOf, cataloguesOf, sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, economicOf, functionalOf, functionalRows, is, treasury } from './rows.mjs';
import { Table } from './table.mjs';

export function yunnan(random) {
  const year = 2024;
  const names = cataloguesOf(year);
  const department = '某某州农业农村局';
  const unit = { code: '', name: department, institution: false, run: '2130101', own: true, projects: [
    ['2130135', 'general_public', '耕地保护与质量提升', '30227'], ['2130108', 'general_public', '动植物疫病防控', '30227'], ['2130505', 'general_public', '衔接推进乡村振兴', '30399'],
    ['2120803', 'government_fund', '乡村道路', '31005']] };
  const atoms = atomsOf([unit], random);
  const style = { grouped: true, zero: '' };
  const [carriedIn, carriedOut] = [random.whole(20000, 60000), random.whole(3000, 18000)];
  const [basicIn, basicOut] = [random.whole(500, 1900), random.whole(100, 480)];
  const tables = [];
  const add = (table) => (tables.push(table), table);
  const gp = sum(atoms, is('fund', 'general_public'));
  const gpIn = gp + carriedOut - carriedIn;
  const gf = sum(atoms, is('fund', 'government_fund'));
  const own = sum(atoms, is('fund', 'unit_funds'));
  const other = 1234;
  const all = sum(atoms);
  const project = is('part', 'project');
  const basic = (atom) => atom.part !== 'project';
  const meaning = { period: 'current', phase: 'final_accounts' };
  const left = `部门：${department}`;
  const numbers = (start, count) => Array.from({ length: count }, (_, index) => String(start + index));
  {
    const table = add(new Table(style, { number: '公开01表', title: '收入支出决算表', unit: '万元', left, head: ['收入|<|<|支出|<|<', '项目|行次|决算数|项目|行次|决算数', '栏次||1|栏次||2'],
      columns: [null, null, R('all'), null, null, E('total', 'all')], meaning, widths: [30, 6, 14, 30, 6, 14] }));
    const from = (fund) => ({ fund, parent: '本年收入合计', leaf: 1, classification: 'revenue' });
    const revenue = [['一、一般公共预算财政拨款收入', gpIn, from('general_public')], ['二、政府性基金预算财政拨款收入', gf, from('government_fund')], ['三、国有资本经营预算财政拨款收入', 0, {}],
      ['四、上级补助收入', 0, {}], ['五、事业收入', own, from('unit_funds')], ['六、经营收入', 0, {}], ['七、附属单位上缴收入', 0, {}], ['八、其他收入', other, from('unit_funds')]];
    const present = new Map(classesOf(names, atoms).map(([code, , cents]) => [code, cents]));
    const functions = ['201', '202', '203', '204', '205', '206', '207', '208', '210', '211', '212', '213', '214', '215', '216', '217', '220', '221', '224'];
    const expenditure = functions.map((code, index) => [`${NUMERALS[index]}、${names.functional(code)}`, present.get(code) ?? 0, { code, classification: 'functional', parent: '本年支出合计', leaf: 1 }]);
    while (revenue.length < expenditure.length) revenue.push(['', 0, {}]);
    revenue.push(['本年收入合计', gpIn + gf + own + other, { parent: '总计', leaf: 0 }], ['使用专用结余和非财政拨款结余', 0, {}], ['年初结转和结余', carriedIn, { parent: '总计', item: 'carried_in' }],
      ['总计', gpIn + gf + own + other + carriedIn, { parent: '', leaf: 0 }]);
    expenditure.push(['本年支出合计', all, { parent: '总计', leaf: 0 }], ['结余分配', other, { parent: '总计' }], ['年末结转和结余', carriedOut, { parent: '总计', item: 'carried_out' }],
      ['总计', all + other + carriedOut, { parent: '', leaf: 0 }]);
    const right = numbers(revenue.length + 1, revenue.length);
    revenue.forEach(([label, cents, of], index) => table.row([label, String(index + 1), cents, expenditure[index][0], right[index], expenditure[index][1]], {},
      { 2: { name: label, ...of }, 5: { name: expenditure[index][0], ...expenditure[index][2] } }));
  }
  const functionList = (number, title, columns, head, amounts, some) => {
    const table = add(new Table(style, { number, title, unit: '万元', left, head: [...head, `栏次|<|${columns.map((_, index) => index + 1).join('|')}`],
      columns: [null, null, ...columns], meaning, widths: [10, 28, ...columns.map(() => 11)], page: columns.length > 10 ? 'wide' : 'landscape' }));
    table.row(['合计', '<', ...amounts(some)], TOTAL);
    functionalRows(names, some, [3, 5, 7], '合计', (node, name, parent) => table.row([node.code, name, ...amounts(node.atoms)],
      { code: node.code, name, classification: 'functional', parent, leaf: node.last ? 1 : 0, functional: node.code }));
  };
  // The other income pays nothing of a subject: it stands below the running of the administration.
  const incomeOf = (some) => {
    const share = some.some((atom) => atom.functional === unit.run) ? 1 : 0;
    const appropriation = sum(some, treasury) + share * (carriedOut - carriedIn);
    const business = sum(some, is('fund', 'unit_funds'));
    return [appropriation + business + share * other, appropriation, 0, business, 0, 0, 0, share * other];
  };
  functionList('公开02表', '收入决算表', [R('all'), ...['fiscal_appropriation', 'unit_funds', 'unit_funds', 'special_account', 'unit_funds', 'unit_funds', 'unit_funds'].map((fund) => R(fund))],
    ['项目|<|本年收入合计|财政拨款收入|上级补助收入|事业收入|<|经营收入|附属单位上缴收入|其他收入', '科目编码|科目名称|^|^|^|小计|其中：教育收费|^|^|^'], incomeOf, atoms);
  functionList('公开03表', '支出决算表', [E('total', 'all'), E('basic', 'all'), E('project', 'all'), E('to_superiors', 'all'), E('operating', 'all'), E('to_subordinates', 'all')],
    ['项目|<|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出', '科目编码|科目名称|^|^|^|^|^|^'], (some) => [sum(some), sum(some, basic), sum(some, project), 0, 0, 0], atoms);
  {
    const fiscal = atoms.filter(treasury);
    const table = add(new Table(style, { number: '公开04表', title: '财政拨款收入支出决算表', unit: '万元', left,
      head: ['收入|<|<|支出|<|<|<|<|<', '项目|行次|金额|项目|行次|合计|一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款', '栏次||1|栏次||2|3|4|5'],
      columns: [null, null, R('fiscal_appropriation'), null, null, E('total', 'fiscal_appropriation'), E('total', 'general_public'), E('total', 'government_fund'), E('total', 'state_capital')],
      meaning, widths: [26, 5, 11, 26, 5, 11, 11, 11, 11] }));
    const sides = (some) => [sum(some), sum(some, is('fund', 'general_public')), sum(some, is('fund', 'government_fund')), 0];
    const expenditure = treeOf(fiscal, functionalOf, [3]).map((node, index) => [`${NUMERALS[index]}、${names.functional(node.code)}`, sides(node.atoms),
      { code: node.code, classification: 'functional', parent: '本年支出合计', leaf: 1 }]);
    const revenue = [['一、一般公共预算财政拨款', gpIn, { fund: 'general_public', parent: '本年收入合计', leaf: 1 }], ['二、政府性基金预算财政拨款', gf, { fund: 'government_fund', parent: '本年收入合计', leaf: 1 }],
      ['三、国有资本经营预算财政拨款', 0, {}]];
    while (revenue.length < expenditure.length) revenue.push(['', 0, {}]);
    const blank = ['', [0, 0, 0, 0], {}];
    revenue.push(['本年收入合计', gpIn + gf, { parent: '总计', leaf: 0 }], ['年初财政拨款结转和结余', carriedIn, { parent: '总计', item: 'carried_in' }],
      ['    一般公共预算财政拨款', carriedIn, { fund: 'general_public', parent: '年初财政拨款结转和结余' }], ['    政府性基金预算财政拨款', 0, {}], ['    国有资本经营预算财政拨款', 0, {}],
      ['总计', gpIn + gf + carriedIn, { parent: '', leaf: 0 }]);
    expenditure.push(['本年支出合计', sides(fiscal), { parent: '总计', leaf: 0 }], ['年末财政拨款结转和结余', [carriedOut, carriedOut, 0, 0], { parent: '总计', item: 'carried_out' }], blank, blank, blank,
      ['总计', [sum(fiscal) + carriedOut, gp + carriedOut, gf, 0], { parent: '', leaf: 0 }]);
    const right = numbers(revenue.length + 1, revenue.length);
    revenue.forEach(([label, cents, of], index) => {
      const [label2, amounts, meant] = expenditure[index];
      const spent = { name: label2, ...meant };
      table.row([label, String(index + 1), cents, label2, right[index], ...amounts], {}, { 2: { name: label.trim(), ...of }, 5: spent, 6: spent, 7: spent, 8: spent });
    });
  }
  {
    const some = atoms.filter(is('fund', 'general_public'));
    const carry = (item) => ['total', 'basic', 'project'].map((component) => ({ fund: 'general_public', item: '', qualifier: item === 'carried_in' ? 'of_which_carried_in;' : ';of_which_carried_out', component, leaf: '' }));
    const columns = [...carry('carried_in'), R('general_public'), R('general_public', { component: 'basic' }), R('general_public', { component: 'project' }),
      E('total', 'general_public'), E('basic', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public'), E('project', 'general_public'), ...carry('carried_out')];
    functionList('公开05表', '一般公共预算财政拨款收入支出决算表', columns, [
      '项目|<|年初结转和结余|<|<|本年收入|<|<|本年支出|<|<|<|<|年末结转和结余|<|<', '科目编码|科目名称|合计|基本支出结转|项目支出结转和结余|合计|基本支出|项目支出|合计|基本支出|<|<|项目支出|合计|基本支出结转|项目支出结转和结余',
      '^|^|^|^|^|^|^|^|^|小计|人员经费|日常公用经费|^|^|^|^'], (rows) => {
      const run = rows.some((atom) => atom.functional === unit.run && atom.part !== 'project') ? 1 : 0;
      const done = rows.some((atom) => atom.functional === '2130135') ? 1 : 0;
      const [bi, pi, bo, po] = [run * basicIn, done * (carriedIn - basicIn), run * basicOut, done * (carriedOut - basicOut)];
      const [b, p] = [sum(rows, basic), sum(rows, project)];
      return [bi + pi, bi, pi, b + bo - bi + p + po - pi, b + bo - bi, p + po - pi, b + p, b, sum(rows, is('part', 'personnel')), sum(rows, is('part', 'public')), p, bo + po, bo, po];
    }, some);
  }
  {
    const basics = atoms.filter((atom) => basic(atom) && atom.fund === 'general_public');
    const table = add(new Table(style, { number: '公开06表', title: '一般公共预算财政拨款基本支出决算表', unit: '万元', left,
      head: ['人员经费|<|<|公用经费|<|<|<|<|<', '科目编码|科目名称|决算数|科目编码|科目名称|决算数|科目编码|科目名称|决算数'],
      columns: [null, null, E('personnel;total', 'general_public'), null, null, E('public;total', 'general_public'), null, null, E('public;total', 'general_public')], meaning, widths: [7, 18, 10, 7, 18, 10, 7, 18, 10] }));
    const nodes = treeOf(basics, economicOf, [3, 5]);
    const people = nodes.filter((node) => !node.code.startsWith('302'));
    const goods = nodes.filter((node) => node.code.startsWith('302'));
    const empty = ['307', '30701', '30702', '310', '31001', '31002', '31003', '31005', '399', '39999'];
    for (let index = 0; index < Math.max(people.length, goods.length, empty.length); index++) {
      const cells = [];
      const byColumn = {};
      for (const node of [people[index], goods[index]]) {
        if (node) byColumn[cells.length + 2] = { code: node.code, name: names.department(node.code), classification: 'department_economic', leaf: node.last ? 1 : 0,
          department_economic: node.code, ...(node.parent && { parent: names.department(node.parent) }) };
        cells.push(node?.code ?? '', node ? names.department(node.code) : '', node ? sum(node.atoms) : '');
      }
      table.row([...cells, empty[index] ?? '', empty[index] ? names.department(empty[index]) : '', 0], {}, byColumn);
    }
    table.row(['人员经费合计', '<', sum(basics, is('part', 'personnel')), '公用经费合计', '<', '<', '<', '<', sum(basics, is('part', 'public'))], { leaf: 0 });
  }
  {
    const some = atoms.filter(is('fund', 'government_fund'));
    functionList('公开08表', '政府性基金预算财政拨款收入支出决算表', [{ fund: 'government_fund', item: 'carried_in', leaf: '' }, R('government_fund'), E('total', 'government_fund'), E('basic', 'government_fund'),
      E('project', 'government_fund'), { fund: 'government_fund', item: 'carried_out', leaf: '' }],
    ['项目|<|年初结转和结余|本年收入|本年支出|<|<|年末结转和结余', '科目编码|科目名称|^|^|合计|基本支出|项目支出|^'], (rows) => [0, sum(rows), sum(rows), 0, sum(rows), 0], some);
  }
  const [overseas, purchase, operation, reception] = [0, 1798, random.whole(300, 900), random.whole(200, 800)];
  const three = { budget: [overseas, purchase + 200, operation + 150, reception + 90], final: [overseas, purchase, operation, reception] };
  {
    const items = ['total', 'overseas', 'vehicle_total', 'vehicle_purchase', 'vehicle_operation', 'reception'];
    const table = add(new Table({ ...style, zero: '0.00' }, { number: '公开10表', title: '一般公共预算财政拨款“三公”经费情况表', unit: '万元', left,
      head: ['预算数|<|<|<|<|<|决算数|<|<|<|<|<', '合计|因公出国（境）费|公务用车购置及运行维护费|<|<|公务接待费|合计|因公出国（境）费|公务用车购置及运行维护费|<|<|公务接待费',
        '^|^|小计|公务用车购置费|公务用车运行维护费|^|^|^|小计|公务用车购置费|公务用车运行维护费|^', '1|2|3|4|5|6|7|8|9|10|11|12'],
      columns: [...items.map((item) => E('total', 'general_public', { item, phase: 'budget' })), ...items.map((item) => E('total', 'general_public', { item }))], meaning, widths: Array(12).fill(10) }));
    const row = ([o, p, v, r]) => [o + p + v + r, o, p + v, p, v, r];
    table.row([...row(three.budget), ...row(three.final)], {}, Object.fromEntries(items.map((_, index) => [index, { phase: 'budget' }])));
  }
  {
    const table = add(new Table({ ...style, zero: '0.00' }, { number: '公开11表', title: ['财政拨款“三公”经费、行政参公单位', '机关运行经费情况表'], unit: '万元', left, head: ['项目|行次|预算数|全年预算数|决算统计数', '栏次||1|2|3'],
      columns: [null, null, E('total', 'fiscal_appropriation', { phase: 'budget' }), E('total', 'fiscal_appropriation', { phase: 'adjusted;budget' }), E('total', 'fiscal_appropriation')], meaning, widths: [44, 6, 14, 14, 14], page: 'portrait' }));
    const all3 = (index) => [three.budget[index], three.final[index] + 10 * index, three.final[index]];
    const plus = (...rows) => rows[0].map((_, at) => rows.reduce((total, row) => total + row[at], 0));
    const top = '（一）支出合计';
    const vehicles = '2．公务用车购置及运行维护费';
    table.row(['一、“三公”经费支出', '1', '—', '—', '—']);
    table.row([top, '2', ...plus(all3(0), all3(1), all3(2), all3(3))], { name: top, item: 'total' });
    table.row(['  1．因公出国（境）费', '3', ...all3(0)], { item: 'overseas', name: '1．因公出国（境）费', parent: top });
    table.row([`  ${vehicles}`, '4', ...plus(all3(1), all3(2))], { item: 'vehicle_total', name: vehicles, parent: top });
    table.row(['    （1）公务用车购置费', '5', ...all3(1)], { item: 'vehicle_purchase', name: '（1）公务用车购置费', parent: vehicles });
    table.row(['    （2）公务用车运行维护费', '6', ...all3(2)], { item: 'vehicle_operation', name: '（2）公务用车运行维护费', parent: vehicles });
    table.row(['  3．公务接待费', '7', ...all3(3)], { item: 'reception', name: '3．公务接待费', parent: top });
    table.row(['    （1）国内接待费', '8', '—', '—', three.final[3]], { parent: '3．公务接待费;-', name: '（1）国内接待费' });
    table.row(['      其中：外事接待费', '9', '—', '—', 0]);
    table.row(['    （2）国（境）外接待费', '10', '—', '—', 0], { parent: '3．公务接待费;-', name: '（2）国（境）外接待费' });
    table.row(['（二）相关统计数', '11', '—', '—', '—']);
    [['因公出国（境）团组数（个）', '0'], ['公务用车购置数（辆）', '1'], ['公务用车保有量（辆）', '3'], ['国内公务接待批次（个）', '41'], ['国内公务接待人次（人）', '356']]
      .forEach(([label, count], index) => table.row([`  ${index + 1}．${label}`, String(12 + index), '—', '—', { count }]));
    table.row(['二、机关运行经费', '17', '—', '—', sum(atoms, (atom) => atom.part === 'public' && atom.fund === 'general_public')], { name: '二、机关运行经费', item: 'operating_expenses' });
  }
  const w = (cents) => (cents / 100).toFixed(2);
  return { name: 'yunnan', year, kind: 'final', place: '云南省', department, tables, prose: [
    `${department}2024年度收入合计${w(gpIn + gf + own + other)}万元。其中：财政拨款收入${w(gpIn + gf)}万元，占总收入的${((gpIn + gf) / (gpIn + gf + own + other) * 100).toFixed(2)}%；事业收入${w(own)}万元；其他收入${w(other)}万元。`,
    `2024年度支出合计${w(all)}万元。其中：基本支出${w(sum(atoms, basic))}万元，项目支出${w(sum(atoms, project))}万元。`,
    `2024年度一般公共预算财政拨款“三公”经费支出决算数为${w(three.final.reduce((a, b) => a + b))}万元，其中：公务用车购置费支出${w(purchase)}万元，公务用车运行维护费支出${w(operation)}万元，公务接待费支出${w(reception)}万元。`,
  ] };
}
