// usage: node corpus/provinces/typeset.mjs FOLDER [SEED] [FORM ...] [--open]
// Typesets made-up budgets and final accounts in the forms of provinces that no corpus holds: NAME.pdf as it would be published, NAME.txt with its
// tables as tests read them, NAME.csv with what every printed amount means, NAME.counts.csv with numbers that are no money. Another seed makes
// other figures; --open draws no line between columns. Needs chromium and a Chinese font.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomOf } from '../statistics/random.mjs';
import { forms } from './forms.mjs';
import { FIELDS } from './table.mjs';

const isOpen = process.argv.includes('--open');
const [folder, seed = '1', ...wanted] = process.argv.slice(2).filter((argument) => argument !== '--open');
if (!folder) throw new Error('usage: node corpus/provinces/typeset.mjs FOLDER [SEED] [FORM ...] [--open]');
mkdirSync(folder, { recursive: true });

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A grid of `<` and `^` as rows of HTML cells. */
function rowsHtml(grid, tag, alignOf) {
  return grid.map((row, y) => `<tr>${row.map((raw, x) => {
    const text = raw.trim();
    if (text === '<' || text === '^') return '';
    let columns = 1;
    while (row[x + columns]?.trim() === '<') columns++;
    let rows = 1;
    while (grid[y + rows]?.[x].trim() === '^') rows++;
    const indent = raw.length - raw.trimStart().length;
    const spans = (columns > 1 ? ` colspan="${columns}"` : '') + (rows > 1 ? ` rowspan="${rows}"` : '');
    return `<${tag}${spans} class="${alignOf(x, text)}"${indent && text ? ` style="padding-left:${indent * 0.25 + 0.3}em"` : ''}>${escape(text)}</${tag}>`;
  }).join('')}</tr>`).join('\n');
}

function tableHtml(table) {
  const colsOf = (widths) => {
    const total = widths.reduce((a, b) => a + b);
    return `<colgroup>${widths.map((w) => `<col style="width:${(100 * w / total).toFixed(2)}%">`).join('')}</colgroup>`;
  };
  const head = rowsHtml(table.head, 'th', () => 'c');
  const align = (x, text) => (/^[-\d,.%—]+$/.test(text) && (table.columns[x] || /[.%—]/.test(text)) ? 'r' : /^\d+$/.test(text) ? 'c' : 'l');
  const above = (table.number ? `<p class="number">${escape(table.number)}</p>` : '') + table.title.map((line) => `<p class="title">${escape(line)}</p>`).join('')
    + `<p class="line"><span>${escape(table.left ?? '')}</span><span>${escape(table.unitLine ?? (table.unit ? `单位：${table.unit}` : ''))}</span></p>`;
  const cuts = [0, ...table.breaks, table.rows.length];
  return cuts.slice(0, -1).map((start, index) => {
    const first = index === 0;
    const cols = colsOf((first ? null : table.widthsAfter[index - 1]) ?? table.widths ?? table.columns.map(() => 10));
    const body = rowsHtml(table.rows.slice(start, cuts[index + 1]), 'td', align);
    return `<section class="${table.page}"><div>${first || table.repeat ? above : ''}<table class="${isOpen ? 'open' : table.lines}" style="font-size:${table.size}pt">${cols}${first || table.repeat ? `<thead>${head}</thead>` : ''}<tbody>${body}</tbody></table>${
      index === cuts.length - 2 ? table.notes.map((note) => `<p class="note">${escape(note)}</p>`).join('') : ''}</div></section>`;
  }).join('\n');
}

const css = `@page { size: A4; margin: 22mm 18mm; } @page landscape { size: A4 landscape; margin: 16mm 12mm; } @page wide { size: A3 landscape; margin: 14mm 10mm; }
  body { margin: 0; font: 10.5pt/1.5 "Noto Serif CJK SC"; } section { break-after: page; } .landscape { page: landscape; } .wide { page: wide; }
  .sideways { position: relative; height: 250mm; } .sideways > div { position: absolute; width: 250mm; transform-origin: top left; transform: translateX(174mm) rotate(90deg); }
  .cover { text-align: center; font-size: 22pt; padding-top: 60mm; } .prose p { text-indent: 2em; margin: 0 0 6pt; } h2 { font-size: 14pt; }
  .title { text-align: center; font-size: 14pt; margin: 0; } .number, .note { margin: 0; font-size: 9pt; } .line { display: flex; justify-content: space-between; margin: 0 0 2pt; font-size: 9pt; }
  table { border-collapse: collapse; width: 100%; table-layout: fixed; line-height: 1.25; } thead { display: table-row-group; }
  td, th { border: 0.7pt solid #000; padding: 1.5pt 2.5pt; font-weight: normal; overflow-wrap: anywhere; height: 1.3em; } .open td, .open th { border-left: 0; border-right: 0; }
  .r { text-align: right; } .c { text-align: center; } .l { text-align: left; }`;

function documentHtml(form) {
  const what = form.kind === 'final' ? `${form.year}年度部门决算` : `${form.year}年部门预算`;
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${form.department}${what}</title><style>${css}</style>
    <section class="cover"><p>${form.department}</p><p>${what}${form.kind === 'final' ? '' : '公开'}</p></section>
    <section class="prose"><h2>第一部分 ${what}情况说明</h2>${form.prose.map((text) => `<p>${escape(text)}</p>`).join('')}</section>
    <section class="cover"><p>第二部分 ${what}表</p></section>
    ${form.tables.map(tableHtml).join('\n')}</html>`;
}

const quoted = (value) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
const csv = (rows) => `${rows.map((row) => row.map((value) => quoted(String(value ?? ''))).join(',')).join('\n')}\n`;

const work = mkdtempSync(join(tmpdir(), 'provinces-'));
try {
  for (const [name, form] of Object.entries(forms)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const made = form(randomOf(`${seed} ${name}`));
    const page = join(work, `${name}.html`);
    writeFileSync(page, documentHtml(made));
    execFileSync('chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--disable-pdf-tagging', '--no-pdf-header-footer',
      `--user-data-dir=${join(work, 'chromium')}`, `--print-to-pdf=${join(folder, `${name}.pdf`)}`, `file://${page}`], { stdio: 'ignore' });
    writeFileSync(join(folder, `${name}.txt`), made.tables.map((table) => table.text).join(''));
    writeFileSync(join(folder, `${name}.csv`), csv([['table', 'row', 'column', 'value', ...FIELDS],
      ...made.tables.flatMap((table, index) => table.truth.map((t) => [index + 1, t.row, t.column, t.value, ...FIELDS.map((field) => t[field])]))]));
    writeFileSync(join(folder, `${name}.counts.csv`), csv([['table', 'row', 'column', 'value'],
      ...made.tables.flatMap((table, index) => table.counts.map((t) => [index + 1, t.row, t.column, t.value]))]));
    console.log(name, made.tables.length, 'tables', made.tables.reduce((total, table) => total + table.truth.length, 0), 'amounts');
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
