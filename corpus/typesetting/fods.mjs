// Sets a source of one wide table as a flat OpenDocument spreadsheet for LibreOffice Calc, on A3 across.
import { ALIGN, Styles, envelope, fontNames, fontSize, pageLayout, runs } from './opendocument.mjs';

/** Width, height and margins in millimetres. */
const A3 = [420, 297, [12, 9, 10, 9]];

const MILLIMETRES_PER_POINT = 25.4 / 72;

/** How many lines a text takes in a column: Han characters are one em wide, the others half of one. */
function lineCount(text, width, fontSize) {
  const room = Math.max(1, Math.floor(2 * (width - 1.2) / (fontSize * MILLIMETRES_PER_POINT)) - 1);
  return text.split('\n').reduce((sum, line) => {
    const halves = [...line].reduce((n, ch) => n + (ch.codePointAt(0) < 0x2000 ? 1 : 2), 0);
    return sum + Math.max(1, Math.ceil(halves / room));
  }, 0);
}

class Sheet {
  #document;
  #table;
  #styles = new Styles();

  constructor(document) {
    const tables = document.blocks.filter((b) => b.kind === 'table');
    if (tables.length !== 1) throw new Error(`${document.name}: a spreadsheet holds one table, found ${tables.length}`);
    this.#document = document;
    [this.#table] = tables;
  }

  #cellStyle({ align, border, size, head }) {
    const font = head ? this.#document.head_font : this.#document.text_font;
    const properties = `<style:table-cell-properties fo:border="${border ? '0.75pt solid #000000' : 'none'}" fo:padding="0.4mm" fo:wrap-option="wrap"`
      + ` style:vertical-align="middle" style:text-align-source="fix"/><style:paragraph-properties fo:text-align="${ALIGN[align]}"/>`
      + `<style:text-properties ${fontNames(font)} ${fontSize(size)}/>`;
    return this.#styles.add('table-cell', '', properties);
  }

  #cell(cell, look) {
    const style = this.#cellStyle(look);
    const spans = ` table:number-columns-spanned="${cell.columnSpan}" table:number-rows-spanned="${cell.rowSpan}"`;
    if (cell.text === '') return `<table:table-cell table:style-name="${style}"${spans}/>`;
    return `<table:table-cell table:style-name="${style}" office:value-type="string"${spans}>`
      + `${cell.text.split('\n').map((t) => `<text:p>${runs(t)}</text:p>`).join('')}</table:table-cell>`;
  }

  /** Calc's own height is that of the screen's metrics, in print the last lines would be cut: the height is reckoned here. */
  #rowStyle(row, look) {
    const single = row.filter((cell) => cell.rowSpan === 1);
    const lines = Math.max(1, ...single.map((cell) => lineCount(cell.text, this.#width(cell.column, cell.columnSpan), look.size)));
    const height = (lines + 0.5) * look.size * 1.1 * MILLIMETRES_PER_POINT + 1;
    return this.#styles.add('table-row', '', `<style:table-row-properties style:row-height="${height.toFixed(2)}mm" style:use-optimal-row-height="false"/>`);
  }

  #width(column, span) {
    const [width, , margins] = A3;
    const total = this.#table.columns.reduce((sum, c) => sum + c.weight, 0);
    const weight = this.#table.columns.slice(column, column + span).reduce((sum, c) => sum + c.weight, 0);
    return ((width - margins[1] - margins[3]) * weight) / total - 0.02;
  }

  #rows(rows, look, { repeated = false } = {}) {
    const covered = new Map();
    const xml = rows.map((row, r) => {
      let out = '';
      let k = 0;
      for (let c = 0; c < this.#table.columns.length; c++) {
        if (covered.has(`${r},${c}`)) {
          out += `<table:covered-table-cell table:style-name="${this.#cellStyle({ ...look, align: 'C' })}"/>`;
          continue;
        }
        const cell = row[k++];
        for (let i = 0; i < cell.rowSpan; i++)
          for (let j = 0; j < cell.columnSpan; j++) covered.set(`${r + i},${c + j}`, true);
        out += this.#cell(cell, { ...look, align: cell.align ?? look.align ?? this.#table.columns[c].align });
      }
      return `<table:table-row table:style-name="${this.#rowStyle(row, look)}">${out}</table:table-row>`;
    }).join('\n');
    return repeated ? `<table:table-header-rows>${xml}</table:table-header-rows>` : xml;
  }

  write() {
    const t = this.#table;
    const columns = t.columns.map((_, c) => {
      const style = this.#styles.add('table-column', '', `<style:table-column-properties style:column-width="${this.#width(c, 1).toFixed(2)}mm"/>`);
      return `<table:table-column table:style-name="${style}"/>`;
    }).join('');
    const n = t.columns.length;
    const span = (text, columnSpan, align, column) => ({ text, columnSpan, rowSpan: 1, align, column });
    const half = Math.floor(n / 2);
    const above = this.#rows([[span(t.title, n, 'C', 0)]], { border: false, size: 16, head: true })
      + this.#rows([[span(t.left, half, 'L', 0), span(t.right, n - half, 'R', half)]], { border: false, size: 9 });
    const head = this.#rows(t.head, { border: true, size: t.fontSize, align: 'C', head: true }, { repeated: true });
    const body = this.#rows(t.pages.flat(), { border: true, size: t.fontSize });
    const style = this.#styles.add('table', ' style:master-page-name="a3"', '<style:table-properties table:display="true"/>');
    const footer = this.#styles.add('paragraph', '', `<style:paragraph-properties fo:text-align="center"/><style:text-properties ${fontNames(this.#document.text_font)} ${fontSize(9)}/>`);
    const { text_font: text, head_font: heading } = this.#document;
    const master = `<style:master-page style:name="a3" style:page-layout-name="layout-a3"><style:header style:display="false"/>`
      + `<style:footer><text:p text:style-name="${footer}">第 <text:page-number>1</text:page-number> 页，共 <text:page-count>1</text:page-count> 页</text:p></style:footer></style:master-page>`;
    const defaults = `<style:default-style style:family="table-cell"><style:text-properties ${fontNames(text)} ${fontSize(10)} fo:language="en" fo:country="US"`
      + ` style:language-asian="zh" style:country-asian="CN"/></style:default-style>`;
    const sheet = `<table:table table:name="自评表" table:style-name="${style}">${columns}${above}${head}${body}</table:table>`;
    return envelope('spreadsheet', this.#document, [text, heading], defaults, pageLayout('layout-a3', ...A3) + this.#styles.toXml(), master, sheet);
  }
}

export const toSpreadsheet = (document) => new Sheet(document).write();
