// The published file, drawn by pdf.js in a worker of this site.
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Box } from '../../contract'
import type { Place } from './model'

pdfjs.GlobalWorkerOptions.workerSrc = new URL('pdfjs/pdf.worker.js', document.baseURI).href

interface TextItem { readonly str: string; readonly transform: readonly number[]; readonly width: number }

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')

/** The box of a part of a run of text, on the upright page; runs that do not lie get the box around them. */
function boxOf({ str, transform, width }: TextItem, from: number, to: number, page: readonly number[]): Box {
  const [a, b, c, d, e, f] = pdfjs.Util.transform([...page], [...transform]) as [number, number, number, number, number, number]
  const height = Math.hypot(c, d)
  const [alongX, alongY] = [a / (Math.hypot(a, b) || 1) * width / str.length, b / (Math.hypot(a, b) || 1) * width / str.length]
  const corners = [from, to].flatMap(at => [[e + alongX * at, f + alongY * at], [e + alongX * at + c * 0.9, f + alongY * at + d * 0.9]]) as [number, number][]
  const [x, y] = [corners.map(corner => corner[0]), corners.map(corner => corner[1])]
  return height ? [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)] : [e, f, e, f]
}

const asset = (folder: string): string => new URL(`pdfjs/${folder}/`, document.baseURI).href

/** Most pixels of one canvas: beyond it phones give up. */
const mostPixels = 12e6

/** A file whose pages can be drawn. */
export class PdfFile {
  readonly #task: pdfjs.PDFDocumentLoadingTask

  readonly #rotations: readonly number[]

  /** Pages are turned as their boxes are, which may be otherwise than the file says: see `rotation` of the dataset `pages`. */
  constructor(id: string, rotations: readonly number[]) {
    this.#rotations = rotations
    this.#task = pdfjs.getDocument({
      url: new URL(`documents/${id}.pdf`, document.baseURI).href,
      cMapUrl: asset('cmaps'),
      standardFontDataUrl: asset('standard_fonts'),
      wasmUrl: asset('wasm'),
      iccUrl: asset('iccs'),
      disableAutoFetch: true,
      disableStream: true,
      enableXfa: false,
    })
  }

  /** Draws a page onto a canvas that shows it `scale` pixels a point; ends early when told so. */
  async draw(number: number, canvas: HTMLCanvasElement, scale: number, signal: AbortSignal): Promise<void> {
    const page = await (await this.#task.promise).getPage(number)
    if (signal.aborted) return
    const rotation = this.#rotations[number - 1] ?? page.rotate
    const size = page.getViewport({ scale, rotation })
    const density = Math.min(devicePixelRatio || 1, Math.sqrt(mostPixels / (size.width * size.height)))
    const viewport = page.getViewport({ scale: scale * density, rotation })
    canvas.width = Math.round(viewport.width)
    canvas.height = Math.round(viewport.height)
    const task = page.render({ canvas, viewport })
    signal.addEventListener('abort', () => task.cancel(), { once: true })
    try {
      await task.promise
    } catch (error) {
      if (!signal.aborted) throw error
    }
  }

  /** Lays the words of a page over its picture, to be chosen and copied; they are not seen. */
  async writeText(number: number, container: HTMLElement, scale: number, signal: AbortSignal): Promise<void> {
    const page = await (await this.#task.promise).getPage(number)
    if (signal.aborted) return
    const viewport = page.getViewport({ scale, rotation: this.#rotations[number - 1] ?? page.rotate })
    container.style.setProperty('--total-scale-factor', String(scale))
    const layer = new pdfjs.TextLayer({ textContentSource: page.streamTextContent(), container, viewport })
    signal.addEventListener('abort', () => layer.cancel(), { once: true })
    await layer.render().catch((error: unknown) => { if (!signal.aborted) throw error })
  }

  /** Where words stand on a page; white space, width and case of letters do not matter. */
  async find(number: number, words: string): Promise<Place[]> {
    const page = await (await this.#task.promise).getPage(number)
    const { transform } = page.getViewport({ scale: 1, rotation: this.#rotations[number - 1] ?? page.rotate })
    const letters: { item: TextItem; at: number }[] = []
    let text = ''
    for (const item of (await page.getTextContent()).items) {
      if (!('str' in item)) continue
      for (let at = 0; at < item.str.length; at++) {
        const letter = folded(item.str[at]!)
        text += letter
        for (let copy = 0; copy < letter.length; copy++) letters.push({ item, at })
      }
    }
    const asked = folded(words)
    const places: Place[] = []
    for (let at = asked ? text.indexOf(asked) : -1; at >= 0; at = text.indexOf(asked, at + asked.length)) {
      const [first, last] = [letters[at]!, letters[at + asked.length - 1]!]
      places.push({ page: number, box: boxOf(first.item, first.at, first.item === last.item ? last.at + 1 : first.item.str.length, transform) })
    }
    return places
  }

  /** Draws the part of a page around a place. */
  async drawAround(place: Place, canvas: HTMLCanvasElement, width: number, height: number, scale: number): Promise<{ x: number; y: number }> {
    const page = await (await this.#task.promise).getPage(place.page)
    const rotation = this.#rotations[place.page - 1] ?? page.rotate
    const density = devicePixelRatio || 1
    const full = page.getViewport({ scale, rotation })
    const middleX = (place.box[0] + place.box[2]) / 2 * scale
    const middleY = (place.box[1] + place.box[3]) / 2 * scale
    const x = Math.max(0, Math.min(full.width - width, middleX - width / 2))
    const y = Math.max(0, Math.min(full.height - height, middleY - height / 2))
    canvas.width = Math.round(width * density)
    canvas.height = Math.round(height * density)
    const viewport = page.getViewport({ scale: scale * density, rotation, offsetX: -x * density, offsetY: -y * density })
    await page.render({ canvas, viewport }).promise
    return { x, y }
  }

  /** Not before the file is open: ended while it opens one, the worker of pdf.js fails aloud. */
  close(): void {
    const end = () => this.#task.destroy()
    void this.#task.promise.then(end, end)
  }
}
