// What the department spends on: from class to group to item, every yuan once.
import type { Figure, FiguresFile } from '../../contract'
import { append, h } from '../../dom'
import { amount, unitName } from '../../figures/amounts'
import { evidenceAddress, figureCell } from '../../figures/evidence'
import { below, bySubject, stepsTo } from '../../figures/levels'
import { treemap } from '../../figures/treemap'
import { percent, texts } from '../../language'
import { address } from '../../page'
import { term } from '../../terms'

const t = texts({
  title: ['支出用在哪里（按功能分类）', 'What it is spent on (by function)'],
  note: ['取自支出事实：每一元只计一次，含全部资金来源。点一块，从类到款到项；点项，看印着它的那一行。', 'From the facts of expenditure: every yuan once, over all funds. Choose an area to go from class to group to item; choose an item to see the line that printed it.'],
  all: ['全部支出', 'All expenditure'],
  subject: ['科目', 'Subject'],
  amount: ['金额', 'Amount'],
  share: ['占比', 'Share'],
  rest: ['未细分', 'not divided further'],
  noCode: ['（科目未定）', '(no code found)'],
  across: ['看该科目在各处', 'This subject elsewhere'],
})

interface Part {
  readonly code: string
  readonly yuan: number
  /** Where it is no sum of parts. */
  readonly figure: Figure | null
}

/** The parts of a subject, the largest first; what is printed under the subject itself, without parts, keeps its code. */
function partsOf(spending: ReturnType<typeof bySubject>, code: string): Part[] {
  return [...below(spending, code, ([subject]) => subject)].map(([key, rows]) => ({
    code: key, yuan: rows.reduce((sum, [, figure]) => sum + figure[0], 0), figure: rows.length === 1 && rows[0]![0].length === key.length ? rows[0]![1] : null,
  })).sort((left, right) => right.yuan - left.yuan)
}

export function spending(figures: FiguresFile): HTMLElement | null {
  const spent = bySubject(figures.functional)
  if (spent.length === 0) return null
  const box = h('div')
  const name = (code: string) => figures.names[code] ?? (code || t('noCode'))
  const draw = (code: string) => {
    const parts = partsOf(spent, code).filter(part => part.yuan !== 0)
    const whole = parts.reduce((sum, part) => sum + part.yuan, 0)
    const lead = (part: Part) => part.figure ? () => { location.hash = evidenceAddress(figures.id, part.figure!) } : () => { draw(part.code); box.querySelector('button')?.focus() }
    box.replaceChildren()
    append(box, [
      h('p', { class: 'chips' }, stepsTo(code).map(step => h('button', { type: 'button', class: 'small', 'aria-current': step === code ? 'true' : null, on: { click: () => draw(step) } }, step ? `${step} ${name(step)}` : t('all'))),
        code && h('a', { href: address.subject('functional', code) }, t('across'))),
      treemap(`${t('title')}${code && ` ${code}`}`, parts.map(part => ({ code: part.code, name: part.code && part.code === code ? t('rest') : name(part.code), yuan: part.yuan, chosen: lead(part) }))),
      h('div', { class: 'scroll' }, h('table', null,
        h('thead', null, h('tr', null, h('th', { scope: 'col' }, t('subject')), h('th', { scope: 'col', class: 'number' }, `${t('amount')} (${unitName()})`), h('th', { scope: 'col', class: 'number' }, t('share')))),
        h('tbody', null, parts.map(part => h('tr', null,
          h('th', { scope: 'row' }, h('span', { class: 'code' }, part.code), ' ', part.figure ? (part.code && part.code === code ? t('rest') : name(part.code)) : h('button', { type: 'button', class: 'link', on: { click: lead(part) } }, name(part.code)),
            ' ', part.code && h('small', { class: 'soft' }, term('level', part.code.length === 3 ? 'class' : part.code.length === 5 ? 'group' : 'item'))),
          part.figure ? figureCell(figures.id, part.figure) : h('td', { class: 'number' }, amount(part.yuan)),
          h('td', { class: 'number' }, whole ? percent(part.yuan / whole) : '—')))),
        h('tfoot', null, h('tr', { class: 'sum' }, h('th', { scope: 'row' }, code ? name(code) : t('all')), h('td', { class: 'number' }, amount(whole)), h('td'))))),
    ])
  }
  draw('')
  return h('section', { id: 'spending' }, h('h2', null, t('title')), h('p', { class: 'soft' }, t('note')), box)
}
