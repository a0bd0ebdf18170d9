// A department against its other years: what its other documents say, and what this one prints of the year before.
import type { DepartmentDocument, DepartmentFile, Figure } from '../../contract'
import { h } from '../../dom'
import { unitName } from '../../figures/amounts'
import { bars } from '../../figures/chart'
import { evidenceAddress, figureCell } from '../../figures/evidence'
import { accountName } from '../../figures/files'
import { texts } from '../../language'
import { address } from '../../page'
import { term } from '../../terms'

const t = texts({
  title: ['与其他年度相比', 'Against other years'],
  note: ['同一部门、同一范围的文件；“本年文件所印”的上年数照原文。', 'Documents of the same department and extent; the year before is what this document prints.'],
  alone: ['数据中只有这一年，文件的表里也没有读到上年数。', 'There is no other year among the data, and none was read in the tables of this document.'],
  stated: ['文字说明了与上年相比的增减，见上面的主要数字。', 'Its text states changes against the year before: see the main figures above.'],
  printed: ['{0} 年（{1} 年文件所印）', '{0} (printed in the document of {1})'],
  item: ['项目', 'Item'],
})

const names = ['revenue', 'expenditure', 'general_public', 'personnel', 'public', 'project', 'three_public'] as const

interface Column {
  readonly title: string
  readonly document: string
  readonly figures: Readonly<Record<string, Figure | undefined>>
  readonly own: boolean
}

/** @param isStated The text states changes against the year before. */
export function years(department: DepartmentFile, chosen: DepartmentDocument, isStated: boolean): HTMLElement {
  const same = department.documents
    .filter(document => document.phase === chosen.phase && document.scope === chosen.scope && document.totals && (document.id === chosen.id || !department.repeated.includes(document.id)))
    .sort((left, right) => left.year! - right.year!)
  const columns: Column[] = same.map(document => ({
    title: accountName(document.year!, document.phase!), document: document.id, own: document.id === chosen.id,
    figures: Object.fromEntries(names.map(name => [name, document.totals![name]?.current])),
  }))
  const before = chosen.year! - 1
  if (!same.some(document => document.year === before) && names.some(name => chosen.totals?.[name]?.prior)) {
    columns.splice(columns.findIndex(column => column.own), 0, {
      title: t('printed', before, chosen.year!), document: chosen.id, own: false, figures: Object.fromEntries(names.map(name => [name, chosen.totals![name]?.prior])),
    })
  }
  const heading = h('h2', null, t('title'))
  if (columns.length < 2) return h('section', null, heading, h('p', { class: 'soft' }, t('alone'), isStated && ` ${t('stated')}`))
  const drawn = (['expenditure', 'general_public', 'three_public'] as const).find(name => columns.filter(column => column.figures[name]).length > 1)
  return h('section', null, heading, h('p', { class: 'soft' }, t('note')),
    drawn && bars({
      label: `${t('title')}: ${term('total', drawn)}`, names: columns.map(column => column.title), series: [{ name: term('total', drawn), values: columns.map(column => column.figures[drawn]?.[0] ?? null) }],
      own: index => columns[index]!.own, contradicted: index => columns[index]!.figures[drawn]?.[1] === 2,
      chosen: index => {
        const figure = columns[index]!.figures[drawn]
        if (figure) location.hash = evidenceAddress(columns[index]!.document, figure)
      },
    }),
    h('div', { class: 'scroll' }, h('table', null,
      h('thead', null, h('tr', null, h('th', { scope: 'col' }, `${t('item')} (${unitName()})`), columns.map(column => h('th', { scope: 'col', class: 'number' }, column.own ? column.title : h('a', { href: address.document(column.document) }, column.title))))),
      h('tbody', null, names.map(name => h('tr', null, h('th', { scope: 'row' }, term('total', name)), columns.map(column => figureCell(column.document, column.figures[name]))))))))
}
