// 天津: one decimal place, the national tables of 2021 with money of the year and carried over by fund, projects with all of their sources, empty tables that a last page
// explains. After the list of tables and the figures of the prose of 天津现代职业技术学院 2025 (https://tjmvtc.edu.cn/info/1248/10758.htm); headings from knowledge of the form
import { sum } from './money.mjs';
import { E, R, economicOf, functionalOf, is, sidesBeside, treasury } from './rows.mjs';
import { basic, CLASSES, classSide, evened, fiscalSides, listBy, NUMERALS_OF_FUNDS, personnel, project, publicUse, start, THREE } from './kit.mjs';
import { written } from './table.mjs';

export function tianjin(random) {
  const units = [
    { code: '219201', name: '某某市现代工业职业学院', institution: true, run: '2050305', projects: [['2050305', 'general_public', '现代职业教育质量提升', '31003', true], ['2050305', 'general_public', '学生资助', '30308'], ['2050305', 'special_account', '教学设备更新', '31003'], ['2050305', 'special_account', '校舍维修', '30213'], ['2296003', 'government_fund', '校园足球', '30299']] },
  ];
  const form = start({ year: 2025, department: '某某市现代工业职业学院', units, scale: 10, style: { grouped: false, zero: '', digits: 1 } }, random);
  const { atoms, add, fund, all, carried, department } = form;
  const left = `部门：${department}`;
  const FIVE = NUMERALS_OF_FUNDS.map(([key]) => key);
  const now = (some) => some.filter((atom) => !atom.carried);
  {
    const table = add({ number: '表1', title: '部门收支总体情况表', left, head: ['收入|<|支出|<', '项目|预算数|项目（按功能分类）|预算数'], columns: [null, R('all'), null, E('total', 'all')], widths: [34, 14, 36, 14], page: 'portrait', size: 8.5 });
    const more = ['五、事业收入', '六、事业单位经营收入', '七、上级补助收入', '八、附属单位上缴收入', '九、其他收入'].map((label) => [label, 0, {}]);
    const [income, spent] = evened([...NUMERALS_OF_FUNDS.slice(0, 4).map(([key, label]) => [label, fund(key, now(atoms)), { fund: key, leaf: 1 }]), ...more], classSide(form, CLASSES));
    income.push(['本年收入合计', all - carried, { leaf: 0 }], ['上年结转结余', carried, { item: 'carried_in' }], ['收入总计', all, { leaf: 0 }]);
    spent.push(['本年支出合计', all, { leaf: 0 }], ['结转下年', 0, {}], ['支出总计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  {
    const carriedTo = { qualifier: 'of_which_carried_in', leaf: '' };
    const heads = '一般公共预算|政府性基金预算|国有资本经营预算|财政专户管理资金';
    const table = add({ number: '表2', title: '部门收入总体情况表', left, page: 'wide', size: 7.5, head: ['部门（单位）代码|部门（单位）名称|合计|本年收入|<|<|<|<|<|<|<|<|<|上年结转结余|<|<|<|<|<', `^|^|^|小计|${heads}|事业收入|事业单位经营收入|上级补助收入|附属单位上缴收入|其他收入|小计|${heads}|单位资金`],
      columns: [null, null, { ...R('all'), leaf: '' }, R('all', { qualifier: 'of_which_current_year_total', leaf: '' }), ...FIVE.slice(0, 4).map((key) => R(key, { leaf: '' })), ...Array(5).fill(R('unit_funds')), R('all', carriedTo), ...FIVE.map((key) => R(key, carriedTo))], widths: [10, 24, ...Array(17).fill(9)] });
    const cells = (some) => { const old = some.filter(is('carried', true)); return [sum(some), sum(now(some)), ...FIVE.slice(0, 4).map((key) => fund(key, now(some))), 0, 0, 0, 0, 0, sum(old), ...FIVE.map((key) => fund(key, old))]; };
    table.row(['合计', '<', ...cells(atoms)], { unit: '-' });
    table.row(['219', '某某市教育委员会', ...cells(atoms)], { unit: '某某市教育委员会' });
    for (const unit of units) table.row([unit.code, `    ${unit.name}`, ...cells(atoms)], { unit: unit.name });
  }
  const three = (some) => [sum(some), sum(some, basic), sum(some, project)];
  const list = (number, title, columns, heads, cells, some, { of = functionalOf, words = '科目编码|科目名称', ...more } = {}) => {
    const table = add({ number, title, left, head: heads.length === 1 ? [`${words}|${heads[0]}`] : [`${words}|${heads[0]}`, `^|^|${heads[1]}`], columns: [null, null, ...columns], widths: [11, 36, ...columns.map(() => 13)], ...more });
    return listBy(of, form, table, some, cells, { lead: (code, name) => [code, name], total: ['合计', '<'] });
  };
  list('表3', '部门支出总体情况表', [E('total', 'all'), E('basic', 'all'), E('project', 'all'), E('to_superiors', 'all'), E('operating', 'all'), E('to_subordinates', 'all')], ['合计|基本支出|项目支出|上缴上级支出|事业单位经营支出|对附属单位补助支出'], (some) => [...three(some), 0, 0, 0], atoms);
  {
    const keys = ['general_public', 'government_fund', 'state_capital'];
    const table = add({ number: '表4', title: '财政拨款收支总体情况表', left, size: 8.5, breaks: [24], head: ['收入|<|支出|<|<|<|<', '项目|预算数|项目|合计|一般公共预算|政府性基金预算|国有资本经营预算'], columns: [null, R('fiscal_appropriation'), null, E('total', 'fiscal_appropriation'), ...keys.map((key) => E('total', key))], widths: [28, 12, 32, 12, 12, 12, 12] });
    sidesBeside(table, fiscalSides(form, CLASSES, (some) => [sum(some), ...keys.map((key) => fund(key, some))]));
  }
  const general = atoms.filter(is('fund', 'general_public'));
  list('表5', '一般公共预算支出情况表', ['total', 'basic', 'personnel', 'public', 'project'].map((component) => E(component, 'general_public')), ['合计|基本支出|<|<|项目支出', '^|小计|人员经费|公用经费|^'], (some) => [sum(some), sum(some, basic), sum(some, personnel), sum(some, publicUse), sum(some, project)], general, { words: '功能分类科目|<' })
    .head[1].splice(0, 2, '科目编码', '科目名称');
  list('表6', '一般公共预算基本支出情况表', ['total;basic', 'personnel', 'public'].map((component) => E(component, 'general_public')), ['本年一般公共预算基本支出|<|<', '合计|人员经费|公用经费'], (some) => [sum(some), sum(some, personnel), sum(some, publicUse)], general.filter(basic), { of: economicOf, words: '部门预算支出经济分类科目|<' })
    .head[1].splice(0, 2, '科目编码', '科目名称');
  {
    const table = add({ number: '表7', title: '一般公共预算“三公”经费支出情况表', left, head: ['“三公”经费合计|因公出国（境）费|公务用车购置及运行费|<|<|公务接待费', '^|^|小计|公务用车购置费|公务用车运行费|^'], columns: THREE.map((item) => E('total', 'general_public', { item })), widths: Array(6).fill(16) });
    const meals = random.whole(20, 90) * 10;
    table.row([meals + 5200, 0, 5200, 0, 5200, meals]);
  }
  list('表8', '政府性基金预算支出情况表', ['total', 'basic', 'project'].map((component) => E(component, 'government_fund')), ['本年政府性基金预算支出|<|<', '合计|基本支出|项目支出'], three, atoms.filter(is('fund', 'government_fund')));
  {
    const table = add({ number: '表9', title: '国有资本经营预算支出情况表', left, head: ['科目编码|科目名称|本年国有资本经营预算支出|<|<', '^|^|合计|基本支出|项目支出'], columns: Array(5).fill(null), widths: [11, 36, 14, 14, 14] });
    table.row(['合计', '<', '', '', '']);
    for (let row = 0; row < 3; row++) table.row(Array(5).fill(''));
  }
  {
    const listed = atoms.filter(project);
    const three3 = '一般公共预算|政府性基金预算|国有资本经营预算';
    const carriedTo = { qualifier: 'of_which_carried_in', leaf: '' };
    const keys = ['general_public', 'government_fund', 'state_capital'];
    const P = (key, more = { leaf: '' }) => E('project;total', key, more);
    const table = add({ number: '表10', title: '项目支出表', left, page: 'wide', size: 8, head: ['项目名称|项目单位|合计|本年拨款|<|<|财政拨款结转结余|<|<|财政专户管理资金|单位资金', `^|^|^|${three3}|${three3}|^|^`], columns: [null, null, E('project;total', 'all'), ...keys.map((key) => P(key)), ...keys.map((key) => P(key, carriedTo)), P('special_account'), P('unit_funds')], widths: [30, 28, ...Array(9).fill(12)] });
    const cells = (some) => { const old = some.filter(is('carried', true)); return [sum(some), ...keys.map((key) => fund(key, now(some))), ...keys.map((key) => fund(key, old)), fund('special_account', some), fund('unit_funds', some)]; };
    table.row(['合计', '', ...cells(listed)], { leaf: 0, unit: '-' });
    for (const atom of listed) table.row([atom.project, atom.unit.name, ...cells([atom])], { name: atom.project, unit: atom.unit.name, classification: 'project', leaf: 1 });
    table.plant((truth) => truth.name === '学生资助' && truth.column === 3, 200);
  }
  const w = (cents) => written(cents, { digits: 1 });
  const gp = now(atoms.filter(treasury));
  return { ...form, name: 'tianjin', kind: 'budget', prose: [`按照综合预算的原则，${department}所有收入和支出均纳入部门预算管理。收入包括：一般公共预算拨款收入${w(fund('general_public', gp))}万元、政府性基金预算拨款收入${w(fund('government_fund', gp))}万元、国有资本经营预算拨款收入0.0万元、财政专户管理资金收入${w(fund('special_account'))}万元、上年结转结余${w(carried)}万元。`,
    `${department}2025年支出预算${w(all)}万元，其中：基本支出${w(sum(atoms, basic))}万元，项目支出${w(sum(atoms, project))}万元。`, '关于空表的说明：本部门2025年无国有资本经营预算支出，表9为空表。'] };
}
