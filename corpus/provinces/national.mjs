// Final accounts: codes in three columns below 栏次, the first table with three phases and a third side by nature, the table of how the department runs
import { sum, treeOf } from './money.mjs';
import { NUMERALS, E, R, classesOf, economicOf, functionalRows, is, treasury } from './rows.mjs';
import { basic, personnel, project, publicUse, start } from './kit.mjs';

export function national(random) {
  const department = '某某市档案馆';
  const unit = { code: '', name: department, institution: false, run: '2012601', own: true, projects: [['2012604', 'general_public', '档案数字化', '30227'], ['2012604', 'general_public', '库房恒温设备', '31003'], ['2012699', 'general_public', '口述史采集', '30227']] };
  const meaning = { period: 'current', phase: 'final_accounts' };
  const form = start({ year: 2024, department, units: [unit], style: { grouped: true, zero: '' }, meaning, left: `部门：${department}` }, random);
  const { names, atoms, add, all } = form;
  const gp = sum(atoms, treasury);
  const own = sum(atoms, is('fund', 'unit_funds'));
  const phases = ['budget', 'adjusted', 'final_accounts'];
  const three = (cents) => cents === 0 ? [0, 0, 0] : [Math.round(cents * 0.9 / 100) * 100, Math.round(cents * 1.1 / 100) * 100, cents];
  const add3 = (rows) => rows.reduce((a, b) => a.map((cents, index) => cents + b[index]), [0, 0, 0]);
  const carried = [0, 0, random.whole(1000, 9000)];
  {
    const side = (column) => phases.map((phase) => ({ ...column, phase }));
    const words = '项目|行次|年初预算数|全年预算数|决算数';
    const table = add({ number: '公开01表', title: '收入支出决算总表', head: ['收入|<|<|<|<|支出|<|<|<|<|<|<|<|<|<', `${words}|项目（按功能分类）|行次|年初预算数|全年预算数|决算数|项目（按支出性质和经济分类）|行次|年初预算数|全年预算数|决算数`, '栏次||1|2|3|栏次||4|5|6|栏次||7|8|9'],
      columns: [null, null, ...side(R('all')), null, null, ...side(E('total', 'all')), null, null, ...side(E('total', 'all'))], widths: [22, 4, 9, 9, 9, 22, 4, 9, 9, 9, 22, 4, 9, 9, 9], size: 8, page: 'wide' });
    const income = [['一、一般公共预算财政拨款收入', three(gp), { fund: 'general_public' }], ['二、政府性基金预算财政拨款收入', [0, 0, 0], {}], ['三、国有资本经营预算财政拨款收入', [0, 0, 0], {}], ['四、上级补助收入', [0, 0, 0], {}], ['五、事业收入', three(own), { fund: 'unit_funds' }], ['六、经营收入', [0, 0, 0], {}], ['七、附属单位上缴收入', [0, 0, 0], {}], ['八、其他收入', [0, 0, 0], {}]];
    const present = new Map(classesOf(names, atoms).map(([code, , cents]) => [code, cents]));
    const classes = ['201', '202', '203', '204', '205', '206', '207', '208', '210', '211', '212', '213', '221'].map((code, index) => [`${NUMERALS[index]}、${names.functional(code)}`, three(present.get(code) ?? 0), { code, classification: 'functional', leaf: 1 }]);
    const natures = [['一、基本支出', add3([three(sum(atoms, personnel)), three(sum(atoms, publicUse))]), { component: 'basic' }], ['    人员经费', three(sum(atoms, personnel)), { component: 'personnel' }], ['    公用经费', three(sum(atoms, publicUse)), { component: 'public' }],
      ['二、项目支出', three(sum(atoms, project)), { component: 'project' }], ['三、上缴上级支出', [0, 0, 0], {}], ['四、经营支出', [0, 0, 0], {}], ['五、对附属单位补助支出', [0, 0, 0], {}]];
    const total = add3([three(gp), three(own)]);
    const spent = add3(classes.map((row) => row[1]));
    // What the natures add up to in the plans is what the functions add up to: the differences of rounding go to the projects.
    const rest = spent.map((cents, index) => cents - natures[0][1][index]);
    natures[3][1] = rest;
    const economic = treeOf(atoms, economicOf, [3]).map((node) => [`    ${names.department(node.code)}`, [0, 0, sum(node.atoms)], { code: node.code, classification: 'department_economic' }]);
    natures.push(['经济分类支出合计', [0, 0, all], {}], ...economic);
    const rows = Math.max(classes.length, natures.length);
    for (const list of [income, classes, natures]) while (list.length < rows) list.push(['', ['', '', ''], {}]);
    const gap = spent.map((cents, index) => cents - total[index]);
    income.push(['本年收入合计', total, {}], ['使用非财政拨款结余', [gap[0], gap[1], 0], { fund: 'unit_funds' }], ['年初结转和结余', carried, { item: 'carried_in' }], ['总计', [spent[0], spent[1], all + carried[2]], {}]);
    classes.push(['本年支出合计', spent, { leaf: 0 }], ['结余分配', [0, 0, 0], {}], ['年末结转和结余', carried, { item: 'carried_out' }], ['总计', [spent[0], spent[1], all + carried[2]], {}]);
    natures.push(['本年支出合计', spent, { leaf: 0 }], ['结余分配', [0, 0, 0], {}], ['年末结转和结余', carried, { item: 'carried_out' }], ['总计', [spent[0], spent[1], all + carried[2]], {}]);
    const count = income.length;
    income.forEach((row, index) => {
      const cells = [];
      const byColumn = {};
      [income, classes, natures].forEach((list, side3) => {
        const [label, amounts, of] = list[index];
        cells.push(label, String(index + 1 + side3 * count));
        for (const amount of amounts) {
          byColumn[cells.length] = { name: label.trim(), ...of };
          cells.push(amount);
        }
      });
      table.row(cells, {}, byColumn);
    });
  }
  const list = (number, title, columns, head, amounts, some) => {
    const table = add({ number, title, head: [...head, `栏次|<|<|<|${columns.map((_, index) => index + 1).join('|')}`], columns: [null, null, null, null, ...columns], widths: [4, 4, 4, 26, ...columns.map(() => 11)] });
    table.row(['合计', '<', '<', '<', ...amounts(some)], { name: '合计', leaf: 0 });
    functionalRows(names, some, [3, 5, 7], '合计', (node, name, parent) => table.row([node.code, '<', '<', name, ...amounts(node.atoms)],
      { code: node.code, name, classification: 'functional', parent, leaf: node.last ? 1 : 0, functional: node.code }));
    return table;
  };
  const fiscal = atoms.filter(treasury);
  list('公开02表', '收入决算表', [R('all'), R('fiscal_appropriation'), R('unit_funds'), R('unit_funds'), R('unit_funds'), R('unit_funds'), R('unit_funds')],
    ['项目|<|<|<|本年收入合计|财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入', '支出功能分类科目编码|<|<|科目名称|^|^|^|^|^|^|^', '类|款|项|^|^|^|^|^|^|^|^'], (some) => [sum(some), sum(some, treasury), 0, sum(some, is('fund', 'unit_funds')), 0, 0, 0], atoms);
  list('公开03表', '支出决算表', [E('total', 'all'), E('basic', 'all'), E('project', 'all'), E('to_superiors', 'all'), E('operating', 'all'), E('to_subordinates', 'all')],
    ['项目|<|<|<|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出', '支出功能分类科目编码|<|<|科目名称|^|^|^|^|^|^', '类|款|项|^|^|^|^|^|^|^'], (some) => [sum(some), sum(some, basic), sum(some, project), 0, 0, 0], atoms)
    .plant((truth) => truth.code === '2080505' && truth.component === 'basic', 900);
  list('公开05表', '一般公共预算财政拨款支出决算表', [E('total', 'general_public'), E('basic', 'general_public'), E('project', 'general_public')],
    ['项目|<|<|<|本年支出|<|<', '支出功能分类科目编码|<|<|科目名称|小计|基本支出|项目支出', '类|款|项|^|^|^|^'], (some) => [sum(some), sum(some, basic), sum(some, project)], fiscal);
  {
    const basics = fiscal.filter(basic);
    const table = add({ number: '公开06表', title: '一般公共预算财政拨款基本支出决算明细表', head: ['人员经费|<|<|公用经费|<|<', '经济分类科目编码|科目名称|金额|经济分类科目编码|科目名称|金额'], columns: [null, null, E('personnel;total', 'general_public'), null, null, E('public;total', 'general_public')], widths: [9, 24, 12, 9, 24, 12] });
    const nodes = treeOf(basics, economicOf, [3, 5]);
    const sides = [nodes.filter((node) => !node.code.startsWith('302')), nodes.filter((node) => node.code.startsWith('302'))];
    for (let index = 0; index < Math.max(...sides.map((side) => side.length)); index++) {
      const cells = [];
      const byColumn = {};
      for (const side of sides) {
        const node = side[index];
        if (node) byColumn[cells.length + 2] = { code: node.code, name: names.department(node.code), classification: 'department_economic', leaf: node.last ? 1 : 0, department_economic: node.code, ...(node.parent && { parent: names.department(node.parent) }) };
        cells.push(node?.code ?? '', node ? names.department(node.code) : '', node ? sum(node.atoms) : '');
      }
      table.row(cells, {}, byColumn);
    }
    table.row(['人员经费合计', '<', sum(basics, personnel), '公用经费合计', '<', sum(basics, publicUse)], { leaf: 0 });
  }
  {
    const [overseas, purchase, operation, reception] = [random.whole(500, 900), 0, random.whole(300, 900), random.whole(200, 800)];
    const budget = [overseas + 10, 0, operation + 25, reception + 31];
    const final = [overseas, purchase, operation, reception];
    const table = add({ style: { grouped: true, zero: '0.00' }, number: '公开09表', title: '机构运行信息表', head: ['项目|行次|预算数|统计数|项目|行次|统计数', '栏次||1|2|栏次||3'],
      columns: [null, null, E('total', '', { phase: 'budget' }), E('total', ''), null, null, E('total', '')], widths: [32, 5, 12, 12, 32, 5, 12] });
    const total = (list) => list.reduce((a, b) => a + b);
    const [goods, works, services] = [random.whole(2000, 9000), 0, random.whole(3000, 20000)];
    const bought = goods + works + services;
    const vehicles = '2．公务用车购置及运行维护费';
    const left = [['一、“三公”经费支出', '—', '—'], ['（一）支出合计', total(budget), total(final), { item: 'total' }], ['  1．因公出国（境）费', budget[0], final[0], { item: 'overseas' }], [`  ${vehicles}`, budget[1] + budget[2], final[1] + final[2], { item: 'vehicle_total' }],
      ['    （1）公务用车购置费', budget[1], final[1], { item: 'vehicle_purchase' }], ['    （2）公务用车运行维护费', budget[2], final[2], { item: 'vehicle_operation' }], ['  3．公务接待费', budget[3], final[3], { item: 'reception' }],
      ['（二）相关统计数', '—', '—'], ['  1．因公出国（境）团组数（个）', '—', { count: '2' }], ['  2．公务用车保有量（辆）', '—', { count: '3' }], ['  3．国内公务接待批次（个）', '—', { count: '38' }], ['  4．国内公务接待人次（人）', '—', { count: '271' }]];
    const right = [['二、机关运行经费', sum(fiscal, publicUse), { item: 'operating_expenses' }], ['（一）行政单位', sum(fiscal, publicUse), {}], ['（二）参照公务员法管理事业单位', 0, {}], ['三、国有资产占用情况', '—'], ['（一）车辆数合计（辆）', { count: '3' }], ['  1．机要通信用车', { count: '1' }], ['  2．其他用车', { count: '2' }],
      ['四、政府采购支出信息', '—'], ['（一）政府采购支出合计', bought, {}], ['  1．政府采购货物支出', goods, { item: 'goods' }], ['  2．政府采购工程支出', works, { item: 'works' }], ['  3．政府采购服务支出', services, { item: 'services' }]];
    left.forEach((one, index) => {
      const other = right[index];
      table.row([one[0], String(index + 1), one[1], one[2], other[0], String(index + 13), other[1]], {}, { 2: { name: one[0].trim(), ...one[3], phase: 'budget' }, 3: { name: one[0].trim(), ...one[3] }, 6: { name: other[0].trim(), ...other[2] } });
    });
  }
  const w = (cents) => (cents / 100).toFixed(2);
  return { ...form, name: 'national', kind: 'final', prose: [`${department}2024年度支出合计${w(all)}万元，其中：基本支出${w(sum(atoms, basic))}万元，占${(sum(atoms, basic) / all * 100).toFixed(1)}%；项目支出${w(sum(atoms, project))}万元，占${(sum(atoms, project) / all * 100).toFixed(1)}%。`] };
}
