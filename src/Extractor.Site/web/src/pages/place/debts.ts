// What the place owes at the end of each year, and may owe: general and special, whoever publishes it.
import type { PlaceFile } from '../../contract'
import { h } from '../../dom'
import { unitName } from '../../figures/amounts'
import { bars } from '../../figures/chart'
import { evidenceAddress, figureCell } from '../../figures/evidence'
import { groupBy } from '../../groups'
import { texts } from '../../language'
import { address } from '../../page'
import { term } from '../../terms'
import { levelName } from './governments'

const t = texts({
  title: ['政府债务', 'Government debt'],
  none: ['数据中没有读到本地区的债务。', 'No debt of this place was read among the data.'],
  note: ['年末余额与限额，照各文件所印；同一年可能由本级和上级文件各印一次，分行列出，不相加。', 'Balances and limits at the end of the year as documents print them; the same year may stand in documents of this place and of the one above it: each has its row, none are added up.'],
  year: ['年度', 'Year'], phase: ['口径', 'Phase'], level: ['级次', 'Level'],
  general_balance: ['一般债务余额', 'General, balance'], special_balance: ['专项债务余额', 'Special, balance'], undivided_balance: ['债务余额合计', 'Debt, balance'],
  general_limit: ['一般债务限额', 'General, limit'], special_limit: ['专项债务限额', 'Special, limit'], undivided_limit: ['债务限额合计', 'Debt, limit'],
  chart: ['债务余额（{0}）', 'Balance of debt ({0})'],
  document: ['文件', 'Document'], open: ['打开', 'open'],
})

const columns = ['general_balance', 'special_balance', 'undivided_balance', 'general_limit', 'special_limit', 'undivided_limit'] as const
type Debt = PlaceFile['debts'][number]
interface Row { readonly document: string; readonly year: number; readonly phase: string; readonly level: string | null; readonly debts: Partial<Record<(typeof columns)[number], Debt[6]>> }

/** A row a document, year, phase and level. */
function rowsOf(debts: readonly Debt[]): Row[] {
  const rows = new Map<string, Row>()
  for (const [document, year, phase, level, category, measure, figure] of debts) {
    const key = [document, year, phase, level].join()
    const row = rows.get(key) ?? { document, year, phase, level, debts: {} }
    rows.set(key, row)
    row.debts[`${category}_${measure}` as (typeof columns)[number]] ??= figure
  }
  return [...rows.values()].sort((left, right) => left.year - right.year || left.phase.localeCompare(right.phase) || left.document.localeCompare(right.document))
}

export function debts(place: PlaceFile): HTMLElement {
  const rows = rowsOf(place.debts)
  const shown = columns.filter(column => rows.some(row => row.debts[column]))
  return h('section', { id: 'debts' }, h('h2', null, t('title')), rows.length === 0 ? h('p', { class: 'soft' }, t('none')) : [
    h('p', { class: 'soft' }, t('note')), chart(rows),
    h('div', { class: 'scroll' }, h('table', { class: 'compared' },
      h('thead', null, h('tr', null, h('th', { scope: 'col' }, `${t('year')} (${unitName()})`), h('th', { scope: 'col' }, t('phase')), h('th', { scope: 'col' }, t('level')), shown.map(column => h('th', { scope: 'col', class: 'number' }, t(column))), h('th', { scope: 'col' }, t('document')))),
      h('tbody', null, rows.map(row => h('tr', null, h('th', { scope: 'row' }, row.year), h('td', null, term('phase', row.phase)), h('td', { class: 'soft' }, levelName(row.level ?? undefined)),
        shown.map(column => figureCell(row.document, row.debts[column])), h('td', null, h('a', { href: address.document(row.document), 'aria-label': `${t('open')}: ${row.year} ${term('phase', row.phase)}` }, t('open')))))))),
  ])
}

/** Of one phase and level, the one with most years; the first document of a year that has both kinds. */
function chart(rows: readonly Row[]): HTMLElement | null {
  const series = [...groupBy(rows.filter(row => row.debts.general_balance && row.debts.special_balance), row => `${row.phase},${row.level ?? ''}`)]
    .map(([, same]) => [...groupBy(same, row => row.year).values()].map(each => each[0]!)).sort((left, right) => right.length - left.length)[0]
  if (!series || series.length < 2) return null
  const kinds = ['general_balance', 'special_balance'] as const
  const years = Array.from({ length: series.at(-1)!.year - series[0]!.year + 1 }, (_, index) => series[0]!.year + index)
  const of = (year: number, kind: (typeof kinds)[number]) => series.find(row => row.year === year)?.debts[kind]
  return bars({
    label: t('chart', [term('phase', series[0]!.phase), levelName(series[0]!.level ?? undefined)].join(' · ')), names: years.map(String),
    series: kinds.map(kind => ({ name: t(kind), values: years.map(year => of(year, kind)?.[0] ?? null) })),
    contradicted: index => kinds.some(kind => of(years[index]!, kind)?.[1] === 2),
    chosen: (index, at) => { location.hash = evidenceAddress(series.find(row => row.year === years[index])!.document, of(years[index]!, kinds[at]!)!) },
  })
}
