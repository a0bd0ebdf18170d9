// How much there is, how much of it is proven, what is missing, and where.
import { load } from '../../data'
import { h } from '../../dom'
import { language, number, texts } from '../../language'
import { address, type OpenPage } from '../../page'
import { proofBar, proofLegend } from '../../proofs'
import { term } from '../../terms'
import type { Latest, Overview, Site } from '../../contract'
import { alarms } from './alarms'
import { coverageTable } from './coverage'
import { governments, questions, searchForm } from './questions'

const t = texts({
  title: ['概览', 'Overview'],
  lede: ['各部门公开的预算与决算，逐格读出，逐项核对。部门和地区页上的每个数字，都通向印着它的那一页。', 'Published budgets and final accounts, read cell by cell and checked sum by sum. On the pages of departments and places every figure leads to the page that prints it.'],
  documents: ['文件', 'Documents'],
  pages: ['页', 'Pages'],
  tables: ['表格', 'Tables'],
  figures: ['金额', 'Figures'],
  checks: ['核对算式', 'Checks'],
  findings: ['发现', 'Findings'],
  complete: ['{0} 份完整', '{0} complete'],
  ocr: ['{0} 页待识别', '{0} need OCR'],
  fails: ['{0} 项不符', '{0} fail'],
  decided: ['{0} 项已复核', '{0} reviewed'],
  proof: ['数字的可信程度', 'How far the figures are proven'],
  proofText: ['已证实：有一个相符的算式，若此数或它在表中的位置不对，该算式便不会相符，且没有未解的疑问。有矛盾：有算式不符，可能是原文自相矛盾，也可能是读取有误。未证实：没有这样的算式，或尚有疑问；不等于有误。', 'Proven: a sum holds that would fail if the figure or its place in the table were another, and no doubt is open. Contradicted: a sum fails; the document contradicts itself, or it was misread. Unproven: there is no such sum, or a doubt is open; it need not be wrong.'],
  run: ['最近一次运行', 'Latest run'],
  runText: ['{0}，版本 {1}：新增 {2}，变更 {3}，未变 {4}，隔离 {5}。', '{0}, version {1}: {2} new, {3} changed, {4} unchanged, {5} quarantined.'],
  latest: ['最近发布与变更的文件', 'Documents that came or changed last'],
  changed: ['变更', 'changed'],
  feed: ['订阅（Atom）', 'Subscribe (Atom)'],
  review: ['去复核', 'Review them'],
  coverage: ['各地覆盖', 'Coverage'],
})

export const open: OpenPage = async () => {
  const [site, overview, latest, asked, places] = await Promise.all([load<Site>('site.json'), load<Overview>('overview.json'), load<Latest>('latest.json'), questions(), governments()])
  const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((total, count) => total + count, 0)
  const figure = (name: string, value: number, more?: Node | string | null) => h('div', null, h('dt', null, name), h('dd', null, number(value), more ? h('span', { class: 'soft' }, more) : null))
  const element = h('div', null,
    h('h1', null, t('title')),
    h('p', { class: 'lede' }, t('lede')),
    searchForm(),
    asked,
    places,
    h('dl', { class: 'figures' },
      figure(t('documents'), site.documents, t('complete', number(site.statuses['complete'] ?? 0))),
      figure(t('pages'), sum(site.pages), site.pages['needs_ocr'] ? t('ocr', number(site.pages['needs_ocr'])) : null),
      figure(t('tables'), site.tables),
      figure(t('figures'), site.proofs[0] + site.proofs[1] + site.proofs[2]),
      figure(t('checks'), sum(site.checks), t('fails', number(site.checks['fails'] ?? 0))),
      figure(t('findings'), sum(site.findings), h('a', { href: address.review() }, site.decisions ? t('decided', number(site.decisions)) : t('review')))),
    h('section', { class: 'share' }, h('h2', null, t('proof')), proofBar(site.proofs), proofLegend(site.proofs), h('p', { class: 'soft' }, t('proofText'))),
    site.run ? h('section', null, h('h2', null, t('run')),
      h('p', null, t('runText', time(site.run.startedAt), site.run.extractorVersion, number(site.run.new), number(site.run.changed), number(site.run.unchanged), number(site.run.quarantined))),
      alarms(site, overview),
      h('h3', null, t('latest')), h('ul', { class: 'latest' }, latest.map(([document, title, place, isChange, kind]) => h('li', null, isChange ? h('span', { class: 'badge' }, t('changed')) : null, ' ', h('a', { href: address.document(document) }, title), ' ', h('small', { class: 'soft' }, [place, term('kind', kind)].filter(Boolean).join(' · '))))),
      h('p', { class: 'soft' }, h('a', { href: 'feed.xml' }, t('feed')))) : null,
    h('section', null, h('h2', null, t('coverage')), coverageTable(overview, site.documents)))
  return { title: t('title'), element }
}

const time = (value: string | undefined): string =>
  value ? new Intl.DateTimeFormat(language() === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(value)) + ' UTC' : ''
