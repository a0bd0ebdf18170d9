import { h } from '../../dom'

/** The text with what was looked for marked; with `most`, the part around the first of them. */
export function marked(text: string, words: readonly string[], most = Infinity): (HTMLElement | string)[] {
  const low = text.toLowerCase()
  if (low.length !== text.length) return [text]
  if (text.length > most) {
    const first = Math.min(...words.map(word => low.indexOf(word)).filter(at => at >= 0))
    const start = Number.isFinite(first) ? Math.max(0, Math.min(first - 30, text.length - most)) : 0
    return [start > 0 ? '…' : '', ...marked(text.slice(start, start + most), words), start + most < text.length ? '…' : '']
  }
  const parts: (HTMLElement | string)[] = []
  let at = 0
  while (at < text.length) {
    const next = words.map(word => ({ word, index: low.indexOf(word, at) })).filter(hit => hit.index >= 0).sort((left, right) => left.index - right.index || right.word.length - left.word.length)[0]
    if (!next) break
    parts.push(text.slice(at, next.index), h('mark', null, text.slice(next.index, next.index + next.word.length)))
    at = next.index + next.word.length
  }
  parts.push(text.slice(at))
  return parts.filter(part => part !== '')
}
