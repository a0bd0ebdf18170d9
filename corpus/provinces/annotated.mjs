// Projects of two classes with plan by quarter and what they shall achieve, purchases by kind and fund, 三公 of each unit in two years below one another
import { sum } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, functionalRows, is } from './rows.mjs';
import { basic, FUND_NAMES, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function annotated(random) {
  const units = [
    { code: '062001', name: '某某市商务局机关', institution: false, run: '2011301', projects: [['2011308', 'general_public', '招商引资专项', '30227'], ['2160699', 'general_public', '外贸发展资金', '31299'], ['2011302', 'general_public', '机关物业费', '30299']] },
    { code: '062003', name: '某某市会展服务中心', institution: true, run: '2011350', own: true, projects: [['2011308', 'general_public', '博览会布展', '30227'], ['2011350', 'unit_funds', '场馆运转', '30299']] },
  ];
  const general = new Set(['机关物业费', '场馆运转']);
  const form = start({ year: 2025, department: '某某市商务局', units, style: { zero: '' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  const before = atoms.map((atom) => ({ ...atom, cents: Math.round(atom.cents * random.whole(70, 130) / 100) }));
  const running = (atom) => project(atom) && general.has(atom.project);
  const aimed = (atom) => project(atom) && !general.has(atom.project);
  {
    const table = add({ number: '表一', title: '收支预算总表', head: ['收入|<|支出|<|<|<|<|<', '项目|预算数|按功能分类|预算数|按支出性质|预算数|按支出结构|预算数'], columns: [null, R('all'), null, E('total', 'all'), null, E('', 'all'), null, null], widths: [26, 11, 24, 11, 18, 11, 18, 11], size: 8 });
    const income = Object.keys(FUND_NAMES).map((key, index) => [`${NUMERALS[index]}、${FUND_NAMES[key]}收入`, fund(key), { fund: key, leaf: 1 }]);
    const spent = classesOf(names, atoms).map(([code, name, cents], index) => [`${NUMERALS[index]}、${name}`, cents, { code, classification: 'functional', leaf: 1 }]);
    const nature = [['一、基本支出', sum(atoms, basic), { component: 'basic', leaf: '' }], ['  人员支出', sum(atoms, personnel), { component: 'personnel' }], ['  日常公用支出', sum(atoms, publicUse), { component: 'public' }], ['二、项目支出', sum(atoms, project), { component: 'project', leaf: '' }], ['  其他运转类', sum(atoms, running), { component: 'project' }], ['  特定目标类', sum(atoms, aimed), { component: 'project' }]];
    const length = Math.max(income.length, spent.length, nature.length);
    for (const side of [income, spent, nature]) { while (side.length < length) side.push(['', '', {}]); side.push([side === income ? '收入总计' : '支出总计', all, { leaf: 0, ...(side === nature && { component: 'total' }) }]); }
    for (let index = 0; index <= length; index++) table.row([...[income, spent, nature].flatMap((side) => side[index].slice(0, 2)), '', ''], {}, Object.fromEntries([income, spent, nature].map((side, at) => [at * 2 + 1, { name: side[index][0].trim(), ...side[index][2] }])));
  }
  {
    const columns = [E('total', 'all'), E('basic', 'all'), E('personnel', 'all'), E('public', 'all'), E('project', 'all'), E('project', 'all', { leaf: '' }), E('project', 'all', { leaf: '' })];
    const cells = (some) => [sum(some), sum(some, basic), sum(some, personnel), sum(some, publicUse), sum(some, project), sum(some, running), sum(some, aimed)];
    const table = add({ number: '表三', title: '支出预算总表', head: ['单位编码|单位名称|支出合计|基本支出|<|<|项目支出|<|<', '^|^|^|小计|人员支出|日常公用支出|小计|其他运转类|特定目标类'], columns: [null, null, ...columns], widths: [10, 28, ...columns.map(() => 12)] });
    table.row(['合计', '<', ...cells(atoms)], { unit: '', leaf: 0 });
    for (const unit of units) table.row([unit.code, unit.name, ...cells(atoms.filter(is('unit', unit)))], { unit: unit.name });
    table.truth.forEach((truth) => { truth.leaf = ''; });
  }
  {
    const gp = is('fund', 'general_public');
    const columns = [E('total', 'general_public', { period: 'prior' }), E('total', 'general_public'), E('basic', 'general_public'), E('project', 'general_public'), E('total', 'general_public', { period: 'change', leaf: '' }), null];
    const cells = (test) => { const [a, b] = [sum(before, (atom) => gp(atom) && test(atom)), sum(atoms, (atom) => gp(atom) && test(atom))]; return [a, b, sum(atoms, (atom) => gp(atom) && test(atom) && basic(atom)), sum(atoms, (atom) => gp(atom) && test(atom) && project(atom)), b - a, a ? `${((b - a) / a * 100).toFixed(2)}%` : '']; };
    const table = add({ number: '表五', title: '一般公共预算支出预算表', head: ['科目编码|科目名称|2024年预算数|2025年预算数|<|<|2025年比2024年|<', '^|^|^|合计|基本支出|项目支出|增减额|增减%'], columns: [null, null, ...columns], widths: [9, 30, 12, 12, 12, 12, 12, 9] });
    functionalRows(names, atoms.filter(gp), [3, 5, 7], '合计', (node, name, parent) => table.row([node.code, name, ...cells((atom) => atom.functional.startsWith(node.code))], { code: node.code, name, classification: 'functional', parent, functional: node.code, leaf: node.last ? 1 : 0 }));
    table.row(['', '合计', ...cells(() => true)], TOTAL);
    table.truth.forEach((truth) => { if (truth.period === 'change') truth.leaf = ''; });
    table.plant((truth) => truth.code === '2160699' && truth.component === 'project', 900);
  }
  const listed = atoms.filter(project);
  {
    const text = { 招商引资专项: '全年举办推介会不少于12场，签约额50亿元', 外贸发展资金: '进出口总额增长5%以上，支持企业120家', 机关物业费: '保障办公用房12600平方米正常使用', 博览会布展: '布展面积2.5万平方米，观众满意度95%', 场馆运转: '场馆设备完好率98%' };
    const table = add({ number: '表九', title: '项目支出及绩效目标表', head: ['项目编码|项目名称|项目单位|项目类别|预算数|累计用款计划|<|<|<|年度绩效目标', '^|^|^|^|^|一季度|二季度|三季度|四季度|^'], columns: [null, null, null, null, E('project;total', 'all'), ...Array(4).fill(E('project;total', 'all', { qualifier: 'of_which', leaf: '' })), null], widths: [16, 16, 18, 11, 11, 10, 10, 10, 10, 32], size: 8, page: 'wide' });
    const quarters = (cents) => { const part = Math.floor(cents / 5); return [part, part * 2, part * 4, cents]; };
    const totals = [0, 0, 0, 0];
    listed.forEach((atom, index) => {
      quarters(atom.cents).forEach((cents, at) => { totals[at] += cents; });
      table.row([`3701002521${String(1042 + index * 37).padStart(6, '0')}`, atom.project, atom.unit.name, general.has(atom.project) ? '其他运转类' : '特定目标类', atom.cents, ...quarters(atom.cents), text[atom.project]], { name: atom.project, unit: atom.unit.name, classification: 'project', leaf: 1 });
    });
    table.row(['合计', '<', '', '', sum(listed), ...totals, ''], { leaf: 0 });
  }
  {
    const kinds = ['goods', 'works', 'services'];
    const bought = units.map(() => kinds.map(() => [random.whole(300, 20000), random.whole(0, 1) * random.whole(100, 4000)]));
    const columns = [E('total', 'all'), ...kinds.flatMap((kind) => [E('total', 'all', { item: `procurement_${kind}`, leaf: '' }), E('total', 'general_public', { item: `procurement_${kind}`, leaf: '' }), E('total', 'unit_funds', { item: `procurement_${kind}`, leaf: '' })])];
    const sub = '小计|一般公共预算|单位资金';
    const cells = (rows) => { const parts = kinds.map((_, at) => rows.reduce(([a, b], row) => [a + row[at][0], b + row[at][1]], [0, 0])); return [parts.flat().reduce((a, b) => a + b), ...parts.flatMap(([a, b]) => [a + b, a, b])]; };
    const table = add({ number: '表十', title: '政府采购预算表', head: ['单位名称|采购预算总计|货物类|<|<|工程类|<|<|服务类|<|<', `^|^|${sub}|${sub}|${sub}`], columns: [null, ...columns], widths: [24, ...columns.map(() => 10)], size: 8 });
    table.row(['合计', ...cells(bought)], { unit: '' });
    units.forEach((unit, index) => table.row([unit.name, ...cells([bought[index]])], { unit: unit.name }));
    table.truth.forEach((truth) => { truth.leaf = ''; });
  }
  {
    const items = ['total', 'overseas', 'reception', 'vehicle_total', 'vehicle_purchase', 'vehicle_operation'];
    const table = add({ number: '表十一', title: '“三公”经费预算表', head: ['单位名称|年度|合计|因公出国（境）费|公务接待费|公务用车购置及运行维护费|<|<', '^|^|^|^|^|小计|购置费|运行维护费'], columns: [null, null, ...items.map((item) => E('total', '', { item }))], widths: [28, 10, ...items.map(() => 12)] });
    const one = () => [random.whole(0, 900), random.whole(20, 90), 0, random.whole(90, 500)];
    const rows = units.map(() => [one(), one()]);
    const row = ([o, r, p, v]) => [o + p + v + r, o, r, p + v, p, v];
    units.forEach((unit, index) => rows[index].forEach((of, at) => table.row([at ? '^' : unit.name, `${2024 + at}年`, ...row(of)], { unit: unit.name, period: at ? 'current' : 'prior' })));
    [0, 1].forEach((at) => table.row([at ? '^' : '合计', `${2024 + at}年`, ...row(rows.map((of) => of[at]).reduce((a, b) => a.map((cents, index) => cents + b[index])))], { unit: '', period: at ? 'current' : 'prior' }));
  }
  return { ...form, name: 'annotated', kind: 'budget', prose: [`2025年${department}收支总预算${written(all)}万元，其中一般公共预算${written(fund('general_public'))}万元。`] };
}
