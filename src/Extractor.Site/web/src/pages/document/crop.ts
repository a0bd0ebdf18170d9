// A place on a page, drawn by itself and framed.
import { h } from '../../dom'
import type { Place } from './model'
import type { MarkKind } from './pages'
import type { PdfFile } from './pdf'

/** An element that goes away where the page cannot be drawn. */
export function crop(pdf: PdfFile, place: Place, kind: MarkKind, scale: number, width: number, height: number): HTMLElement {
  const canvas = h('canvas', { 'aria-hidden': 'true' })
  const frame = h('div', { class: 'crop' }, canvas)
  for (const element of [frame, canvas]) {
    element.style.width = `${width}px`
    element.style.height = `${height}px`
  }
  void pdf.drawAround(place, canvas, width, height, scale).then(({ x, y }) => {
    const mark = h('div', { class: `mark ${kind}` })
    mark.style.left = `${place.box[0] * scale - x}px`
    mark.style.top = `${place.box[1] * scale - y}px`
    mark.style.width = `${(place.box[2] - place.box[0]) * scale}px`
    mark.style.height = `${(place.box[3] - place.box[1]) * scale}px`
    frame.append(mark)
  }).catch(() => frame.remove())
  return frame
}
