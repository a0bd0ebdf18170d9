// The charts of a subject, each over the table of its figures.
import type { SubjectFile, SubjectRow, SubjectYearFile } from '../../contract'
import { h } from '../../dom'
import { amount, unitName, withUnit } from '../../figures/amounts'
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
  stop: ['。', '. '],
  yearsNote: ['各年文件数不同：增减可能只因数据多少。', 'The number of documents differs by year: a rise may just be more documents.'],
  departments: ['部门', 'Departments'],
  units: ['单位', 'Units'],
  largest: ['列出最大的 {0} 个，选一地可看该地全部', 'the largest {0} are shown; choose a place for all of its rows'],
  departmentsNote: ['点选一条，打开印出该数字的页面。', 'A bar leads to the page that prints its figure.'],
  department: ['部门', 'Department'],
  places: ['各地', 'By place'],
  placesNote: ['点选一地，在下面只列该地的行。', 'A place shows its rows below.'],
  place: ['地区', 'Place'],
  nowhere: ['地区未知', 'Place unknown'],
  all: ['显示全部地区', 'Show all places'],
  basis: ['口径（取自）', 'Taken from'],
  page: ['页', 'Page'],
  lines: ['{0} 行之和', 'sum of {0} lines'],
  total: ['合计 {0}', 'Total {0}'],
  documentsCount: ['{0} 份', 'documents: {0}'],
})

const mostBars = 20

/** The tables that facts are from. */
export const basisName = (classification: string, basis: string): string => term(classification === 'functional' ? 'basis' : 'table', basis)

type Year = SubjectFile['years'][number]
type Place = SubjectYearFile['places'][number]

export function yearBars(years: readonly Year[], chosen: Year, link: (year: Year) => string): HTMLElement {
  const sorted = [...years].sort((left, right) => left.year - right.year)
  return h('section', null, h('h2', null, t('years')), h('p', { class: 'soft' }, `${term('phase', chosen.phase)} · ${term('scope', chosen.scope)}${t('stop')}${t('yearsNote')}`), h('div', { class: 'split' },
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

/** The rows of a place, or of the largest departments of all places, and the largest of them as bars. */
export function departments(classification: string, chosen: Year, rows: readonly SubjectRow[], place: string | null, all: () => void): HTMLElement {
  const sorted = [...rows].sort((left, right) => right[6][0] - left[6][0])
  const drawn = sorted.slice(0, mostBars)
  const title = t(chosen.scope === 'unit' ? 'units' : 'departments')
  return h('section', null, h('h2', { id: 'rows', tabindex: '-1' }, place === null ? title : `${place} · ${title}`),
    place === null
      ? h('p', { class: 'soft' }, t('total', `${yuan(chosen.amount)} (${withUnit(chosen.amount)})`), ' · ', t('documentsCount', number(chosen.documents)), sorted.length < chosen.documents && ` · ${t('largest', number(sorted.length))}`)
      : h('p', { class: 'no-print' }, h('button', { type: 'button', on: { click: all } }, t('all'))),
    h('p', { class: 'soft' }, t('departmentsNote')),
    drawn.length > 1 && bars({
      label: title, lying: true, names: drawn.map(row => row[2]), series: [{ name: t('amount'), values: drawn.map(row => row[6][0]) }],
      contradicted: index => drawn[index]![6][1] === 2, chosen: index => { location.hash = evidenceAddress(drawn[index]![0], drawn[index]![6]) },
    }),
    table(classification, sorted, chosen.amount))
}

export function places(chosen: Year, all: readonly Place[], place: string | undefined, choose: (place: string) => void): HTMLElement | null {
  if (all.length < 2) return null
  const sorted = [...all].sort((left, right) => right.amount - left.amount)
  const drawn = sorted.slice(0, mostBars)
  const name = (one: Place) => one.name ?? one.code ?? t('nowhere')
  return h('section', null, h('h2', null, t('places')), h('p', { class: 'soft' }, t('placesNote')), h('div', { class: 'split' },
    bars({
      label: t('places'), lying: true, names: drawn.map(name), series: [{ name: t('amount'), values: drawn.map(one => one.amount) }],
      own: place === undefined ? undefined : index => (drawn[index]!.code ?? '') === place, chosen: index => choose(drawn[index]!.code ?? ''),
    }),
    h('div', { class: 'scroll tall' }, h('table', null,
      h('thead', null, h('tr', null, h('th', { scope: 'col' }, t('place')), h('th', { scope: 'col', class: 'number' }, `${t('amount')} (${unitName()})`), h('th', { scope: 'col', class: 'number' }, t('share')), h('th', { scope: 'col', class: 'number' }, t('documents')), h('th', { scope: 'col', class: 'number' }, t('doubtful')))),
      h('tbody', null, sorted.map(one => h('tr', { class: (one.code ?? '') === place ? 'own' : null },
        h('th', { scope: 'row' }, h('button', { type: 'button', class: 'link', on: { click: () => choose(one.code ?? '') } }, name(one))),
        h('td', { class: 'number' }, amount(one.amount)), h('td', { class: 'number' }, chosen.amount ? percent(one.amount / chosen.amount) : '—'), h('td', { class: 'number' }, number(one.documents)),
        h('td', { class: one.contradicted ? 'number contradicted' : 'number' }, number(one.contradicted)))))))))
}

function table(classification: string, rows: readonly SubjectRow[], whole: number): HTMLElement {
  return h('div', { class: 'scroll' }, h('table', null,
    h('thead', null, h('tr', null, h('th', { scope: 'col' }, t('department')), h('th', { scope: 'col' }, t('place')), h('th', { scope: 'col', class: 'number' }, `${t('amount')} (${unitName()})`), h('th', { scope: 'col', class: 'number' }, t('share')),
      h('th', { scope: 'col' }, t('basis')), h('th', { scope: 'col', class: 'number' }, t('page')))),
    h('tbody', null, rows.map(([document, department, name, , divisionName, basis, figure]) => h('tr', null,
      h('th', { scope: 'row' }, h('a', { href: address.department(department, document) }, name)), h('td', null, divisionName ?? '—'),
      figureCell(document, figure, figure[5] > 1 ? t('lines', figure[5]) : undefined), h('td', { class: 'number' }, whole ? percent(figure[0] / whole) : '—'),
      h('td', { class: 'soft' }, basisName(classification, basis)), h('td', { class: 'number' }, h('a', { href: evidenceAddress(document, figure) }, figure[4])))))))
}
