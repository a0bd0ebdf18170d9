// Revenue beside function and purpose, every row with the codes of its subject and its unit, running costs of offices by economic subject, 三公 with meetings in one row
import { sum, treeOf } from './money.mjs';
import { NUMERALS, TOTAL, E, R, classesOf, economicOf, functionalRows, is, sidesBeside } from './rows.mjs';
import { basic, FUND_NAMES, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function ledger(random) {
  const units = [
    { code: '052001', name: '某某市司法局本级', institution: false, run: '2040601', projects: [['2040605', 'general_public', '普法宣传', '30227'], ['2040607', 'general_public', '公共法律服务', '30227', true]] },
    { code: '052002', name: '法律援助中心', institution: true, run: '2040650', projects: [['2040607', 'general_public', '法律援助', '30226'], ['2040699', 'unit_funds', '公证服务', '30226']] },
    { code: '052003', name: '某某市戒毒所', institution: false, run: '2040801', projects: [['2040804', 'general_public', '强制隔离戒毒人员生活', '30227']] },
  ];
  const form = start({ year: 2025, department: '某某市司法局', units, style: { grouped: true, zero: '0.00' } }, random);
  const { names, atoms, add, fund, all, department } = form;
  const old = (some) => some.filter(is('carried', true));
  const now = (some) => some.filter((atom) => !atom.carried);
  {
    const table = add({ number: '公开01表', title: '收支总表', size: 8.5, head: ['收入|<|支出|<|<|<', '项目|预算数|功能分类|预算数|支出用途|预算数'], columns: [null, R('all'), null, E('total', 'all'), null, E('', 'all')], widths: [26, 13, 28, 13, 24, 13] });
    const income = ['general_public', 'unit_funds'].map((key, at) => [`${NUMERALS[at]}、${FUND_NAMES[key]}${key === 'unit_funds' ? '收入' : '拨款收入'}`, fund(key, now(atoms)), { fund: key, leaf: 1 }]);
    const spent = classesOf(names, atoms).map(([code, name, cents], at) => [`${NUMERALS[at]}、${name}`, cents, { code, classification: 'functional', leaf: 1 }]);
    const purpose = [['一、基本支出', sum(atoms, basic), { component: 'basic', leaf: '' }], ['    1.人员支出', sum(atoms, personnel), { component: 'personnel', leaf: '' }], ['    2.公用支出', sum(atoms, publicUse), { component: 'public', leaf: '' }], ['二、项目支出', sum(atoms, project), { component: 'project', leaf: '' }], ['三、单位预留机动经费', '', {}]];
    const length = Math.max(income.length, spent.length, purpose.length);
    for (const side of [income, spent, purpose]) while (side.length < length) side.push(['', '', {}]);
    income.push(['本年收入小计', sum(now(atoms)), { leaf: 0 }], ['上年结转结余', sum(old(atoms)), { item: 'carried_in' }], ['总计', all, { leaf: 0 }]);
    spent.push(['支出小计', all, { leaf: 0 }], ['结转下年资金', 0, {}], ['总计', all, { leaf: 0 }]);
    purpose.push(['支出小计', all, { leaf: 0, component: 'total' }], ['', '', {}], ['总计', all, { leaf: 0, component: 'total' }]);
    sidesBeside(table, [income, spent, purpose]);
  }
  {
    // Sorted by subject: the same item once for each of its units, each row with both codes
    const table = add({ number: '公开03表', title: '支出总表', size: 8.5, head: ['科目编码|科目名称|单位代码|单位名称|合计|基本支出|项目支出|占比（%）'], columns: [null, null, null, null, E('total', 'all'), E('basic', 'all'), E('project', 'all'), null], widths: [9, 28, 9, 22, 13, 13, 13, 9] });
    const cells = (some) => [sum(some), sum(some, basic), sum(some, project), { count: (100 * sum(some) / all).toFixed(2) }];
    table.row(['合计', '<', '<', '<', ...cells(atoms)], { name: '合计', leaf: 0 });
    for (const top of treeOf(atoms, (atom) => atom.functional, [3])) {
      table.row([top.code, names.functional(top.code), '', '', ...cells(top.atoms)], { code: top.code, name: names.functional(top.code), unit: '-', classification: 'functional', functional: top.code, leaf: 0 });
      for (const item of treeOf(top.atoms, (atom) => atom.functional, [7])) for (const unit of units) {
        const own = item.atoms.filter(is('unit', unit));
        if (own.length > 0) table.row([item.code, names.functional(item.code), unit.code, unit.name, ...cells(own)], { code: item.code, name: names.functional(item.code), unit: unit.name, classification: 'functional', functional: item.code, leaf: 1 });
      }
    }
    table.plant((truth) => truth.code === '2040605' && truth.component === 'project', 800);
  }
  {
    const gp = atoms.filter((atom) => atom.fund === 'general_public' && publicUse(atom) && !atom.unit.institution);
    const table = add({ number: '公开11表', title: '一般公共预算机关运行经费支出预算表', page: 'portrait', head: ['科目编码|科目名称|机关运行经费支出'], columns: [null, null, E('public;total', 'general_public')], widths: [16, 44, 20], notes: ['注：“机关运行经费”指行政单位使用一般公共预算安排的基本支出中的日常公用经费支出。'] });
    table.row(['合计', '<', sum(gp)], { leaf: 0 });
    for (const node of treeOf(gp, economicOf, [3, 5])) table.row([node.code, names.department(node.code), sum(node.atoms)], { code: node.code, name: names.department(node.code), classification: 'department_economic', department_economic: node.code, leaf: node.last ? 1 : 0, parent: node.parent ? names.department(node.parent) : '合计' });
  }
  {
    const items = ['total', 'overseas', 'vehicle_total', 'vehicle_purchase', 'vehicle_operation', 'reception'];
    const table = add({ number: '公开10表', title: ['一般公共预算“三公”经费、会议费、培训费', '支出预算表'], head: ['“三公”经费|<|<|<|<|<|会议费|培训费', '合计|因公出国（境）费|公务用车购置及运行维护费|<|<|公务接待费|^|^', '^|^|小计|公务用车购置费|公务用车运行维护费|^|^|^'], columns: [...items.map((item) => E('total', 'general_public', { item })), E('total', 'general_public'), E('total', 'general_public')], widths: Array(8).fill(12) });
    const [buy, run, meal, meet, train] = [0, random.whole(200, 900), random.whole(30, 200), random.whole(30, 200), random.whole(30, 200)];
    table.row([buy + run + meal, 0, buy + run, buy, run, meal, meet, train], {}, { 6: { item: '' }, 7: { item: '' } });
  }
  {
    const three = (some) => [sum(some), sum(now(some)), sum(old(some))];
    const table = add({ number: '公开02表', title: '收入总表', size: 8.5, head: ['单位代码|单位名称|合计|本年收入|<|<|上年结转结余|<', '^|^|^|小计|一般公共预算|单位资金|小计|一般公共预算'], columns: [null, null, R('all'), R('all', { leaf: '' }), R('general_public', { leaf: '' }), R('unit_funds', { leaf: '' }), R('all', { leaf: '', qualifier: 'of_which_carried_in' }), R('general_public', { leaf: '', qualifier: 'of_which_carried_in' })], widths: [9, 28, 13, 13, 13, 13, 13, 13] });
    const cells = (some) => { const [a, b, c] = three(some); return [a, b, fund('general_public', now(some)), fund('unit_funds', now(some)), c, fund('general_public', old(some))]; };
    table.row(['合计', '<', ...cells(atoms)], { leaf: 0 });
    table.row(['052', department, ...cells(atoms)], { unit: department, leaf: 0 });
    for (const unit of units) table.row([unit.code, unit.name, ...cells(atoms.filter(is('unit', unit)))], { unit: unit.name, leaf: '' });
  }
  return { ...form, name: 'ledger', kind: 'budget', prose: [`2025年${department}收支总预算${written(all, { grouped: true })}万元。`] };
}
