// A figure in a table: the amount in the chosen unit, whether it is proven, and the way to the line that printed it.
import type { Box, Figure, FigureProof, FiguresFile } from '../contract'
import { h } from '../dom'
import { language, texts } from '../language'
import { address } from '../page'
import { term } from '../terms'
import { amount, exact } from './amounts'

const t = texts({
  none: ['表中未印出，或未能读出', 'Not printed in the tables of the document, or not read'],
  sum: ['{0} 行之和，链接到第一行', 'Sum of {0} lines; leads to the first'],
  page: ['第 {0} 页', 'page {0}'],
  key: ['标记', 'Marks'],
  keyNone: ['— 表中未印出，或未能读出（不是 0）', '— not printed in its tables, or not read (not 0)'],
  stated: ['据文字说明，第 {0} 页', 'as the text states, p. {0}'],
})

const proofs = ['proven', 'unproven', 'contradicted'] as const
const marks = ['✓', '○', '⚠'] as const

export function proofMark(proof: FigureProof): HTMLElement {
  const name = proofs[proof]
  return h('span', { class: `proof-mark ${name}`, role: 'img', title: term('proof', name), 'aria-label': term('proof', name) }, marks[proof])
}

/** A table cell with the figure; a dash where there is none, which is not nought. */
export function figureCell(document: string, figure: Figure | undefined, extra?: string): HTMLTableCellElement {
  if (!figure) return missingCell()
  const sentence = sentenceOf(figure)
  if (sentence) return statedCell(document, figure[0], figure[4], sentence)
  return h('td', { class: figure[1] === 2 ? 'number is-contradicted' : 'number' }, figureLink(document, figure), proofMark(figure[1]), extra && h('small', { class: 'soft' }, extra))
}

/** A total of the year: of a table, else as the text states it, else a dash. */
export function totalCell(figures: FiguresFile, name: string): HTMLTableCellElement {
  const [figure, stated] = [figures.totals[name]?.current, figures.stated[name]]
  if (figure || !stated) return figureCell(figures.id, figure)
  const [value, page, ...box] = stated
  return statedCell(figures.id, value, page, box)
}

/** Where the text states what no table prints. */
function sentenceOf(figure: Figure): Box | null {
  const [, , , , , , ...sentence] = figure
  return sentence.length ? sentence : null
}

const statedCell = (document: string, value: number, page: number, box: Box): HTMLTableCellElement => h('td', { class: 'number' },
  h('a', { href: address.page(document, page, box), title: t('stated', page) }, amount(value)), h('small', { class: 'soft' }, t('stated', page)))

export const missingCell = (): HTMLTableCellElement => h('td', { class: 'number soft', title: t('none') },
  h('span', { 'aria-hidden': 'true' }, '—'), h('span', { class: 'visually-hidden' }, t('none')))

export function figureLink(document: string, figure: Figure): HTMLElement {
  const [value, , table, line, page, lines] = figure
  return h('a', { href: address.line(document, table, line), title: `${exact(value)} · ${lines > 1 ? t('sum', lines) : t('page', page)}` }, amount(value))
}

export function evidenceAddress(document: string, figure: Figure): string {
  const sentence = sentenceOf(figure)
  return sentence ? address.page(document, figure[4], sentence) : address.line(document, figure[2], figure[3])
}

/** What the marks say. */
export function legend(): HTMLElement {
  return h('p', { class: 'legend soft' }, h('span', null, t('key'), language() === 'zh' ? '：' : ': '),
    ([0, 1, 2] as const).map(proof => h('span', null, proofMark(proof), term('proof', proofs[proof]))), h('span', null, t('keyNone')))
}
