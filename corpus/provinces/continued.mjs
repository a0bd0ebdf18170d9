// Final accounts whose detailed table runs on to the right: 续表 with the same subjects and other economic items; 栏次 numbered through; assets
import { sum, treeOf } from './money.mjs';
import { NUMERALS, E, R, classesOf, economicOf, functionalRows, is } from './rows.mjs';
import { basic, personnel, project, publicUse, start } from './kit.mjs';
import { written } from './table.mjs';

export function continued(random) {
  const department = '某某自治区文物保护中心';
  const units = [{ code: '', name: department, institution: true, run: '2070205', own: true, projects: [['2070204', 'general_public', '石窟加固', '30213'], ['2070206', 'general_public', '古城监测', '30227'], ['2070299', 'unit_funds', '临展', '30226']] }];
  const meaning = { period: 'current', phase: 'final_accounts' };
  const form = start({ year: 2023, department, units, style: { grouped: true, zero: '' }, meaning, left: `单位：${department}` }, random);
  const { names, atoms, add, fund, all } = form;
  const unitLine = '金额单位：万元';
  const carry = random.whole(900, 9000);
  {
    const table = add({ unitLine, number: '公开01表', title: '收入支出决算总表', head: ['收入|<|<|支出|<|<', '项目|行次|金额|项目|行次|金额', '栏次||1|栏次||2'], columns: [null, null, R('all'), null, null, E('total', 'all')], widths: [34, 6, 14, 34, 6, 14] });
    const income = [['一、一般公共预算财政拨款收入', fund('general_public'), { fund: 'general_public', leaf: 1 }], ['二、政府性基金预算财政拨款收入', '', {}], ['三、上级补助收入', '', {}], ['四、事业收入', fund('unit_funds'), { fund: 'unit_funds', leaf: 1 }], ['五、经营收入', '', {}], ['六、其他收入', '', {}]];
    const spent = classesOf(names, atoms).map(([code, name, cents], index) => [`${NUMERALS[index]}、${name}`, cents, { code, classification: 'functional', leaf: 1 }]);
    while (spent.length < income.length) spent.push(['', '', {}]);
    income.push(['本年收入合计', all, { leaf: 0 }], ['    使用专用结余', '', {}], ['    年初结转和结余', carry, { fund: '' }], ['总计', all + carry, { leaf: 0 }]);
    spent.push(['本年支出合计', all, { leaf: 0 }], ['    结余分配', '', {}], ['    年末结转和结余', carry, { fund: '' }], ['总计', all + carry, { leaf: 0 }]);
    income.forEach(([l, a, of], index) => { const [r, b, of2] = spent[index]; table.row([l, String(index + 1), a, r, String(index + 1 + income.length), b], {}, { 2: { name: l.trim(), ...of }, 5: { name: r.trim(), ...of2 } }); });
  }
  const list = (number, title, columns, head, cells, some, more = {}) => {
    const table = add({ unitLine, number, title, head: [...head, `栏次|<|${columns.map((_, index) => (more.from ?? 1) + index).join('|')}`], columns: [null, null, ...columns], widths: [9, 28, ...columns.map(() => 11)], size: 8, ...more });
    table.row(['合计', '<', ...cells(some)], { name: '合计', leaf: 0 });
    functionalRows(names, some, [3, 5, 7], '合计', (node, name, parent) => table.row([node.code, name, ...cells(node.atoms)], { code: node.code, name, classification: 'functional', parent, functional: node.code, leaf: node.last ? 1 : 0 }));
    return table;
  };
  list('公开02表', '收入决算表', [R('all'), R('fiscal_appropriation;general_public'), null, R('unit_funds'), null, null, null], ['项目|<|本年收入合计|财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入', '科目编码|科目名称|^|^|^|^|^|^|^'],
    (some) => [sum(some), fund('general_public', some), '', fund('unit_funds', some), '', '', ''], atoms);
  list('公开03表', '支出决算表', [E('total', 'all'), E('basic', 'all'), E('project', 'all'), null, null, null], ['项目|<|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出', '科目编码|科目名称|^|^|^|^|^|^'],
    (some) => [sum(some), sum(some, basic), sum(some, project), '', '', ''], atoms).plant((truth) => truth.code === '2070204' && truth.component === 'project', 800);
  const gp = atoms.filter(is('fund', 'general_public'));
  {
    // 财决08表: the whole of the subject stands on the first sheet alone.
    const nodes = treeOf(gp, economicOf, [3, 5]);
    const cut = nodes.findIndex((node) => node.code === '302');
    const heading = (some) => [some.map((node, index) => (node.level === 0 ? names.department(node.code) : '<')).join('|'), some.map((node) => (node.level === 0 ? '小计' : names.department(node.code))).join('|')];
    const blank = E('total', 'general_public', { leaf: '' });
    const cells = (some) => (rows) => some.map((node) => sum(rows, (atom) => atom.economic.startsWith(node.code)));
    const [first, second] = [nodes.slice(0, cut), nodes.slice(cut)];
    const [a, b] = [heading(first), heading(second)];
    list('公开06表', '一般公共预算财政拨款支出决算明细表', [E('total', 'general_public'), ...first.map(() => blank)], [`项目|<|合计|${a[0]}`, `科目编码|科目名称|^|${a[1]}`], (rows) => [sum(rows), ...cells(first)(rows)], gp, { page: 'wide' });
    list('公开06表', '一般公共预算财政拨款支出决算明细表（续表1）', second.map(() => blank), [`项目|<|${b[0]}`, `科目编码|科目名称|${b[1]}`], cells(second), gp, { page: 'wide', from: first.length + 2, size: 7.5 });
  }
  {
    const basics = gp.filter(basic);
    const table = add({ unitLine, number: '公开07表', title: '一般公共预算财政拨款基本支出决算表', head: ['项目|<|本年支出合计|人员经费|公用经费', '经济分类科目编码|科目名称|^|^|^', '栏次|<|1|2|3'], columns: [null, null, E('basic;total', 'general_public'), E('personnel', 'general_public'), E('public', 'general_public')], widths: [14, 34, 14, 14, 14] });
    const three = (some) => [sum(some), sum(some, personnel), sum(some, publicUse)];
    table.row(['合计', '<', ...three(basics)], { name: '合计', leaf: 0 });
    for (const node of treeOf(basics, economicOf, [3, 5])) table.row([node.code, names.department(node.code), ...three(node.atoms)], { code: node.code, name: names.department(node.code), classification: 'department_economic', parent: node.parent ? names.department(node.parent) : '合计', leaf: node.last ? 1 : 0 });
  }
  {
    const table = add({ unitLine, number: '公开08表', title: '一般公共预算财政拨款“三公”经费支出决算表', head: ['预算数|<|<|<|<|<|决算数|<|<|<|<|<', `${Array(2).fill('合计|因公出国（境）费|公务用车购置及运行维护费|<|<|公务接待费').join('|')}`, `${Array(2).fill('^|^|小计|公务用车购置费|公务用车运行维护费|^').join('|')}`, Array.from({ length: 12 }, (_, index) => index + 1).join('|')],
      columns: ['budget', 'final_accounts'].flatMap((phase) => ['total', 'overseas', 'vehicle_total', 'vehicle_purchase', 'vehicle_operation', 'reception'].map((item) => E('total', 'general_public', { item, phase }))), widths: Array(12).fill(10), size: 8 });
    const one = () => { const [v, r] = [random.whole(200, 900), random.whole(20, 90)]; return [v + r, 0, v, 0, v, r]; };
    table.row([...one(), ...one()]);
  }
  {
    const table = add({ unitLine, number: '公开10表', title: '国有资产占有使用情况表', head: ['项目|数量|<|价值|<', '^|年初数|年末数|年初数|年末数'], columns: [null, null, null, null, null], widths: [34, 10, 10, 16, 16] });
    const value = () => ({ count: written(random.whole(9000, 900000), { grouped: true }) });
    for (const name of ['一、资产总额', '  其中：固定资产', '    房屋（平方米）', '    车辆（辆）', '二、负债总额', '三、净资产']) table.row([name, name.includes('（') ? { count: String(random.whole(1, 90)) } : '—', name.includes('（') ? { count: String(random.whole(1, 90)) } : '—', value(), value()]);
  }
  return { ...form, name: 'continued', kind: 'final', prose: [`${department}2023年度本年收入合计${written(all, { grouped: true })}万元，本年支出合计${written(all, { grouped: true })}万元。`] };
}
