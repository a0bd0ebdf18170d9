// A table as a province prints it, together with what each of its amounts means.

/** Fields of the truth, in the order of the file. `blank` is: not asked. */
export const FIELDS = ['code', 'name', 'classification', 'unit', 'direction', 'component', 'fund', 'period', 'parent', 'qualifier', 'leaf',
  'item', 'phase', 'functional', 'department_economic', 'government_economic', 'planted'];

export const written = (cents, { grouped = false, zero = '', digits = 2 } = {}) => {
  if (cents === 0) return zero;
  const text = (Math.abs(cents) / 100).toFixed(digits);
  const [whole, rest] = text.split('.');
  const front = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return (cents < 0 ? '-' : '') + front + (rest ? `.${rest}` : '');
};

export class Table {
  /**
   * `widthsAfter`: widths of the columns on each page after a break, where they are others than on the first.
   * `head`: rows of header cells joined by |, `<` belongs to the cell on its left, `^` to the one above. `columns`: what an amount in each
   * column means, null where it holds no amounts. `meaning`: what all amounts of the table mean unless column or row says otherwise.
   */
  constructor(style, { number, title, unit, left, head, columns, meaning = {}, widths, size = 9, breaks = [], repeat = true, notes = [], page = 'landscape', wide, lines = 'all', widthsAfter = [] }) {
    Object.assign(this, { style, number, title: [title].flat(), unit, left, columns, meaning, widths, size, breaks, repeat, notes, page, wide, lines, widthsAfter });
    this.head = head.map((row) => row.split('|'));
    this.rows = [];
    this.truth = [];
    this.counts = [];
    for (const row of this.head) if (row.length !== columns.length) throw new Error(`${title}: ${row.join('|')} is no row of ${columns.length}`);
  }

  /** Cells: text, or cents, or { count } for a number that is no money. `meaning` of the row; `byColumn` overrides it; a column may leave the leaf unasked. */
  row(cells, meaning = {}, byColumn = {}) {
    const at = this.head.length + this.rows.length;
    if (cells.length !== this.columns.length) throw new Error(`${this.title}: ${cells.join('|')} is no row of ${this.columns.length}`);
    this.rows.push(cells.map((cell, column) => {
      if (typeof cell === 'object' && cell !== null) {
        this.counts.push({ row: at, column, value: cell.count });
        return cell.count;
      }
      if (typeof cell !== 'number') return cell ?? '';
      const text = written(cell, this.style);
      if (/\d/.test(text)) {
        const of = this.columns[column];
        const truth = { row: at, column, value: text, ...this.meaning, ...of, ...meaning, ...(of.leaf === '' && { leaf: '' }), ...byColumn[column], planted: 0 };
        if (truth.unit && truth.unit !== '-' && truth.item === 'total') truth.item = 'unit_total';
        this.truth.push(truth);
      }
      return text;
    }));
    return this;
  }

  /** Prints a figure wrongly. */
  plant(test, cents) {
    const truth = this.truth.find(test);
    const text = written(Math.round(Number(truth.value.replaceAll(',', '')) * 100) + cents, this.style);
    truth.value = text;
    truth.planted = 1;
    this.rows[truth.row - this.head.length][truth.column] = text;
  }

  get text() {
    return `# ${this.title.join('')} (${this.unit ?? ''})\n${[...this.head, ['---'], ...this.rows].map((row) => row.join('|')).join('\n')}\n`;
  }
}
