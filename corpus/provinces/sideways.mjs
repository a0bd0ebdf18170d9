// Wide lists set sideways on upright pages; every row with its unit, project and subject; sums of units between
import { sum } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, is, sidesBeside } from './rows.mjs';
import { basic, FUND_NAMES, project, start } from './kit.mjs';
import { written } from './table.mjs';

export function sideways(random) {
  const units = [
    { code: '039001', name: '某某市市场监督管理局', institution: false, run: '2013801', projects: [['2013815', 'general_public', '质量安全监管', '30227'], ['2013816', 'general_public', '食品抽检', '30227']] },
    { code: '039002', name: '某某市计量测试所', institution: true, run: '2013850', own: true, projects: [['2013812', 'general_public', '药品检验', '30218'], ['2013899', 'unit_funds', '检定服务', '30226']] },
    { code: '039005', name: '某某市消费者权益保护中心', institution: true, run: '2013850', projects: [['2013805', 'general_public', '消费维权', '30226']] },
  ];
  units[1].projects[0][3] = '30227';
  const form = start({ year: 2024, department: '某某市市场监督管理局', units, style: { grouped: true, zero: '0.00' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  {
    const table = add({ number: '公开表1', title: '部门收支总表', head: ['收入|<|支出|<', '项目|金额|项目|金额'], columns: [null, R('all'), null, E('total', 'all')], widths: [32, 14, 32, 14] });
    const income = ['general_public', 'unit_funds'].map((key, at) => [`${NUMERALS[at]}、${FUND_NAMES[key]}${key === 'unit_funds' ? '' : '拨款收入'}`, fund(key), { fund: key, leaf: 1 }]);
    const spent = classesOf(names, atoms).map(([code, name, cents], at) => [`${NUMERALS[at]}、${name}`, cents, { code, classification: 'functional', leaf: 1 }]);
    while (income.length < spent.length) income.push(['', '', {}]);
    income.push(['收入总计', all, { leaf: 0 }]); spent.push(['支出总计', all, { leaf: 0 }]);
    sidesBeside(table, [income, spent]);
  }
  const three = (some) => [sum(some), sum(some, basic), sum(some, project)];
  const leavesOf = (some, of) => [...new Set(some.map(of))].sort();
  {
    const table = add({ number: '公开表3', title: '部门支出总表', page: 'sideways', size: 8.5, head: ['序号|单位代码|单位名称|功能科目编码|功能科目名称|合计|基本支出|项目支出'], columns: [null, null, null, null, null, E('total', 'all'), E('basic', 'all'), E('project', 'all')], widths: [5, 9, 26, 10, 26, 13, 13, 13] });
    let at = 1;
    for (const unit of units) {
      const own = atoms.filter(is('unit', unit));
      for (const code of leavesOf(own, (atom) => atom.functional)) table.row([String(at++), unit.code, unit.name, code, names.functional(code), ...three(own.filter(is('functional', code)))], { code, name: names.functional(code), unit: unit.name, classification: 'functional', functional: code, leaf: 1 });
      table.row([String(at++), '', `${unit.name}小计`, '', '', ...three(own)], { leaf: 0 });
    }
    table.row([String(at), '', '总计', '', '', ...three(atoms)], { leaf: 0 });
    table.plant((truth) => truth.code === '2013816' && truth.component === 'project', 1500);
  }
  {
    const funds = ['general_public', 'unit_funds'];
    const listed = atoms.filter(project);
    const table = add({ number: '公开表8', title: '项目支出明细表', page: 'sideways', size: 8.5, head: ['单位名称|项目名称|项目类别|资金来源|<|合计|科目编码|科目名称', '^|^|^|一般公共预算|单位资金|^|^|^'], columns: [null, null, null, ...funds.map((key) => E('total;project', key)), E('total;project', 'all'), null, null], widths: [24, 22, 12, 12, 12, 12, 10, 24] });
    for (const unit of units) {
      const own = listed.filter(is('unit', unit));
      own.forEach((atom, index) => table.row([index ? '^' : unit.name, atom.project, '特定目标类', ...funds.map((key) => (atom.fund === key ? atom.cents : 0)), atom.cents, atom.functional, names.functional(atom.functional)], { name: `${atom.project};${names.functional(atom.functional)}`, unit: unit.name, functional: atom.functional, leaf: 1 }));
    }
    table.row(['合计', '', '', ...funds.map((key) => fund(key, listed)), sum(listed), '', ''], { leaf: 0 });
  }
  return { ...form, name: 'sideways', kind: 'budget', prose: [`2024年${department}收支总预算${written(all, { grouped: true })}万元。`] };
}
