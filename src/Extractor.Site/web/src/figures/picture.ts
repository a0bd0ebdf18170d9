// A picture of figures: drawn as wide as its place, and saved as SVG, PNG, or the numbers that it shows.
import { h, s } from '../dom'
import { texts } from '../language'
import { save, saveCsv, type CsvValue } from './csv'

const t = texts({
  save: ['保存此图：', 'Save this chart:'],
  saveAs: ['{0}：保存为 {1}', '{0}: save as {1}'],
})

export interface Picture {
  /** Read out in place of the picture, and the name of the file. */
  readonly label: string
  readonly height: number
  readonly draw: (width: number) => SVGElement[]
  /** What it shows, in yuan. */
  readonly fields: readonly string[]
  readonly rows: readonly (readonly CsvValue[])[]
}

const styles = ['fill', 'stroke', 'stroke-width', 'font-family', 'font-size', 'font-weight', 'text-anchor', 'dominant-baseline'] as const

export function picture({ label, height, draw, fields, rows }: Picture): HTMLElement {
  const svg = s('svg', { role: 'img', 'aria-label': label, height })
  const button = (kind: string, run: () => void) => h('button', { type: 'button', class: 'small', 'aria-label': t('saveAs', label, kind), on: { click: run } }, kind)
  const box = h('div', { class: 'chart' }, svg, h('p', { class: 'save-as soft no-print' }, t('save'), ' ',
    button('SVG', () => save(new Blob([textOf(svg)], { type: 'image/svg+xml' }), `${label}.svg`)), ' ',
    button('PNG', () => void savePng(svg, `${label}.png`)), ' ',
    button('CSV', () => saveCsv(label, fields, rows))))
  let drawn = 0
  new ResizeObserver(([entry]) => {
    const width = Math.floor(entry!.contentRect.width)
    if (!width || width === drawn) return
    drawn = width
    svg.setAttribute('width', String(width))
    svg.setAttribute('viewBox', `0 0 ${width} ${height}`)
    svg.replaceChildren(...draw(width))
  }).observe(box)
  return box
}

/** The picture by itself, with the colours and letters of the page written into it. */
function textOf(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const [from, to] = [svg, copy].map(one => [...one.querySelectorAll<SVGElement>('*')])
  from!.forEach((element, index) => {
    const computed = getComputedStyle(element)
    for (const name of styles) to![index]!.setAttribute(name, computed.getPropertyValue(name))
    to![index]!.removeAttribute('class')
  })
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.prepend(s('rect', { width: '100%', height: '100%', fill: getComputedStyle(document.documentElement).getPropertyValue('--card') }))
  return new XMLSerializer().serializeToString(copy)
}

async function savePng(svg: SVGSVGElement, name: string): Promise<void> {
  const address = URL.createObjectURL(new Blob([textOf(svg)], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = h('canvas', { width: image.width * 2, height: image.height * 2 })
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/png'))
    if (blob) save(blob, name)
  } finally {
    URL.revokeObjectURL(address)
  }
}

/** So much of the text as has room: Chinese letters are as wide as high, others about half. */
export function clipped(text: string, room: number, size: number): string {
  let width = 0
  for (let at = 0; at < text.length; at++) {
    width += text.charCodeAt(at) > 0x2e80 ? size : size * 0.56
    if (width > room) return at < 2 ? '' : `${text.slice(0, at - 1)}…`
  }
  return text
}
