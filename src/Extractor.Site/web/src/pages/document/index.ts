// A document: its pages as published beside what was read from them.
import { h } from '../../dom'
import { number, texts } from '../../language'
import { address, type OpenPage, type Page, type Route } from '../../page'
import { term } from '../../terms'
import type { Box, TableHeader } from '../../contract'
import { about } from './about'
import { Detail } from './detail'
import { Findings } from './findings'
import { Grid } from './grid'
import { OpenDocument, type Cell, type Line, type Place, type Table } from './model'
import { Pages, type Mark } from './pages'
import { Sections } from './sections'

const t = texts({
  tables: ['表格', 'Tables'],
  sections: ['文字', 'Text'],
  findings: ['发现', 'Findings'],
  about: ['文件', 'File'],
  parts: ['文件的各部分', 'Parts of the document'],
  which: ['表', 'Table'],
  previous: ['上一张表', 'Previous table'],
  next: ['下一张表', 'Next table'],
  noTables: ['没有读到表格。', 'No table was read.'],
  pages: ['第 {0} 页', 'page {0}'],
  range: ['第 {0}–{1} 页', 'pages {0}–{1}'],
  empty: ['文件声明本表无数据。', 'The document says that this table has no figures.'],
  unit: ['单位：{0}', 'unit: {0}'],
  gone: ['这个链接所指的内容在当前数据中已不存在：数据重新发布后，它可能已改变。请从文件的表格中查找。', 'What this link pointed to is no longer in the data: it may have changed when the data were published again. Look it up in the tables of the document.'],
})

type Tab = 'tables' | 'sections' | 'findings' | 'about'
const tabs: readonly Tab[] = ['tables', 'sections', 'findings', 'about']

class DocumentPage implements Page {
  readonly title: string
  readonly element: HTMLElement
  readonly #pages: Pages
  readonly #detail: Detail
  readonly #findings: Findings
  readonly #sections: Sections
  readonly #panels: Record<Tab, HTMLElement>
  readonly #buttons: Record<Tab, HTMLElement>
  readonly #select = h('select', { 'aria-label': t('which'), on: { change: () => this.#go(address.table(this.document.file.id, Number(this.#select.value))) } })
  readonly #about = h('p', { class: 'table-about soft' })
  readonly #holder = h('div', { class: 'holder' })
  readonly #gone = h('p', { class: 'notice', role: 'status', hidden: true }, t('gone'))
  #grid: Grid | null = null
  #turn = 0

  constructor(private readonly document: OpenDocument, private route: Route) {
    const { file } = document
    this.title = file.title ?? file.department ?? file.id.slice(0, 16)
    this.#pages = new Pages(file, (page, x, y) => void this.#findCell(page, x, y))
    this.#detail = new Detail(document, this.#pages, line => void this.#chooseLine(line))
    this.#findings = new Findings(document, this.#pages.file, places => this.#pages.mark(places.map(place => ({ place, kind: 'finding' }))), line => void this.#chooseLine(line))
    this.#sections = new Sections(document)
    const shown = file.tables.length > 0
    for (const table of file.tables) this.#select.append(h('option', { value: table.ordinal }, nameOfTable(table)))
    this.#panels = {
      tables: h('div', null, shown ? [
        h('div', { class: 'tools' }, this.#select,
          h('button', { type: 'button', 'aria-label': t('previous'), title: t('previous'), on: { click: () => this.#step(-1) } }, '‹'),
          h('button', { type: 'button', 'aria-label': t('next'), title: t('next'), on: { click: () => this.#step(1) } }, '›')),
        this.#about, this.#holder, this.#detail.element] : h('p', { class: 'soft' }, t('noTables'))),
      sections: this.#sections.element,
      findings: h('div', null, this.#findings.element),
      about: h('div', null, about(file)),
    }
    const counts: Record<Tab, number | null> = { tables: file.tables.length, sections: file.sections.length, findings: file.findings.length, about: null }
    const button = (tab: Tab) => h('button', {
      type: 'button', role: 'tab', id: `tab-${tab}`, 'aria-controls': `panel-${tab}`, on: { click: () => this.#openTab(tab), keydown: event => this.#tabKey(event, tab) },
    }, t(tab), counts[tab] === null ? null : h('span', { class: 'count' }, number(counts[tab])))
    this.#buttons = { tables: button('tables'), sections: button('sections'), findings: button('findings'), about: button('about') }
    for (const tab of tabs) {
      const panel = this.#panels[tab]
      panel.id = `panel-${tab}`
      panel.classList.add('panel', tab)
      panel.setAttribute('role', 'tabpanel')
      panel.setAttribute('aria-labelledby', `tab-${tab}`)
    }
    this.element = h('article', { class: 'desk' },
      h('header', { class: 'desk-head' },
        h('h1', null, this.title),
        h('p', { class: 'soft' },
          file.department && (file.departmentKey ? h('a', { href: address.department(file.departmentKey, file.id) }, file.department) : file.department),
          [file.department && '', file.divisionName, file.year, term('kind', file.kind)].filter(part => part !== undefined).join(' · '), ' ',
          h('span', { class: `badge ${file.status}` }, term('status', file.status))),
        this.#gone),
      this.#pages.element,
      h('section', { class: 'reading' },
        h('div', { class: 'tabs', role: 'tablist', 'aria-label': t('parts') }, tabs.map(tab => this.#buttons[tab])),
        tabs.map(tab => this.#panels[tab])))
    this.#openTab(shown ? 'tables' : file.sections.length > 0 ? 'sections' : 'about')
  }

  shown(): void {
    this.#pages.shown()
    void this.#follow(this.route)
  }

  update(route: Route): boolean {
    this.route = route
    void this.#follow(route)
    return true
  }

  close(): void {
    this.#pages.close()
    this.#grid?.close()
  }

  /** Shows what an address names: /document/ID/table/3/line/LINE. */
  async #follow(route: Route): Promise<void> {
    const [, , part, value, kind, id] = route.parts
    const number = Number(value)
    const turn = ++this.#turn
    this.#gone.hidden = true
    if (part === 'table' && this.document.file.tables.some(table => table.ordinal === number)) {
      const table = await this.#openTable(number, turn)
      if (!table || !kind || !id) return
      const line = table.lines.find(candidate => candidate.id === id)
      if (kind === 'line' && !line) this.#tellGone()
      if (kind === 'line' && line) await this.#showCell(table, line.cell, true)
      const [row = -1, column = -1] = id.split('.').map(Number)
      const cell = table.cellAt(row, column)
      if (kind === 'cell' && cell) await this.#showCell(table, cell, true)
      if (kind === 'check') await this.#showCheck(table, id)
    } else if (part === 'line' && value) {
      const line = await this.document.line(value)
      if (turn !== this.#turn) return
      if (line) await this.#chooseLine(line)
      else this.#tellGone()
    } else if (part === 'finding' && value) {
      this.#openTab('findings')
      if (!this.document.file.findings.some(finding => finding.id === value)) this.#tellGone()
      await this.#findings.show(value)
    } else if (part === 'section' && value) {
      this.#openTab('sections')
      const page = this.#sections.show(value)
      if (page) this.#pages.go(page)
    } else if (part === 'page') {
      this.#pages.go(number)
      const box = boxOf(route.query.get('at'))
      if (box) await this.#showPlace({ page: number, box }, turn)
    } else if (this.document.file.tables[0]) {
      await this.#openTable(this.document.file.tables[0].ordinal, turn, false)
    }
  }

  async #openTable(ordinal: number, turn: number, scroll = true): Promise<Table | null> {
    const table = await this.document.table(ordinal)
    if (turn !== this.#turn) return null
    this.#openTab('tables')
    if (this.#grid?.table !== table) {
      this.#grid?.close()
      this.#grid = new Grid(table, this.#panels.tables, cell => void this.#chooseCell(table, cell))
      this.#holder.replaceChildren(table.header.declaredEmpty ? h('p', null, t('empty')) : '', this.#grid.element)
      this.#select.value = String(ordinal)
      const { header } = table
      this.#about.replaceChildren(
        [header.pageFirst === header.pageLast ? t('pages', header.pageFirst) : t('range', header.pageFirst, header.pageLast),
          header.unit ? t('unit', header.unit) : '', term('table', header.key)].filter(Boolean).join(' · '), ' ',
        ...(['proven', 'contradicted', 'unproven'] as const).flatMap((proof, index) => (header.proofs[index] ? [h('span', { class: `badge ${proof}` }, `${term('proof', proof)} ${number(header.proofs[index])}`), ' '] : [])))
      this.#detail.clear()
      if (scroll) {
        const first = table.rows[0]?.[0]?.places[0]
        this.#pages.mark([])
        if (first) this.#pages.go(first.page)
      }
    }
    return table
  }

  async #chooseLine(line: Line): Promise<void> {
    await this.#openTable(line.table.header.ordinal, ++this.#turn)
    await this.#chooseCell(line.table, line.cell, true)
  }

  async #chooseCell(table: Table, cell: Cell, scroll = false): Promise<void> {
    const line = table.lineOf(cell)
    const { id } = this.document.file
    const link = line ? address.line(id, table.header.ordinal, line.id) : `${address.table(id, table.header.ordinal)}/cell/${cell.row}.${cell.column}`
    history.replaceState(null, '', link)
    await this.#showCell(table, cell, scroll)
  }

  async #showCell(table: Table, cell: Cell, scroll: boolean): Promise<void> {
    this.#grid?.show(cell, new Set(), scroll)
    this.#pages.mark(cell.places.map(place => ({ place, kind: 'chosen' })))
    await this.#detail.show(table, cell)
    // The detail has taken room from the table.
    if (scroll) this.#grid?.reveal(cell)
  }

  /** The cell at a place with its table; where no table stands there, the place alone. */
  async #showPlace(place: Place, turn: number): Promise<void> {
    const [left, top, right, bottom] = place.box
    const found = await this.document.cellUnder(place.page, (left + right) / 2, (top + bottom) / 2)
    if (turn !== this.#turn) return
    const table = found && await this.#openTable(found.table.header.ordinal, turn, false)
    if (table) await this.#showCell(table, found.cell, true)
    else this.#pages.mark([{ place, kind: 'chosen' }])
  }

  /** An address of an earlier publication, whose figure is no more or has become another. */
  #tellGone(): void {
    this.#gone.hidden = false
  }

  async #showCheck(table: Table, id: string): Promise<void> {
    const check = table.checks.find(candidate => candidate.id === id)
    if (!check) {
      this.#tellGone()
      return
    }
    const lines = await this.document.linesOf(check)
    const [whole] = lines
    if (!whole) return
    const shown = whole.table === table ? whole : lines.find(line => line.table === table) ?? whole
    this.#grid?.show(shown.cell, new Set(lines.filter(line => line !== shown).map(line => line.cell)), true)
    const marks: Mark[] = lines.flatMap(line => line.cell.places.map((place: Place): Mark => ({ place, kind: line === shown ? 'chosen' : 'member' })))
    this.#pages.mark(marks)
    await this.#detail.show(table, shown.cell)
    this.#grid?.reveal(shown.cell)
    this.#detail.reveal(id)
  }

  async #findCell(page: number, x: number, y: number): Promise<void> {
    const found = await this.document.cellUnder(page, x, y)
    if (!found) return
    await this.#openTable(found.table.header.ordinal, ++this.#turn, false)
    await this.#chooseCell(found.table, found.cell, true)
    this.#grid?.focus(found.cell)
  }

  #step(by: number): void {
    const { tables } = this.document.file
    const at = tables.findIndex(table => table.ordinal === this.#grid?.table.header.ordinal)
    const next = tables[at + by]
    if (next) this.#go(address.table(this.document.file.id, next.ordinal))
  }

  #go(link: string): void {
    location.hash = link
  }

  #openTab(tab: Tab): void {
    for (const other of tabs) {
      const isOpen = other === tab
      this.#panels[other].hidden = !isOpen
      this.#buttons[other].setAttribute('aria-selected', String(isOpen))
      this.#buttons[other].tabIndex = isOpen ? 0 : -1
    }
  }

  #tabKey(event: KeyboardEvent, tab: Tab): void {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (by === 0) return
    const next = tabs[(tabs.indexOf(tab) + by + tabs.length) % tabs.length]!
    this.#openTab(next)
    this.#buttons[next].focus()
  }
}

/** `left,top,right,bottom` of an address. */
function boxOf(text: string | null): Box | null {
  const edges = (text ?? '').split(',').map(Number)
  return edges.length === 4 && edges.every(Number.isFinite) ? [edges[0]!, edges[1]!, edges[2]!, edges[3]!] : null
}

const nameOfTable = (table: TableHeader): string =>
  [table.number, table.title ?? term('table', table.key)].filter(Boolean).join(' ') + ` · ${table.pageFirst === table.pageLast ? t('pages', table.pageFirst) : t('range', table.pageFirst, table.pageLast)}`

export const open: OpenPage = async route => new DocumentPage(await OpenDocument.load(route.parts[1] ?? ''), route)
