// The pages of the file in one scrolling column. Only pages near the window are drawn; a page far away keeps its place alone.
import { h } from '../../dom'
import { number, texts } from '../../language'
import { term } from '../../terms'
import type { DocumentFile } from '../../contract'
import type { Place } from './model'
import { Find } from './find'
import { PdfFile } from './pdf'
import { Thumbnails } from './thumbnails'

const t = texts({
  label: ['原文页面', 'Pages as published'],
  page: ['第 {0} 页', 'Page {0}'],
  of: ['共 {0} 页', 'of {0}'],
  go: ['到第几页', 'Go to page'],
  wider: ['放大', 'Zoom in'],
  narrower: ['缩小', 'Zoom out'],
  fit: ['适合宽度', 'Fit width'],
  noFile: ['站点中没有原文件，页面无法显示；下面只标出数字所在的位置。', 'The file is not in this site, so its pages cannot be drawn; only the places of the figures are marked.'],
  failed: ['本页无法绘出：{0}', 'This page cannot be drawn: {0}'],
})

const gap = 12
const zooms = [0.5, 0.67, 0.8, 1, 1.25, 1.6, 2, 2.5, 3.2, 4]

export type MarkKind = 'chosen' | 'member' | 'finding' | 'found'

export interface Mark {
  readonly place: Place
  readonly kind: MarkKind
}

export class Pages {
  readonly element: HTMLElement
  readonly #scroller: HTMLElement
  readonly #sheets: HTMLElement[]
  readonly #drawn = new Map<number, AbortController>()
  readonly #observer: IntersectionObserver
  readonly #resizes: ResizeObserver
  readonly #file: PdfFile | null
  readonly #input: HTMLInputElement
  readonly #thumbnails: Thumbnails | null
  readonly #find: Find | null
  #zoom = 1
  #scale = 1
  #marks: readonly Mark[] = []

  constructor(private readonly document: DocumentFile, private readonly chosen: (page: number, x: number, y: number) => void) {
    this.#file = document.hasFile ? new PdfFile(document.id, document.pages.map(page => page[4])) : null
    this.#sheets = document.pages.map((_, index) => this.#sheet(index + 1))
    this.#scroller = h('div', { class: 'sheets', tabindex: '0', role: 'region', 'aria-label': t('label') }, this.#sheets)
    this.#input = h('input', {
      type: 'number', min: 1, max: document.pages.length, value: 1, 'aria-label': t('go'),
      on: { change: () => this.go(Number(this.#input.value)) },
    })
    this.#thumbnails = this.#file && new Thumbnails(document, this.#file, page => this.go(page))
    this.#find = this.#file && new Find(this.#file, document.pages.length, () => Number(this.#input.value) || 1, places => this.mark(places.map((place, index) => ({ place, kind: index ? 'found' : 'chosen' }))))
    this.element = h('section', { class: 'pages' },
      h('div', { class: 'tools' },
        this.#input, h('span', { class: 'soft' }, t('of', number(document.pages.length))),
        h('span', { class: 'space' }), this.#find?.element, this.#thumbnails?.button,
        h('button', { type: 'button', 'aria-label': t('narrower'), title: t('narrower'), on: { click: () => this.#step(-1) } }, '−'),
        h('button', { type: 'button', title: t('fit'), on: { click: () => this.#setZoom(1) } }, t('fit')),
        h('button', { type: 'button', 'aria-label': t('wider'), title: t('wider'), on: { click: () => this.#step(1) } }, '+')),
      this.#thumbnails?.strip,
      this.#file ? null : h('p', { class: 'absent' }, t('noFile')),
      this.#scroller)
    this.#observer = new IntersectionObserver(entries => {
      for (const entry of entries) {
        const page = Number((entry.target as HTMLElement).dataset.page)
        if (entry.isIntersecting) void this.#draw(page)
        else this.#release(page)
      }
    }, { root: this.#scroller, rootMargin: '60% 0px' })
    this.#resizes = new ResizeObserver(() => this.#layOut())
    this.#scroller.addEventListener('scroll', () => this.#tellPage(), { passive: true })
  }

  shown(): void {
    this.#layOut()
    this.#resizes.observe(this.#scroller)
    for (const sheet of this.#sheets) this.#observer.observe(sheet)
  }

  close(): void {
    this.#observer.disconnect()
    this.#resizes.disconnect()
    for (const drawing of this.#drawn.values()) drawing.abort()
    this.#thumbnails?.close()
    this.#find?.close()
    this.#file?.close()
  }

  /** How many pixels a point of a page takes. */
  get scale(): number {
    return this.#scale
  }

  /** The file, for drawing parts of its pages elsewhere; null where the site does not have it. */
  get file(): PdfFile | null {
    return this.#file
  }

  go(page: number): void {
    const sheet = this.#sheets[Math.max(1, Math.min(this.document.pages.length, page || 1)) - 1]
    if (sheet) this.#scroller.scrollTo({ top: sheet.offsetTop - gap })
  }

  /** Marks places in place of those before, and brings the first into view. */
  mark(marks: readonly Mark[], scroll = true): void {
    this.#marks = marks
    for (const sheet of this.#sheets) sheet.querySelectorAll('.mark').forEach(mark => mark.remove())
    for (const mark of marks) this.#add(mark)
    const first = marks[0]
    if (first && scroll) this.#reveal(first.place)
  }

  #sheet(page: number): HTMLElement {
    const [, , state, reason] = this.document.pages[page - 1]!
    const sheet = h('div', { class: 'sheet', 'data-page': page, role: 'img', 'aria-label': `${t('page', page)}: ${reason ?? term('page', state)}` },
      h('span', { class: 'folio' }, page, state === 'table' || state === 'narrative' ? null : ` · ${term('page', state)}`))
    sheet.addEventListener('click', event => {
      if (!getSelection()?.isCollapsed) return
      const area = sheet.getBoundingClientRect()
      this.chosen(page, (event.clientX - area.left) / this.#scale, (event.clientY - area.top) / this.#scale)
    })
    return sheet
  }

  /** One scale for all pages, so that the widest fits, as a reader expects of a document. */
  #layOut(): void {
    const widths = this.document.pages.map(page => page[0]).sort((a, b) => a - b)
    const usual = widths[Math.floor(widths.length * 0.9)] ?? 595
    const room = Math.max(200, this.#scroller.clientWidth - 2 * gap)
    const scale = room / usual * this.#zoom
    if (Math.abs(scale - this.#scale) < 0.001) return
    const middle = this.#scroller.scrollTop / Math.max(1, this.#scroller.scrollHeight)
    this.#scale = scale
    this.#sheets.forEach((sheet, index) => {
      const [width, height] = this.document.pages[index]!
      sheet.style.width = `${width * scale}px`
      sheet.style.height = `${height * scale}px`
    })
    this.#scroller.scrollTop = middle * this.#scroller.scrollHeight
    for (const page of [...this.#drawn.keys()]) {
      this.#release(page)
      void this.#draw(page)
    }
    this.mark(this.#marks, this.#marks.length > 0)
  }

  async #draw(page: number): Promise<void> {
    if (!this.#file || this.#drawn.has(page)) return
    const drawing = new AbortController()
    this.#drawn.set(page, drawing)
    const canvas = h('canvas', { 'aria-hidden': 'true' })
    try {
      await this.#file.draw(page, canvas, this.#scale, drawing.signal)
      if (!drawing.signal.aborted) {
        const sheet = this.#sheets[page - 1]!
        sheet.querySelector('canvas')?.remove()
        sheet.prepend(canvas)
        sheet.dataset.drawn = 'true'
        const text = h('div', { class: 'text-of-page', 'aria-hidden': 'true' })
        canvas.after(text)
        await this.#file.writeText(page, text, this.#scale, drawing.signal)
      }
    } catch (error) {
      if (!drawing.signal.aborted) this.#sheets[page - 1]?.append(h('p', { class: 'absent' }, t('failed', error instanceof Error ? error.message : String(error))))
    }
  }

  #release(page: number): void {
    const drawing = this.#drawn.get(page)
    if (!drawing) return
    drawing.abort()
    this.#drawn.delete(page)
    const sheet = this.#sheets[page - 1]!
    const canvas = sheet.querySelector('canvas')
    if (canvas) {
      canvas.width = canvas.height = 0
      canvas.remove()
    }
    sheet.querySelector('.text-of-page')?.remove()
    delete sheet.dataset.drawn
  }

  #add({ place, kind }: Mark): void {
    const [left, top, right, bottom] = place.box
    const mark = h('div', { class: `mark ${kind}` })
    mark.style.left = `${left * this.#scale}px`
    mark.style.top = `${top * this.#scale}px`
    mark.style.width = `${(right - left) * this.#scale}px`
    mark.style.height = `${(bottom - top) * this.#scale}px`
    this.#sheets[place.page - 1]?.append(mark)
  }

  #reveal(place: Place): void {
    const sheet = this.#sheets[place.page - 1]
    if (!sheet) return
    const top = sheet.offsetTop + place.box[1] * this.#scale
    const bottom = sheet.offsetTop + place.box[3] * this.#scale
    const left = sheet.offsetLeft + place.box[0] * this.#scale
    const right = sheet.offsetLeft + place.box[2] * this.#scale
    const view = this.#scroller
    if (top < view.scrollTop + 40 || bottom > view.scrollTop + view.clientHeight - 40) view.scrollTop = (top + bottom) / 2 - view.clientHeight / 2
    if (left < view.scrollLeft || right > view.scrollLeft + view.clientWidth) view.scrollLeft = (left + right) / 2 - view.clientWidth / 2
  }

  #step(by: number): void {
    const nearest = zooms.findIndex(zoom => zoom >= this.#zoom - 0.01)
    this.#setZoom(zooms[Math.max(0, Math.min(zooms.length - 1, nearest + by))]!)
  }

  #setZoom(zoom: number): void {
    this.#zoom = zoom
    this.#layOut()
  }

  #tellPage(): void {
    const line = this.#scroller.scrollTop + this.#scroller.clientHeight / 2
    let low = 0
    let high = this.#sheets.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#sheets[middle]!.offsetTop <= line) low = middle
      else high = middle - 1
    }
    if (document.activeElement !== this.#input) this.#input.value = String(low + 1)
    this.#thumbnails?.tell(low + 1)
  }
}
