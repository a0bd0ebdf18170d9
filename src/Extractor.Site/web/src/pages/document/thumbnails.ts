// Small pictures of the pages in a strip; only those near the window are drawn.
import { h } from '../../dom'
import { texts } from '../../language'
import type { DocumentFile } from '../../contract'
import type { PdfFile } from './pdf'

const t = texts({
  label: ['缩略图', 'Thumbnails'],
  page: ['第 {0} 页', 'Page {0}'],
})

const high = 96

export class Thumbnails {
  readonly button = h('button', { type: 'button', 'aria-pressed': 'false', title: t('label'), 'aria-label': t('label'), on: { click: () => this.#toggle() } }, '▤')
  readonly strip = h('div', { class: 'strip no-print', hidden: true, role: 'group', 'aria-label': t('label') })
  #observer: IntersectionObserver | null = null
  #page = 1

  constructor(private readonly document: DocumentFile, private readonly file: PdfFile, private readonly go: (page: number) => void) {}

  /** The page that is in view. */
  tell(page: number): void {
    this.#page = page
    if (this.strip.hidden) return
    this.strip.querySelector('[aria-current]')?.removeAttribute('aria-current')
    const button = this.strip.children[page - 1]
    button?.setAttribute('aria-current', 'true')
    if (button instanceof HTMLElement) this.strip.scrollLeft = button.offsetLeft - this.strip.clientWidth / 2
  }

  close(): void {
    this.#observer?.disconnect()
  }

  #toggle(): void {
    const isOpen = this.strip.hidden
    this.strip.hidden = !isOpen
    this.button.setAttribute('aria-pressed', String(isOpen))
    if (isOpen) this.#fill()
    this.tell(this.#page)
  }

  #fill(): void {
    if (this.#observer) return
    this.#observer = new IntersectionObserver(entries => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue
        this.#observer?.unobserve(target)
        void this.#draw(target as HTMLElement)
      }
    }, { root: this.strip, rootMargin: '0px 100%' })
    this.document.pages.forEach(([width, height], index) => {
      const canvas = h('canvas', { 'aria-hidden': 'true', width: Math.round(high * width / height), height: high })
      const button = h('button', { type: 'button', 'data-page': index + 1, 'aria-label': t('page', index + 1), on: { click: () => this.go(index + 1) } }, canvas, h('span', { 'aria-hidden': 'true' }, index + 1))
      this.strip.append(button)
      this.#observer!.observe(button)
    })
  }

  async #draw(button: HTMLElement): Promise<void> {
    const page = Number(button.dataset.page)
    await this.file.draw(page, button.querySelector('canvas')!, high / this.document.pages[page - 1]![1], new AbortController().signal).catch(() => undefined)
  }
}
