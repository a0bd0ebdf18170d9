// Expected against found, by province, division, department and year. A province is fetched when it is opened.
import { load } from '../../data'
import { append, h } from '../../dom'
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
  only: ['只看', 'Only'],
  year: ['年度', 'year'], kind: ['种类', 'kind'], state: ['状态', 'state'],
  any: ['全部{0}', 'any {0}'],
})

const counted = ['expected', 'found', 'complete', 'partial', 'quarantined', 'missing'] as const
type Counts = Record<(typeof counted)[number], number> & { proofs: Proofs }

type Columns = readonly (typeof counted)[number][]

/** Where no source of the run says what it expects, nothing is expected and nothing is missing: both would say 0 and mean nothing. */
const columnsOf = (overview: Overview): Columns =>
  counted.filter(name => name !== 'expected' && name !== 'missing' || overview.some(province => province.years.some(year => year.expected || year.missing)))

/** Up to this many documents, every province is open from the start. */
const fewDocuments = 60

export function coverageTable(overview: Overview, documents: number): HTMLElement {
  const columns = columnsOf(overview)
  const years = [...new Set(overview.flatMap(province => province.years.flatMap(year => year.year ?? [])))].sort((left, right) => right - left)
  const facets = h('p', { class: 'toolbar no-print' }, h('span', { class: 'soft' }, t('only')))
  const select = (name: keyof Wanted, options: readonly (readonly [value: string, text: string])[]) => {
    const field = h('select', { 'aria-label': `${t('only')} ${t(name)}`, on: { change: () => { wanted[name] = field.value; redraw() } } }, [['', t('any', t(name))] as const, ...options].map(([value, text]) => h('option', { value }, text)))
    facets.append(field)
  }
  const wanted: Wanted = { year: '', kind: '', state: '' }
  select('year', years.map(year => [String(year), String(year)]))
  select('kind', kinds.map(kind => [kind, term('kind', kind)]))
  select('state', (['complete', 'partial', 'quarantined', 'missing'] as const).filter(state => columns.includes(state)).map(state => [state, term('status', state)]))
  const table = h('table', { class: 'coverage' },
    h('caption', { class: 'visually-hidden' }, t('caption')),
    h('thead', null, h('tr', null,
      h('th', { scope: 'col' }, t('place')), h('th', { scope: 'col' }, t('years')),
      columns.map(name => h('th', { scope: 'col', class: `number${name === 'found' || name === 'missing' ? '' : ' optional'}` }, t(name))),
      h('th', { scope: 'col', class: 'wide optional' }, t('proof')))))
  const opened = new Map<string, () => void>()
  const redraw = () => { for (const draw of opened.values()) draw() }
  for (const province of overview) {
    const body = h('tbody')
    const button = h('button', { type: 'button', 'aria-expanded': 'false', on: { click: () => void toggle(province.code, columns, button, body, wanted, opened) } }, provinceName(province.code))
    const years = [...new Set(province.years.map(year => year.year ?? t('noYear')))]
    body.append(h('tr', { class: 'province' }, h('th', { scope: 'rowgroup' }, button), h('td', null, years.join(' ')), cells(columns, sum(province.years))))
    table.append(body)
    if (documents <= fewDocuments) void toggle(province.code, columns, button, body, wanted, opened)
  }
  return h('div', null, facets, h('div', { class: 'scroll' }, table))
}

async function toggle(code: string, columns: Columns, button: HTMLElement, body: HTMLElement, wanted: Wanted, opened: Map<string, () => void>): Promise<void> {
  const isOpen = button.getAttribute('aria-expanded') === 'true'
  button.setAttribute('aria-expanded', String(!isOpen))
  if (isOpen) {
    opened.delete(code)
    body.replaceChildren(body.firstElementChild!)
    return
  }
  const divisions = await load<Coverage>(`coverage/${code}.json`)
  if (button.getAttribute('aria-expanded') !== 'true') return
  const draw = () => {
    body.replaceChildren(body.firstElementChild!)
    append(body, rowsOf(divisions, columns, wanted))
  }
  opened.set(code, draw)
  draw()
}

/** What was asked for; an empty text is anything. */
interface Wanted { year: string; kind: string; state: string }

const kinds = ['department_budget', 'department_final_accounts', 'government_budget', 'government_final_accounts', 'government_execution', 'government_debt', 'performance_self_evaluation', 'other']

const isWanted = (document: CoveredDocument, { year, kind, state }: Wanted): boolean =>
  (!year || String(document.year) === year) && (!kind || document.kind === kind) && (!state || document.state === state)

function rowsOf(divisions: Coverage, columns: Columns, wanted: Wanted): HTMLElement[] {
  const rows: HTMLElement[] = []
  for (const division of divisions) {
    const departments = division.departments.map(department => ({ ...department, documents: department.documents.filter(document => isWanted(document, wanted)) })).filter(department => department.documents.length)
    const all = departments.flatMap(department => department.documents)
    if (!all.length) continue
    rows.push(h('tr', { class: 'division' }, h('th', { scope: 'row' }, division.name ?? division.code ?? t('unknownDivision')), h('td'), cells(columns, sum(all.map(countsOf)))))
    for (const department of departments) {
      rows.push(h('tr', { class: 'department' },
        h('th', { scope: 'row' }, department.key ? h('a', { href: address.department(department.key) }, department.name) : department.name ?? t('unknownDepartment')),
        h('td', { colspan: columns.length + 1 }, h('span', { class: 'docs' }, department.documents.map(documentLink))),
        h('td', { class: 'optional' }, proofBar(sum(department.documents.map(countsOf)).proofs))))
    }
  }
  return rows
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

const cells = (columns: Columns, counts: Counts): HTMLElement[] => [
  ...columns.map(name => h('td', { class: `number${counts[name] === 0 ? ' zero' : ''}${name === 'found' || name === 'missing' ? '' : ' optional'}` }, number(counts[name]))),
  h('td', { class: 'wide optional' }, proofBar(counts.proofs)),
]
