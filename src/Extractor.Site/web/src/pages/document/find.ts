// Words on the pages as published: every place, one after the other, from the page in view on.
import { h } from '../../dom'
import { texts } from '../../language'
import type { Place } from './model'
import type { PdfFile } from './pdf'

const t = texts({
  label: ['在原文中找', 'Find on the pages'],
  found: ['{0} / {1}', '{0} of {1}'],
  none: ['没有', 'none'],
  busy: ['在找…', 'looking…'],
})

const most = 500

/** A field that marks what is found; Enter goes to the next place, with Shift to the one before. */
export class Find {
  readonly element: HTMLElement
  readonly #field = h('input', { type: 'search', 'aria-label': t('label'), placeholder: t('label'), autocomplete: 'off', on: { keydown: event => this.#key(event) } })
  readonly #status = h('span', { class: 'soft', role: 'status' })
  #asked = ''
  #places: Place[] = []
  #at = 0
  #looking = new AbortController()

  constructor(private readonly file: PdfFile, private readonly pages: number, private readonly current: () => number, private readonly mark: (places: readonly Place[]) => void) {
    this.element = h('span', { class: 'find' }, this.#field, this.#status)
  }

  close(): void {
    this.#looking.abort()
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return
    event.preventDefault()
    if (this.#field.value.trim() !== this.#asked) void this.#look(this.#field.value.trim())
    else if (this.#places.length) this.#show((this.#at + (event.shiftKey ? -1 : 1) + this.#places.length) % this.#places.length)
  }

  async #look(words: string): Promise<void> {
    this.#looking.abort()
    this.#looking = new AbortController()
    const { signal } = this.#looking
    this.#asked = words
    this.#places = []
    this.mark([])
    if (!words) {
      this.#status.textContent = ''
      return
    }
    this.#status.textContent = t('busy')
    const first = this.current()
    for (let step = 0; step < this.pages && this.#places.length < most; step++) {
      const page = (first - 1 + step) % this.pages + 1
      const places = await this.file.find(page, words)
      if (signal.aborted) return
      const isFirst = this.#places.length === 0
      this.#places.push(...places)
      if (isFirst && places.length) this.#show(0)
    }
    if (this.#places.length) this.#show(this.#at)
    else this.#status.textContent = t('none')
  }

  #show(at: number): void {
    this.#at = at
    this.mark([this.#places[at]!, ...this.#places.filter((_, index) => index !== at)])
    this.#tell()
  }

  #tell(): void {
    this.#status.textContent = t('found', this.#at + 1, this.#places.length)
  }
}
