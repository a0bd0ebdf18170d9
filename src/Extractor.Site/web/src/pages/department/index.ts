import type { DepartmentDocument, DepartmentFile, FiguresFile, PeersFile } from '../../contract'
import { append, h } from '../../dom'
import { unitSwitch } from '../../figures/amounts'
import { legend } from '../../figures/evidence'
import { accountName, loadDepartment, loadFigures, loadPeers } from '../../figures/files'
import { texts } from '../../language'
import { address, type OpenPage, type Route } from '../../page'
import { term } from '../../terms'
import { elsewhere } from './elsewhere'
import { breakdown, keyTotals, projects, revenue, threePublic } from './figures'
import { spending } from './spending'
import { subjectYears } from './subjects'
import { years } from './years'

const t = texts({
  title: ['部门', 'Department'],
  account: ['年度与文件', 'Year and document'],
  compare: ['加入比较', 'Compare with others'],
  open: ['查看原文', 'Open the document'],
  others: ['本部门全部文件', 'All documents of this department'],
  none: ['本部门没有可供比较的预算或决算文件。', 'No budget or final accounts of this department are among the data.'],
  repeated: ['同一年度另有文件，合计以另一份为准', 'another document of the same year counts in sums'],
  kind: ['文件', 'Document'], year: ['年度', 'Year'], scope: ['范围', 'Extent'], status: ['状态', 'State'],
  partial: ['这份文件只读出一部分（扫描页等）：未列出的数字可能只是没有读到。', 'Only a part of this document could be read: a figure that is not shown may just not have been read.'],
})

export const open: OpenPage = async route => {
  const department = await loadDepartment(route.parts[1] ?? '')
  const accounts = department.documents.filter(document => document.phase)
  const chosen = choose(department, accounts, route)
  const figures = chosen && await loadFigures(chosen.id)
  const peers = chosen?.year && chosen.totals && Object.keys(chosen.totals).length ? await loadPeers(department.kindFile, chosen.year, chosen.phase!).catch(() => []) : []
  const element = h('article', { class: 'department' })
  const draw = () => {
    element.replaceChildren()
    append(element, content(department, accounts, chosen, figures, peers, draw))
  }
  return { title: department.name, element, shown: draw }
}

/** The document of the address, else the latest account of a whole department that counts. */
function choose(department: DepartmentFile, accounts: readonly DepartmentDocument[], route: Route): DepartmentDocument | undefined {
  const asked = route.query.get('document')
  const year = Number(route.query.get('year'))
  const rank = (document: DepartmentDocument) =>
    (document.year === year ? 100_000 : 0) + (document.year ?? 0) * 8 + (document.scope === 'department' ? 4 : 0) + (document.phase === 'budget' ? 2 : 0) + (department.repeated.includes(document.id) ? 0 : 1)
  return accounts.find(document => document.id === asked) ?? [...accounts].sort((left, right) => rank(right) - rank(left))[0]
}

function content(
  department: DepartmentFile, accounts: readonly DepartmentDocument[], chosen: DepartmentDocument | undefined, figures: FiguresFile | undefined, peers: PeersFile, redraw: () => void,
): (HTMLElement | null)[] {
  const head = h('header', { class: 'page-head' },
    h('div', null, h('h1', null, department.name), h('p', { class: 'soft' }, department.divisionName, chosen ? ` · ${accountName(chosen.year!, chosen.phase!)} · ${term('scope', chosen.scope)}` : '')),
    chosen && unitSwitch(redraw))
  if (!chosen || !figures) return [head, h('p', { class: 'trouble' }, t('none')), documents(department)]
  return [
    head,
    h('div', { class: 'toolbar no-print' },
      accounts.length > 1 && h('nav', { class: 'chips', 'aria-label': t('account') }, [...accounts].sort((left, right) => right.year! - left.year!).map(account => h('a', {
        href: address.department(department.key, account.id), 'aria-current': account.id === chosen.id ? 'page' : null,
      }, accountName(account.year!, account.phase!), account.scope === 'unit' ? ` · ${term('scope', 'unit')}` : ''))),
      h('a', { class: 'button', href: address.comparison([`${department.key}:${chosen.year}:${chosen.phase}:${chosen.scope}`]) }, t('compare')),
      h('a', { class: 'button', href: address.document(chosen.id) }, t('open'))),
    chosen.status !== 'complete' ? h('p', { class: 'warn', role: 'note' }, t('partial')) : null,
    keyTotals(figures),
    legend(),
    breakdown(figures),
    revenue(figures),
    spending(figures),
    years(department, chosen, Object.keys(figures.statedChange).length > 0),
    subjectYears(department, chosen),
    threePublic(figures),
    elsewhere(department, chosen, peers),
    projects(figures),
    documents(department),
  ]
}

function documents(department: DepartmentFile): HTMLElement {
  return h('section', null, h('h2', null, t('others')), h('div', { class: 'scroll' }, h('table', null,
    h('thead', null, h('tr', null, (['year', 'kind', 'scope', 'status'] as const).map(name => h('th', { scope: 'col' }, t(name))))),
    h('tbody', null, [...department.documents].sort((left, right) => (right.year ?? 0) - (left.year ?? 0)).map(document => h('tr', null,
      h('td', null, document.year ?? '—'),
      h('th', { scope: 'row' }, h('a', { href: address.document(document.id) }, document.title ?? document.printedName ?? term('kind', document.kind)), ' ', h('small', { class: 'soft' }, term('kind', document.kind))),
      h('td', null, document.scope ? term('scope', document.scope) : '—', department.repeated.includes(document.id) && h('small', { class: 'soft' }, ` ${t('repeated')}`)),
      h('td', null, h('span', { class: `badge ${document.status}` }, term('status', document.status)))))))))
}
