const industries = ['Agriculture, forestry and fishing', 'Mining and quarrying', 'Manufacturing', 'Construction', 'Wholesale trade', 'Retail trade',
  'Transportation and warehousing', 'Information', 'Finance and insurance', 'Real estate and rental and leasing',
  'Professional, scientific, and technical services including legal and accounting services', 'Educational services',
  'Health care and social assistance', 'Arts, entertainment, and recreation', 'Accommodation and food services',
  'Other services, except public administration and private households', 'Federal government', 'State and local government'];
const states = ['Alabama', 'Alaska', 'Arizona', 'Arkansas', 'California', 'Colorado', 'Connecticut', 'Delaware', 'District of Columbia', 'Florida',
  'Georgia', 'Hawaii', 'Idaho', 'Illinois', 'Indiana', 'Iowa', 'Kansas', 'New Hampshire', 'New Jersey', 'New Mexico', 'North Carolina'];
const measures = ['Number of establishments', 'Paid employees', 'Annual payroll', 'Value added', 'Cost of materials', 'Capital expenditures',
  'Percent of total', 'Standard error', 'Average weekly hours', 'Median income'];
const sectors = ['第一产业', '第二产业', '工业', '建筑业', '第三产业', '批发和零售业', '交通运输、仓储和邮政业', '住宿和餐饮业', '金融业', '房地产业',
  '信息传输、软件和信息技术服务业', '科学研究和技术服务业', '水利、环境和公共设施管理业', '居民服务、修理和其他服务业', '教育', '卫生和社会工作'];
const regions = ['全国', '北京', '天津', '河北', '山西', '内蒙古', '辽宁', '吉林', '黑龙江', '上海', '江苏', '浙江', '安徽', '福建', '江西', '山东', '河南'];
const words = `the survey covers establishments with paid employees during the reference period and estimates are subject to sampling variability which
 means that small differences between areas should be read with care while totals may not add because of rounding and figures for the latest year are
 preliminary until the annual revision has been carried out by the office in charge of the programme`.split(/\s+/);

const prose = (random, sentences) => `<p>${Array.from({ length: sentences }, () => {
  const start = random.whole(0, 20);
  const text = words.slice(start, start + random.whole(12, 26)).join(' ');
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}).join(' ')}</p>`;
const proseZh = '<p>本表按照国家统计局制定的制度编制，分项数据之和可能不等于总计，这是由于四舍五入的原因，未作机械调整。最近一年的数据为初步核实数，以后还会修订。</p>';
const caption = (text) => `<h3>${text}</h3>`;
const note = (text) => `<p class="note">${text}</p>`;
const years = (random, count) => { const first = random.whole(1995, 2018); return Array.from({ length: count }, (_, i) => String(first + i)); };
const rowsOf = (names, count, figure) => names.map((name) => [name, ...Array.from({ length: count }, () => figure())]);
const grouped = (random) => () => random.grouped(random.whole(3, 6));
const over = (text, columns) => ({ text, columns });

export const styles = [
  {
    name: 'en-three-rules',
    css: 'table { border-top: 1.2pt solid; border-bottom: 1.2pt solid; } thead tr:last-child th { border-bottom: .6pt solid; } th.over { border-bottom: .4pt solid; }',
    pages: (random) => [1, 2].map((n) => {
      const parts = random.some(measures, 2 + n % 2);
      const years2 = years(random, 2);
      return [prose(random, 4), caption(`Table ${n}. Employment and payroll by industry`),
        { head: [[{ text: 'Industry', rows: 2 }, ...parts.map((part) => over(part, 2))], parts.flatMap(() => years2)],
          body: rowsOf(random.some(industries, 12), parts.length * 2, grouped(random)) }, note('Source: made up.'), prose(random, 3)];
    }),
  },
  {
    name: 'en-no-lines',
    css: 'td:first-child { width: 34% }',
    pages: (random) => [1, 2].map((n) => {
      const heads = random.some(measures, 4 + n % 2);
      return [prose(random, 5), caption(`Table ${n}. Selected statistics by state`),
        { head: [['Area', ...heads]], body: rowsOf(random.some(states, 14), heads.length, grouped(random)) }, prose(random, 5)];
    }),
  },
  {
    name: 'en-wrapped-names',
    css: 'table { border-top: .8pt solid; border-bottom: .8pt solid; font-family: "DejaVu Sans Condensed"; } thead tr:last-child th { border-bottom: .8pt solid } td { vertical-align: top; padding: 3pt 4pt } td:first-child { width: 26% }',
    pages: (random) => [1, 2].map((n) => {
      const heads = years(random, 5);
      return [caption(`Table ${n}. Value added by industry, millions of dollars`),
        { head: [['Industry', ...heads]], body: rowsOf(random.some(industries, 11), 5, grouped(random)) }, note('Details may not add to totals.'), prose(random, 4)];
    }),
  },
  {
    name: 'en-shaded-rows',
    css: 'tbody tr:nth-child(even) { background: #e4ecf4; print-color-adjust: exact; } thead { background: #345; color: #fff; print-color-adjust: exact } table { font-family: "DejaVu Sans" }',
    pages: (random) => [1, 2].map((n) => {
      const heads = random.some(measures, 4);
      return [prose(random, 3), caption(`Figure data ${n}`), { head: [['State', ...heads]], body: rowsOf(random.some(states, 15), 4, () => random.decimal(100)) }, prose(random, 4)];
    }),
  },
  {
    name: 'en-row-rules',
    css: 'tr { border-bottom: .4pt solid #888; } td { padding: 4pt }',
    pages: (random) => [1, 2].map((n) => {
      const heads = years(random, 4);
      return [caption(`Table ${n}. Median income`), { head: [[{ text: 'Characteristic', rows: 2 }, over('Estimate', 2), over('Standard error', 2)], [...heads]],
        body: rowsOf(random.some(industries, 10), 4, () => random.decimal(1000)) }, prose(random, 4)];
    }),
  },
  {
    name: 'en-stacked',
    css: 'table { border-top: 1pt solid; border-bottom: 1pt solid; } thead tr:last-child th { border-bottom: .5pt solid }',
    pages: (random) => [[caption('Table 1a. Establishments'), { head: [['Industry', ...years(random, 4)]], body: rowsOf(random.some(industries, 7), 4, grouped(random)) },
      caption('Table 1b. Payroll'), { head: [['State', ...random.some(measures, 3)]], body: rowsOf(random.some(states, 8), 3, grouped(random)) },
      caption('Table 1c. Hours'), { head: [['Area', ...years(random, 6)]], body: rowsOf(random.some(states, 6), 6, () => random.decimal(50)) }], [prose(random, 9)]],
  },
  {
    name: 'en-labels-outside',
    css: 'td:not(:first-child), th:not(:first-child) { border: .5pt solid; } ',
    pages: (random) => [1, 2].map((n) => {
      const heads = years(random, 5);
      return [prose(random, 3), caption(`Exhibit ${n}`), { head: [['', ...heads]], body: rowsOf(random.some(states, 12), 5, grouped(random)) }, prose(random, 3)];
    }),
  },
  {
    name: 'en-chart-and-groups',
    css: 'table { border-top: .8pt solid; border-bottom: .8pt solid; } thead tr:last-child th { border-bottom: .4pt solid } tr.group td { font-weight: bold; text-align: left }',
    pages: (random) => [1, 2].map((n) => {
      const heads = years(random, 4);
      const bars = heads.map((year, i) => { const h = random.whole(20, 90);
        return `<rect x="${60 + i * 70}" y="${110 - h}" width="40" height="${h}" fill="#567"/><text x="${80 + i * 70}" y="${106 - h}" text-anchor="middle">${h}</text>`
          + `<text x="${80 + i * 70}" y="123" text-anchor="middle">${year}</text>`; }).join('');
      const axis = [0, 25, 50, 75, 100].map((v) => `<path d="M45 ${110 - v}H340" stroke="#bbb" stroke-width=".5"/><text x="38" y="${113 - v}" text-anchor="end">${v}</text>`).join('');
      const group = (title, names) => [[{ text: title, row: 'group' }, '', '', '', ''], ...rowsOf(names, 4, grouped(random)).map(([name, ...rest]) => [{ text: name, indent: 2 }, ...rest])];
      return [`<svg width="360" height="130" font-size="8" font-family="DejaVu Sans">${axis}${bars}</svg>`, caption(`Table ${n}. Employees by group`),
        { head: [['Item', ...heads]], body: [...group('Goods-producing', random.some(industries, 4)), ...group('Service-providing', random.some(industries, 5)),
          ['Total', ...heads.map(() => random.grouped(7))]] }, note('(1) Includes those not shown separately.'), prose(random, 3)];
    }),
  },
  {
    name: 'zh-three-rules',
    css: 'body { font-family: "Noto Serif CJK SC" } table { border-top: 1.5pt solid; border-bottom: 1.5pt solid; } thead tr:last-child th { border-bottom: .5pt solid } th.over { border-bottom: .5pt solid } td:first-child { width: 24% } h3 { text-align: center }',
    pages: (random) => [1, 2].map((n) => {
      const parts = random.some(['增加值', '就业人员', '固定资产投资', '利润总额'], 2 + n % 2);
      const two = years(random, 2).map((year) => `${year}年`);
      return [proseZh, caption(`${n}-1 分行业主要指标`), { head: [[{ text: '行业', rows: 2 }, ...parts.map((part) => over(part, 2))], parts.flatMap(() => two)],
        body: rowsOf(random.some(sectors, 11), parts.length * 2, () => random.decimal(99999)) }, note('注：本表按当年价格计算。'), proseZh];
    }),
  },
  {
    name: 'zh-open-sides',
    css: 'body { font-family: "Noto Sans CJK SC" } td, th { border: .5pt solid; } td:first-child, th:first-child { border-left: 0 } td:last-child, th:last-child { border-right: 0 } tr:first-child th:not(:first-child):last-child { border-right: 0 } tbody td { border-top: 0; border-bottom: 0 } table { border-top: 1pt solid; border-bottom: 1pt solid }',
    pages: (random) => [1, 2].map((n) => {
      const heads = random.some(['地区生产总值（亿元）', '常住人口（万人）', '人均可支配收入（元）', '社会消费品零售总额（亿元）', '进出口总额（亿元）'], 4);
      return [caption(`${n}-2 各地区主要指标`), { head: [['地区', ...heads]], body: rowsOf(random.some(regions, 15), 4, () => random.decimal(99999)) }, note('资料来源：虚构。'), proseZh];
    }),
  },
];

/** Rows of names with dots up to the first figure, as old yearbooks set them; the dots are no part of the name. */
const leaders = (name, indent = 0) => ({ text: name, indent, html:
  `<span style="display:flex;overflow:hidden;white-space:nowrap"><span>${name}</span><span style="flex:1;overflow:hidden;padding-left:2pt">${'.'.repeat(120)}</span></span>` });
const svg = (height, content) => `<svg width="480" height="${height}" font-size="8" font-family="DejaVu Sans">${content}</svg>`;

/** Bars with their figures, a grid of axes both ways, and a legend in a frame: lines, rows and columns, and no table. */
const barChart = (random) => {
  const names = random.some(states, 7);
  const two = years(random, 2);
  const rows = names.map((name, i) => [0, 1].map((series) => { const w = random.whole(30, 250), y = 12 + i * 26 + series * 11;
    return `<rect x="130" y="${y}" width="${w}" height="10" fill="${series ? '#a66' : '#568'}"/><text x="${134 + w}" y="${y + 8}">${(w / 3).toFixed(1)}</text>`; }).join('')
    + `<text x="124" y="${26 + i * 26}" text-anchor="end">${name}</text><path d="M130 ${9 + i * 26}H440" stroke="#ccc" stroke-width=".5"/>`).join('');
  const axis = [0, 1, 2, 3, 4, 5, 6].map((v) => `<path d="M${130 + v * 50} 9V195" stroke="#bbb" stroke-width=".5"/><text x="${130 + v * 50}" y="206" text-anchor="middle">${v * 20}</text>`).join('');
  const legend = two.map((year, i) => `<rect x="${180 + i * 90}" y="216" width="8" height="8" fill="${i ? '#a66' : '#568'}"/><text x="${192 + i * 90}" y="223">${year}</text>`).join('');
  return svg(232, `${axis}${rows}<path d="M130 9V195H440" fill="none" stroke="#000"/><rect x="170" y="211" width="180" height="18" fill="none" stroke="#000" stroke-width=".5"/>${legend}`);
};

/** Lines whose points carry their figures, in rows and columns like a table, over a frame with grid lines. */
const lineChart = (random) => {
  const heads = years(random, 8);
  const series = random.some(measures, 3).map((name, s) => { const points = heads.map((_, i) => [50 + i * 50, 40 + s * 50 - random.whole(0, 12)]);
    return `<path d="M${points.map((p) => p.join(' ')).join('L')}" fill="none" stroke="#${s}58"/>${points.map(([x, y]) => `<text x="${x}" y="${y - 4}" text-anchor="middle">${random.decimal(90)}</text>`).join('')}`
      + `<text x="410" y="${40 + s * 50}">${name}</text>`; }).join('');
  const grid = [0, 1, 2, 3, 4].map((v) => `<path d="M40 ${170 - v * 40}H405" stroke="#ccc" stroke-width=".5"/><text x="36" y="${173 - v * 40}" text-anchor="end">${v * 25}</text>`).join('');
  return svg(190, `<rect x="40" y="10" width="365" height="160" fill="none" stroke="#000" stroke-width=".7"/>${grid}${series}`
    + heads.map((year, i) => `<text x="${50 + i * 50}" y="182" text-anchor="middle">${year}</text>`).join(''));
};

/** What no rule was written on: how well tables are found of kinds that the finder has not met. */
export const unseen = [
  {
    name: 'en-bars-over-grid',
    css: 'table { border-top: .8pt solid; border-bottom: .8pt solid; } thead tr:last-child th { border-bottom: .4pt solid }',
    pages: (random) => [1, 2].map((n) => [caption(`Figure ${n}. Change by state, percent`), barChart(random), note('Source: made up.'), prose(random, 3),
      ...(n === 1 ? [] : [caption('Table 1. Establishments'), { head: [['Industry', ...years(random, 4)]], body: rowsOf(random.some(industries, 8), 4, grouped(random)) }])]),
  },
  {
    name: 'en-lines-with-figures',
    css: 'table { border-top: .8pt solid; border-bottom: .8pt solid; } thead tr:last-child th { border-bottom: .4pt solid }',
    pages: (random) => [1, 2].map((n) => [caption(`Chart ${n}. Trends`), lineChart(random), prose(random, 4), caption(`Chart ${n + 2}. Trends by measure`), lineChart(random),
      ...(n === 1 ? [] : [caption('Table 1. Hours'), { head: [['Area', ...years(random, 5)]], body: rowsOf(random.some(states, 7), 5, () => random.decimal(50)) }])]),
  },
  {
    name: 'en-dot-leaders',
    css: 'table { font-family: "DejaVu Serif"; border-top: 1.5pt double; border-bottom: .5pt solid } thead tr:last-child th { border-bottom: .5pt solid } th.over { border-bottom: .3pt solid } td:first-child { width: 44%; max-width: 0 } tr.group td { padding-top: 6pt; }',
    pages: (random) => [1, 2].map((n) => {
      const two = years(random, 2);
      const figure = () => (random.whole(1, 9) === 1 ? random.pick(['(D)', '(X)', '–']) : random.grouped(random.whole(3, 6)));
      const group = (total, names) => [[{ ...leaders(total), row: 'group' }, figure(), figure(), figure(), figure()], ...names.map((name) => [leaders(name, 1.5), figure(), figure(), figure(), figure()])];
      return [caption(`Table ${n}. Receipts and payroll`), { head: [[{ text: 'Kind of business and area', rows: 3 }, over('All establishments', 4)], [over('Receipts ($1,000)', 2), over('Annual payroll ($1,000)', 2)], [...two, ...two]],
        body: [...group('United States', random.some(states, 6)), ...group('Manufacturing', random.some(['Food', 'Textiles', 'Apparel', 'Paper', 'Printing', 'Chemicals', 'Plastics'], 5))] },
        note('(D) Withheld. (X) Not applicable.'), prose(random, 3)];
    }),
  },
  {
    name: 'zh-two-languages',
    css: 'body { font-family: "Noto Serif CJK SC" } table { border-top: 1.5pt solid; border-bottom: 1.5pt solid; } thead tr:last-child th { border-bottom: .5pt solid } td:first-child { width: 34% } td { vertical-align: middle } small { font: 6.5pt "DejaVu Serif" } h3 { text-align: center }',
    pages: (random) => [1, 2].map((n) => {
      const both = (zh, en) => ({ text: `${zh} ${en}`, html: `${zh}<br><small>${en}</small>` });
      const heads = random.some([both('地区生产总值', 'Gross Regional Product'), both('常住人口', 'Population'), both('就业人员', 'Employed Persons'),
        both('进出口总额', 'Imports and Exports'), both('粮食产量', 'Output of Grain')], 4);
      const names = random.some([['北京', 'Beijing'], ['天津', 'Tianjin'], ['河北', 'Hebei'], ['山西', 'Shanxi'], ['辽宁', 'Liaoning'], ['吉林', 'Jilin'], ['上海', 'Shanghai'],
        ['江苏', 'Jiangsu'], ['浙江', 'Zhejiang'], ['安徽', 'Anhui'], ['福建', 'Fujian'], ['江西', 'Jiangxi'], ['山东', 'Shandong']], 9);
      return [caption(`${n}-3 各地区主要指标 Main Indicators by Region`), { head: [[both('地区', 'Region'), ...heads]],
        body: names.map(([zh, en]) => [both(zh, en), ...heads.map(() => random.decimal(99999))]) }, note('资料来源：虚构。'), proseZh];
    }),
  },
];

const months = ['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'];

/** A second round of what no rule was written on, made after `unseen` had been seen. */
export const further = [
  {
    name: 'en-monthly-small',
    css: 'table { font-size: 6.5pt; border-bottom: .4pt solid } thead tr:last-child th { border-top: .4pt solid; border-bottom: .4pt solid } td, th { padding: 1pt 2pt } tr.group td { text-align: left; padding-top: 4pt }',
    pages: (random) => [1, 2].map((n) => {
      const figure = () => random.decimal(9.9);
      const group = (title, names) => [[{ text: title, row: 'group' }, ...months.map(() => '')], ...rowsOf(names, 12, figure).map(([name, ...rest]) => [{ text: name, indent: 1 }, ...rest])];
      return [caption(`Table A-${n}. Unemployment rates by state`), { head: [['Series', ...months]],
        body: [...group('Men, 20 years and over', random.some(states, 5)), ...group('Women, 20 years and over', random.some(states, 5)), ...group('Both sexes', random.some(states, 4))] },
        note('p = preliminary. Data are subject to revision.'), prose(random, 4)];
    }),
  },
  {
    name: 'en-dollar-signs',
    css: 'table { border-top: 1pt solid; width: 88% } thead tr:last-child th { border-bottom: .5pt solid } tr.total td { border-top: .5pt solid; font-weight: bold } td:first-child { width: 40% }',
    pages: (random) => [1, 2].map((n) => {
      const two = years(random, 3);
      const money = (sign) => { const value = random.grouped(random.whole(4, 6)); return random.whole(1, 6) === 1 ? (sign ? `$ (${value})` : `(${value})`) : (sign ? `$ ${value}` : value); };
      const line = (name, indent, sign) => [{ text: name, indent }, ...two.map(() => money(sign))];
      const [first, ...rest] = random.some(industries.slice(0, 12), 5);
      return [caption(`Statement ${n}. Receipts and outlays (in thousands)`), { head: [['', ...two.map((year) => `Fiscal ${year}`)]],
        body: [line(first, 0, true), ...rest.map((name) => line(name, 1, false)), [{ text: 'Total receipts', row: 'total' }, ...two.map(() => money(true))],
          ...random.some(states, 4).map((name) => line(name, 1, false)), [{ text: 'Total outlays', row: 'total' }, ...two.map(() => money(true))]] },
        note('The accompanying notes are part of this statement.'), prose(random, 5)];
    }),
  },
  {
    name: 'en-triangle',
    css: 'table { width: 70%; border-top: .8pt solid; border-bottom: .8pt solid } thead tr:last-child th { border-bottom: .4pt solid } td:first-child { width: 25% }',
    pages: (random) => [1, 2].map((n) => {
      const names = random.some(states, 6 + n);
      return [prose(random, 4), caption(`Table ${n}. Distances between states, hundreds of miles`),
        { head: [['', ...names.map((_, i) => `(${i + 1})`)]], body: names.map((name, i) => [`(${i + 1}) ${name}`, ...names.map((_, j) => (j <= i ? random.decimal(30) : ''))]) },
        note('Only the lower triangle is shown.'), prose(random, 3)];
    }),
  },
  {
    name: 'en-text-columns',
    css: 'table { font-family: "DejaVu Sans"; font-size: 8pt } td, th { text-align: left; vertical-align: top; padding: 3pt 5pt } tr { border-bottom: .4pt solid #999 } thead tr { border-bottom: 1.2pt solid } td:last-child, th:last-child { text-align: right }',
    pages: (random) => [1, 2].map((n) => [caption(`Annex ${n}. Programmes and their budgets`), { head: [['Programme', 'What it does', 'Responsible', 'Budget']],
      body: random.some(industries, 5).map((name) => [name, (() => { const start = random.whole(0, 20); return words.slice(start, start + random.whole(9, 22)).join(' '); })(),
        `Department of ${random.pick(states)}`, random.grouped(6)]) }, prose(random, 4)]),
  },
  {
    name: 'de-boxed-header',
    css: 'thead th { border: .5pt solid; text-align: center } td:first-child { border-right: .5pt solid; width: 36% } table { border-bottom: .5pt solid } td { padding: 1.5pt 6pt }',
    pages: (random) => [1, 2].map((n) => {
      const two = years(random, 2);
      return [caption(`Tabelle ${n}: Einnahmen und Ausgaben nach Ländern`), { head: [[{ text: 'Land', rows: 3 }, over('Einnahmen', 2), over('Ausgaben', 2), { text: 'Saldo', rows: 2 }],
        [...two, ...two], [over('1 000 EUR', 4), '%']],
        body: random.some(['Baden-Württemberg', 'Bayern', 'Berlin', 'Brandenburg', 'Bremen', 'Hamburg', 'Hessen', 'Niedersachsen', 'Nordrhein-Westfalen', 'Rheinland-Pfalz', 'Saarland', 'Sachsen'], 10)
          .map((name) => [name, ...[0, 1, 2, 3].map(() => (random.whole(1, 9) === 1 ? '–' : random.grouped(6).replaceAll(',', ' '))), random.decimal(20).replace('.', ',')]) },
        note('Quelle: erfunden.'), prose(random, 3)];
    }),
  },
  {
    name: 'zh-folded',
    css: 'body { font-family: "Noto Serif CJK SC" } table { border-top: 1.5pt solid; border-bottom: 1.5pt solid; } thead tr:last-child th { border-bottom: .5pt solid } td:nth-child(3), th:nth-child(3) { border-right: 2pt double; padding-right: 8pt } td:nth-child(4), th:nth-child(4) { text-align: left; padding-left: 8pt }',
    pages: (random) => [1, 2].map((n) => {
      const heads = random.some(['人口（万人）', '面积（平方公里）', '从业人员（人）', '零售额（万元）'], 2);
      const names = random.some(regions, 16);
      return [caption(`${n}-5 各地区基本情况`), { head: [['地区', ...heads, '地区', ...heads]],
        body: names.slice(0, 8).map((name, i) => [name, random.decimal(9999), random.grouped(5), names[i + 8], random.decimal(9999), random.grouped(5)]) }, note('资料来源：虚构。'), proseZh];
    }),
  },
];

/** Text in two columns of the page, with the blocks of `parts` in turn; a table stands within one column. */
const columnsCss = 'section { column-count: 2; column-gap: 9mm; font-size: 8.5pt } table { font-size: 7pt; break-inside: avoid }';
const merged = (text, rows) => ({ text, rows, css: 'text-align:left;vertical-align:top' });

/** A third round, made after `further` had been seen: reports of agencies. */
export const third = [
  {
    name: 'en-table-in-column',
    css: `${columnsCss} table { border-top: 1pt solid; border-bottom: 1pt solid } thead tr:last-child th { border-bottom: .5pt solid }`,
    pages: (random) => [1, 2].map((n) => [prose(random, 6), caption(`Table ${n}. Establishments`),
      { head: [['State', ...years(random, 3)]], body: rowsOf(random.some(states, 9), 3, grouped(random)) }, prose(random, 14),
      caption(`Table ${n + 2}. Average weekly hours`), { head: [['Industry', ...years(random, 2)]], body: rowsOf(random.some(industries.filter((name) => name.length < 26), 7), 2, () => random.decimal(50)) },
      prose(random, 9)]),
  },
  {
    name: 'en-column-without-lines',
    css: columnsCss,
    pages: (random) => [1, 2].map((n) => [prose(random, 9), caption(`Exhibit ${n}`),
      { head: [['State', ...years(random, 4)]], body: rowsOf(random.some(states, 10), 4, () => random.decimal(99)) }, prose(random, 15)]),
  },
  {
    name: 'en-centred-sections',
    css: 'table { border-top: .8pt solid; border-bottom: .8pt solid } thead tr:last-child th { border-bottom: .4pt solid } tr.section td { text-align: center; font-style: italic; padding: 5pt 0 3pt }',
    pages: (random) => [1, 2].map((n) => {
      const heads = years(random, 5);
      const section = (title, names) => [[{ text: title, row: 'section', columns: 6 }], ...rowsOf(names, 5, grouped(random))];
      return [prose(random, 3), caption(`Table ${n}. Payroll by state and size`), { head: [['State', ...heads]], body: [...section('Small establishments', random.some(states, 5)),
        ...section('Large establishments', random.some(states, 5)), ...section('All establishments', random.some(states, 4))] }, prose(random, 3)];
    }),
  },
  {
    name: 'en-merged-down',
    css: 'td:first-child, td:nth-child(2), th:nth-child(2) { text-align: left } table { border-top: 1pt solid; border-bottom: 1pt solid } thead tr:last-child th { border-bottom: .5pt solid } td { padding: 2.5pt 5pt }',
    pages: (random) => [1, 2].map((n) => {
      const heads = random.some(measures, 3);
      const body = random.some(states, 5).flatMap((state) => years(random, 3).map((year, i) => [...(i ? [''] : [state]), year, ...heads.map(() => random.grouped(random.whole(3, 6)))]));
      return [caption(`Table ${n}. Selected statistics by state and year`), { head: [['State', 'Year', ...heads]], body }, note('Source: made up.'), prose(random, 4)];
    }),
  },
  {
    name: 'en-standard-errors',
    css: 'table { border-top: 1pt solid; border-bottom: 1pt solid } thead tr:last-child th { border-bottom: .5pt solid } th.over { border-bottom: .3pt solid } td { padding: 1pt 6pt }',
    pages: (random) => [1, 2].map((n) => {
      const heads = random.some(measures, 4);
      const star = () => random.pick(['', '', '*', '**', '***']);
      const body = random.some(['Age', 'Years of schooling', 'Married', 'Union member', 'Log of income', 'Urban area', 'Constant'], 6).flatMap((name) => [
        [name, ...heads.map(() => `${random.whole(1, 3) === 1 ? '−' : ''}0.${random.whole(100, 999)}${star()}`)], ['', ...heads.map(() => `(0.${random.whole(100, 999)})`)]]);
      return [prose(random, 4), caption(`Table ${n}. Determinants of wages`), { head: [['Variable', over('Dependent variable', 4)], ['', ...heads.map((_, i) => `(${i + 1})`)]],
        body: [...body, ['Observations', ...heads.map(() => random.grouped(4))], ['R-squared', ...heads.map(() => `0.${random.whole(10, 99)}`)]] },
        note('Standard errors in brackets. * p < 0.10, ** p < 0.05, *** p < 0.01.'), prose(random, 4)];
    }),
  },
  {
    name: 'en-white-lines',
    css: 'table { font-family: "DejaVu Sans"; font-size: 8pt } th { background: #1f4e79; color: #fff } td { background: #dce6f1 } td, th { border: 1.5pt solid #fff; print-color-adjust: exact; padding: 4pt } td:first-child { background: #b8cce4 }',
    pages: (random) => [1, 2].map((n) => [caption(`Figure ${n}. Staff and funding`), { head: [[{ text: 'Programme', rows: 2 }, over('Funding', 2), over('Staff', 2)], ['Requested', 'Enacted', 'Requested', 'Enacted']],
      body: random.some(industries, 8).map((name) => [name, `$${random.grouped(5)}`, `$${random.grouped(5)}`, random.grouped(3), random.grouped(3)]) }, prose(random, 5)]),
  },
  {
    name: 'en-key-and-value',
    css: 'td, th { border: .5pt solid #555; text-align: left; padding: 3pt 5pt } td:nth-child(odd) { background: #eee; print-color-adjust: exact; width: 22% }',
    pages: (random) => [1, 2].map((n) => [caption(`Form ${n}. Description of the programme`), { head: [], body: [
      ['Programme', { text: random.pick(industries), columns: 3 }], ['Agency', `Department of ${random.pick(states)}`, 'Code', `${random.whole(10, 99)}-${random.whole(1000, 9999)}`],
      ['Start', `${random.whole(1, 28)} May ${random.whole(1998, 2020)}`, 'End', `${random.whole(1, 28)} May ${random.whole(2021, 2030)}`],
      ['Budget', `$${random.grouped(6)}`, 'Staff', random.grouped(3)], ['Purpose', { text: words.slice(2, 30).join(' '), columns: 3 }]] }, prose(random, 6)]),
  },
  {
    name: 'en-tight-columns',
    css: 'table { font-family: "DejaVu Sans Condensed"; font-size: 7pt; width: auto; border-bottom: .5pt solid } thead tr:last-child th { border-bottom: .5pt solid } td, th { padding: 1pt 2.5pt; white-space: nowrap } th { max-width: 34pt; white-space: normal }',
    pages: (random) => [1, 2].map((n) => {
      const ranges = years(random, 8).map((year) => `${year}–${String((Number(year) + 1) % 100).padStart(2, '0')}`);
      return [prose(random, 4), caption(`Table ${n}. Expenditure per pupil`), { head: [['State or jurisdiction', ...ranges]],
        body: rowsOf(random.some(states, 16), 8, () => `${random.whole(1, 7) === 1 ? '$' : ''}${random.grouped(random.whole(4, 5))}`) }, note('— Not available.'), prose(random, 3)];
    }),
  },
  {
    name: 'zh-dotted-rows',
    css: 'body { font-family: "Noto Sans CJK SC" } table { border-top: 1.2pt solid #06c; border-bottom: 1.2pt solid #06c } thead { background: #def; print-color-adjust: exact } tbody tr { border-bottom: .5pt dotted #888 } td, th { text-align: center } td:first-child { width: 30% }',
    pages: (random) => [1, 2].map((n) => {
      const heads = [{ text: '指标', rows: 2 }, { text: '单位', rows: 2 }, over('绝对数', 2), { text: '比上年增长（%）', rows: 2 }];
      return [proseZh, caption(`表${n} 主要指标完成情况`), { head: [heads, years(random, 2).map((year) => `${year}年`)],
        body: random.some(sectors, 10).map((name) => [`${name}增加值`, '亿元', random.decimal(9999), random.decimal(9999), `${random.whole(1, 4) === 1 ? '-' : ''}${random.decimal(20)}`]) }, note('注：增长速度按可比价计算。'), proseZh];
    }),
  },
  {
    name: 'en-title-inside',
    css: 'td, th { border: .5pt solid; } tr.title th { text-align: left; font-weight: bold } tr.foot td { text-align: left; font-size: 7pt }',
    pages: (random) => [1, 2].map((n) => {
      const heads = years(random, 4);
      return [prose(random, 3), { head: [[{ text: `Table ${n}: Receipts by state, millions of dollars`, columns: 5, row: 'title' }], ['State', ...heads]],
        body: [...rowsOf(random.some(states, 9), 4, grouped(random)), [{ text: 'Source: made up. Totals may not add because of rounding.', columns: 5, row: 'foot' }]] }, prose(random, 4)];
    }),
  },
];
