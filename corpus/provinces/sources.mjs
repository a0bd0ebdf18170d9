// Funds as rows: each subject and each project with a row for every source; purchases with their catalogue, non-tax revenue by item
import { sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, functionalOf, is, sidesBeside, treasury } from './rows.mjs';
import { basic, FUND_NAMES, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function sources(random) {
  const units = [
    { code: '361001', name: '某某市教育局机关', institution: false, run: '2050101', projects: [['2050199', 'general_public', '教育督导', '30227'], ['2050904', 'general_public', '校舍维修', '30213'], ['2050904', 'government_fund', '校舍维修', '31005']] },
    { code: '361002', name: '某某市第一中学', institution: true, run: '2050204', own: true, projects: [['2050204', 'general_public', '高中助学金', '30308'], ['2050204', 'special_account', '教学设备', '31003'], ['2050204', 'general_public', '教学设备', '31003']] },
    { code: '361003', name: '某某市实验幼儿园', institution: true, run: '2050201', projects: [['2050201', 'special_account', '保教费成本', '30226']] },
  ].map((unit) => ({ ...unit, projects: unit.projects.map((p) => (p[3] === '30308' ? [...p.slice(0, 3), '30399'] : p)) }));
  const form = start({ year: 2025, department: '某某市教育局', units, style: { grouped: true, zero: '' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  const kinds = Object.keys(FUND_NAMES);
  const fundName = (key) => (key.endsWith('_account') || key.endsWith('_funds') ? FUND_NAMES[key] : `${FUND_NAMES[key]}拨款`);
  const three = (some) => [sum(some), sum(some, basic), sum(some, project)];
  const columns3 = [E('total', ''), E('basic', ''), E('project', '')];
  {
    const table = add({ number: '附表1', title: '部门收支总表', head: ['收入|<|支出（按功能科目）|<|支出（按支出类别）|<', '项目|金额|项目|金额|项目|金额'], columns: [null, R('all'), null, E('total', 'all'), null, E('total', 'all')], widths: [26, 12, 26, 12, 26, 12] });
    const income = kinds.map((key, index) => [`${NUMERALS[index]}、${fundName(key)}`, fund(key), { fund: key, leaf: 1 }]);
    const spent = classesOf(names, atoms).map(([code, name, cents], index) => [`${NUMERALS[index]}、${name}`, cents, { code, classification: 'functional', leaf: 1 }]);
    const types = [['一、基本支出', sum(atoms, basic), { component: 'basic' }], ['  人员经费', sum(atoms, personnel), { component: 'personnel' }], ['  公用经费', sum(atoms, publicUse), { component: 'public' }], ['二、项目支出', sum(atoms, project), { component: 'project' }], ['三、事业单位经营支出', 0, {}]];
    const length = Math.max(income.length, spent.length, types.length);
    for (const list of [income, spent, types]) { while (list.length < length) list.push(['', '', {}]); }
    income.push(['收入总计', all, { leaf: 0 }]); spent.push(['支出总计', all, { leaf: 0 }]); types.push(['支出总计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent, types]);
  }
  {
    const table = add({ number: '附表3', title: '部门支出总表', head: ['单位名称|科目编码|科目名称|资金来源|合计|基本支出|项目支出'], columns: [null, null, null, null, ...columns3], widths: [24, 9, 24, 20, 12, 12, 12] });
    table.row(['合计', '', '', '', ...three(atoms)], { ...TOTAL, fund: 'all' });
    for (const unit of units) {
      const own = atoms.filter(is('unit', unit));
      let first = true;
      for (const node of treeOf(own, functionalOf, [7])) {
        let head = true;
        for (const key of kinds) {
          const some = node.atoms.filter(is('fund', key));
          if (some.length === 0) continue;
          table.row([first ? unit.name : '^', head ? node.code : '^', head ? names.functional(node.code) : '^', fundName(key), ...three(some)],
            { code: node.code, unit: unit.name, classification: 'functional', fund: key, functional: node.code, leaf: 1 });
          first = head = false;
        }
      }
    }
  }
  {
    const table = add({ number: '附表4', title: '财政拨款支出表', head: ['单位名称|科目编码|科目名称|资金性质|合计|基本支出|项目支出'], columns: [null, null, null, null, ...columns3], widths: [24, 9, 24, 20, 12, 12, 12] });
    const fiscal = atoms.filter(treasury);
    for (const unit of units) {
      const own = fiscal.filter(is('unit', unit));
      if (own.length === 0) continue;
      for (const node of treeOf(own, functionalOf, [7])) {
        for (const key of kinds) {
          const some = node.atoms.filter(is('fund', key));
          if (some.length > 0) table.row([unit.name, node.code, names.functional(node.code), FUND_NAMES[key], ...three(some)], { code: node.code, name: names.functional(node.code), unit: unit.name, classification: 'functional', fund: key, functional: node.code, leaf: 1 });
        }
      }
      table.row([unit.name, '', '小计', '', ...three(own)], { unit: unit.name, leaf: 0 });
    }
    table.row(['合计', '', '', '', ...three(fiscal)], { ...TOTAL });
    table.plant((truth) => truth.name === '机关服务' || truth.code === '2050904', -1300);
  }
  {
    const listed = atoms.filter(project);
    const table = add({ number: '附表8', title: '项目支出预算明细表', head: ['序号|单位|项目名称|项目类型|资金来源|金额'], columns: [null, null, null, null, null, E('total;project', '')], widths: [6, 26, 28, 14, 22, 12] });
    let serial = 1;
    for (const unit of units) {
      const own = listed.filter(is('unit', unit));
      for (const name of [...new Set(own.map((atom) => atom.project))]) {
        const some = own.filter(is('project', name));
        table.row([String(serial++), unit.name, name, '运转类', '小计', sum(some)], { name, unit: unit.name, classification: 'project', fund: 'all', leaf: 0 });
        for (const atom of some) table.row(['^', '^', '^', '^', fundName(atom.fund), atom.cents], { name: '', unit: unit.name, classification: 'project', fund: atom.fund, leaf: 1 });
      }
    }
    table.row(['合计', '<', '<', '<', '<', sum(listed)], { leaf: 0 });
  }
  {
    const table = add({ number: '附表9', title: '政府采购预算表', head: ['单位名称|采购品目|<|数量|计量单位|采购预算金额|其中：|<', '^|编码|名称|^|^|^|货物|服务'], columns: [null, null, null, null, null, E('total', ''), E('total', '', { leaf: '' }), E('total', '', { leaf: '' })], widths: [24, 14, 22, 8, 8, 13, 13, 13] });
    const rows = [[0, 'A02010105', '台式计算机', '台', true], [1, 'A05010201', '课桌', '张', true], [1, 'C23090199', '印刷服务', '批', false], [2, 'C21040001', '物业管理服务', '年', false]].map((row) => [...row, random.whole(900, 9000), String(random.whole(1, 90))]);
    for (const [index, code, name, measure, goods, cents, count] of rows) table.row([units[index].name, code, name, { count }, measure, cents, goods ? cents : 0, goods ? 0 : cents], { unit: units[index].name });
    const total = (test) => rows.filter(test).reduce((cents, row) => cents + row[5], 0);
    table.row(['合计', '', '', '', '', total(() => true), total((row) => row[4]), total((row) => !row[4])], {});
  }
  {
    const table = add({ number: '附表10', title: '非税收入征收计划表', head: ['执收单位|收入项目编码|收入项目名称|2024年完成数|2025年计划数|增减额'], columns: [null, null, null, { direction: 'revenue', period: 'prior' }, { direction: 'revenue' }, { direction: 'revenue', period: 'change' }], widths: [26, 14, 30, 14, 14, 14] });
    const rows = [[1, '103042701', '普通高中学费'], [1, '103042704', '普通高中住宿费'], [2, '103042750', '公办幼儿园保教费']].map((row) => [...row, random.whole(9000, 90000), random.whole(9000, 90000)]);
    for (const [index, code, name, then, now] of rows) table.row([units[index].name, code, name, then, now, now - then], { unit: units[index].name, name });
    const [then, now] = [3, 4].map((at) => rows.reduce((cents, row) => cents + row[at], 0));
    table.row(['合计', '', '', then, now, now - then], {});
  }
  const w = (cents) => written(cents, { grouped: false });
  return { ...form, name: 'sources', kind: 'budget', prose: [`2025年${department}部门收支总预算${w(all)}万元。其中：基本支出${w(sum(atoms, basic))}万元；项目支出${w(sum(atoms, project))}万元。`] };
}
