// What the document is, how that is known, and what became of its pages.
import { append, h, outside } from '../../dom'
import { number, texts } from '../../language'
import { address } from '../../page'
import { term } from '../../terms'
import type { DocumentFile } from '../../contract'

const t = texts({
  issuer: ['发布部门', 'Issuer'],
  year: ['年度', 'Year'],
  kind: ['种类', 'Kind'],
  status: ['处理结果', 'Status'],
  identity: ['与来源对照', 'Against its source'],
  confirmed: ['一致', 'confirmed'],
  contradicted: ['矛盾', 'contradicted'],
  unknown: ['未知', 'unknown'],
  from: ['依据：{0}', 'from {0}'],
  cover: ['封面', 'cover'], tables: ['表格', 'tables'], prose: ['正文', 'prose'], file_name: ['文件名', 'file name'], request: ['来源定义', 'the request'], none: ['无', 'nothing'],
  file: ['文件', 'File'],
  original: ['打开原文件（PDF）', 'Open the file (PDF)'],
  plain: ['静态网页（可转发、可检索）', 'Plain page (to share, for search engines)'],
  source: ['下载地址', 'Fetched from'],
  landing: ['公布网页', 'Published on'],
  archive: ['存档位置', 'Archived at'],
  hash: ['SHA-256', 'SHA-256'],
  size: ['{0} 字节，{1} 页', '{0} bytes, {1} pages'],
  producer: ['制作软件', 'Produced by'],
  supersedes: ['取代', 'Replaces'],
  pages: ['页面状态', 'Pages'],
  version: ['提取程序版本', 'Read by version'],
})

type Evidence = 'cover' | 'tables' | 'prose' | 'file_name' | 'request' | 'none'
type Identity = 'confirmed' | 'contradicted' | 'unknown'

export function about(document: DocumentFile): HTMLElement {
  const list = h('dl', { class: 'facts' })
  const fact = (name: string, ...values: Parameters<typeof h>[2][]) => append(list, [h('dt', null, name), h('dd', null, values)])
  const link = (url: string | undefined) => {
    const safe = outside(url)
    return safe ? h('a', { href: safe, rel: 'noreferrer noopener', target: '_blank' }, url) : url
  }
  fact(t('issuer'), [document.department, document.divisionName && `${document.divisionName} ${document.divisionCode ?? ''}`].filter(Boolean).join(' · '), ' ',
    h('span', { class: 'soft' }, t('from', t(document.issuerEvidence as Evidence))))
  fact(t('year'), document.year ?? '—', ' ', h('span', { class: 'soft' }, t('from', t(document.yearEvidence as Evidence))))
  fact(t('kind'), term('kind', document.kind))
  fact(t('status'), h('span', { class: `badge ${document.status}` }, term('status', document.status)), document.statusReason ? ` ${document.statusReason}` : null)
  fact(t('identity'), t(document.identity as Identity))
  const states = new Map<string, number[]>()
  document.pages.forEach(([, , state], index) => states.set(state, [...states.get(state) ?? [], index + 1]))
  fact(t('pages'), h('ul', { class: 'states' }, [...states].map(([state, pages]) => h('li', null, `${term('page', state)} ${number(pages.length)}`,
    state === 'needs_ocr' || state === 'failed' ? [': ', ...pages.slice(0, 30).flatMap((page, index) => [index > 0 ? ', ' : '', h('a', { href: address.page(document.id, page) }, page)])] : null))))
  fact(t('file'), t('size', number(document.byteLength), number(document.pages.length)), document.hasFile ? [' · ', h('a', { href: `documents/${document.id}.pdf`, target: '_blank' }, t('original'))] : null, ' · ', h('a', { href: `read/document/${document.id.slice(0, 2)}/${document.id}.html`, target: '_blank' }, t('plain')))
  if (document.sourceUrl) fact(t('source'), link(document.sourceUrl))
  if (document.landingUrl) fact(t('landing'), link(document.landingUrl))
  fact(t('archive'), document.archiveLocation)
  fact(t('hash'), h('code', { class: 'hash' }, document.id))
  if (document.producer) fact(t('producer'), document.producer)
  if (document.supersedes) fact(t('supersedes'), h('a', { href: address.document(document.supersedes) }, document.supersedes.slice(0, 16)))
  fact(t('version'), document.extractorVersion)
  return list
}
