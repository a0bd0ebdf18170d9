// 四川 counties: items with 类, 款 and 项 below their units, the treasury's money by economic item, each fund of the year, told in advance from above and carried over, projects below
// the subjects that pay them. After the fifteen tables of 仁寿县交通运输局 2025 (http://sunysa.com/info/5041/159547.htm); headings from knowledge of the form
import { sum, treeOf } from './money.mjs';
import { E, R, economicOf, functionalOf, is, sidesBeside, split, treasury } from './rows.mjs';
import { basic, CLASSES, classSide, evened, fiscalSides, personnel, project, publicUse, start, THREE, threeOf } from './kit.mjs';
import { written } from './table.mjs';

const ADVANCED = '农村公路养护补助';

export function renshou(random) {
  const units = [
    { code: '335301', name: '某某县交通运输局', institution: false, run: '2140101', projects: [['2140106', 'general_public', ADVANCED, '31005'], ['2140112', 'general_public', '公交运营补贴', '31204'], ['2140104', 'general_public', '县道改造', '31005', true], ['2120803', 'government_fund', '城市道路配套', '31005']] },
    { code: '335602', name: '某某县公路养护中心', institution: true, run: '2140199', own: true, projects: [['2140106', 'general_public', '应急抢险物资', '30218']] },
  ];
  const form = start({ year: 2025, department: '某某县交通运输局', units, style: { grouped: true, zero: '' }, left: '部门：某某县交通运输局' }, random);
  const { names, atoms, add, fund, all, carried, department } = form;
  const advanced = (atom) => atom.project === ADVANCED;
  const thisYear = (atom) => !atom.carried && !advanced(atom);
  {
    const table = add({ number: '表1', title: '部门收支总表', size: 8.5, breaks: [24], head: ['收          入|<|支             出|<', '项              目|2025年预算数|项              目|2025年预算数'], columns: [null, R('all'), null, E('total', 'all')], widths: [34, 14, 36, 14] });
    const now = atoms.filter((atom) => !atom.carried);
    const [income, spent] = evened([['一、一般公共预算拨款收入', fund('general_public', now), { fund: 'general_public', leaf: 1 }], ['二、政府性基金预算拨款收入', fund('government_fund'), { fund: 'government_fund', leaf: 1 }], ['三、国有资本经营预算拨款收入', 0, {}], ['四、事业收入', fund('unit_funds'), { fund: 'unit_funds', leaf: 1 }], ['五、事业单位经营收入', 0, {}], ['六、其他收入', 0, {}]], classSide(form, CLASSES));
    income.push(['本  年  收  入  合  计', all - carried, { leaf: 0 }], ['七、用事业基金弥补收支差额', 0, {}], ['八、上年结转', carried, { item: 'carried_in' }], ['收      入      总      计', all, { leaf: 0 }]);
    spent.push(['本  年  支  出  合  计', all, { leaf: 0 }], ['三十一、事业单位结余分配', 0, {}], ['三十二、结转下年', 0, {}], ['支      出      总      计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  {
    const table = add({ number: '表1-1', title: '部门收入总表', size: 8, page: 'wide', head: ['项              目|<|合计|上年结转|一般公共预算拨款收入|政府性基金预算拨款收入|国有资本经营预算拨款收入|事业收入|事业单位经营收入|其他收入|上级补助收入|附属单位上缴收入|用事业基金弥补收支差额', `单位代码|单位名称（科目）${'|^'.repeat(11)}`],
      columns: [null, null, { ...R('all'), leaf: '' }, R('all', { qualifier: 'of_which_carried_in', leaf: '' }), ...['general_public', 'government_fund', 'state_capital', 'unit_funds', 'unit_funds', 'unit_funds', 'unit_funds', 'unit_funds'].map((key) => R(key, { leaf: '' })), null], widths: [9, 28, ...Array(11).fill(11)] });
    const cells = (some) => { const old = sum(some, is('carried', true)); return [sum(some), old, fund('general_public', some) - old, fund('government_fund', some), 0, fund('unit_funds', some), 0, 0, 0, 0, '']; };
    table.row(['', '合      计', ...cells(atoms)], { unit: '-' });
    table.row(['335', department, ...cells(atoms)], { unit: department });
    for (const unit of units) table.row([unit.code, unit.name, ...cells(atoms.filter(is('unit', unit)))], { unit: unit.name });
  }
  // The department's name on top, then units, each with its items
  const byUnit = (table, some, cells, below) => {
    const lead = table.columns.findIndex((column) => column !== null) - 2;
    const blank = Array(lead).fill('');
    table.row([...blank, '', '合      计', ...cells(some)], { name: '合      计', leaf: 0, unit: '-' });
    for (const unit of units) {
      const own = some.filter(is('unit', unit));
      if (own.length === 0) continue;
      table.row([...blank, '', unit.name, ...cells(own)], { name: unit.name, classification: 'unit', unit: unit.name, parent: '合      计', leaf: 0 });
      below(own, unit);
    }
    return table;
  };
  const items = (table, some, cells) => byUnit(table, some, cells, (own, unit) => treeOf(own, functionalOf, [7]).forEach((node) => table.row([...split(node.code), unit.code, `    ${names.functional(node.code)}`, ...cells(node.atoms)],
    { code: node.code, name: names.functional(node.code), classification: 'functional', unit: unit.name, functional: node.code, parent: unit.name, leaf: 1 })));
  const CODES = ['项              目|<|<|<|<', '科目编码|<|<|单位代码|单位名称（科目）', '类|款|项|^|^'];
  const functional = (number, title, columns, words, cells, some, more = {}) => items(add({ number, title, head: CODES.map((lead, at) => `${lead}|${at ? words.replace(/[^|]+/g, '^') : words}`), columns: [null, null, null, null, null, ...columns], widths: [5, 4, 4, 9, 36, ...columns.map(() => 14)], ...more }), some, cells);
  functional('表1-2', '部门支出总表', [E('total', 'all'), E('basic', 'all'), E('project', 'all'), E('to_superiors', 'all'), E('to_subordinates', 'all')], '合计|基本支出|项目支出|上缴上级支出|对附属单位补助支出', (some) => [sum(some), sum(some, basic), sum(some, project), 0, 0], atoms);
  const keys = ['general_public', 'government_fund', 'state_capital'];
  {
    const table = add({ number: '表2', title: '财政拨款收支预算总表', size: 8.5, breaks: [24], head: ['收          入|<|支             出|<|<|<|<', '项         目|预算数|项         目|合计|一般公共预算|政府性基金预算|国有资本经营预算'], columns: [null, R('fiscal_appropriation'), null, E('total', 'fiscal_appropriation'), ...keys.map((key) => E('total', key))], widths: [28, 12, 34, 12, 12, 12, 12] });
    const sides = fiscalSides(form, CLASSES, (some) => [sum(some), ...keys.map((key) => fund(key, some))], { mark: () => '  ', word: '拨款收入', sums: ['收      入      总      计', '支      出      总      计'] });
    sidesBeside(table, sides);
  }
  const fiscal = atoms.filter(treasury);
  const economicRows = (table, some, cells) => byUnit(table, some, cells, (own, unit) => treeOf(own, economicOf, [3, 5]).forEach((node) => {
    const name = names.department(node.code);
    table.row([node.code.slice(0, 3), node.code.slice(3), node.last ? unit.code : '', `${node.last ? '      ' : '    '}${name}`, ...cells(node.atoms)], { code: node.code, name, classification: 'department_economic', department_economic: node.code, unit: unit.name, parent: node.parent ? names.department(node.parent) : unit.name, leaf: node.last ? 1 : 0 });
  }));
  {
    const three = (key, more) => ['total', 'basic', 'project'].map((component) => E(component, key, { leaf: '', ...more }));
    const [told, left] = [{ qualifier: 'of_which_advance_transfers' }, { qualifier: 'of_which_carried_in' }];
    const whole = (more) => E('total', 'fiscal_appropriation', { leaf: '', ...more });
    const words = '小计|基本支出|项目支出';
    const table = add({ number: '表2-1', title: '财政拨款支出预算表（部门经济分类科目）', page: 'wide', size: 7, breaks: [30], head: ['项目|<|<|<|总计|当年财政拨款安排|<|<|<|<|<|<|上级提前通知专项转移支付等|<|<|<|上年结转安排|<|<|<', '科目编码|<|单位代码|单位名称（科目）|^|合计|一般公共预算拨款|<|<|政府性基金安排|<|<|合计|一般公共预算拨款|<|<|合计|一般公共预算拨款|<|<', `类|款|^|^|^|^|${words}|${words}|^|${words}|^|${words}`],
      columns: [null, null, null, null, E('total', 'fiscal_appropriation'), whole(), ...three('general_public'), ...three('government_fund'), whole(told), ...three('general_public', told), whole(left), ...three('general_public', left)], widths: [5, 4, 8, 26, 11, ...Array(15).fill(9)] });
    const parts = (some) => [sum(some), sum(some, basic), sum(some, project)];
    const cells = (some) => {
      const [now, ahead, old] = [thisYear, advanced, is('carried', true)].map((test) => some.filter(test));
      return [sum(some), sum(now), ...['general_public', 'government_fund'].flatMap((key) => parts(now.filter(is('fund', key)))), sum(ahead), ...parts(ahead), sum(old), ...parts(old)];
    };
    economicRows(table, fiscal, cells);
  }
  const general = atoms.filter(is('fund', 'general_public'));
  functional('表3', '一般公共预算支出预算表', [E('total', 'general_public'), E('total', 'general_public', { leaf: '' }), E('total', 'general_public', { leaf: '', qualifier: 'of_which_advance_transfers' }), E('total', 'general_public', { leaf: '', qualifier: 'of_which_carried_in' })], '合计|当年财政拨款安排|上级提前通知专项转移支付|上年结转安排',
    (some) => [sum(some), sum(some, thisYear), sum(some, advanced), sum(some, is('carried', true))], general);
  {
    const table = add({ number: '表3-1', title: '一般公共预算基本支出预算表', page: 'portrait', breaks: [32], size: 8.5, head: ['项              目|<|<|<|基本支出|<|<', '科目编码|<|单位代码|单位名称（科目）|合计|人员经费|公用经费', '类|款|^|^|^|^|^'], columns: [null, null, null, null, E('total;basic', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public')], widths: [6, 5, 10, 34, 15, 15, 15] });
    economicRows(table, general.filter(basic), (some) => [sum(some), sum(some, personnel), sum(some, publicUse)]);
  }
  {
    const done = general.filter(project);
    const table = add({ number: '表3-2', title: '一般公共预算项目支出预算表', head: CODES.map((lead, at) => `${lead}|${at ? '^' : '金额'}`), columns: [null, null, null, null, null, E('project;total', 'general_public')], widths: [6, 5, 5, 10, 56, 18] });
    byUnit(table, done, (some) => [sum(some)], (own, unit) => treeOf(own, functionalOf, [7]).forEach((node) => {
      const name = names.functional(node.code);
      table.row(['', '', '', '', `  ${name}`, sum(node.atoms)], { name, unit: unit.name, parent: unit.name, leaf: 0 });
      for (const atom of node.atoms) table.row([...split(node.code), unit.code, `    ${atom.project}`, atom.cents], { name: atom.project, classification: 'project', functional: node.code, unit: unit.name, parent: name, leaf: 1 });
    }));
    table.plant((truth) => truth.name === '公交运营补贴', 600);
  }
  {
    const three = (number, title, some, empty) => {
      const table = add({ number, title, head: ['单位编码|单位名称（科目）|当年财政拨款预算安排|<|<|<|<|<', '^|^|合计|因公出国（境）费用|公务用车购置及运行费|<|<|公务接待费', '^|^|^|^|小计|公务用车购置费|公务用车运行费|^'], columns: [null, null, ...THREE.map((item) => (empty ? null : E('total', 'general_public', { item })))], widths: [10, 34, ...Array(6).fill(13)] });
      if (empty) return table.row(['', '合      计', '', '', '', '', '', '']);
      table.row(['', '合      计', ...threeOf(some)], { unit: '-' });
      return table.row(['335301', units[0].name, ...threeOf(some)], { unit: units[0].name });
    };
    three('表3-3', '一般公共预算“三公”经费支出预算表', general);
    functional('表4', '政府性基金支出预算表', ['total', 'basic', 'project'].map((component) => E(component, 'government_fund')), '本年政府性基金预算支出|<|<', (some) => [sum(some), 0, sum(some)], atoms.filter(is('fund', 'government_fund'))).head.splice(1, 2, [...CODES[1].split('|'), '合计', '基本支出', '项目支出'], [...CODES[2].split('|'), '^', '^', '^']);
    three('表4-1', '政府性基金预算“三公”经费支出预算表', [], true);
  }
  {
    const table = add({ number: '表5', title: '国有资本经营预算支出预算表', head: ['项              目|<|<|<|<|本年国有资本经营预算支出|<|<', `${CODES[1]}|合计|基本支出|项目支出`, `${CODES[2]}|^|^|^`], columns: Array(8).fill(null), widths: [5, 4, 4, 9, 40, 14, 14, 14], notes: ['备注：本表无数据。'] });
    for (let row = 0; row < 2; row++) table.row(Array(8).fill(''));
  }
  return { ...form, name: 'renshou', kind: 'budget', prose: [`按照综合预算的原则，${department}所有收入和支出均纳入部门预算管理。2025年收支总预算${written(all, { grouped: true })}万元。`, `2025年支出预算${written(all, { grouped: true })}万元，其中：基本支出${written(sum(atoms, basic), { grouped: true })}万元，占${(100 * sum(atoms, basic) / all).toFixed(2)}%；项目支出${written(sum(atoms, project), { grouped: true })}万元，占${(100 * sum(atoms, project) / all).toFixed(2)}%。`] };
}
