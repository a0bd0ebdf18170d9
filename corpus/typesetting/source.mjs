// Reads a source of the corpus: the text of a published document in a compact form that says what stands
// where, not how it looks. The notation is described in ../README.md.
import { readFileSync } from 'node:fs';

/** A cell as `[c2r3C]>>text`: spans, alignment (L, C, R), indentation, text; `\\>` is a printed greater-than sign. */
function readCell(raw, column) {
  const match = /^\[((?:c\d+|r\d+|[LCR])+)\]/.exec(raw);
  const marks = match ? match[1] : '';
  let text = (match ? raw.slice(match[0].length) : raw).trim();
  const indent = /^>*/.exec(text)[0].length;
  text = text.slice(indent).replace(/^\\>/, '>').replaceAll('<br>', '\n');
  return {
    text,
    indent,
    columnSpan: Number(/c(\d+)/.exec(marks)?.[1] ?? 1),
    rowSpan: Number(/r(\d+)/.exec(marks)?.[1] ?? 1),
    align: /[LCR]/.exec(marks)?.[0] ?? null,
    column,
  };
}

/** Places the cells of rows on a grid, so that every cell knows its column whatever spans into its row. */
function placeRows(lines, columnCount, where) {
  const taken = new Map();
  const rows = lines.map((line, r) => {
    const cells = [];
    let c = 0;
    for (const raw of line.split('|')) {
      while (taken.has(`${r},${c}`)) c++;
      const cell = readCell(raw.trim(), c);
      for (let i = 0; i < cell.rowSpan; i++)
        for (let j = 0; j < cell.columnSpan; j++) taken.set(`${r + i},${c + j}`, true);
      cells.push(cell);
      c += cell.columnSpan;
    }
    while (taken.has(`${r},${c}`)) c++;
    if (c !== columnCount) throw new Error(`${where}: row '${line.slice(0, 60)}' fills ${c} of ${columnCount} columns`);
    return cells;
  });
  return rows;
}

function readTable(lines, start, file) {
  const where = `${file}:${start + 1}`;
  const table = { kind: 'table', key: lines[start].split(/\s+/)[1], head: [], pages: [], repeatHead: true, title: null };
  let i = start + 1;
  let part = 'attributes';
  let headLines = [];
  let pages = [[]];
  for (; lines[i] !== '@end'; i++) {
    if (lines[i] === undefined) throw new Error(`${where}: table without @end`);
    const line = lines[i].trimEnd();
    if (line === '') continue;
    if (line === '@head') part = 'head';
    else if (line === '@body') part = 'body';
    else if (line === '@nextpage') pages.push([]);
    else if (line.startsWith('@note ')) (table.notes ??= []).push(line.slice(6));
    else if (part === 'attributes') {
      const [, name, value] = /^(\w+):\s*(.*)$/.exec(line) ?? (() => { throw new Error(`${file}:${i + 1}: ${line}`); })();
      table[name] = value;
    } else if (part === 'head') headLines.push(line);
    else pages.at(-1).push(line);
  }
  // `columns: 30L 20R` gives the weight of each column's width and the alignment of its body cells.
  table.columns = table.columns.split(/\s+/).map((c) => ({ weight: parseFloat(c), align: /[LCR]$/.exec(c)[0] }));
  table.repeatHead = table.repeat !== 'no';
  table.fontSize = Number(table.size ?? 9);
  table.head = placeRows(headLines, table.columns.length, where);
  table.pages = pages.map((rows) => placeRows(rows, table.columns.length, where));
  return [table, i + 1];
}

/** Reads `file` into { name, producer, title, year, ..., blocks }. */
export function readSource(file) {
  const lines = readFileSync(file, 'utf8').split('\n');
  const document = { blocks: [] };
  let i = 0;
  for (; lines[i] !== ''; i++) {
    const [, name, value] = /^@(\w+) (.*)$/.exec(lines[i]);
    document[name] = value;
  }
  while (i < lines.length) {
    const line = lines[i].trimEnd();
    if (line === '') { i++; continue; }
    if (line.startsWith('@table ')) {
      const [table, next] = readTable(lines, i, file);
      document.blocks.push(table);
      i = next;
      continue;
    }
    const heading = /^(#+) (.*)$/.exec(line);
    if (heading) document.blocks.push({ kind: 'heading', level: heading[1].length, text: heading[2] });
    else if (line.startsWith('@sheet ')) document.blocks.push({ kind: 'sheet', size: line.slice(7) });
    else if (line === '@newpage') document.blocks.push({ kind: 'newpage' });
    else if (line.startsWith('@cover ')) document.blocks.push({ kind: 'cover', text: line.slice(7) });
    else if (line.startsWith('@centred ')) document.blocks.push({ kind: 'centred', text: line.slice(9) });
    else if (line.startsWith('@entry ')) document.blocks.push({ kind: 'entry', text: line.slice(7) });
    else if (line.startsWith('@remark ')) document.blocks.push({ kind: 'remark', text: line.slice(8) });
    else if (line.startsWith('@')) throw new Error(`${file}:${i + 1}: unknown mark ${line}`);
    else document.blocks.push({ kind: 'paragraph', text: line });
    i++;
  }
  return document;
}

export const escapeXml = (s) => s.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
