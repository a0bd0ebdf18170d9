// What a department spends by subject, year beside year, each from its own document.
import type { DepartmentDocument, DepartmentFile, Figure, FiguresFile } from '../../contract'
import { append, h } from '../../dom'
import { amount, unitName } from '../../figures/amounts'
import { figureCell, missingCell } from '../../figures/evidence'
import { accountName, loadFigures } from '../../figures/files'
import { below, bySubject, stepsTo } from '../../figures/levels'
import { groupBy } from '../../groups'
import { texts } from '../../language'
import { address } from '../../page'
import { term } from '../../terms'

const t = texts({
  title: ['各年按科目', 'Subjects over the years'],
  note: ['同一范围、同为{0}的文件，每年一份；科目的编码随年度目录调整，改了编码的科目在两行里。空格是该年没有这个科目，不是 0。', 'Documents of the same extent, all {0}, one a year. Codes change with the catalogue of the year: a subject with a new code has two rows. A dash is a year without the subject, not nought.'],
  show: ['列出各年', 'Show the years'],
  all: ['全部支出', 'All expenditure'],
  subject: ['科目', 'Subject'],
})

/** Null where there is one year alone. */
export function subjectYears(department: DepartmentFile, chosen: DepartmentDocument): HTMLElement | null {
  const same = department.documents.filter(document => document.year && document.phase === chosen.phase && document.scope === chosen.scope && (document.id === chosen.id || !department.repeated.includes(document.id)))
  const ofYears = [...groupBy(same, document => document.year!)].sort(([left], [right]) => left - right).map(([, documents]) => documents.find(document => document.id === chosen.id) ?? documents[0]!)
  if (ofYears.length < 2) return null
  const box = h('div')
  const show = h('button', { type: 'button', class: 'no-print', on: { click: () => void fill() } }, t('show'))
  append(box, [show])
  const fill = async () => {
    show.disabled = true
    const files = await Promise.all(ofYears.map(document => loadFigures(document.id)))
    draw('', files)
    box.querySelector('button')?.focus()
  }
  const draw = (code: string, files: readonly FiguresFile[]) => {
    const name = (subject: string) => files.findLast(file => file.names[subject])?.names[subject] ?? subject
    const parts = files.map(file => below(bySubject(file.functional), code, ([subject]) => subject))
    const codes = [...new Set(parts.flatMap(each => [...each.keys()]))].sort()
    const enter = (step: string) => () => { draw(step, files); box.querySelector<HTMLElement>('[aria-current]')?.focus() }
    box.replaceChildren()
    append(box, [
      h('p', { class: 'chips' }, stepsTo(code).map(step => h('button', { type: 'button', class: 'small', 'aria-current': step === code ? 'true' : null, on: { click: enter(step) } }, step ? `${step} ${name(step)}` : t('all')))),
      h('div', { class: 'scroll' }, h('table', null,
        h('thead', null, h('tr', null, h('th', { scope: 'col' }, `${t('subject')} (${unitName()})`), files.map((file, index) => h('th', { scope: 'col', class: 'number' }, h('a', { href: address.document(file.id) }, accountName(ofYears[index]!.year!, ofYears[index]!.phase!)))))),
        h('tbody', null, codes.map(subject => h('tr', null,
          h('th', { scope: 'row' }, h('span', { class: 'code' }, subject), ' ', parts.some(each => each.get(subject)?.some(([own]) => own.length > subject.length)) ? h('button', { type: 'button', class: 'link', on: { click: enter(subject) } }, name(subject)) : name(subject)),
          files.map((file, index) => cell(file.id, parts[index]!.get(subject)))))),
        h('tfoot', null, h('tr', { class: 'sum' }, h('th', { scope: 'row' }, code ? name(code) : t('all')), parts.map(each => h('td', { class: 'number' }, amount(sumOf([...each.values()].flat())))))))),
    ])
  }
  return h('section', { id: 'subject-years' }, h('h2', null, t('title')), h('p', { class: 'soft' }, t('note', term('phase', chosen.phase!))), box)
}

const sumOf = (rows: readonly (readonly [string, Figure])[]): number => rows.reduce((sum, [, figure]) => sum + figure[0], 0)

const cell = (document: string, rows: readonly (readonly [string, Figure])[] | undefined): HTMLElement =>
  !rows ? missingCell() : rows.length === 1 ? figureCell(document, rows[0]![1]) : h('td', { class: 'number' }, amount(sumOf(rows)))
