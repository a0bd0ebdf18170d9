// What is bought in five tables: by project and catalogue, by kind, services by their catalogue of three levels, assets, by unit with 小计
import { sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, functionalOf, is, sidesBeside } from './rows.mjs';
import { basic, FUND_NAMES, project, start } from './kit.mjs';
import { written } from './table.mjs';

export function supplies(random) {
  const units = [
    { code: '405001', name: '某某市文化广电和旅游局本级', institution: false, run: '2070101', projects: [['2070109', 'general_public', '群众文化活动', '30227'], ['2070113', 'general_public', '旅游宣传推广', '30227']] },
    { code: '405002', name: '某某市图书馆', institution: true, run: '2070104', own: true, projects: [['2070104', 'general_public', '图书购置', '31003'], ['2070104', 'unit_funds', '自助借还设备', '31003']] },
  ];
  const form = start({ year: 2025, department: '某某市文化广电和旅游局', units, style: { grouped: true, zero: '' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  {
    const table = add({ number: '预算公开01表', title: '收支预算总表', head: ['收入|<|支出|<', '项目|预算数|项目|预算数'], columns: [null, R('all'), null, E('total', 'all')], widths: [32, 14, 32, 14] });
    const income = Object.keys(FUND_NAMES).map((key, index) => [`${NUMERALS[index]}、${FUND_NAMES[key]}`, fund(key), { fund: key, leaf: 1 }]);
    const spent = classesOf(names, atoms).map(([code, name, cents], index) => [`${NUMERALS[index]}、${name}`, cents, { code, classification: 'functional', leaf: 1 }]);
    const length = Math.max(income.length, spent.length);
    for (const list of [income, spent]) while (list.length < length) list.push(['', '', {}]);
    income.push(['收入总计', all, { leaf: 0 }]); spent.push(['支出总计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  {
    const table = add({ number: '预算公开03表', title: '支出预算总表', head: ['单位|功能分类科目|<|合计|基本支出|项目支出', '^|编码|名称|^|^|^'], columns: [null, null, null, E('total', 'all'), E('basic', 'all'), E('project', 'all')], widths: [28, 10, 34, 13, 13, 13] });
    const three = (some) => [sum(some), sum(some, basic), sum(some, project)];
    for (const unit of units) {
      const own = atoms.filter(is('unit', unit));
      treeOf(own, functionalOf, [7]).forEach((node, index) => table.row([index ? '^' : unit.name, node.code, names.functional(node.code), ...three(node.atoms)],
        { code: node.code, name: names.functional(node.code), unit: unit.name, classification: 'functional', functional: node.code, leaf: 1 }));
    }
    table.row(['合计', '', '', ...three(atoms)], TOTAL);
    table.plant((truth) => truth.code === '2070113' && truth.component === 'project', 4400);
  }
  const bought = [
    [0, '旅游宣传推广', 'C16020000', '广告宣传服务', '项', 'services', 'general_public'], [0, '机关运行', 'A02010105', '台式计算机', '台', 'goods', 'general_public'],
    [0, '机关运行', 'A05040101', '复印纸', '箱', 'goods', 'general_public'], [1, '图书购置', 'A04020199', '其他图书', '册', 'goods', 'general_public'],
    [1, '馆舍修缮', 'B07000000', '装修工程', '项', 'works', 'general_public'], [1, '自助借还设备', 'A02320000', '图书档案设备', '套', 'goods', 'unit_funds'],
  ].map((row) => [...row, random.whole(500, 60000), random.whole(1, 40)]);
  const total = (test) => bought.filter(test).reduce((cents, row) => cents + row[7], 0);
  {
    const three = (test) => [total(test), total((row) => test(row) && row[6] === 'general_public'), total((row) => test(row) && row[6] === 'unit_funds')];
    const table = add({ number: '预算公开09表', title: '政府采购预算表', head: ['预算单位|项目名称|采购目录|<|采购组织形式|计量单位|数量|预算金额|<|<', '^|^|编码|名称|^|^|^|合计|一般公共预算|单位资金'],
      columns: [null, null, null, null, null, null, null, E('total', 'all'), E('total', 'general_public'), E('total', 'unit_funds')], widths: [22, 16, 12, 16, 12, 7, 7, 11, 11, 11], size: 8 });
    table.row(['合计', '', '', '', '', '', '', ...three(() => true)], { leaf: 0 });
    units.forEach((unit, index) => {
      table.row([unit.name, '', '', '', '', '', '', ...three((row) => row[0] === index)], { unit: unit.name, leaf: 0 });
      for (const row of bought.filter((other) => other[0] === index)) table.row(['', row[1], row[2], row[3], '分散采购', row[4], { count: String(row[8]) }, ...three((other) => other === row)], { name: `${row[1]};${row[3]}`, unit: unit.name, classification: 'project;procurement', leaf: 1 });
    });
  }
  {
    const table = add({ number: '预算公开10表', title: '政府采购预算汇总表', head: ['采购类别|预算金额'], columns: [null, E('total', 'all')], widths: [40, 20], page: 'portrait' });
    for (const [key, name] of [['goods', '货物类'], ['works', '工程类'], ['services', '服务类']]) table.row([name, total((row) => row[5] === key)], { name, classification: 'procurement', item: `procurement_${key}`, leaf: 1 });
    table.row(['合计', total(() => true)], { name: '合计', leaf: 0 });
  }
  {
    const table = add({ number: '预算公开11表', title: '政府购买服务预算表', head: ['购买服务项目名称|政府购买服务指导性目录|<|<|承接主体类别|预算金额', '^|一级|二级|三级|^|^'], columns: [null, null, null, null, null, E('total', 'all')], widths: [28, 16, 16, 18, 14, 12] });
    const rows = [['文化惠民演出', '公共服务', '公共文化服务', '群众文化活动服务', '社会组织'], ['展览讲解', '公共服务', '公共文化服务', '文物保护服务', '企业'], ['法律顾问', '政府履职辅助性服务', '法律服务', '法律咨询服务', '企业']].map((row) => [...row, random.whole(500, 9000)]);
    for (const row of rows) table.row(row, { name: `${row[0]};${row[3]}`, classification: 'procurement;project', leaf: 1 });
    table.row(['合计', '', '', '', '', rows.reduce((cents, row) => cents + row[5], 0)], { leaf: 0 });
  }
  {
    const table = add({ number: '预算公开12表', title: '新增资产配置预算表', head: ['资产类别|资产名称|计量单位|数量|单价|金额'], columns: [null, null, null, null, null, E('total', 'all')], widths: [18, 26, 10, 10, 12, 14] });
    const rows = [['通用设备', '多功能一体机', '台', 4, 250000 / 100], ['家具用具', '阅览桌椅', '套', 30, 1800], ['图书档案', '少儿图书', '册', 900, 30]].map((row) => [...row, row[3] * row[4]]);
    for (const row of rows) table.row([row[0], row[1], row[2], { count: String(row[3]) }, { count: written(row[4]) }, row[5]], { name: row[1], classification: 'procurement', leaf: 1 });
    table.row(['合计', '', '', '', '', rows.reduce((cents, row) => cents + row[5], 0)], { leaf: 0 });
  }
  return { ...form, name: 'supplies', kind: 'budget', prose: [`2025年${department}收支总预算${written(all)}万元。政府采购预算总额${written(total(() => true))}万元。`] };
}
