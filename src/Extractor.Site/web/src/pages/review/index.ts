// The queue: findings by severity and rule, the gravest first, each with its decision.
import { load } from '../../data'
import { h } from '../../dom'
import { language, number, texts } from '../../language'
import { address, type OpenPage } from '../../page'
import { term } from '../../terms'
import type { FindingQueue, QueuedFinding, Reviews, Severity } from '../../contract'
import { decisionForm } from './decision'

const t = texts({
  title: ['复核', 'Review'],
  lede: ['决定只记在发现旁边，从不改动数值。', 'A decision stands beside its finding and never changes a value.'],
  queue: ['发现的种类', 'Kinds of findings'],
  none: ['没有发现。', 'There are no findings.'],
  open: ['只看未决定的', 'undecided only'],
  shown: ['{0} / {1} 项', '{0} of {1}'],
  more: ['再看一百项', 'A hundred more'],
  where: ['看原页', 'See the page'],
})

const severities: readonly Severity[] = ['error', 'warning', 'note']

export const open: OpenPage = async route => {
  const [queue, reviews] = await Promise.all([load<FindingQueue>('findings.json'), load<Reviews>('reviews.json')])
  const current = queue.find(kind => kind.severity === route.parts[1] && kind.rule === route.parts[2]) ?? queue[0]
  const element = h('div', null, h('h1', null, t('title')), h('p', { class: 'soft' }, t('lede')))
  if (!current) {
    element.append(h('p', null, t('none')))
    return { title: t('title'), element }
  }
  const list = h('ol', { class: 'findings' })
  const shown = h('span', { class: 'soft' })
  const more = h('button', { type: 'button', hidden: true, on: { click: () => void add() } }, t('more'))
  const onlyOpen = h('input', { type: 'checkbox', checked: route.query.has('open'), on: { change: () => restart() } })
  let file = 0
  let count = 0
  const add = async () => {
    file++
    for (const finding of await load<QueuedFinding[]>(`findings/${current.severity}-${current.rule}-${file}.json`)) {
      if (onlyOpen.checked && reviews[finding.id]) continue
      list.append(item(finding, reviews))
      count++
    }
    shown.textContent = t('shown', number(count), number(current.count))
    more.hidden = file >= current.files
  }
  const restart = () => {
    file = count = 0
    list.replaceChildren()
    void add()
  }
  element.append(h('div', { class: 'queue' },
    h('nav', { 'aria-label': t('queue') }, severities.map(severity => kinds(queue, severity, current))),
    h('section', null,
      h('h2', null, h('span', { class: `badge ${current.severity}` }, term('severity', current.severity)), ` ${term('finding', current.rule)}`),
      h('div', { class: 'filter' }, h('label', null, onlyOpen, ' ', t('open')), shown),
      list, more)))
  await add()
  return { title: t('title'), element }
}

function kinds(queue: FindingQueue, severity: Severity, current: FindingQueue[number]): HTMLElement[] {
  const own = queue.filter(kind => kind.severity === severity)
  return own.length === 0 ? [] : [
    h('h2', null, h('span', { class: `badge ${severity}` }, term('severity', severity))),
    h('ul', null, own.map(kind => h('li', null, h('a', { href: `${address.review()}/${severity}/${kind.rule}`, 'aria-current': kind === current ? 'true' : null },
      h('span', null, term('finding', kind.rule)), h('span', { class: 'number' }, number(kind.count)))))),
  ]
}

function item(finding: QueuedFinding, reviews: Reviews): HTMLElement {
  const link = address.finding(finding.document, finding.id)
  return h('li', { class: `finding ${finding.severity}`, 'data-finding': finding.id },
    h('p', { class: 'where soft' }, [finding.divisionName, finding.department ?? finding.archiveLocation, finding.year].filter(Boolean).join(' · '), ' · ', h('a', { href: link }, t('where'))),
    h('p', { class: 'message' }, language() === 'zh' ? finding.zh : finding.en),
    decisionForm(finding.id, finding.document, reviews[finding.id]))
}
