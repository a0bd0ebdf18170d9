// What a person should know of the document, each with the places that it speaks of, side by side.
import { h } from '../../dom'
import { language, texts } from '../../language'
import { load } from '../../data'
import { address } from '../../page'
import { term } from '../../terms'
import { decisionForm } from '../review/decision'
import { nameOf, sentence, statement } from './arithmetic'
import { crop } from './crop'
import type { Finding, Reviews } from '../../contract'
import type { Line, OpenDocument, Place } from './model'
import type { PdfFile } from './pdf'

const t = texts({
  none: ['没有发现：各页都已读出，所有算式相符，或没有矛盾可报告。', 'No findings: nothing contradicts itself and nothing was left out.'],
  places: ['所涉之处', 'The places'],
  page: ['第 {0} 页', 'page {0}'],
  here: ['此处', 'here'],
  expected: ['应为', 'expected'],
  actual: ['实为', 'found'],
  more: ['全部 {0} 处', 'All {0} places'],
  link: ['本发现的链接', 'Link to this finding'],
})

const [cropWidth, cropHeight] = [340, 130]

interface NamedPlace extends Place {
  readonly name: string
  readonly line?: Line
}

export class Findings {
  readonly element = h('ol', { class: 'findings' })
  readonly #items = new Map<string, HTMLElement>()
  #reviews: Reviews = {}

  constructor(
    private readonly document: OpenDocument, private readonly pdf: PdfFile | null,
    private readonly mark: (places: readonly Place[]) => void, private readonly choose: (line: Line) => void) {
    for (const finding of document.file.findings) {
      const item = this.#item(finding)
      this.#items.set(finding.id, item)
      this.element.append(item)
    }
    if (document.file.findings.length === 0) this.element.append(h('li', { class: 'soft' }, t('none')))
  }

  /** Opens a finding and marks its places. */
  async show(id: string): Promise<void> {
    const finding = this.document.file.findings.find(candidate => candidate.id === id)
    const item = this.#items.get(id)
    if (!finding || !item) return
    for (const other of this.#items.values()) other.classList.toggle('open', other === item)
    item.scrollIntoView({ block: 'nearest' })
    this.#reviews = await load<Reviews>('reviews.json').catch(() => ({}))
    const places = await this.#places(finding)
    const body = item.querySelector('.body')!
    body.replaceChildren(
      places.length > 0 ? h('div', { class: 'places', role: 'group', 'aria-label': t('places') }, places.map(place => this.#place(place))) : '',
      ...await this.#sum(finding),
      ...this.#everywhere(finding),
      decisionForm(finding.id, this.document.file.id, this.#reviews[finding.id]))
    this.mark(places)
  }

  #item(finding: Finding): HTMLElement {
    return h('li', { class: `finding ${finding.severity}`, 'data-finding': finding.id },
      h('p', null,
        h('span', { class: `badge ${finding.severity}` }, term('severity', finding.severity)), ' ',
        h('a', { href: address.finding(this.document.file.id, finding.id), title: t('link') }, term('finding', finding.rule))),
      h('p', { class: 'message' }, ...this.#message(finding)),
      h('div', { class: 'body' }))
  }

  /** The message, in which a page that it names leads to the page. */
  #message(finding: Finding): (Node | string)[] {
    const text = language() === 'zh' ? finding.zh : finding.en
    return text.split(/(第 \d+ 页|[Pp]age \d+)/).map(part => {
      const page = /^(?:第 |[Pp]age )(\d+)/.exec(part)?.[1]
      return page ? h('a', { href: address.page(this.document.file.id, Number(page)) }, part) : part
    })
  }

  async #lines(finding: Finding): Promise<{ lines: Line[]; stated: Place | null }> {
    if (finding.table === undefined || finding.check === undefined) return { lines: [], stated: null }
    const check = (await this.document.table(finding.table)).checks.find(candidate => candidate.id === finding.check)
    if (!check) return { lines: [], stated: null }
    const stated = statement(check, this.document)
    return { lines: await this.document.linesOf(check), stated: stated?.box ? { page: stated.page, box: stated.box } : null }
  }

  async #places(finding: Finding): Promise<NamedPlace[]> {
    const places: NamedPlace[] = []
    const add = (place: Place, name: string, line?: Line) => {
      if (!places.some(known => known.page === place.page && known.box.every((edge, index) => Math.abs(edge - place.box[index]!) < 1))) places.push(line ? { ...place, name, line } : { ...place, name })
    }
    const { lines, stated } = await this.#lines(finding)
    for (const line of lines.slice(0, 2)) if (line.cell.places[0]) add(line.cell.places[0], nameOf(line), line)
    if (stated) add(stated, t('actual'))
    if (finding.page !== undefined && finding.box) add({ page: finding.page, box: finding.box }, t('here'))
    if (places.length < 2) {
      // The message names its other page; the whole of it is the place.
      for (const [, page] of finding.zh.matchAll(/第 (\d+) 页/g)) {
        const size = this.document.file.pages[Number(page) - 1]
        if (size && !places.some(place => place.page === Number(page))) places.push({ page: Number(page), box: [0, 0, size[0], Math.min(size[1], 300)], name: '' })
      }
    }
    return places.slice(0, 4)
  }

  /** A link for each place of a finding that has more than one, with what is printed there. */
  #everywhere(finding: Finding): HTMLElement[] {
    const places = finding.places ?? []
    if (places.length < 2) return []
    return [h('details', { class: 'everywhere' },
      h('summary', null, t('more', finding.count)),
      h('ol', null, places.map(place => {
        const text = [place.page === undefined ? '' : t('page', place.page), place.actual ?? ''].filter(Boolean).join(' · ')
        const { page, box } = place
        return h('li', null, page !== undefined && box
          ? h('button', { type: 'button', class: 'plain', on: { click: () => this.mark([{ page, box }]) } }, text)
          : text)
      })))]
  }

  #place(place: NamedPlace): HTMLElement {
    const show = () => {
      if (place.line) this.choose(place.line)
      else this.mark([place])
    }
    return h('figure', null,
      h('button', { type: 'button', class: 'plain', on: { click: show } },
        this.pdf && crop(this.pdf, place, 'finding', Math.min(1.3, (cropWidth - 20) / (place.box[2] - place.box[0])), cropWidth, cropHeight),
        h('figcaption', null, [place.name, t('page', place.page)].filter(Boolean).join(' · '))))
  }

  async #sum(finding: Finding): Promise<HTMLElement[]> {
    if (finding.table === undefined || finding.check === undefined) {
      return finding.expected && finding.actual ? [h('p', null, `${t('expected')} ${finding.expected} · ${t('actual')} ${finding.actual}`)] : []
    }
    const check = (await this.document.table(finding.table)).checks.find(candidate => candidate.id === finding.check)
    return check ? [h('ul', { class: 'checks' }, await sentence(check, this.document, null, this.choose))] : []
  }
}
