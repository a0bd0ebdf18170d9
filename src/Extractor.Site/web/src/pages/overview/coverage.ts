// Expected against found, by province, division, department and year. A province is fetched when it is opened.
import { load } from '../../data'
import { h } from '../../dom'
import { number, texts } from '../../language'
import { address } from '../../page'
import { proofBar } from '../../proofs'
import { provinceName, term } from '../../terms'
import type { Coverage, CoveredDocument, Overview, Proofs } from '../../contract'

const t = texts({
  caption: ['按省、市、部门和年度：应有与已有', 'Expected and found, by province, division, department and year'],
  place: ['地区 / 部门', 'Place / department'],
  years: ['年度', 'Years'],
  expected: ['应有', 'Expected'],
  found: ['已有', 'Found'],
  complete: ['完整', 'Complete'],
  partial: ['部分', 'Partial'],
  quarantined: ['隔离', 'Quarantined'],
  missing: ['缺失', 'Missing'],
  proof: ['数字核对', 'Proof'],
  unknownDivision: ['地区未知', 'Place unknown'],
  unknownDepartment: ['部门未知', 'Department unknown'],
  noYear: ['年度未知', 'no year'],
  findings: ['{0} 项发现', '{0} findings'],
})

const counted = ['expected', 'found', 'complete', 'partial', 'quarantined', 'missing'] as const
type Counts = Record<(typeof counted)[number], number> & { proofs: Proofs }

/** Up to this many documents, every province is open from the start. */
const fewDocuments = 300

export function coverageTable(overview: Overview, documents: number): HTMLElement {
  const table = h('table', { class: 'coverage' },
    h('caption', { class: 'visually-hidden' }, t('caption')),
    h('thead', null, h('tr', null,
      h('th', { scope: 'col' }, t('place')), h('th', { scope: 'col' }, t('years')),
      counted.map(name => h('th', { scope: 'col', class: `number${name === 'found' || name === 'missing' ? '' : ' optional'}` }, t(name))),
      h('th', { scope: 'col', class: 'wide optional' }, t('proof')))))
  for (const province of overview) {
    const body = h('tbody')
    const button = h('button', { type: 'button', 'aria-expanded': 'false', on: { click: () => void toggle(province.code, button, body) } }, provinceName(province.code))
    const years = [...new Set(province.years.map(year => year.year ?? t('noYear')))]
    body.append(h('tr', { class: 'province' }, h('th', { scope: 'rowgroup' }, button), h('td', null, years.join(' ')), cells(sum(province.years))))
    table.append(body)
    if (documents <= fewDocuments) void toggle(province.code, button, body)
  }
  return h('div', { class: 'scroll' }, table)
}

async function toggle(code: string, button: HTMLElement, body: HTMLElement): Promise<void> {
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
    body.append(h('tr', { class: 'division' }, h('th', { scope: 'row' }, division.name ?? division.code ?? t('unknownDivision')), h('td'), cells(sum(all.map(countsOf)))))
    for (const department of division.departments) {
      body.append(h('tr', { class: 'department' },
        h('th', { scope: 'row' }, department.key ? h('a', { href: address.department(department.key) }, department.name) : department.name ?? t('unknownDepartment')),
        h('td', { colspan: counted.length + 1 }, h('span', { class: 'docs' }, department.documents.map(documentLink))),
        h('td', { class: 'optional' }, proofBar(sum(department.documents.map(countsOf)).proofs))))
    }
  }
}

function documentLink(document: CoveredDocument): HTMLElement {
  const name = `${document.year ?? t('noYear')} ${term('kind', document.kind)}`
  return h('span', null,
    document.id ? h('a', { href: address.document(document.id) }, name) : name,
    document.state === 'complete' ? null : [' ', h('span', { class: `badge ${document.state}`, title: document.reason }, term('status', document.state))],
    document.findings && document.id ? [' ', h('a', { class: 'soft', href: address.document(document.id) }, t('findings', document.findings))] : null)
}

const countsOf = (document: CoveredDocument): Counts => ({
  expected: Number(document.expected),
  found: Number(document.state !== 'missing'),
  complete: Number(document.state === 'complete'),
  partial: Number(document.state === 'partial'),
  quarantined: Number(document.state === 'quarantined'),
  missing: Number(document.state === 'missing'),
  proofs: document.proofs ?? [0, 0, 0],
})

const sum = (all: readonly Counts[]): Counts => ({
  ...Object.fromEntries(counted.map(name => [name, all.reduce((total, each) => total + each[name], 0)])) as Record<(typeof counted)[number], number>,
  proofs: [0, 1, 2].map(index => all.reduce((total, each) => total + each.proofs[index]!, 0)) as unknown as Proofs,
})

const cells = (counts: Counts): HTMLElement[] => [
  ...counted.map(name => h('td', { class: `number${counts[name] === 0 ? ' zero' : ''}${name === 'found' || name === 'missing' ? '' : ' optional'}` }, number(counts[name]))),
  h('td', { class: 'wide optional' }, proofBar(counts.proofs)),
]
