// All that is known of the chosen cell: what is printed, what it means, how its code was found, and the arithmetic.
import { append, h } from '../../dom'
import { cents, language, texts, yuan } from '../../language'
import { address } from '../../page'
import { term } from '../../terms'
import { nameOf, sentence } from './arithmetic'
import { citation } from './citation'
import { crop } from './crop'
import type { Cell, Line, OpenDocument, Table } from './model'
import type { Pages } from './pages'

const t = texts({
  magnified: ['原文放大', 'Magnified from the page'],
  none: ['选择表中的数字，或点页面上的位置，即可看到它的出处、含义和核对。', 'Choose a figure in the table, or a place on the page, to see where it stands, what it means, and how it was checked.'],
  printed: ['所印', 'printed'],
  page: ['第 {0} 页', 'page {0}'],
  pages: ['跨页：第 {0} 页', 'over pages {0}'],
  column: ['栏目', 'Column'],
  subject: ['科目', 'Subject'],
  evidence: ['编码依据', 'Code'],
  meaning: ['口径', 'Meaning'],
  unit: ['预算单位', 'Budget unit'],
  money: ['单位', 'Unit'],
  role: ['明细', 'Leaf'],
  leaf: ['末级：相加不重复', 'counted once in sums'],
  notLeaf: ['含下级，不计入末级之和', 'contains others, not added to leaves'],
  plain: ['本单元格不是金额，或其含义未定，只保留原文。', 'This cell is no amount, or its meaning is not known: its text is kept as printed.'],
  checks: ['核对', 'Checks'],
  noChecks: ['没有可以核对它的算式。', 'There is nothing to check it with.'],
  link: ['复制链接', 'Copy link'],
  copied: ['已复制', 'Copied'],
  cite: ['引用此数', 'Cite this figure'],
  copyText: ['复制', 'Copy'],
  edition: ['{0} 年科目', 'catalogue of {0}'],
  across: ['看该科目在各处', 'This subject elsewhere'],
})

/** Pixels a point: below the first, letters of 9 points are hard to read. */
const readable = 1
const magnified = 1.9

export class Detail {
  readonly element = h('section', { class: 'detail', 'aria-live': 'polite' })
  #turn = 0

  constructor(private readonly document: OpenDocument, private readonly pages: Pages, private readonly choose: (line: Line) => void) {
    this.clear()
  }

  clear(): void {
    this.#turn++
    this.element.replaceChildren(h('p', { class: 'soft' }, t('none')))
  }

  async show(table: Table, cell: Cell): Promise<void> {
    const turn = ++this.#turn
    const line = table.lineOf(cell)
    const checks = line ? await Promise.all(table.checksOf(line).map(check => sentence(check, this.document, line, this.choose))) : []
    if (turn !== this.#turn) return
    const pages = cell.places.map(place => place.page)
    this.element.replaceChildren(
      h('header', null,
        h('h2', null, line ? nameOf(line) : cell.text ?? ''),
        line ? h('p', { class: 'amount' },
          h('strong', { class: 'number' }, line.value), ` ${line.unit ?? ''} `,
          h('span', { class: 'soft' }, line.unit === '元' ? null : `= ${cents(line.amount)} 元 · `, yuan(line.amount)), ' ',
          h('span', { class: `badge ${line.proof}` }, term('proof', line.proof))) : null),
      this.#magnified(cell) ?? '', this.#facts(table, cell, line, pages))
    if (line) {
      append(this.element, [
        h('h3', null, t('checks')),
        checks.length > 0 ? h('ul', { class: 'checks' }, checks) : h('p', { class: 'soft' }, t('noChecks')),
        this.#cite(table, line, pages[0] ?? table.header.pageFirst)])
    }
  }

  /** Brings one of the shown checks into view. */
  reveal(check: string): void {
    for (const item of this.element.querySelectorAll<HTMLElement>('[data-check]')) {
      const isIt = item.dataset.check === check
      item.classList.toggle('open', isIt)
      if (isIt) item.scrollIntoView({ block: 'nearest' })
    }
  }

  /** The figure as it stands on its page, large enough to read, where the page beside it is too small for that. */
  #magnified(cell: Cell): HTMLElement | null {
    const [place] = cell.places
    const { file, scale } = this.pages
    if (!place || !file || scale >= readable) return null
    const width = Math.min(this.element.clientWidth - 40, 560)
    return h('figure', { class: 'magnified no-print', 'aria-label': t('magnified') }, crop(file, place, 'chosen', magnified, width, 92))
  }

  #facts(table: Table, cell: Cell, line: Line | undefined, pages: number[]): HTMLElement {
    const list = h('dl', { class: 'facts' })
    const fact = (name: string, ...values: Parameters<typeof h>[2][]) => append(list, [h('dt', null, name), h('dd', null, values)])
    if (cell.path) fact(t('column'), cell.path)
    if (line) {
      const { subject, meaning } = line
      if (subject.code) {
        fact(t('subject'), h('code', null, subject.code), ` ${subject.name ?? ''} `,
          h('span', { class: 'soft' }, [term('level', subject.level), subject.edition ? t('edition', subject.edition) : ''].filter(Boolean).join(' · ')), ' ',
          ['functional', 'department_economic'].includes(meaning.classification) && h('a', { href: address.subject(meaning.classification, subject.code) }, t('across')))
      }
      fact(t('evidence'), term('codeEvidence', subject.evidence), subject.codeAsPrinted && subject.codeAsPrinted !== subject.code ? ` (${t('printed')} ${subject.codeAsPrinted})` : null)
      fact(t('meaning'), [
        term('period', meaning.period), term('phase', meaning.phase), term('direction', meaning.direction), term('classification', meaning.classification),
        term('component', meaning.component), term('fund', meaning.fund),
      ].join(' · '))
      if (subject.unit) fact(t('unit'), subject.unit)
      fact(t('money'), line.unit ?? '', ' ', h('span', { class: 'soft' }, term('unitEvidence', table.header.unitEvidence)))
      fact(t('role'), line.isLeaf ? t('leaf') : t('notLeaf'))
    }
    fact(pages.length > 1 ? t('pages', pages.join(', ')) : t('page', pages[0] ?? ''), this.#copy(table, cell, line))
    return line ? list : h('div', null, list, h('p', { class: 'soft' }, t('plain')))
  }

  #cite(table: Table, line: Line, page: number): HTMLElement {
    const link = new URL(address.line(this.document.file.id, table.header.ordinal, line.id), location.href).href
    const text = citation(this.document.file, { name: nameOf(line), value: line.value, unit: line.unit, yuan: line.amount, page }, link,
      new Date().toISOString().slice(0, 10), language() === 'zh')
    return h('details', { class: 'cite no-print' }, h('summary', null, t('cite')), h('p', null, text), this.#copyButton(() => text, 'copyText'))
  }

  #copyButton(text: () => string, name: 'link' | 'copyText'): HTMLElement {
    const button = h('button', {
      type: 'button', class: 'small no-print', on: { click: () => void navigator.clipboard.writeText(text()).then(() => { button.textContent = t('copied') }) },
    }, t(name))
    return button
  }

  #copy(table: Table, cell: Cell, line: Line | undefined): HTMLElement {
    const id = this.document.file.id
    const link = line ? address.line(id, table.header.ordinal, line.id) : `${address.table(id, table.header.ordinal)}/cell/${cell.row}.${cell.column}`
    return h('span', null, h('a', { href: link, class: 'permalink' }, line?.id ?? `${cell.row}.${cell.column}`), ' ',
      this.#copyButton(() => new URL(link, location.href).href, 'link'))
  }
}
