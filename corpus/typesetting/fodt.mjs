// Sets a source as a flat OpenDocument text for LibreOffice Writer.
import { ALIGN, Styles, envelope, fontNames, fontSize, pageLayout, runs } from './opendocument.mjs';

/** Sheet sizes in millimetres: width, height, margins (top, right, bottom, left). */
const SHEETS = {
  front: [210, 297, [30, 27, 25, 27]],
  portrait: [210, 297, [30, 27, 20, 27]],
  landscape: [297, 210, [18, 12, 14, 12]],
  wide: [510, 210, [18, 12, 14, 12]],
};

const PARAGRAPHS = {
  cover: { size: 22, line: 44, align: 'center', head: true },
  centred: { size: 16, line: 30, align: 'center', head: true },
  entry: { size: 15, line: 25, align: 'start', left: '10mm' },
  remark: { size: 12, line: 20, align: 'justify', indent: 2 },
  paragraph: { size: 16, line: 29, align: 'justify', indent: 2 },
  h1: { size: 22, line: 48, align: 'center', head: true, keep: true },
  h2: { size: 18, line: 40, align: 'center', head: true, keep: true, above: '4mm', below: '3mm' },
  h3: { size: 16, line: 29, align: 'start', head: true, keep: true, indent: 2 },
  number: { size: 10.5, line: 18, align: 'start' },
  title: { size: 14, line: 24, align: 'center', head: true },
  line: { size: 10.5, line: 18, align: 'start' },
  note: { size: 10.5, line: 18, align: 'start', indent: 2 },
};

class Writer {
  #document;
  #styles = new Styles();
  #pending = { sheet: null, newpage: false, restart: false };
  #sheet = 'portrait';

  constructor(document) { this.#document = document; }

  /** The attributes by which the next block begins a page, and nothing where it only follows. */
  #begin() {
    const { sheet, newpage, restart } = this.#pending;
    this.#pending = { sheet: null, newpage: false, restart: false };
    return {
      master: sheet ? ` style:master-page-name="${sheet}"` : '',
      properties: sheet ? ` style:page-number="${restart ? '1' : 'auto'}"` : newpage ? ' fo:break-before="page"' : '',
    };
  }

  #paragraphStyle(look, begin = { master: '', properties: '' }) {
    const font = look.head ? this.#document.head_font : this.#document.text_font;
    const properties = `<style:paragraph-properties fo:text-align="${look.align}" fo:margin-top="${look.above ?? '0mm'}" fo:margin-bottom="${look.below ?? '0mm'}"`
      + ` fo:margin-left="${look.left ?? '0mm'}" fo:text-indent="${(look.indent ?? 0) * look.size}pt"${look.line ? ` fo:line-height="${look.line}pt"` : ''}`
      + `${look.keep ? ' fo:keep-with-next="always"' : ''} fo:orphans="1" fo:widows="1" style:line-break="strict"${begin.properties}/>`
      + `<style:text-properties ${fontNames(font)} ${fontSize(look.size)}/>`;
    return this.#styles.add('paragraph', begin.master, properties);
  }

  #paragraph(text, look, begin) {
    return `<text:p text:style-name="${this.#paragraphStyle(look, begin)}">${runs(text)}</text:p>`;
  }

  #cell(cell, look, columns, border) {
    const properties = `<style:table-cell-properties fo:border="${border ? '0.75pt solid #000000' : 'none'}" fo:padding="0.9mm"`
      + ` style:vertical-align="${look.top ? 'top' : 'middle'}"${look.fill ? ` fo:background-color="${look.fill}"` : ''}/>`;
    const align = cell.align ?? look.align ?? columns[cell.column]?.align ?? 'L';
    const spans = ` table:number-columns-spanned="${cell.columnSpan}" table:number-rows-spanned="${cell.rowSpan}"`;
    const text = { size: look.size, line: look.line, align: ALIGN[align], left: `${cell.indent * look.size}pt`, head: look.head };
    return `<table:table-cell table:style-name="${this.#styles.add('table-cell', '', properties)}"${spans}>`
      + `${cell.text.split('\n').map((t) => this.#paragraph(t, text)).join('')}</table:table-cell>`;
  }

  /** Rows with a covered cell wherever a span of an earlier cell reaches. */
  #rows(rows, look, t, border = true) {
    const covered = new Set();
    const height = this.#styles.add('table-row', '', `<style:table-row-properties style:min-row-height="${look.height ?? 1}pt" fo:keep-together="${t.keep === 'rows' ? 'always' : 'auto'}"/>`);
    return rows.map((row, r) => {
      let out = '';
      let k = 0;
      for (let c = 0; c < t.columns.length; c++) {
        if (covered.has(`${r},${c}`)) { out += '<table:covered-table-cell/>'; continue; }
        const cell = row[k++];
        for (let i = 0; i < cell.rowSpan; i++)
          for (let j = 0; j < cell.columnSpan; j++) covered.add(`${r + i},${c + j}`);
        out += this.#cell(cell, look, t.columns, border);
      }
      return `<table:table-row table:style-name="${height}">${out}</table:table-row>`;
    }).join('\n');
  }

  #table(t) {
    const [width, , margins] = SHEETS[this.#sheet];
    const inner = width - margins[1] - margins[3];
    const total = t.columns.reduce((sum, c) => sum + c.weight, 0);
    const columns = t.columns.map((c) => {
      const style = this.#styles.add('table-column', '', `<style:table-column-properties style:column-width="${((inner * c.weight) / total).toFixed(2)}mm"/>`);
      return `<table:table-column table:style-name="${style}"/>`;
    }).join('');
    const body = { size: t.fontSize, height: Number(t.rowHeight ?? 1), top: t.style === 'top' };
    const head = { size: t.fontSize, height: body.height, align: 'C', fill: t.fill };
    const n = t.columns.length;
    const span = (text, columnSpan, align, column = 0) => ({ text, columnSpan, rowSpan: 1, indent: 0, align, column });
    const lines = [];
    if (t.number) lines.push([[span(t.number, n, 'L')], PARAGRAPHS.number]);
    if (t.title) lines.push([[span(t.title, n, 'C')], PARAGRAPHS.title]);
    if (t.centre) lines.push([[span(t.centre, n, 'C')], PARAGRAPHS.line]);
    if (t.left || t.right) {
      let left = 1;
      while (left < n - 1 && t.columns.slice(0, left).reduce((s, c) => s + c.weight, 0) < total * 0.6) left++;
      lines.push([[span(t.left ?? '', left, 'L'), span(t.right ?? '', n - left, 'R', left)], PARAGRAPHS.line]);
    }
    const begin = this.#begin();
    const above = lines.map(([row, look]) => this.#rows([row], { size: look.size, line: look.line, head: look.head }, t, false)).join('\n');
    const headRows = this.#rows(t.head, head, t);
    const name = this.#styles.add('table', begin.master,
      `<style:table-properties style:width="${inner}mm" table:align="center" table:border-model="collapsing" style:may-break-between-rows="true"${begin.properties}/>`);
    const header = t.repeatHead && (above || headRows) ? `<table:table-header-rows>${above}${headRows}</table:table-header-rows>` : above + headRows;
    const notes = (t.notes ?? []).map((x) => this.#paragraph(x, { ...PARAGRAPHS.note, size: Math.max(t.fontSize, 9) })).join('');
    return `<table:table table:style-name="${name}">${columns}${header}${this.#rows(t.pages.flat(), body, t)}</table:table>${notes}`;
  }

  write() {
    const out = [];
    let front = false;
    for (const b of this.#document.blocks) {
      if (b.kind === 'sheet') {
        this.#pending = { sheet: b.size, newpage: false, restart: front && b.size !== 'front' };
        front = b.size === 'front';
        this.#sheet = b.size;
      } else if (b.kind === 'newpage') this.#pending.newpage = true;
      else if (b.kind === 'table') out.push(this.#table(b));
      else {
        const look = PARAGRAPHS[b.kind === 'heading' ? `h${b.level}` : b.kind];
        const first = b.kind === 'cover' && out.length === 0 ? { ...look, above: '60mm' } : look;
        out.push(this.#paragraph(b.text, first, this.#begin()));
      }
    }
    const { text_font: text, head_font: head } = this.#document;
    const footer = this.#paragraphStyle({ size: 12, align: 'center', head: true });
    const layouts = Object.entries(SHEETS).map(([name, [w, h, m]]) => pageLayout(`layout-${name}`, w, h, m)).join('');
    const masters = Object.keys(SHEETS).map((name) => `<style:master-page style:name="${name}" style:page-layout-name="layout-${name}">`
      + (name === 'front' ? '' : `<style:footer><text:p text:style-name="${footer}">- <text:page-number text:select-page="current"/> -</text:p></style:footer>`)
      + '</style:master-page>').join('');
    const defaults = `<style:default-style style:family="paragraph"><style:paragraph-properties style:writing-mode="page"/>`
      + `<style:text-properties ${fontNames(text)} fo:language="en" fo:country="US" style:language-asian="zh" style:country-asian="CN"/></style:default-style>`;
    return envelope('text', this.#document, [text, head], defaults, layouts + this.#styles.toXml(), masters, out.join('\n'));
  }
}

export const toText = (document) => new Writer(document).write();
