// Classes of the government's list merged down over subjects of the department's, classes of function merged down without codes, each amount of the year beside what was carried over
import { sum, treeOf } from './money.mjs';
import { E, R, functionalOf, is, sidesBeside } from './rows.mjs';
import { basic, overviewSides, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function consolidated(random) {
  const units = [
    { code: '309001', name: '某某区人力资源和社会保障局', institution: false, run: '2080101', projects: [['2080106', 'general_public', '就业管理服务', '30227', true], ['2080109', 'general_public', '社保经办', '30227'], ['2080799', 'general_public', '就业补助', '30399', true]] },
    { code: '309002', name: '某某区人才交流中心', institution: true, run: '2080150', projects: [['2080111', 'general_public', '公共招聘活动', '30227'], ['2296002', 'government_fund', '家政培训', '30226']] },
  ];
  units[0].projects[2][3] = '30227';
  const form = start({ year: 2025, department: '某某区人力资源和社会保障局（部门）', units, style: { grouped: false, zero: '' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  const keys = ['general_public', 'government_fund'];
  const old = is('carried', true);
  const now = (atom) => !atom.carried;
  {
    const two = (some) => [sum(some, now), sum(some, old)];
    const [income, spent] = overviewSides(form, keys, { money: two, suffix: '拨款', sums: ['收入总计', '支出总计'] });
    const table = add({ number: '表1', title: '收支总表', head: ['收入|<|<|支出|<|<', '项目|本年预算|上年结转|项目|本年预算|上年结转'], columns: [null, R('all'), { fund: 'all', leaf: '' }, null, E('total', 'all'), E('total', 'all', { leaf: '' })], widths: [30, 13, 13, 30, 13, 13] });
    sidesBeside(table, [income, spent]);
    for (const truth of table.truth) if (truth.column === 2 || truth.column === 5) truth.leaf = '';
    for (const truth of table.truth) if (truth.column === 2) truth.item = 'carried_in';
    for (const truth of table.truth) if (truth.column === 5) truth.qualifier = 'of_which_carried_in';
  }
  const pair = (component, name) => [E(component, name, { leaf: '' }), E(component, name, { leaf: '', qualifier: 'of_which_carried_in' })];
  const list = (number, title, some, name, breaks = []) => {
    const cells = (own) => [sum, (own2) => sum(own2.filter(basic)), (own2) => sum(own2.filter(project))].flatMap((of) => [of(own), of(own.filter(old))]);
    const table = add({ number, title, size: 8.5, breaks, head: ['功能科目|<|<|合计|<|基本支出|<|项目支出|<', '类|款|项|小计|其中：上年结转|小计|其中：上年结转|小计|其中：上年结转'], columns: [null, null, null, ...pair('total', name), ...pair('basic', name), ...pair('project', name)], widths: [18, 20, 28, 12, 12, 12, 12, 12, 12] });
    table.row(['合计', '<', '<', ...cells(some)], {});
    for (const top of treeOf(some, functionalOf, [3])) {
      let first = true;
      for (const middle of treeOf(top.atoms, functionalOf, [5])) {
        let second = true;
        for (const node of treeOf(middle.atoms, functionalOf, [7])) {
          table.row([first ? names.functional(top.code) : '^', second ? names.functional(middle.code) : '^', names.functional(node.code), ...cells(node.atoms)], { name: names.functional(node.code), functional: node.code, classification: 'functional' });
          first = second = false;
        }
      }
      table.row(['^', '小计', '<', ...cells(top.atoms)], { functional: top.code });
    }
    return table;
  };
  list('表3', '支出总表', atoms, 'all');
  list('表5', '一般公共预算支出表', atoms.filter(is('fund', 'general_public')), 'general_public').plant((truth) => truth.functional === '2080109' && truth.column === 7, 800);
  list('表7', '政府性基金预算支出表', atoms.filter(is('fund', 'government_fund')), 'government_fund');
  {
    const cells = (some) => [sum(some), ...keys.flatMap((key) => { const own = some.filter(is('fund', key)); return [sum(own, now), sum(own, old)]; })];
    const table = add({ number: '表2', title: '收入总表', size: 8.5, head: ['单位|合计|一般公共预算|<|政府性基金预算|<', '^|^|本年|上年结转|本年|上年结转'], columns: [null, R('all', { leaf: '' }), R('general_public', { leaf: '' }), { fund: 'general_public', leaf: '', item: 'carried_in' }, R('government_fund', { leaf: '' }), { fund: 'government_fund', leaf: '', item: 'carried_in' }], widths: [34, 14, 14, 14, 14, 14] });
    units.forEach((unit) => table.row([unit.name, ...cells(atoms.filter(is('unit', unit)))], { unit: unit.name }));
    table.row(['合计', ...cells(atoms)], { unit: '-' });
    for (const truth of table.truth) if (truth.item === 'unit_total') truth.item = '';
  }
  {
    const gp = atoms.filter((atom) => basic(atom) && atom.fund === 'general_public');
    const three = (some) => [sum(some, personnel), sum(some, publicUse), sum(some)];
    const table = add({ number: '表6', title: '一般公共预算基本支出表', size: 8.5, head: ['政府预算支出经济分类|<|部门预算支出经济分类|<|人员经费|公用经费|合计', '编码|名称|编码|名称|^|^|^'], columns: [null, null, null, null, E('personnel', 'general_public'), E('public', 'general_public'), E('total;basic', 'general_public')], widths: [9, 26, 9, 28, 13, 13, 13] });
    for (const group of treeOf(gp, (atom) => atom.government, [5])) {
      treeOf(group.atoms, (atom) => atom.economic, [5]).forEach((node, at) => table.row([at ? '^' : group.code, at ? '^' : names.government(group.code), node.code, names.department(node.code), ...three(node.atoms)], { code: `${node.code};${group.code}`, department_economic: node.code, government_economic: group.code, leaf: 1 }));
    }
    table.row(['合计', '<', '<', '<', ...three(gp)], { leaf: 0 });
  }
  {
    const items = [['1、因公出国（境）费用', 'overseas'], ['2、公务接待费', 'reception'], ['3、公务用车购置及运行维护费', 'vehicle_total'], ['其中：购置费', 'vehicle_purchase'], ['运行维护费', 'vehicle_operation'], ['合计', 'total']];
    const year = () => { const [o, r, b, v] = [0, random.whole(20, 300), random.whole(0, 1) * 1500, random.whole(200, 800)]; return [o, r, b + v, b, v, o + r + b + v]; };
    const [then, current] = [year(), year()];
    const table = add({ number: '表8', title: '“三公”经费支出表', page: 'portrait', head: ['项目|上年预算数|本年预算数'], columns: [null, E('total', '', { period: 'prior' }), E('total', '')], widths: [40, 18, 18] });
    items.forEach(([label, item], at) => table.row([label, then[at], current[at]], { item }));
  }
  {
    const table = add({ number: '表9', title: '项目支出表', head: ['单位|项目名称|本年预算|上年结转|合计'], columns: [null, null, E('project;total', '', { leaf: '' }), E('project;total', '', { leaf: '' }), E('project;total', '', { leaf: '' })], widths: [34, 30, 14, 14, 14] });
    const listed = atoms.filter(project);
    for (const atom of listed) table.row([atom.unit.name, atom.project, sum([atom], now), sum([atom], old), atom.cents], { unit: atom.unit.name, name: atom.project, classification: 'project' });
    table.row(['合计', '<', sum(listed, now), sum(listed, old), sum(listed)], { unit: '-' });
  }
  return { ...form, name: 'consolidated', kind: 'budget', prose: [`2025年${department}收支总预算${written(all)}万元。`] };
}
