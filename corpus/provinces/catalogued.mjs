// Purchases by code of 品目 with sums of kinds between them, projects with the fund of each below them, services by unit with the whole at the bottom
import { sum } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, functionalRows, indent, is, sidesBeside } from './rows.mjs';
import { basic, FUND_NAMES, project, start } from './kit.mjs';
import { written } from './table.mjs';

export function catalogued(random) {
  const units = [
    { code: '143001', name: '某某市公安局', institution: false, run: '2040201', projects: [['2040219', 'general_public', '信息化建设', '31002'], ['2040220', 'general_public', '执法办案', '30227'], ['2040299', 'general_public', '办公费', '30201', true]] },
    { code: '143002', name: '某某市看守所', institution: false, run: '2040201', projects: [['2040220', 'general_public', '在押人员给养', '30218'], ['2120803', 'government_fund', '监区改造', '31005']] },
  ];
  units[0].projects[2][3] = '30227'; units[1].projects[0][3] = '30227';
  const form = start({ year: 2025, department: '某某市公安局', units, style: { grouped: true, zero: '' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  const funds = ['general_public', 'government_fund'];
  {
    const table = add({ number: '表1', title: '部门收支总表', head: ['收入|<|支出|<', '项目|2025年预算|项目|2025年预算'], columns: [null, R('all'), null, E('total', 'all')], widths: [32, 14, 32, 14] });
    const income = funds.map((key, at) => [`${NUMERALS[at]}、${FUND_NAMES[key]}拨款`, fund(key), { fund: key, leaf: 1 }]);
    const spent = classesOf(names, atoms).map(([code, name, cents]) => [`${code} ${name}`, cents, { code, name: '', classification: 'functional', leaf: 1 }]);
    while (income.length < spent.length) income.push(['', '', {}]);
    income.push(['收入总计', all, { leaf: 0 }]); spent.push(['支出总计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  {
    const table = add({ number: '表3', title: '部门支出总表', head: ['单位|功能科目|合计|基本支出|项目支出|其中：上年结转'], columns: [null, null, E('total', 'all'), E('basic', 'all'), E('project', 'all'), E('project;total', 'all', { qualifier: 'of_which_carried_in', leaf: '' })], widths: [26, 36, 14, 14, 14, 14] });
    const cells = (some) => [sum(some), sum(some, basic), sum(some, project), sum(some, is('carried', true))];
    for (const unit of units) {
      const own = atoms.filter(is('unit', unit));
      functionalRows(names, own, [7], '', (node, name) => table.row([unit.name, `[${node.code}]${name}`, ...cells(node.atoms)], { unit: unit.name, code: node.code, functional: node.code, classification: 'functional', leaf: 1 }));
      table.row([`${unit.name}小计`, '', ...cells(own)], { leaf: 0 });
    }
    table.row(['合计', '', ...cells(atoms)], { leaf: 0, unit: '-' });
    table.plant((truth) => truth.code === '2040219' && truth.component === 'project', 1700);
  }
  {
    // Each project with its money by fund below it
    const listed = atoms.filter(project);
    const table = add({ number: '表8', title: '部门项目支出预算表', head: ['序号|项目单位及项目名称|项目类别|预算金额|备注'], columns: [null, null, null, E('project;total', 'all'), null], widths: [7, 48, 16, 16, 16] });
    table.row(['', '合计', '', sum(listed), ''], { leaf: 0 });
    units.forEach((unit, index) => {
      const own = listed.filter(is('unit', unit));
      table.row([NUMERALS[index], unit.name, '', sum(own), ''], { unit: unit.name, leaf: 0 });
      own.forEach((atom, at) => {
        table.row([String(at + 1), indent(1) + atom.project, '特定目标类', atom.cents, ''], { name: atom.project, unit: unit.name, classification: 'project', leaf: '' });
        table.row(['', `${indent(2)}其中：${FUND_NAMES[atom.fund]}`, '', atom.cents, ''], { fund: atom.fund, unit: unit.name, leaf: '' });
      });
    });
  }
  const bought = [
    [0, 'A02010105', '台式计算机', '货物', 'goods'], [0, 'A02010107', '便携式计算机', '货物', 'goods'], [0, 'A05040101', '复印纸', '货物', 'goods'], [0, 'C21040001', '物业管理服务', '服务', 'services'], [0, 'C16010000', '软件开发服务', '服务', 'services'],
    [1, 'A02091102', '通用摄像机', '货物', 'goods'], [1, 'B08000000', '修缮工程', '工程', 'works'],
  ].map((row) => [...row, random.whole(500, 60000), random.whole(1, 60)]);
  const total = (test) => bought.filter(test).reduce((cents, row) => cents + row[5], 0);
  {
    const table = add({ number: '表10', title: '政府采购预算明细表', size: 8.5, head: ['品目编码|品目名称|单位|数量|单价（元）|采购金额（万元）|资金性质'], unit: '', columns: [null, null, null, null, null, E('total', 'all;general_public'), null], widths: [12, 26, 26, 8, 12, 16, 16] });
    table.unitLine = '';
    for (const [key, name, prefix] of [['goods', '货物', 'A'], ['works', '工程', 'B'], ['services', '服务', 'C']]) {
      table.row([prefix, `${name}类小计`, '', '', '', total((row) => row[4] === key), ''], { leaf: 0, item: `procurement_${key};-` });
      for (const row of bought.filter((other) => other[4] === key)) table.row([row[1], row[2], units[row[0]].name, { count: String(row[6]) }, { count: written(Math.round(row[5] * 10000 / row[6]), { grouped: true }) }, row[5], '一般公共预算'], { name: row[2], unit: units[row[0]].name, classification: 'procurement', leaf: 1 });
    }
    table.row(['', '合计', '', '', '', total(() => true), ''], { leaf: 0 });
  }
  {
    const kinds = ['goods', 'works', 'services'];
    const table = add({ number: '表11', title: '政府采购预算汇总表（分单位）', head: ['序号|单位名称|合计|货物|工程|服务'], columns: [null, null, E('total', 'all'), ...kinds.map((kind) => E('total', 'all', { item: `procurement_${kind}` }))], widths: [8, 36, 14, 14, 14, 14] });
    const cells = (test) => [total(test), ...kinds.map((kind) => total((row) => test(row) && row[4] === kind))];
    units.forEach((unit, index) => table.row([String(index + 1), unit.name, ...cells((row) => row[0] === index)], { unit: unit.name, leaf: '' }));
    table.row(['', '总计', ...cells(() => true)], { leaf: '', unit: '-' });
  }
  {
    const table = add({ number: '表12', title: '政府购买服务支出预算表', head: ['单位名称|购买服务内容|对应项目|服务领域代码|金额'], columns: [null, null, null, null, E('total', 'all')], widths: [26, 26, 22, 14, 14] });
    const rows = [[0, '辅警劳务派遣', '执法办案', 'B0702'], [0, '系统运维', '信息化建设', 'B0801'], [1, '被装洗涤', '在押人员给养', 'B0901']].map((row) => [...row, random.whole(500, 9000)]);
    for (const row of rows) table.row([units[row[0]].name, row[1], row[2], row[3], row[4]], { name: `${row[1]};${row[2]}`, unit: units[row[0]].name, leaf: 1 });
    table.row(['合计', '<', '<', '<', rows.reduce((cents, row) => cents + row[4], 0)], { leaf: 0 });
  }
  return { ...form, name: 'catalogued', kind: 'budget', prose: [`2025年${department}收支总预算${written(all, { grouped: true })}万元，政府采购预算${written(total(() => true), { grouped: true })}万元。`] };
}
