// Sets a source as one HTML page for Chromium's print engine: Skia/PDF, Type0 fonts with embedded TrueType.
import { escapeXml } from './source.mjs';

const ALIGN = { L: 'left', C: 'center', R: 'right' };

const style = (d) => `
@page { size: 210mm 297mm; margin: 30mm 27mm 32mm 27mm;
  @bottom-center { content: "- " counter(page) " -"; font: 12pt "${d.head_font}"; } }
@page front { @bottom-center { content: none; } }
@page landscape { size: 297mm 210mm; margin: 20mm 12mm 20mm 12mm; }
@page wide { size: 510mm 210mm; margin: 20mm 12mm 20mm 12mm; }
.front { page: front; } .landscape { page: landscape; } .wide { page: wide; }
html { font: 16pt/29pt "${d.text_font}", "AR PL UMing CN"; }
body { margin: 0; text-align: justify; line-break: strict; }
p, h1, h2, h3, td, th, span { white-space: pre-wrap; }
p { margin: 0; text-indent: 2em; }
h1, h2, h3 { font-family: "${d.head_font}"; font-weight: normal; margin: 0; break-after: avoid; }
h1 { font-size: 22pt; text-align: center; line-height: 48pt; }
h2 { font-size: 18pt; text-align: center; line-height: 40pt; margin: 10pt 0; }
h3 { font-size: 16pt; text-indent: 2em; }
.cover { font: 22pt/44pt "${d.head_font}"; text-align: center; text-indent: 0; }
.cover:first-child { margin-top: 60mm; }
.centred { font-family: "${d.head_font}"; text-align: center; text-indent: 0; }
.entry { text-indent: 0; padding-left: 2em; line-height: 26pt; }
.front + .portrait { counter-reset: page; }
.remark { font-size: 12pt; line-height: 20pt; }
.break { break-before: page; }
.number, .title, .line, .note { margin: 0; text-indent: 0; line-height: 18pt; }
.number { font-size: 10.5pt; } .title { font: 14pt/24pt "${d.head_font}"; text-align: center; }
.line { font-size: 10.5pt; display: flex; justify-content: space-between; }
.note { text-indent: 2em; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; line-height: 1.3; }
td, th { border: 0.75pt solid #000; padding: 2pt 3pt; text-indent: 0; font-weight: normal; vertical-align: middle; overflow-wrap: anywhere; }
th { text-align: center; }
.closed { border-collapse: separate; border-spacing: 0; border: 0 solid #000; border-width: 0.75pt 0 0 0.75pt; box-decoration-break: clone; }
.closed td, .closed th { border-width: 0 0.75pt 0.75pt 0; box-decoration-break: clone; }
.top td { vertical-align: top; }
.flow thead { display: table-row-group; }
.banded th { background: #d9e2f3; }
`;

function cellHtml(cell, tag, columns) {
  const align = cell.align ?? (tag === 'th' ? 'C' : columns[cell.column].align);
  const spans = (cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : '') + (cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '');
  const css = [`text-align:${ALIGN[align]}`];
  if (cell.indent) css.push(`padding-left:${cell.indent + 0.3}em`);
  return `<${tag}${spans} style="${css.join(';')}">${escapeXml(cell.text)}</${tag}>`;
}

const rowHtml = (row, tag, t) => `<tr${t.rowHeight ? ` style="height:${t.rowHeight}pt"` : ''}>${row.map((c) => cellHtml(c, tag, t.columns)).join('')}</tr>`;

function tableHtml(t) {
  const total = t.columns.reduce((sum, c) => sum + c.weight, 0);
  const widths = t.columns.map((c) => `<col style="width:${((100 * c.weight) / total).toFixed(3)}%">`).join('');
  const above = (t.number ? `<p class="number">${escapeXml(t.number)}</p>` : '')
    + (t.title ? `<p class="title">${escapeXml(t.title)}</p>` : '')
    + (t.centre ? `<p class="line" style="justify-content:center">${escapeXml(t.centre)}</p>` : '')
    + (t.left || t.right ? `<p class="line"><span>${escapeXml(t.left ?? '')}</span><span>${escapeXml(t.right ?? '')}</span></p>` : '');
  const head = t.head.map((r) => rowHtml(r, 'th', t)).join('\n');
  const classes = [t.repeatHead ? '' : 'flow', t.style ?? ''].filter(Boolean).join(' ');
  const parts = t.pages.map((rows, i) => {
    const withHead = i === 0 || t.repeatHead;
    const body = rows.map((r) => rowHtml(r, 'td', t)).join('\n');
    return `<div${i > 0 ? ' class="break"' : ''}>${withHead ? above : ''}<table class="${classes}" style="font-size:${t.fontSize}pt"><colgroup>${widths}</colgroup>`
      + (withHead && head ? `<thead>${head}</thead>` : '') + `<tbody>\n${body}\n</tbody></table></div>`;
  });
  const notes = (t.notes ?? []).map((n) => `<p class="note" style="font-size:${Math.max(t.fontSize, 9)}pt">${escapeXml(n)}</p>`).join('');
  return parts.join('\n') + notes;
}

export function toHtml(document) {
  const out = [];
  let open = false;
  let needsBreak = false;
  for (const b of document.blocks) {
    const cls = needsBreak ? ' break' : '';
    if (b.kind !== 'newpage' && b.kind !== 'sheet') needsBreak = false;
    switch (b.kind) {
      case 'sheet':
        out.push(`${open ? '</section>' : ''}<section class="${b.size}">`);
        open = true;
        break;
      case 'newpage': needsBreak = true; break;
      case 'heading': out.push(`<h${b.level} class="${cls}">${escapeXml(b.text)}</h${b.level}>`); break;
      case 'table': out.push(`<div class="${cls}">${tableHtml(b)}</div>`); break;
      case 'paragraph': out.push(`<p class="${cls}">${escapeXml(b.text)}</p>`); break;
      default: out.push(`<p class="${b.kind}${cls}">${escapeXml(b.text)}</p>`);
    }
  }
  return `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeXml(document.title)}</title><style>${style(document)}</style></head>\n<body>${out.join('\n')}</section></body></html>\n`;
}
