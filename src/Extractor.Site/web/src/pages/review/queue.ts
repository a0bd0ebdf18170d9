// Findings one below the other, each with its place on the page; by the keyboard alone, and one decision for many.
import { load, reviewToken } from '../../data'
import { append, h } from '../../dom'
import { language, texts, yuan } from '../../language'
import { address } from '../../page'
import { crop } from '../document/crop'
import { PdfFile } from '../document/pdf'
import type { DocumentFile, QueuedFinding, Reviews, Site } from '../../contract'
import { decisionForm, decisionForMany } from './decision'

const t = texts({
  open: ['只看未决定的', 'undecided only'],
  where: ['看原页', 'See the page'],
  stake: ['涉及 {0}', '{0} at stake'],
  places: ['{0} 处', '{0} places'],
  keys: ['键盘：j 下一项，k 上一项，1、2、3 选决定，回车保存。', 'Keys: j next, k previous, 1, 2, 3 choose a decision, Enter saves it.'],
})

/** Files that are kept open for pictures of places. */
const mostFiles = 4
const [width, height] = [420, 110]

export class Queue {
  readonly element = h('ol', { class: 'findings' })
  readonly forAll = h('div', { class: 'for-all' })
  readonly filter: HTMLElement
  readonly #onlyOpen: HTMLInputElement
  readonly #files = new Map<string, PdfFile>()
  readonly #all: QueuedFinding[] = []
  readonly #seen: IntersectionObserver
  readonly #keys = (event: KeyboardEvent) => this.#key(event)

  constructor(private readonly reviews: Reviews, isOnlyOpen: boolean, private readonly changed: () => void) {
    this.#onlyOpen = h('input', { type: 'checkbox', checked: isOnlyOpen, on: { change: () => this.#draw() } })
    this.filter = h('span', null, h('label', null, this.#onlyOpen, ' ', t('open')), h('small', { class: 'soft keys' }, ' ', t('keys')))
    this.#seen = new IntersectionObserver(entries => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue
        this.#seen.unobserve(target)
        void this.#picture(target as HTMLElement)
      }
    }, { rootMargin: '50%' })
    addEventListener('keydown', this.#keys)
  }

  get count(): number {
    return this.element.children.length
  }

  add(findings: readonly QueuedFinding[]): void {
    this.#all.push(...findings)
    this.#show(findings)
  }

  close(): void {
    removeEventListener('keydown', this.#keys)
    this.#seen.disconnect()
    for (const file of this.#files.values()) file.close()
  }

  #draw(): void {
    this.element.replaceChildren()
    this.#show(this.#all)
  }

  #show(findings: readonly QueuedFinding[]): void {
    for (const finding of findings) if (!this.#onlyOpen.checked || !this.reviews[finding.id]) this.element.append(this.#item(finding))
    this.changed()
    void this.#offerForAll()
  }

  #item(finding: QueuedFinding): HTMLElement {
    const picture = h('div', { class: 'picture', 'data-finding': finding.id })
    if (finding.page !== undefined && finding.box) this.#seen.observe(picture)
    return h('li', { class: `finding ${finding.severity}`, 'data-finding': finding.id, tabindex: '-1' },
      h('p', { class: 'where soft' }, [finding.divisionName, finding.department ?? finding.archiveLocation, finding.year].filter(Boolean).join(' · '), ' · ',
        finding.yuan ? [h('strong', null, t('stake', yuan(finding.yuan))), ' · '] : null, finding.count > 1 ? `${t('places', finding.count)} · ` : null,
        h('a', { href: address.finding(finding.document, finding.id) }, t('where'))),
      h('p', { class: 'message' }, language() === 'zh' ? finding.zh : finding.en),
      picture,
      decisionForm(finding.id, finding.document, this.reviews[finding.id], () => this.#step(1)))
  }

  async #picture(holder: HTMLElement): Promise<void> {
    const finding = this.#all.find(each => each.id === holder.dataset.finding)
    if (!finding?.box || finding.page === undefined) return
    const file = await this.#file(finding.document).catch(() => null)
    if (!file || !holder.isConnected) return
    const room = Math.min(width, holder.clientWidth)
    append(holder, crop(file, { page: finding.page, box: finding.box }, 'finding', Math.min(1.4, (room - 20) / (finding.box[2] - finding.box[0])), room, height))
  }

  async #file(id: string): Promise<PdfFile | null> {
    const known = this.#files.get(id)
    if (known) return known
    const document = await load<DocumentFile>(`documents/${id.slice(0, 2)}/${id}/document.json`)
    if (!document.hasFile) return null
    const file = this.#files.get(id) ?? new PdfFile(id, document.pages.map(page => page[4]))
    this.#files.set(id, file)
    if (this.#files.size > mostFiles) {
      const [oldest, other] = this.#files.entries().next().value!
      this.#files.delete(oldest)
      // What is being drawn from it has time to end.
      setTimeout(() => other.close(), 5_000)
    }
    return file
  }

  async #offerForAll(): Promise<void> {
    await load<Site>('site.json')
    const undecided = this.#all.filter(finding => !this.reviews[finding.id])
    this.forAll.replaceChildren()
    if (reviewToken && undecided.length > 1) this.forAll.append(decisionForMany(undecided, () => location.reload()))
  }

  #key(event: KeyboardEvent): void {
    const { target, key } = event
    if (event.ctrlKey || event.metaKey || event.altKey || (target instanceof HTMLElement && target.matches('textarea, select, input:not([type=radio], [type=checkbox])'))) return
    if (key === 'j' || key === 'k') {
      event.preventDefault()
      this.#step(key === 'j' ? 1 : -1)
    } else if (['1', '2', '3'].includes(key)) {
      const radio = this.#current()?.querySelectorAll<HTMLInputElement>('input[type=radio]')[Number(key) - 1]
      if (!radio) return
      event.preventDefault()
      radio.checked = true
      radio.focus()
    }
  }

  #current(): HTMLElement | null {
    return document.activeElement?.closest<HTMLElement>('li.finding') ?? null
  }

  #step(by: 1 | -1): void {
    const current = this.#current()
    const next = !current ? this.element.firstElementChild : by === 1 ? current.nextElementSibling : current.previousElementSibling
    if (!(next instanceof HTMLElement)) return
    next.focus({ preventScroll: true })
    next.scrollIntoView({ block: 'nearest' })
  }
}
