// usage: node corpus/statistics/typeset.mjs FOLDER [SEED] [unseen|further|third]
// Typesets made-up government statistics in ten styles, with their truth in the form of the ICDAR 2013 competition (NAME-str.xml), so that
// `extractor evaluate-icdar FOLDER` scores the finding of tables that no budget prints. Needs chromium, and CJK fonts for the Chinese ones.
// With `unseen` four, with `further` six and with `third` ten styles on which no rule was written at first.
// Figures and names mean nothing. Another seed makes other documents of the same kind: what a rule was not written for.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as sets from './styles.mjs';
import { randomOf } from './random.mjs';

const [folder, seed = '1', set = 'styles'] = process.argv.slice(2);
if (!folder || !(set in sets)) throw new Error('usage: node corpus/statistics/typeset.mjs FOLDER [SEED] [unseen|further|third]');
mkdirSync(folder, { recursive: true });

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A table: { css, head: [[cell]], body: [[cell]] }; a cell: string or { text, rows, columns, indent, html, row: 'class' }. */
function tableHtml(table) {
  const row = (tag, alignOf) => (cells) => {
    const cls = cells.find((cell) => cell.row)?.row;
    return `<tr${cls ? ` class="${cls}"` : ''}>${cells.map((cell) => {
      const { text = cell, html, rows = 1, columns = 1, indent = 0, css = '' } = cell;
      const spans = (rows > 1 ? ` rowspan="${rows}"` : '') + (columns > 1 ? ` colspan="${columns}"` : '');
      const style = css + (indent ? `;padding-left:${indent}em` : '');
      return `<${tag}${spans}${style ? ` style="${style}"` : ''}${columns > 1 ? ' class="over"' : ''}>${html ?? escape(text)}</${tag}>`;
    }).join('')}</tr>`;
  };
  return `<table class="${table.css ?? ''}"><thead>${table.head.map(row('th')).join('')}</thead><tbody>${table.body.map(row('td')).join('')}</tbody></table>`;
}

/** Rows of cells to places: what a row's cells cover is not free for the next. */
function placesOf(table) {
  const taken = new Set();
  const cells = [];
  [...table.head, ...table.body].forEach((row, y) => {
    let x = 0;
    for (const cell of row) {
      while (taken.has(`${y} ${x}`)) x++;
      const { text = cell, rows = 1, columns = 1 } = cell;
      for (let dy = 0; dy < rows; dy++) for (let dx = 0; dx < columns; dx++) taken.add(`${y + dy} ${x + dx}`);
      if (text) cells.push({ x, y, rows, columns, text });
      x += columns;
    }
  });
  return cells;
}

const truthXml = (name, pages) => `<?xml version="1.0" encoding="UTF-8"?>\n<document filename="${name}.pdf">\n${pages.flatMap((page, number) =>
  page.filter((block) => block.head).map((table, index) => `<table id="${number + 1}.${index + 1}"><region id="1" page="${number + 1}">\n${
    placesOf(table).map((c) => `<cell start-row="${c.y}" start-col="${c.x}" end-row="${c.y + c.rows - 1}" end-col="${c.x + c.columns - 1}"><content>${
      escape(c.text)}</content></cell>`).join('\n')}\n</region></table>`)).join('\n')}\n</document>\n`;

const work = mkdtempSync(join(tmpdir(), 'statistics-'));
try {
  for (const [index, style] of sets[set].entries()) {
    for (let copy = 1; copy <= 3; copy++) {
      const name = `${String(index + 1).padStart(2, '0')}-${style.name}-${copy}`;
      const pages = style.pages(randomOf(`${seed} ${name}`));
      const html = `<!doctype html><meta charset="utf-8"><style>
        @page { size: A4; margin: 22mm 20mm; } body { margin: 0; font: 10pt/1.35 "DejaVu Serif"; }
        section { break-after: page; } section:last-child { break-after: auto; }
        p { margin: 0 0 8pt; text-align: justify; } h3 { font-size: 11pt; margin: 10pt 0 3pt; } .note { font-size: 8pt; margin: 3pt 0 10pt; }
        table { border-collapse: collapse; width: 100%; font-size: 8.5pt; line-height: 1.25; }
        td, th { padding: 2pt 4pt; text-align: right; vertical-align: bottom; font-weight: normal; }
        td:first-child, th:first-child { text-align: left; } th.over { text-align: center; } sup { font-size: 6pt; }
        ${style.css}</style>${pages.map((page) => `<section>${page.map((block) => (typeof block === 'string' ? block : tableHtml(block))).join('')}</section>`).join('')}`;
      const source = join(work, `${name}.html`);
      writeFileSync(source, html);
      execFileSync('chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--disable-pdf-tagging', '--no-pdf-header-footer',
        `--user-data-dir=${join(work, 'chromium')}`, `--print-to-pdf=${join(folder, `${name}.pdf`)}`, `file://${source}`], { stdio: 'ignore' });
      writeFileSync(join(folder, `${name}-str.xml`), truthXml(name, pages));
    }
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
