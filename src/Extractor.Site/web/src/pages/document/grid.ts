// A table as printed. Rows are kept in blocks; a block far from the window keeps its height alone, so that thousands of rows
// scroll smoothly. The columns are as wide, against each other, as they are printed.
import { h } from '../../dom'
import { saveCsv } from '../../figures/csv'
import { texts } from '../../language'
import { term } from '../../terms'
import type { Cell, Table } from './model'

const t = texts({
  save: ['此表存为 CSV（照原文）', 'This table as CSV, as printed'],
  page: ['页', 'Page'],
  caption: ['{0}，{1} 行 {2} 列', '{0}, {1} rows, {2} columns'],
})

const rowsOfBlock = 40
const heightOfRow = 28
/** Share of the room that a header may take and stay. */
const tallHeader = 0.5

/** What is set to the right although its meaning is not known: no code, no number of a row. */
const amount = /^[-−(（]?(\d{1,3}([,，]\d{3})+(\.\d+)?|\d+\.\d+)[%)）]?$/

interface Block {
  readonly first: number
  readonly last: number
  readonly body: HTMLTableSectionElement
  height: number
  isFilled: boolean
}

export class Grid {
  readonly element: HTMLElement
  readonly #table: HTMLTableElement
  readonly #blocks: Block[] = []
  readonly #elements = new Map<Cell, HTMLTableCellElement>()
  readonly #observer: IntersectionObserver
  /** Cells that began in an earlier block and reach into this one. */
  readonly #reaching: Map<number, Cell[]> = new Map()
  #chosen: Cell | null = null
  #members: ReadonlySet<Cell> = new Set()
  /** On paper, the whole table. */
  readonly #fillAll = () => { for (const block of this.#blocks) this.#fill(block) }

  constructor(readonly table: Table, root: Element, private readonly choose: (cell: Cell) => void) {
    this.#table = h('table', { class: 'grid', role: 'grid', 'aria-rowcount': table.header.rows, 'aria-colcount': table.header.columns },
      h('caption', { class: 'visually-hidden' }, t('caption', table.header.title ?? term('table', table.header.key), table.header.rows, table.header.columns)),
      this.#columns())
    this.element = h('div', { class: 'scroll' }, this.#table, h('p', { class: 'save-as no-print' }, h('button', { type: 'button', class: 'small', on: { click: () => this.#save() } }, t('save'))))
    for (const block of this.#split()) {
      this.#blocks.push(block)
      this.#table.append(block.body)
      this.#empty(block)
    }
    this.#observer = new IntersectionObserver(entries => {
      for (const entry of entries) {
        const block = this.#blocks.find(candidate => candidate.body === entry.target)
        if (block && entry.isIntersecting) this.#fill(block)
        else if (block && !block.body.contains(document.activeElement)) this.#empty(block)
      }
    }, { root, rootMargin: '800px 0px' })
    for (const block of this.#blocks) this.#observer.observe(block.body)
    addEventListener('beforeprint', this.#fillAll)
    if (this.#blocks[0]) this.#fill(this.#blocks[0])
    this.#table.addEventListener('click', event => this.#clicked(event))
    this.#table.addEventListener('keydown', event => this.#moved(event))
    this.#table.addEventListener('focusin', event => {
      const cell = this.#cellOf(event.target)
      if (cell && cell !== this.#chosen && (event.target as Element).matches(':focus-visible')) this.choose(cell)
    })
  }

  close(): void {
    removeEventListener('beforeprint', this.#fillAll)
    this.#observer.disconnect()
  }

  /** Shows a cell as the chosen one, and others as those that it is reckoned with. */
  show(chosen: Cell | null, members: ReadonlySet<Cell>, scroll: boolean): void {
    const before = this.#chosen
    this.#chosen = chosen
    this.#members = members
    for (const [cell, element] of this.#elements) this.#dress(cell, element)
    if (chosen && scroll) this.reveal(chosen)
    if (!chosen && before) this.#elements.get(before)?.blur()
  }

  /** Brings a cell into view, below the header, which stays at the top unless it would take half the room. */
  reveal(cell: Cell): void {
    const element = this.#elementOf(cell)
    const head = this.#blocks[0]?.body
    if (head instanceof HTMLTableSectionElement && head.tagName === 'THEAD') {
      const height = head.offsetHeight
      const room = this.element.parentElement?.clientHeight ?? 0
      head.classList.toggle('tall', height > room * tallHeader)
      if (element) element.style.scrollMarginTop = `${height > room * tallHeader ? 0 : height}px`
    }
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  focus(cell: Cell): void {
    this.#elementOf(cell)?.focus({ preventScroll: true })
  }

  /** Every cell as printed, under the headers of its column, with its page. */
  #save(): void {
    const { columns, headerRows } = this.table.header
    const paths = Array.from({ length: columns }, (_, column) => [...this.table.cells].find(cell => cell.column === column && !cell.isHeader && cell.path)?.path ?? String(column + 1))
    saveCsv(this.table.header.title ?? term('table', this.table.header.key), [...paths, t('page')], this.table.rows.slice(headerRows).map(row => {
      const texts: (string | number | null)[] = Array<null>(columns + 1).fill(null)
      for (const cell of row) texts[cell.column] = cell.text
      texts[columns] = row[0]?.places[0]?.page ?? null
      return texts
    }))
  }

  #columns(): HTMLTableColElement[] {
    const edges = new Map<number, { left: number; right: number }>()
    for (const cell of this.table.cells) {
      const box = cell.places[0]?.box
      if (box && cell.columnSpan === 1 && !edges.has(cell.column)) edges.set(cell.column, { left: box[0], right: box[2] })
    }
    return Array.from({ length: this.table.header.columns }, (_, column) => {
      const edge = edges.get(column)
      const element = h('col')
      element.style.width = `${Math.max(3.2, Math.min(22, ((edge?.right ?? 60) - (edge?.left ?? 0)) / 9))}em`
      return element
    })
  }

  #split(): Block[] {
    const blocks: Block[] = []
    const head = this.table.header.headerRows
    for (let first = 0; first < this.table.rows.length;) {
      const last = Math.min(this.table.rows.length, first < head ? head : first + rowsOfBlock)
      blocks.push({ first, last, body: h(first < head ? 'thead' : 'tbody'), height: (last - first) * heightOfRow, isFilled: true })
      first = last
    }
    for (const block of blocks) this.#reaching.set(block.first, [])
    for (const cell of this.table.cells) {
      if (cell.rowSpan === 1) continue
      for (const block of blocks) {
        if (block.first > cell.row && block.first < cell.row + cell.rowSpan) this.#reaching.get(block.first)!.push(cell)
      }
    }
    return blocks
  }

  #fill(block: Block): void {
    if (block.isFilled) return
    block.isFilled = true
    const rows: HTMLTableRowElement[] = []
    for (let row = block.first; row < block.last; row++) {
      const reaching = row === block.first ? this.#reaching.get(row)! : []
      const cells = [...reaching, ...this.table.rows[row]!].sort((a, b) => a.column - b.column)
      rows.push(h('tr', { 'aria-rowindex': row + 1 }, cells.map(cell => this.#cell(cell, block, row))))
    }
    block.body.replaceChildren(...rows)
  }

  #empty(block: Block): void {
    if (!block.isFilled) return
    if (block.body.childElementCount > 1) block.height = block.body.getBoundingClientRect().height || block.height
    block.isFilled = false
    for (let row = block.first; row < block.last; row++) for (const cell of this.table.rows[row]!) this.#elements.delete(cell)
    const place = h('td', { colspan: this.table.header.columns, 'aria-hidden': 'true' })
    place.style.height = `${block.height}px`
    block.body.replaceChildren(h('tr', null, place))
  }

  #cell(cell: Cell, block: Block, row: number): HTMLTableCellElement {
    const line = this.table.lineOf(cell)
    const continued = row > cell.row
    const element = h(cell.isHeader ? 'th' : 'td', {
      scope: cell.isHeader ? (cell.columnSpan > 1 ? 'colgroup' : 'col') : null,
      rowspan: Math.min(cell.row + cell.rowSpan, block.last) - row,
      colspan: cell.columnSpan,
      tabindex: continued ? null : '-1',
      'aria-colindex': cell.column + 1,
      'data-cell': continued ? null : `${cell.row}.${cell.column}`,
      'data-line': continued ? null : line?.id,
    }, cell.text)
    if (line) {
      const proof = term('proof', line.proof)
      element.append(h('span', { class: `sign ${line.proof}`, title: proof }, h('span', { class: 'visually-hidden' }, proof)))
    }
    if (!continued) this.#elements.set(cell, element)
    this.#dress(cell, element)
    return element
  }

  #dress(cell: Cell, element: HTMLTableCellElement): void {
    const line = this.table.lineOf(cell)
    element.className = [
      line || amount.test(cell.text ?? '') ? 'number' : '',
      line ? 'line' : '',
      cell === this.#chosen ? 'chosen' : '',
      this.#members.has(cell) ? 'member' : '',
    ].filter(Boolean).join(' ')
    element.setAttribute('aria-selected', String(cell === this.#chosen))
    if (element.hasAttribute('tabindex')) element.tabIndex = cell === (this.#chosen ?? this.table.rows[0]?.[0]) ? 0 : -1
  }

  #elementOf(cell: Cell): HTMLTableCellElement | undefined {
    const block = this.#blocks.find(candidate => candidate.first <= cell.row && cell.row < candidate.last)
    if (block) this.#fill(block)
    return this.#elements.get(cell)
  }

  #cellOf(target: EventTarget | null): Cell | undefined {
    const place = target instanceof Element ? target.closest<HTMLElement>('[data-cell]')?.dataset.cell : undefined
    const [row, column] = place?.split('.').map(Number) ?? []
    return row === undefined || column === undefined ? undefined : this.table.cellAt(row, column)
  }

  #clicked(event: MouseEvent): void {
    const cell = this.#cellOf(event.target)
    if (cell && !getSelection()?.toString()) this.choose(cell)
  }

  /** Arrow keys go from cell to cell, as in any grid; Home and End along the row. */
  #moved(event: KeyboardEvent): void {
    const cell = this.#cellOf(event.target)
    if (!cell || event.ctrlKey || event.altKey || event.metaKey) return
    const next =
      event.key === 'ArrowRight' ? this.#covering(cell.row, cell.column + cell.columnSpan)
      : event.key === 'ArrowLeft' ? this.#covering(cell.row, cell.column - 1)
      : event.key === 'ArrowDown' ? this.#covering(cell.row + cell.rowSpan, cell.column)
      : event.key === 'ArrowUp' ? this.#covering(cell.row - 1, cell.column)
      : event.key === 'Home' ? this.#covering(cell.row, 0)
      : event.key === 'End' ? this.#covering(cell.row, this.table.header.columns - 1)
      : event.key === 'Enter' || event.key === ' ' ? cell
      : undefined
    if (!next) return
    event.preventDefault()
    this.choose(next)
    const element = this.#elementOf(next)
    element?.focus({ preventScroll: true })
    this.reveal(next)
  }

  /** The cell that covers a place of the grid. */
  #covering(row: number, column: number): Cell | undefined {
    for (let r = row; r >= 0 && r > row - 200; r--) {
      for (const cell of this.table.rows[r] ?? []) {
        if (cell.column <= column && column < cell.column + cell.columnSpan && row < cell.row + cell.rowSpan) return cell
      }
    }
    return undefined
  }
}
