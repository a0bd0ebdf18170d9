// What the departments of a place spend on: from class to group to item, every yuan once.
import type { PlaceFile } from '../../contract'
import { append, h } from '../../dom'
import { amount, unitName } from '../../figures/amounts'
import { accountName } from '../../figures/files'
import { below, stepsTo } from '../../figures/levels'
import { treemap } from '../../figures/treemap'
import { number, percent, texts } from '../../language'
import { address } from '../../page'
import { term } from '../../terms'

const t = texts({
  title: ['各部门的钱用在哪里（按功能分类）', 'What its departments spend on (by function)'],
  note: ['有文件的部门之和，每一元只计一次；没有文件的部门、不归部门的支出不在其中，不是全地区支出。', 'The sum over departments with a document, every yuan once. Departments without one, and what belongs to no department, are missing: it is not what the place spends.'],
  account: ['年度', 'Year'], all: ['全部支出', 'All expenditure'], subject: ['科目', 'Subject'], amount: ['金额', 'Amount'], share: ['占比', 'Share'],
  departments: ['部门数', 'Departments'], rest: ['未细分', 'not divided further'], across: ['看该科目在各处', 'This subject elsewhere'],
})

export function spending(place: PlaceFile): HTMLElement | null {
  if (place.spending.length === 0) return null
  const accounts = [...place.spending].sort((left, right) => right.year - left.year || right.subjects.length - left.subjects.length)
  const box = h('div')
  const name = (code: string) => place.names[code] ?? code
  const draw = (account: PlaceFile['spending'][number], code: string) => {
    const parts = [...below(account.subjects, code, ([subject]) => subject)].map(([key, rows]) => ({ key, rows, yuan: rows.reduce((sum, [, yuan]) => sum + yuan, 0) }))
      .filter(part => part.yuan !== 0).sort((left, right) => right.yuan - left.yuan)
    const whole = parts.reduce((sum, part) => sum + part.yuan, 0)
    const enter = (step: string) => () => { draw(account, step); box.querySelector<HTMLElement>('[aria-current]')?.focus() }
    const lead = ({ key, rows }: (typeof parts)[number]) => rows.some(([subject]) => subject.length > key.length) ? enter(key) : () => { location.hash = address.subject('functional', key) }
    box.replaceChildren()
    append(box, [
      h('p', { class: 'chips' }, stepsTo(code).map(step => h('button', { type: 'button', class: 'small', 'aria-current': step === code ? 'true' : null, on: { click: enter(step) } }, step ? `${step} ${name(step)}` : t('all'))),
        code && h('a', { href: address.subject('functional', code) }, t('across'))),
      treemap(`${t('title')}${code && ` ${code}`}`, parts.map(part => ({ code: part.key, name: part.key === code ? t('rest') : name(part.key), yuan: part.yuan, chosen: lead(part) }))),
      h('div', { class: 'scroll' }, h('table', null,
        h('thead', null, h('tr', null, h('th', { scope: 'col' }, t('subject')), h('th', { scope: 'col', class: 'number' }, `${t('amount')} (${unitName()})`), h('th', { scope: 'col', class: 'number' }, t('share')), h('th', { scope: 'col', class: 'number' }, t('departments')))),
        h('tbody', null, parts.map(part => h('tr', null,
          h('th', { scope: 'row' }, h('span', { class: 'code' }, part.key), ' ', part.key === code ? t('rest') : h('button', { type: 'button', class: 'link', on: { click: lead(part) } }, name(part.key))),
          h('td', { class: 'number' }, amount(part.yuan)), h('td', { class: 'number' }, whole ? percent(part.yuan / whole) : '—'),
          h('td', { class: 'number' }, number(account.departments[part.key] ?? 0))))),
        h('tfoot', null, h('tr', { class: 'sum' }, h('th', { scope: 'row' }, code ? name(code) : t('all')), h('td', { class: 'number' }, amount(whole)), h('td'), h('td'))))),
    ])
  }
  const choose = h('select', { id: 'spent', on: { change: () => draw(accounts[Number(choose.value)]!, '') } }, accounts.map(({ year, phase, scope }, index) => h('option', { value: index }, `${accountName(year, phase)} · ${term('scope', scope)}`)))
  draw(accounts[0]!, '')
  return h('section', { id: 'spending' }, h('h2', null, t('title')), h('p', { class: 'soft' }, t('note')), h('p', { class: 'toolbar no-print' }, h('label', { for: 'spent' }, `${t('account')} `), choose), box)
}
