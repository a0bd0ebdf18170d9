// The charts of a subject, each over the table of its figures.
import type { SubjectFile, SubjectRow, SubjectYearFile } from '../../contract'
import { h } from '../../dom'
import { amount, unitName } from '../../figures/amounts'
import { bars } from '../../figures/chart'
import { evidenceAddress, figureCell } from '../../figures/evidence'
import { accountName } from '../../figures/files'
import { number, percent, texts, yuan } from '../../language'
import { address } from '../../page'
import { term } from '../../terms'

const t = texts({
  years: ['各年度', 'By year'],
  year: ['年度', 'Year'],
  amount: ['金额', 'Amount'],
  share: ['占比', 'Share'],
  documents: ['文件', 'Documents'],
  doubtful: ['有矛盾', 'Contradicted'],
  departments: ['金额最大的部门', 'Largest departments'],
  unitDocuments: ['金额最大的单位', 'Largest units'],
  departmentsNote: ['点选一条，打开印出该数字的页面。', 'A bar leads to the page that prints its figure.'],
  department: ['部门', 'Department'],
  places: ['各地', 'By place'],
  placesNote: ['点选一地，在下面只列该地的行。', 'A place shows its rows below.'],
  place: ['地区', 'Place'],
  nowhere: ['地区未知', 'Place unknown'],
  rows: ['逐行明细', 'Rows'],
  rowsOf: ['逐行明细：{0}', 'Rows: {0}'],
  all: ['显示全部地区', 'Show all places'],
  more: ['显示更多', 'Show more'],
  basis: ['口径（取自）', 'Taken from'],
  page: ['页', 'Page'],
  lines: ['{0} 行之和', 'sum of {0} lines'],
  total: ['合计 {0}', 'Total {0}'],
  documentsCount: ['{0} 份', '{0} documents'],
})

type Year = SubjectFile['years'][number]
type Place = SubjectYearFile['places'][number]

export function yearBars(years: readonly Year[], chosen: Year, link: (year: Year) => string): HTMLElement {
  const sorted = [...years].sort((left, right) => left.year - right.year)
  return h('section', null, h('h2', null, t('years')), h('p', { class: 'soft' }, `${term('phase', chosen.phase)} · ${term('scope', chosen.scope)}`), h('div', { class: 'split' },
    sorted.length > 1 && bars({
      label: t('years'), names: sorted.map(year => `${year.year} (${t('documentsCount', year.documents)})`), series: [{ name: t('amount'), values: sorted.map(year => year.amount) }],
      own: index => sorted[index] === chosen, chosen: index => { location.hash = link(sorted[index]!) },
    }),
    h('div', { class: 'scroll' }, h('table', null,
      h('thead', null, h('tr', null, h('th', { scope: 'col' }, t('year')), h('th', { scope: 'col', class: 'number' }, `${t('amount')} (${unitName()})`), h('th', { scope: 'col', class: 'number' }, t('documents')), h('th', { scope: 'col', class: 'number' }, t('doubtful')))),
      h('tbody', null, sorted.map(year => h('tr', { class: year === chosen ? 'own' : null },
        h('th', { scope: 'row' }, h('a', { href: link(year) }, accountName(year.year, year.phase))), h('td', { class: 'number' }, year.documents ? amount(year.amount) : '—'),
        h('td', { class: 'number' }, number(year.documents)), h('td', { class: year.contradicted ? 'number contradicted' : 'number' }, number(year.contradicted)))))))))
}

export function departments(chosen: Year, largest: readonly SubjectRow[]): HTMLElement {
  const drawn = largest.slice(0, 20)
  return h('section', null, h('h2', null, t(chosen.scope === 'unit' ? 'unitDocuments' : 'departments')),
    h('p', { class: 'soft' }, t('total', `${yuan(chosen.amount)} (${amount(chosen.amount)} ${unitName()})`), ' · ', t('documentsCount', number(chosen.documents)), '。', t('departmentsNote')),
    drawn.length > 0 && bars({
      label: t('departments'), lying: true, names: drawn.map(row => row[2]), series: [{ name: t('amount'), values: drawn.map(row => row[6][0]) }],
      contradicted: index => drawn[index]![6][1] === 2, chosen: index => { location.hash = evidenceAddress(drawn[index]![0], drawn[index]![6]) },
    }),
    table(largest.slice(0, 20), chosen.amount))
}

export function places(chosen: Year, all: readonly Place[], place: string | null | undefined, choose: (place: string | null) => void): HTMLElement | null {
  if (all.length < 2) return null
  const sorted = [...all].sort((left, right) => right.amount - left.amount)
  const drawn = sorted.slice(0, 20)
  const name = (one: Place) => one.name ?? one.code ?? t('nowhere')
  return h('section', null, h('h2', null, t('places')), h('p', { class: 'soft' }, t('placesNote')), h('div', { class: 'split' },
    bars({
      label: t('places'), lying: true, names: drawn.map(name), series: [{ name: t('amount'), values: drawn.map(one => one.amount) }],
      own: place === undefined ? undefined : index => (drawn[index]!.code ?? null) === place, chosen: index => choose(drawn[index]!.code ?? null),
    }),
    h('div', { class: 'scroll tall' }, h('table', null,
      h('thead', null, h('tr', null, h('th', { scope: 'col' }, t('place')), h('th', { scope: 'col', class: 'number' }, `${t('amount')} (${unitName()})`), h('th', { scope: 'col', class: 'number' }, t('share')), h('th', { scope: 'col', class: 'number' }, t('documents')), h('th', { scope: 'col', class: 'number' }, t('doubtful')))),
      h('tbody', null, sorted.map(one => h('tr', { class: (one.code ?? null) === place ? 'own' : null },
        h('th', { scope: 'row' }, h('button', { type: 'button', class: 'link', on: { click: () => choose(one.code ?? null) } }, name(one))),
        h('td', { class: 'number' }, amount(one.amount)), h('td', { class: 'number' }, chosen.amount ? percent(one.amount / chosen.amount) : '—'), h('td', { class: 'number' }, number(one.documents)),
        h('td', { class: one.contradicted ? 'number contradicted' : 'number' }, number(one.contradicted)))))))))
}

export function rowsTable(rows: readonly SubjectRow[], more: (() => void) | null, place: string | null, all: () => void): HTMLElement {
  return h('section', null, h('h2', { id: 'rows', tabindex: '-1' }, place === null ? t('rows') : t('rowsOf', place)),
    place !== null && h('p', { class: 'no-print' }, h('button', { type: 'button', on: { click: all } }, t('all'))),
    table(rows, null), more && h('p', { class: 'no-print' }, h('button', { type: 'button', on: { click: more } }, t('more'))))
}

function table(rows: readonly SubjectRow[], whole: number | null): HTMLElement {
  return h('div', { class: 'scroll' }, h('table', null,
    h('thead', null, h('tr', null, h('th', { scope: 'col' }, t('department')), h('th', { scope: 'col' }, t('place')), h('th', { scope: 'col', class: 'number' }, `${t('amount')} (${unitName()})`), whole !== null && h('th', { scope: 'col', class: 'number' }, t('share')),
      h('th', { scope: 'col' }, t('basis')), h('th', { scope: 'col', class: 'number' }, t('page')))),
    h('tbody', null, rows.map(([document, department, name, , divisionName, basis, figure]) => h('tr', null,
      h('th', { scope: 'row' }, h('a', { href: address.department(department, document) }, name)), h('td', null, divisionName ?? '—'),
      figureCell(document, figure, figure[5] > 1 ? t('lines', figure[5]) : undefined), whole !== null && h('td', { class: 'number' }, whole ? percent(figure[0] / whole) : '—'),
      h('td', { class: 'soft' }, term('table', basis)), h('td', { class: 'number' }, h('a', { href: evidenceAddress(document, figure) }, figure[4])))))))
}
