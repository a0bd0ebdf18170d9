// A department over the years: what its budgets and final accounts say, and what the first of them print of the year before.
import type { DepartmentDocument, DepartmentFile, Figure } from '../../contract'
import { append, h } from '../../dom'
import { unitName } from '../../figures/amounts'
import { bars } from '../../figures/chart'
import { evidenceAddress, figureCell } from '../../figures/evidence'
import { accountName } from '../../figures/files'
import { texts } from '../../language'
import { address } from '../../page'
import { term } from '../../terms'

const t = texts({
  title: ['历年', 'Over the years'],
  note: ['同一部门、同一范围的文件；某年没有文件时留空，不推算。“某年文件所印”的上年数照原文。', 'Documents of the same department and extent; a year without a document stays empty, nothing is reckoned. The year before is what the document prints.'],
  alone: ['数据中只有这一年，文件的表里也没有读到上年数。', 'There is no other year among the data, and none was read in the tables of this document.'],
  stated: ['文字说明了与上年相比的增减，见上面的主要数字。', 'Its text states changes against the year before: see the main figures above.'],
  printed: ['{0} 年（{1} 年文件所印）', '{0} (printed in the document of {1})'],
  item: ['项目', 'Item'],
  measure: ['看', 'Show'],
  as: ['作为', 'as'],
  amount: ['金额', 'amount'],
  share: ['占本年支出合计', 'share of the expenditure of the year'],
})

const names = ['revenue', 'expenditure', 'general_public', 'personnel', 'public', 'project', 'three_public'] as const
type Name = (typeof names)[number]

interface Column {
  readonly title: string
  readonly year: number
  readonly phase: string
  readonly document: string
  readonly figures: Readonly<Record<string, Figure | undefined>>
  readonly own: boolean
}

function columnsOf(department: DepartmentFile, chosen: DepartmentDocument): Column[] {
  const same = department.documents.filter(document => document.phase && document.scope === chosen.scope && document.totals && (document.id === chosen.id || !department.repeated.includes(document.id)))
  const columns = same.map((document): Column => ({
    title: accountName(document.year!, document.phase!), year: document.year!, phase: document.phase!, document: document.id, own: document.id === chosen.id,
    figures: Object.fromEntries(names.map(name => [name, document.totals![name]?.current])),
  }))
  for (const document of same) {
    const before = document.year! - 1
    if (columns.some(column => column.year === before && column.phase === document.phase) || !names.some(name => document.totals![name]?.prior)) continue
    columns.push({
      title: t('printed', before, document.year!), year: before, phase: document.phase!, document: document.id, own: false,
      figures: Object.fromEntries(names.map(name => [name, document.totals![name]?.prior])),
    })
  }
  return columns.sort((left, right) => left.year - right.year || left.phase.localeCompare(right.phase))
}

/** @param isStated The text states changes against the year before. */
export function years(department: DepartmentFile, chosen: DepartmentDocument, isStated: boolean): HTMLElement {
  const columns = columnsOf(department, chosen)
  const heading = h('h2', null, t('title'))
  if (columns.length < 2) return h('section', null, heading, h('p', { class: 'soft' }, t('alone'), isStated && ` ${t('stated')}`))
  const drawable = names.filter(name => columns.filter(column => column.figures[name]).length > 1)
  const box = h('div')
  const measure = h('select', { id: 'series', on: { change: () => draw() } }, drawable.map(name => h('option', { value: name, selected: name === 'expenditure' }, term('total', name))))
  const share = h('select', { id: 'as', 'aria-label': t('as'), on: { change: () => draw() } }, (['amount', 'share'] as const).map(each => h('option', { value: each }, t(each))))
  const draw = () => {
    box.replaceChildren()
    if (drawable.length) append(box, chart(columns, measure.value as Name, share.value === 'share'))
  }
  draw()
  return h('section', { id: 'years' }, heading, h('p', { class: 'soft' }, t('note')),
    drawable.length > 0 && h('p', { class: 'toolbar no-print' }, h('label', { for: 'series' }, t('measure')), measure, share), box,
    h('div', { class: 'scroll' }, h('table', null,
      h('thead', null, h('tr', null, h('th', { scope: 'col' }, `${t('item')} (${unitName()})`), columns.map(column => h('th', { scope: 'col', class: 'number' }, column.own ? column.title : h('a', { href: address.document(column.document) }, column.title))))),
      h('tbody', null, names.map(name => h('tr', null, h('th', { scope: 'row' }, term('total', name)), columns.map(column => figureCell(column.document, column.figures[name]))))))))
}

/** A bar a year for each phase; every year between the first and the last has its place. */
function chart(columns: readonly Column[], name: Name, isShare: boolean): HTMLElement {
  const phases = [...new Set(columns.map(column => column.phase))].sort()
  const [first, last] = [columns[0]!.year, columns.at(-1)!.year]
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const of = (year: number, phase: string) => columns.find(column => column.year === year && column.phase === phase)
  const value = (column: Column | undefined) => {
    const [figure, whole] = [column?.figures[name]?.[0], column?.figures['expenditure']?.[0]]
    return figure === undefined ? null : !isShare ? figure : whole ? figure / whole : null
  }
  return bars({
    label: `${t('title')}: ${term('total', name)}${isShare ? ` (${t('share')})` : ''}`, names: all.map(String), shares: isShare,
    series: phases.map(phase => ({ name: term('phase', phase), values: all.map(year => value(of(year, phase))) })),
    contradicted: index => phases.some(phase => of(all[index]!, phase)?.figures[name]?.[1] === 2),
    chosen: (index, series) => {
      const column = of(all[index]!, phases[series]!)
      const figure = column?.figures[name]
      if (figure) location.hash = evidenceAddress(column.document, figure)
    },
  })
}
