// Expected against found, by province, division, department and year. A province is fetched when it is opened.
import { load } from '../../data'
import { h } from '../../dom'
import { number, texts } from '../../language'
import { address } from '../../page'
import { proofBar } from '../../proofs'
import { provinceName, term } from '../../terms'
import type { Coverage, CoveredDocument, Overview, Proofs } from '../../contract'

const t = texts({
  caption: ['按省、市、部门和年度：已有 / 应有', 'Found / expected, by province, division, department and year'],
  place: ['地区、部门', 'Place, department'],
  proof: ['数字核对', 'Proof'],
  unknownDivision: ['地区未知', 'Place unknown'],
  unknownDepartment: ['部门未知', 'Department unknown'],
  noYear: ['年度未知', 'No year'],
  count: ['已有 {0}', '{0} found'],
  ofExpected: ['已有 {0}，应有 {1}', '{0} found of {1} expected'],
  document: ['{0}，{1}，{2}', '{0}, {1}, {2}'],
  findings: ['{0} 项发现', '{0} findings'],
  legend: ['每份文件一个标记：', 'One mark a document:'],
})

/** Up to this many documents, every province is open from the start. */
const fewDocuments = 300

const stateClasses = ['complete', 'partial', 'quarantined', 'missing'] as const

interface Counts {
  readonly expected: number
  readonly found: number
  readonly missing: number
  readonly proofs: Proofs
}

type Years = readonly (number | undefined)[]

export function coverageTable(overview: Overview, documents: number): HTMLElement {
  const known = [...new Set(overview.flatMap(province => province.years.map(year => year.year)))].sort((a, b) => (b ?? 0) - (a ?? 0))
  const table = h('table', { class: 'coverage' },
    h('caption', { class: 'visually-hidden' }, t('caption')),
    h('thead', null, h('tr', null,
      h('th', { scope: 'col' }, t('place')),
      known.map(year => h('th', { scope: 'col' }, year ?? t('noYear'))),
      h('th', { scope: 'col', class: 'wide' }, t('proof')))))
  for (const province of overview) {
    const body = h('tbody')
    const button = h('button', { type: 'button', 'aria-expanded': 'false', on: { click: () => void toggle(province.code, button, body, known) } }, provinceName(province.code))
    body.append(h('tr', { class: 'province' }, h('th', { scope: 'rowgroup' }, button),
      known.map(year => tally(sum(province.years.filter(own => own.year === year)))),
      h('td', null, proofBar(sum(province.years).proofs))))
    table.append(body)
    if (documents <= fewDocuments) void toggle(province.code, button, body, known)
  }
  return h('div', null,
    h('p', { class: 'soft key' }, t('legend'), ' ', stateClasses.flatMap(state => [h('span', { class: `badge ${state}` }, term('status', state)), ' '])),
    h('div', { class: 'scroll' }, table))
}

async function toggle(code: string, button: HTMLElement, body: HTMLElement, years: Years): Promise<void> {
  const isOpen = button.getAttribute('aria-expanded') === 'true'
  button.setAttribute('aria-expanded', String(!isOpen))
  if (isOpen) {
    body.replaceChildren(body.firstElementChild!)
    return
  }
  const divisions = await load<Coverage>(`coverage/${code}.json`)
  if (button.getAttribute('aria-expanded') !== 'true') return
  for (const division of divisions) {
    const all = division.departments.flatMap(department => department.documents)
    body.append(h('tr', { class: 'division' }, h('th', { scope: 'row' }, division.name ?? division.code ?? t('unknownDivision')),
      years.map(year => tally(sum(all.filter(document => document.year === year).map(countsOf)))),
      h('td', null, proofBar(sum(all.map(countsOf)).proofs))))
    for (const department of division.departments) {
      const name = department.name ?? t('unknownDepartment')
      body.append(h('tr', { class: 'department' }, h('th', { scope: 'row' }, name),
        years.map(year => h('td', null, h('span', { class: 'docs' }, department.documents.filter(document => document.year === year).map(document => mark(document, name))))),
        h('td', null, proofBar(sum(department.documents.map(countsOf)).proofs))))
    }
  }
}

/** How many were found, of how many that were expected. */
function tally(counts: Counts): HTMLElement {
  if (counts.found + counts.expected === 0) return h('td')
  const words = counts.expected > 0 ? t('ofExpected', counts.found, counts.expected) : t('count', counts.found)
  return h('td', { class: counts.missing > 0 ? 'tally missing' : 'tally', title: words }, h('span', { class: 'visually-hidden' }, words),
    h('span', { 'aria-hidden': 'true' }, counts.missing > 0 ? `${number(counts.found)} / ${number(counts.expected)}` : number(counts.found)))
}

function mark(document: CoveredDocument, department: string): HTMLElement {
  const title = [t('document', department, term('kind', document.kind), term('status', document.state)), document.findings ? t('findings', document.findings) : '', document.reason ?? ''].filter(Boolean).join(' · ')
  const text = [term('kindShort', document.kind), document.findings ? h('sup', { 'aria-hidden': 'true' }, document.findings) : null]
  return document.id
    ? h('a', { class: `badge ${document.state}`, href: address.document(document.id), title, 'aria-label': title }, text)
    : h('span', { class: `badge ${document.state}`, title, role: 'img', 'aria-label': title }, text)
}

const countsOf = (document: CoveredDocument): Counts => ({
  expected: Number(document.expected),
  found: Number(document.state !== 'missing'),
  missing: Number(document.state === 'missing'),
  proofs: document.proofs ?? [0, 0, 0],
})

const sum = (all: readonly Counts[]): Counts => ({
  expected: all.reduce((total, each) => total + each.expected, 0),
  found: all.reduce((total, each) => total + each.found, 0),
  missing: all.reduce((total, each) => total + each.missing, 0),
  proofs: [0, 1, 2].map(index => all.reduce((total, each) => total + each.proofs[index]!, 0)) as unknown as Proofs,
})
