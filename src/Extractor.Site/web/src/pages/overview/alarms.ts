// What a person should look at first.
import { h } from '../../dom'
import { number, texts } from '../../language'
import { address } from '../../page'
import type { Overview, Site } from '../../contract'

const t = texts({
  quarantined: ['{0} 份文件被隔离：不是 PDF、有密码、空白或已损坏。', '{0} documents are quarantined: no PDF, a password, blank, or broken.'],
  partial: ['{0} 份文件只读出一部分。', '{0} documents were read in part.'],
  missing: ['{0} 份应有的文件没有找到。', '{0} expected documents were not found.'],
  ocr: ['{0} 页是扫描图像，没有文字可读。', '{0} pages are scanned images without text.'],
  fails: ['{0} 个算式不符。', '{0} sums do not hold.'],
  fetches: ['{0} 个下载请求没有结果：被拒、失败或不是文件。', '{0} requests of the harvest brought nothing: blocked, failed, or no document.'],
  errors: ['{0} 项错误待看。', '{0} errors to look at.'],
  fine: ['没有需要注意的。', 'Nothing calls for attention.'],
  review: ['去复核', 'Review'],
})

const troubles = ['blocked', 'refused_by_robots', 'wrong_media_type', 'failed']

export function alarms(site: Site, overview: Overview): HTMLElement {
  const missing = overview.reduce((sum, province) => sum + province.years.reduce((total, year) => total + year.missing, 0), 0)
  const review = h('a', { href: address.review() }, t('review'))
  const items = [
    alarm('error', site.findings['error'], 'errors', review.cloneNode(true)),
    alarm('error', site.statuses['quarantined'], 'quarantined'),
    alarm('error', site.checks['fails'], 'fails', review),
    alarm('warning', missing, 'missing'),
    alarm('warning', troubles.reduce((sum, outcome) => sum + (site.fetches[outcome] ?? 0), 0), 'fetches'),
    alarm('warning', site.statuses['partial'], 'partial'),
    alarm('warning', site.pages['needs_ocr'], 'ocr'),
  ].filter(item => item !== null)
  return h('ul', { class: 'alarms' }, items.length > 0 ? items : h('li', { class: 'fine' }, t('fine')))
}

function alarm(kind: 'error' | 'warning', count: number | undefined, text: 'quarantined' | 'partial' | 'missing' | 'ocr' | 'fails' | 'errors' | 'fetches', link?: Node): HTMLElement | null {
  return count ? h('li', { class: kind }, t(text, number(count)), ' ', link) : null
}
