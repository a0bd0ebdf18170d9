// 四川 final accounts: zeros printed, 财政拨款 by economic item and fund, every subject with its economic items in columns that run on to the right, projects by name below their
// subjects. After the thirteen tables of 渠县农业综合技术服务中心 2024 (http://www.quxian.gov.cn/xxgk-show-64159.html); headings from knowledge of the form
import { sum, treeOf } from './money.mjs';
import { E, R, economicOf, functionalOf, functionalRows, is, split, treasury } from './rows.mjs';
import { basic, CLASSES, finalSides, fiscalFinalSides, listBy, numberedSides, personnel, project, publicUse, start, THREE, TREASURY } from './kit.mjs';
import { written } from './table.mjs';

export function quxian(random) {
  const department = '某某县农业综合技术服务中心';
  const units = [{ code: '', name: department, institution: true, run: '2130104', own: true, projects: [['2130106', 'general_public', '新品种试验示范', '30227'], ['2130122', 'general_public', '耕地地力保护补贴', '30310'], ['2130135', 'general_public', '化肥减量增效', '30218'], ['2130599', 'general_public', '产业帮扶', '30399'], ['2120814', 'government_fund', '农机具存放棚', '31001']] }];
  const form = start({ year: 2024, department, units, style: { grouped: false, zero: '0.00' }, left: `单位：${department}`, meaning: { period: 'current', phase: 'final_accounts' } }, random);
  const { names, atoms, add, fund, all } = form;
  const held = [random.whole(5000, 20000), random.whole(1000, 4000)];
  const [carriedIn, carriedOut] = held;
  const keys = TREASURY;
  const codes = CLASSES.filter((code) => !['209', '227', '230'].includes(code));
  {
    const table = add({ number: '公开01表', title: '收入支出决算总表', size: 8, page: 'portrait', unit: '万元', head: ['收入|<|<|支出|<|<', '项目|行次|决算数|项目|行次|决算数', '栏次||1|栏次||2'], columns: [null, null, R('all'), null, null, E('total', 'all')], widths: [32, 6, 14, 32, 6, 14] });
    numberedSides(table, finalSides(form, codes, held, { surplus: '使用非财政拨款结余（含专用结余）' }));
    table.truth.forEach((truth) => { if (truth.value === '0.00' && truth.direction === 'revenue') truth.leaf = ''; });
  }
  const list = (number, title, columns, heads, cells, some, more = {}) => {
    const table = add({ number, title, size: 8.5, head: [`项目|<|<|<|${heads[0]}`, `功能分类科目编码|<|<|科目名称|${heads[1] ?? heads[0].replace(/[^|]+/g, '^')}`, `类|款|项|^|${(heads[1] ?? heads[0]).replace(/[^|]+/g, '^')}`, `栏次|<|<|<|${columns.map((_, at) => at + 1).join('|')}`], columns: [null, null, null, null, ...columns], widths: [5, 4, 4, 32, ...columns.map(() => 13)], ...more });
    return listBy(functionalOf, form, table, some, cells, { lead: (code, name) => [...split(code), name], total: ['合计', '<', '<', '<'] });
  };
  const moved = (some) => (some.some(is('functional', units[0].run)) ? carriedOut - carriedIn : 0);
  const U = R('unit_funds', { leaf: '' });
  list('公开02表', '收入决算表', [R('all'), R('fiscal_appropriation', { leaf: '' }), U, U, U, U, U], ['本年收入合计|财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入'], (some) => [sum(some) + moved(some), sum(some, treasury) + moved(some), 0, 0, 0, 0, fund('unit_funds', some)], atoms, { breaks: [19] });
  list('公开03表', '支出决算表', ['total', 'basic', 'project', 'to_superiors', 'operating', 'to_subordinates'].map((component) => E(component, 'all', ['total', 'basic', 'project'].includes(component) ? {} : { leaf: '' })), ['本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出'], (some) => [sum(some), sum(some, basic), sum(some, project), 0, 0, 0], atoms, { breaks: [19] });
  {
    const table = add({ number: '公开04表', title: '财政拨款收入支出决算总表', size: 8, page: 'wide', head: ['收     入|<|<|支     出|<|<|<|<|<', '项目|行次|决算数|项目|行次|合计|一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款', '栏次||1|栏次||2|3|4|5'], columns: [null, null, R('fiscal_appropriation'), null, null, E('total', 'fiscal_appropriation'), ...keys.map((key) => E('total', key))], widths: [30, 5, 12, 30, 5, 12, 12, 12, 12], style: { zero: '' } });
    numberedSides(table, fiscalFinalSides(form, codes, held));
  }
  const fiscal = atoms.filter(treasury);
  {
    const parts = (key) => ['total', 'basic', 'project'].map((component) => E(component, key));
    const table = add({ number: '公开05表', title: '财政拨款支出决算明细表', size: 8, page: 'wide', breaks: [24], style: { zero: '' }, head: ['经济分类科目|<|合计|一般公共预算财政拨款|<|<|政府性基金预算财政拨款|<|<|国有资本经营预算财政拨款|<|<', `科目编码|科目名称|^${'|小计|基本支出|项目支出'.repeat(3)}`],
      columns: [null, null, E('total', 'fiscal_appropriation'), ...keys.flatMap(parts)], widths: [9, 30, ...Array(10).fill(12)] });
    listBy(economicOf, form, table, fiscal, (some) => [sum(some), ...keys.flatMap((key) => { const own = some.filter(is('fund', key)); return [sum(own), sum(own, basic), sum(own, project)]; })], { lead: (code, name) => [code, name], total: ['合计', '<'] });
  }
  const general = atoms.filter(is('fund', 'general_public'));
  list('公开06表', '一般公共预算财政拨款支出决算表', ['total', 'basic', 'project'].map((component) => E(component, 'general_public')), ['本年支出|<|<', '合计|基本支出|项目支出'], (some) => [sum(some), sum(some, basic), sum(some, project)], general).plant((truth) => truth.code === '2130122' && truth.component === 'project', 2000);
  {
    // Each class of the economic list with its items: the table is wider than a sheet, its second half repeats the subjects.
    const heads = treeOf(general, economicOf, [3, 5]);
    const halves = [heads.filter((node) => node.code.startsWith('301')), heads.filter((node) => !node.code.startsWith('301'))];
    halves.forEach((half, at) => {
      const columns = [...(at ? [] : [E('total', 'general_public')]), ...half.map(() => E('total', 'general_public', { leaf: '' }))];
      const top = half.map((node, index) => (index && half[index - 1].code.slice(0, 3) === node.code.slice(0, 3) ? '<' : names.department(node.code.slice(0, 3))));
      const below = half.map((node) => (node.last ? names.department(node.code) : '小计'));
      const first = at ? '' : '合计|';
      const table = add({ number: '公开07表', title: at ? '一般公共预算财政拨款支出决算明细表（续）' : '一般公共预算财政拨款支出决算明细表', size: 7.5, page: 'wide', style: { zero: '' }, head: [`项目|<|${first}${top.join('|')}`, `科目编码|科目名称|${at ? '' : '^|'}${below.join('|')}`], columns: [null, null, ...columns], widths: [8, 24, ...columns.map(() => 9)] });
      const cells = (some) => [...(at ? [] : [sum(some)]), ...half.map((node) => sum(some, (atom) => economicOf(atom).startsWith(node.code)))];
      table.row(['合计', '<', ...cells(general)], { name: '合计', leaf: 0 });
      functionalRows(names, general, [3, 5, 7], '合计', (node, name, parent) => table.row([node.code, name, ...cells(node.atoms)], { code: node.code, name, classification: 'functional', functional: node.code, parent, leaf: node.last ? 1 : 0 }));
    });
  }
  const run = general.filter(basic);
  {
    const table = add({ number: '公开08表', title: '一般公共预算财政拨款基本支出决算明细表', head: ['人员经费|<|<|公用经费|<|<', '科目编码|科目名称|决算数|科目编码|科目名称|决算数'], columns: [null, null, E('personnel;basic;total', 'general_public'), null, null, E('public;basic;total', 'general_public')], widths: [9, 28, 13, 9, 28, 13] });
    const sides = [personnel, publicUse].map((test) => treeOf(run.filter(test), economicOf, [3, 5]));
    for (let at = 0; at < Math.max(...sides.map((side) => side.length)); at++) {
      const byColumn = {};
      const cells = sides.flatMap((side, index) => {
        const node = side[at];
        if (!node) return ['', '', ''];
        byColumn[index * 3 + 2] = { code: node.code, name: names.department(node.code), classification: 'department_economic', department_economic: node.code, leaf: node.last ? 1 : 0, ...(node.parent && { parent: names.department(node.parent) }) };
        return [node.code, names.department(node.code), sum(node.atoms)];
      });
      table.row(cells, {}, byColumn);
    }
    table.row(['人员经费合计', '<', sum(run, personnel), '公用经费合计', '<', sum(run, publicUse)], { leaf: 0 });
  }
  {
    const done = general.filter(project);
    const table = add({ number: '公开09表', title: '一般公共预算财政拨款项目支出决算表', head: ['科目编码|<|<|科目名称（项目名称）|金额', '类|款|项|^|^'], columns: [null, null, null, null, E('project;total', 'general_public')], widths: [6, 6, 6, 54, 20], page: 'portrait' });
    table.row(['合计', '<', '<', '<', sum(done)], { name: '合计', leaf: 0 });
    functionalRows(names, done, [3, 5, 7], '合计', (node, name, parent) => {
      table.row([...split(node.code), name, sum(node.atoms)], { code: node.code, name, classification: 'functional', functional: node.code, parent, leaf: 0 });
      if (node.last) for (const atom of node.atoms) table.row(['', '', '', `    ${atom.project}`, atom.cents], { name: atom.project, classification: 'project', parent: name, leaf: 1 });
    });
  }
  const kept = (item) => ({ fund: 'government_fund', item, leaf: '' });
  list('公开10表', '政府性基金预算财政拨款收入支出决算表', [kept('carried_in'), R('government_fund'), ...['total', 'basic', 'project'].map((component) => E(component, 'government_fund')), kept('carried_out')], ['年初结转和结余|本年收入|本年支出|<|<|年末结转和结余', '^|^|小计|基本支出|项目支出|^'], (some) => [0, sum(some), sum(some), 0, sum(some), 0], atoms.filter(is('fund', 'government_fund')));
  for (const [number, title, heads, count] of [['公开11表', '国有资本经营预算财政拨款收入支出决算表', '年初结转和结余|本年收入|本年支出|年末结转和结余', 4], ['公开12表', '国有资本经营预算财政拨款支出决算表', '合计|基本支出|项目支出', 3]]) {
    const table = add({ number, title, head: [`科目编码|<|<|科目名称|${heads}`, `类|款|项|^|${heads.replace(/[^|]+/g, '^')}`], columns: Array(4 + count).fill(null), widths: [5, 4, 4, 36, ...Array(count).fill(14)], notes: [`说明：本单位2024年度无国有资本经营预算财政拨款收支，故${title}为空表。`] });
    table.row(['合计', '<', '<', '<', ...Array(count).fill('')]);
  }
  {
    const table = add({ number: '公开13表', title: '财政拨款“三公”经费支出决算表', size: 8.5, head: ['预算数|<|<|<|<|<|决算数|<|<|<|<|<', '合计|因公出国（境）费用|公务用车购置及运行维护费|<|<|公务接待费|合计|因公出国（境）费用|公务用车购置及运行维护费|<|<|公务接待费', '^|^|小计|公务用车购置费|公务用车运行维护费|^|^|^|小计|公务用车购置费|公务用车运行维护费|^'],
      columns: ['budget', 'final_accounts'].flatMap((phase) => THREE.map((item) => E('total', 'fiscal_appropriation;general_public', { item, phase }))), widths: Array(12).fill(10) });
    const [run3, meal] = [random.whole(200, 500), random.whole(20, 200)];
    table.row([run3 + meal + 160, 0, run3 + 100, 0, run3 + 100, meal + 60, run3 + meal, 0, run3, 0, run3, meal]);
  }
  return { ...form, name: 'quxian', kind: 'final', prose: [`2024年度收、支总计均为${written(all + carriedOut)}万元。`, `2024年度本年支出合计${written(all)}万元，其中：基本支出${written(sum(atoms, basic))}万元，占${(100 * sum(atoms, basic) / all).toFixed(2)}%；项目支出${written(sum(atoms, project))}万元，占${(100 * sum(atoms, project) / all).toFixed(2)}%。`] };
}
