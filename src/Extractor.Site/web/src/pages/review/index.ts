// The queue: findings by what is at stake, by document or by kind, each with its place on the page and its decision.
import { load } from '../../data'
import { append, h } from '../../dom'
import { number, texts, yuan } from '../../language'
import { address, type OpenPage, type Route } from '../../page'
import { term } from '../../terms'
import type { DocumentFile, DocumentToReview, FindingQueue, QueuedFinding, Reviews, Severity } from '../../contract'
import { Queue } from './queue'

const t = texts({
  title: ['复核', 'Review'],
  lede: ['决定只记在发现旁边，从不改动数值。', 'A decision stands beside its finding and never changes a value.'],
  queue: ['怎样看', 'How to go through them'],
  largest: ['按涉及金额', 'By yuan at stake'],
  documents: ['按文件', 'By document'],
  audit: ['抽查表', 'Audit sheet'],
  kinds: ['发现的种类', 'Kinds of findings'],
  none: ['没有发现。', 'There are no findings.'],
  shown: ['{0} / {1} 项', '{0} of {1}'],
  more: ['再看一百项', 'A hundred more'],
  where: ['文件', 'Document'], count: ['错误与警告', 'Errors and warnings'], stake: ['涉及金额', 'Yuan at stake'],
  documentsNote: ['按不符算式的差额之和，再按发现的数目。', 'By what their failing sums miss by, then by the number of findings.'],
  back: ['全部文件', 'All documents'],
})

const severities: readonly Severity[] = ['error', 'warning', 'note']

/** A list of findings that comes in parts. */
interface Listing {
  readonly title: (Node | string)[]
  readonly count: number
  readonly parts: readonly (() => Promise<readonly QueuedFinding[]>)[]
}

export const open: OpenPage = async route => {
  const [queue, reviews] = await Promise.all([load<FindingQueue>('findings.json'), load<Reviews>('reviews.json')])
  const element = h('div', { class: 'review' }, h('h1', null, t('title')), h('p', { class: 'soft' }, t('lede')))
  if (queue.length === 0) {
    append(element, h('p', null, t('none')))
    return { title: t('title'), element }
  }
  const chosen = route.parts[1] || (queue.some(kind => kind.severity !== 'note') ? 'largest' : queue[0]!.severity)
  const place = h('section')
  append(element, h('div', { class: 'queue' }, navigation(queue, chosen, route), place))
  let close = () => {}
  if (chosen === 'documents' && !route.parts[2]) append(place, await documents())
  else if (chosen === 'audit') append(place, (await import('./audit')).audit())
  else close = await show(place, await listing(queue, chosen, route), reviews, route)
  return { title: t('title'), element, close }
}

async function listing(queue: FindingQueue, chosen: string, route: Route): Promise<Listing> {
  if (chosen === 'largest') {
    const all = await load<readonly QueuedFinding[]>('review/largest.json')
    if (all.length) return { title: [t('largest')], count: all.length, parts: [async () => all] }
  }
  if (chosen === 'documents') {
    const id = route.parts[2]!
    const file = await load<DocumentFile>(`documents/${id.slice(0, 2)}/${id}/document.json`)
    const findings = file.findings.map((finding): QueuedFinding => ({ ...finding, document: id, archiveLocation: file.archiveLocation, ...(file.department && { department: file.department }), ...(file.year && { year: file.year }) }))
    return { title: [file.title ?? file.archiveLocation, ' ', h('a', { class: 'soft', href: `${address.review()}/documents` }, t('back'))], count: findings.length, parts: [async () => findings] }
  }
  const kind = queue.find(each => each.severity === chosen && each.rule === route.parts[2]) ?? queue[0]!
  return {
    title: [h('span', { class: `badge ${kind.severity}` }, term('severity', kind.severity)), ` ${term('finding', kind.rule)}`], count: kind.count,
    parts: Array.from({ length: kind.files }, (_, index) => () => load<readonly QueuedFinding[]>(`findings/${kind.severity}-${kind.rule}-${index + 1}.json`)),
  }
}

async function show(place: HTMLElement, { title, count, parts }: Listing, reviews: Reviews, route: Route): Promise<() => void> {
  const shown = h('span', { class: 'soft' })
  const more = h('button', { type: 'button', on: { click: () => void add() } }, t('more'))
  const queue = new Queue(reviews, route.query.has('open'), () => { shown.textContent = t('shown', number(queue.count), number(count)) })
  let part = 0
  const add = async () => {
    queue.add(await parts[part++]!())
    more.hidden = part >= parts.length
  }
  append(place, [h('h2', null, title), h('div', { class: 'filter' }, queue.filter, shown), queue.forAll, queue.element, more])
  await add()
  return () => queue.close()
}

async function documents(): Promise<HTMLElement[]> {
  const all = await load<readonly DocumentToReview[]>('review/documents.json')
  return [h('h2', null, t('documents')), h('p', { class: 'soft' }, t('documentsNote')),
    h('div', { class: 'scroll' }, h('table', null,
      h('thead', null, h('tr', null, h('th', { scope: 'col' }, t('where')), h('th', { scope: 'col', class: 'number' }, t('stake')), h('th', { scope: 'col', class: 'number' }, t('count')))),
      h('tbody', null, all.map(document => h('tr', null,
        h('th', { scope: 'row' }, h('a', { href: `${address.review()}/documents/${document.document}` }, [document.divisionName, document.department ?? document.archiveLocation, document.year].filter(Boolean).join(' · '))),
        h('td', { class: 'number' }, document.yuan ? yuan(document.yuan) : '—'), h('td', { class: 'number' }, number(document.count)))))))]
}

function navigation(queue: FindingQueue, chosen: string, route: Route): HTMLElement {
  const view = (name: 'largest' | 'documents' | 'audit') => h('li', null, h('a', { href: `${address.review()}/${name}`, 'aria-current': chosen === name ? 'true' : null }, t(name)))
  return h('nav', { 'aria-label': t('queue') },
    h('h2', null, t('queue')), h('ul', null, view('largest'), view('documents'), view('audit')),
    h('details', { open: innerWidth > 800 || severities.includes(chosen as Severity) }, h('summary', null, t('kinds')), severities.map(severity => {
      const own = queue.filter(kind => kind.severity === severity)
      return own.length === 0 ? null : [
        h('h2', null, h('span', { class: `badge ${severity}` }, term('severity', severity))),
        h('ul', null, own.map(kind => h('li', null, h('a', { href: `${address.review()}/${severity}/${kind.rule}`, 'aria-current': kind.severity === chosen && kind.rule === route.parts[2] ? 'true' : null },
          h('span', null, term('finding', kind.rule)), h('span', { class: 'number' }, number(kind.count))))))]
    })))
}
