// A check in words: 商贸事务 16,826.08 = 2,643.39 + 2,673.65 + … 差 0.00
import { h } from '../../dom'
import { cents, texts, yuan } from '../../language'
import { address } from '../../page'
import { term } from '../../terms'
import type { StatedFigure } from '../../contract'
import type { Check, Line, OpenDocument } from './model'

const t = texts({
  difference: ['差 {0}', 'difference {0}'],
  allowed: ['四舍五入允许 ±{0}', 'rounding allows ±{0}'],
  parts: ['核对项（{0} 项）', '{0} figures taken together'],
  prose: ['正文称 {0}：', 'The text says {0}:'],
  reckoned: ['核对值 {0}', 'reckoned {0}'],
  page: ['第 {0} 页', 'page {0}'],
  show: ['{0}，{1}，第 {2} 页：在页面上显示', '{0}, {1}, page {2}: show on the page'],
  link: ['本核对的链接', 'Link to this check'],
})

const unitSizes: Record<string, number> = { 元: 1, 千元: 1e3, 万元: 1e4, 百万元: 1e6, 亿元: 1e8 }
const sizeOf = (unit: string | null): number => unitSizes[unit ?? '元'] ?? 1

/** What a reader calls a line: its name as printed, or its place. */
export const nameOf = (line: Line): string =>
  line.subject.nameAsPrinted ?? line.subject.name ?? (line.subject.item ? line.subject.item.replaceAll('_', ' ') : null) ?? line.subject.unit ?? line.cell.path ?? ''

/** The signs with which the parts make the sum that was reckoned; null where no single sign explains it. */
export function signsOf(check: Check, parts: readonly Line[]): (1 | -1)[] | null {
  const sum = Math.round(parts.reduce((total, line) => total + line.amount, 0) * 100)
  const over = sum - Math.round((check.actual ?? 0) * 100)
  if (over === 0) return parts.map(() => 1)
  const taken = parts.findLastIndex(line => Math.round(line.amount * 200) === over)
  return taken < 0 ? null : parts.map((_, index) => (index === taken ? -1 : 1))
}

/** The check as an element; every figure in it is a button that leads to its place. */
export async function sentence(check: Check, document: OpenDocument, chosen: Line | null, choose: (line: Line) => void): Promise<HTMLElement> {
  const [whole, ...parts] = await document.linesOf(check)
  const element = h('li', { class: `check ${check.outcome}`, 'data-check': check.id },
    h('p', { class: 'rule' },
      h('span', { class: `badge ${check.outcome === 'holds' ? 'proven' : check.outcome === 'fails' ? 'contradicted' : 'unproven'}` }, term('outcome', check.outcome)),
      ' ', term('rule', check.rule),
      whole ? h('a', { class: 'anchor', href: address.check(document.file.id, whole.table.header.ordinal, check.id), title: t('link'), 'aria-label': t('link') }, '§') : null))
  if (!whole) return element
  const size = sizeOf(whole.unit)
  const figure = (line: Line) => h('button', {
    type: 'button', class: `figure${line === chosen ? ' chosen' : ''}`,
    title: t('show', nameOf(line), line.table.header.title ?? term('table', line.table.header.key), line.cell.places[0]?.page ?? ''),
    on: { click: () => choose(line) },
  }, line.value, line.unit === whole.unit ? null : ` ${line.unit ?? ''}`)
  const terms: (Node | string)[] = []
  const fails = check.outcome === 'fails'
  if (parts.length === 0) {
    const stated = statement(check, document)
    terms.push(' ', stated ? t('prose', stated.amount === undefined ? '' : yuan(stated.amount)) : t('reckoned', check.actual === null ? '' : cents(check.actual / size)))
    if (stated) terms.push(h('a', { href: address.section(document.file.id, stated.section) }, `“${stated.sentence}”`), ` (${t('page', stated.page)})`)
  } else {
    const signs = signsOf(check, parts)
    terms.push(signs ? (fails ? ' ≠ ' : ' = ') : ` ← ${t('parts', parts.length)} `)
    parts.forEach((line, index) => {
      const sign = signs ? signs[index] : 1
      if (index > 0 || sign === -1) terms.push(signs ? (sign === -1 ? ' − ' : ' + ') : ', ')
      terms.push(figure(line))
    })
    if (!signs) terms.push(` → ${t('reckoned', check.actual === null ? '' : cents(check.actual / size))}`)
    else if (fails && parts.length > 1) terms.push(` = ${check.actual === null ? '' : cents(check.actual / size)}`)
  }
  element.append(h('p', { class: 'sum' }, h('span', { class: 'name' }, nameOf(whole)), ' ', figure(whole), ...terms))
  if (check.difference !== null) {
    element.append(h('p', { class: 'difference' }, h('strong', null, t('difference', cents(check.difference / size))), ` ${whole.unit ?? '元'}`,
      check.difference !== 0 && check.tolerance !== null ? h('span', { class: 'soft' }, ` · ${t('allowed', cents(check.tolerance / size))} ${whole.unit ?? '元'}`) : null))
  }
  return element
}

/** The sentence of the narrative that a check compares with a table. */
export function statement(check: Check, document: OpenDocument): StatedFigure | undefined {
  return check.rule === 'prose_agrees_with_table' ? document.file.stated.find(figure => figure.amount === check.actual) : undefined
}
