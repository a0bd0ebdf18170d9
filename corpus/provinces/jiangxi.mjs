// 江西: revenue as a tree of what the treasury pays and what a department earns, revenue by subject with all sources, 三公 by unit, projects with their goals; stations, schools and
// forest farms as units. From knowledge of the form (收支预算总表 to 国有资本经营预算支出表 of departments of 江西省, 赣州 and 上饶, budgets of 2023 to 2025)
import { sum } from './money.mjs';
import { E, NUMERALS, R, economicOf, functionalOf, is, sidesBeside, treasury } from './rows.mjs';
import { basic, classSide, evened, fiscalSides, listBy, partsOf, personnel, project, publicUse, start, threeOf, threeParts, TREASURY } from './kit.mjs';
import { written } from './table.mjs';

export function jiangxi(random) {
  const units = [
    { code: '511001', name: '某某县林业局', institution: false, run: '2130201', projects: [['2130209', 'general_public', '天然林停伐管护', '30399'], ['2130234', 'general_public', '扑火队伍', '30226', true]] },
    { code: '511002', name: '某某县林业科学研究所', institution: true, run: '2060302', projects: [['2060303', 'general_public', '油茶良种', '30227']] },
    { code: '511003', name: '某某县木材检查站', institution: true, run: '2130204', projects: [] },
    { code: '511004', name: '某某县金盘山林场', institution: true, run: '2130204', own: true, projects: [['2130205', 'general_public', '低产林改造', '31099']] },
    { code: '511005', name: '某某县森林病虫害防治检疫站', institution: true, run: '2130204', projects: [['2130234', 'general_public', '松材线虫病除治', '30227'], ['2120899', 'government_fund', '苗圃用房', '31001']] },
    { code: '511006', name: '某某县林业技工学校', institution: true, run: '2050303', projects: [['2050303', 'special_account', '实训基地', '31003']] },
  ];
  const form = start({ year: 2025, department: '某某县林业局', units, style: { grouped: false, zero: '' }, left: '填报单位：[511]某某县林业局' }, random);
  const { atoms, add, fund, all, carried } = form;
  const now = (some) => some.filter((atom) => !atom.carried);
  const keys = TREASURY;
  {
    const table = add({ title: '收支预算总表', head: ['收      入|<|支      出|<', '项目|预算数|项目(按支出功能科目类级)|预算数'], columns: [null, R('all'), null, E('total', 'all')], widths: [34, 14, 34, 14] });
    const first = '一、财政拨款收入';
    const words = ['（一）一般公共预算收入', '（二）政府性基金预算收入', '（三）国有资本经营预算收入'];
    const [income, spent] = evened([[first, sum(now(atoms), treasury), { fund: 'fiscal_appropriation', leaf: '' }], ...words.map((word, at) => [`    ${word}`, fund(keys[at], now(atoms)), { fund: keys[at], parent: first, leaf: 1 }]), ['二、教育收费资金收入', fund('special_account'), { fund: 'special_account', leaf: 1 }], ['三、事业收入', fund('unit_funds'), { fund: 'unit_funds', leaf: 1 }], ...['四、事业单位经营收入', '五、附属单位上缴收入', '六、上级补助收入', '七、其他收入'].map((label) => [label, 0, {}])],
      classSide(form, ['205', '206', '208', '210', '212', '213', '221'], { mark: () => '' }));
    income.push(['本年收入合计', all - carried, { leaf: 0 }], ['八、使用非财政拨款结余', 0, {}], ['九、上年结转（结余）', carried, { item: 'carried_in' }], ['收入总计', all, { leaf: 0 }]);
    spent.push(['本年支出合计', all, { leaf: 0 }], ['结转下年', 0, {}], ['', '', {}], ['支出总计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  const list = (title, columns, heads, cells, some, { words = '支出功能分类科目', of = functionalOf, ...more } = {}) => {
    const [top, below = top.replace(/[^|]+/g, '^')] = heads;
    const table = add({ title, head: [`${words}|<|${top}`, `科目编码|科目名称|${below}`], columns: [null, null, ...columns], widths: [11, 34, ...columns.map(() => 13)], ...more });
    return listBy(of, form, table, some, cells, { lead: (code, name, level) => ['  '.repeat(level) + code, '  '.repeat(level) + name], total: ['', '合计'] });
  };
  {
    const cells = (some) => { const old = sum(some, is('carried', true)); const rest = now(some); return [sum(some), old, sum(rest, treasury), ...keys.map((key) => fund(key, rest)), fund('special_account', rest), fund('unit_funds', rest), 0, 0, 0, 0, 0]; };
    list('部门收入总表', [R('all'), R('all', { qualifier: 'of_which_carried_in', leaf: '' }), R('fiscal_appropriation', { leaf: '' }), ...keys.map((key) => R(key, { leaf: '' })), R('special_account', { leaf: '' }), R('unit_funds', { leaf: '' }), ...Array(5).fill(null)],
      ['合计|上年结转|财政拨款|<|<|<|教育收费资金收入|事业收入|事业单位经营收入|附属单位上缴收入|上级补助收入|其他收入|使用非财政拨款结余', '^|^|小计|一般公共预算拨款收入|政府性基金预算拨款收入|国有资本经营预算收入|^|^|^|^|^|^|^'], cells, atoms, { words: '科目', page: 'wide', size: 8 });
  }
  list('部门支出总表', partsOf('all'), ['合计|基本支出|项目支出'], threeParts, atoms, { breaks: [19] });
  {
    const table = add({ title: '财政拨款收支总表', head: ['收      入|<|支      出|<|<|<|<', '项目|预算数|项目(按支出功能科目类级)|合计|一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款'], columns: [null, R('fiscal_appropriation'), null, E('total', 'fiscal_appropriation'), ...keys.map((key) => E('total', key))], widths: [28, 12, 30, 12, 12, 12, 12] });
    sidesBeside(table, fiscalSides(form, ['205', '206', '208', '210', '212', '213', '221'], (some) => [sum(some), ...keys.map((key) => fund(key, some))], { mark: (at) => `（${NUMERALS[at]}）`, word: '拨款收入', sums: ['收入总计', '支出总计'] }));
  }
  const general = atoms.filter(is('fund', 'general_public'));
  list('一般公共预算支出表', partsOf('general_public'), ['2025年预算数|<|<', '合计|基本支出|项目支出'], threeParts, general, { breaks: [19] }).plant((truth) => truth.code === '2130205' && truth.component === 'project', 700);
  list('一般公共预算基本支出表', [E('total;basic', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public')], ['2025年基本支出|<|<', '合计|人员经费|公用经费'], (some) => [sum(some), sum(some, personnel), sum(some, publicUse)], general.filter(basic), { words: '支出经济分类科目', of: economicOf, page: 'portrait', breaks: [27] });
  {
    const order = ['total', 'overseas', 'reception', 'vehicle_total', 'vehicle_operation', 'vehicle_purchase'];
    const table = add({ title: '财政拨款“三公”经费支出表', head: ['单位编码|单位名称|合计|因公出国(境)费|公务接待费|公务用车购置及运行维护费|<|<', '^|^|^|^|^|小计|公务用车运行维护费|公务用车购置'], columns: [null, null, ...order.map((item) => E('total', 'fiscal_appropriation;general_public', { item }))], widths: [10, 34, ...Array(6).fill(13)], notes: ['注：若为空表，则为该部门（单位）无“三公”经费支出'] });
    const cells = (some) => { const [total, abroad, car, , driven, meal] = threeOf(some); return [total, abroad, meal, car, driven, 0]; };
    table.row(['', '合计', ...cells(general)], { unit: '-' });
    for (const unit of units) { const own = general.filter(is('unit', unit)); if (threeOf(own)[0]) table.row([unit.code, unit.name, ...cells(own)], { unit: unit.name }); }
  }
  list('政府性基金预算支出表', partsOf('government_fund'), ['2025年预算数|<|<', '合计|基本支出|项目支出'], threeParts, atoms.filter(is('fund', 'government_fund')), { notes: ['注：若为空表，则为该部门（单位）无政府性基金收支'] });
  {
    const table = add({ title: '国有资本经营预算支出表', head: ['支出功能分类科目|<|2025年预算数|<|<', '科目编码|科目名称|合计|基本支出|项目支出'], columns: Array(5).fill(null), widths: [11, 40, 14, 14, 14], notes: ['注：若为空表，则为该部门（单位）无国有资本经营预算收支'] });
    for (let row = 0; row < 2; row++) table.row(Array(5).fill(''));
  }
  {
    // Each project with the money of the year beside its indicators
    const table = add({ title: '项目支出绩效目标汇总表', size: 8.5, head: ['项目单位|项目名称|年度资金总额|其中：财政拨款|其他资金|绩效目标|绩效指标'], columns: [null, null, E('project;total', 'all'), E('project;total', 'fiscal_appropriation', { leaf: '' }), E('project;total', '', { leaf: '' }), null, null], widths: [30, 22, 13, 13, 12, 26, 14] });
    for (const atom of atoms.filter(project)) { const given = treasury(atom) ? atom.cents : 0; table.row([atom.unit.name, atom.project, atom.cents, given, atom.cents - given, `完成${atom.project}年度任务`, '≥95%'], { name: atom.project, unit: atom.unit.name, classification: 'project', leaf: 1 }, { 3: { leaf: '' }, 4: { leaf: '' } }); }
  }
  const w = (cents) => written(cents);
  return { ...form, name: 'jiangxi', kind: 'budget', prose: [`2025年某某县林业局收入预算总额为${w(all)}万元，其中：财政拨款收入${w(sum(now(atoms), treasury))}万元，事业收入${w(fund('unit_funds'))}万元，上年结转${w(carried)}万元。`, `支出预算总额为${w(all)}万元，其中：基本支出${w(sum(atoms, basic))}万元，项目支出${w(sum(atoms, project))}万元。`] };
}
