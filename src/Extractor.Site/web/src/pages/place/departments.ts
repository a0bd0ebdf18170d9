// The departments of a place beside each other, for one year and phase.
import type { PlaceFile } from '../../contract'
import { append, h } from '../../dom'
import { unitName, withUnit } from '../../figures/amounts'
import { bars } from '../../figures/chart'
import { evidenceAddress, figureCell } from '../../figures/evidence'
import { accountName } from '../../figures/files'
import { groupBy } from '../../groups'
import { number, percent, texts, yuan } from '../../language'
import { address } from '../../page'
import { term } from '../../terms'

const t = texts({
  title: ['各部门', 'Its departments'],
  none: ['没有本地区部门的预算或决算文件。', 'There are no budgets or final accounts of its departments.'],
  note: ['{0} 个部门（有文件的），本年支出合计之和 {1}；这不是全地区支出：没有文件的部门不在其中，政府预算里还有不归部门的支出。', '{0} departments with a document print {1} in all. That is not what the place spends: departments without a document are missing, and a government spends what belongs to no department.'],
  account: ['年度', 'Year'], department: ['部门', 'Department'], share: ['占比', 'Share'],
  government: ['同年度同口径的政府一般公共预算支出（{0}）：', 'The general public expenditure of the same year and phase ({0}): '],
  part: ['；所列部门的一般公共预算支出之和为其 {0}', '; the general public expenditure of these departments makes {0} of it'],
  whole: ['全域', 'whole place'], own: ['本级', 'own level'],
})

const columns = ['expenditure', 'general_public', 'three_public'] as const
const mostBars = 20

export function departments(place: PlaceFile): HTMLElement {
  const accounts = [...groupBy(place.departments, each => `${each.year}:${each.phase}:${each.scope}`)].sort(([, left], [, right]) => right[0]!.year - left[0]!.year || right.length - left.length)
  const box = h('div')
  const draw = (rows: PlaceFile['departments']) => {
    const sorted = [...rows].sort((left, right) => (right.totals['expenditure']?.[0] ?? -1) - (left.totals['expenditure']?.[0] ?? -1))
    const drawn = sorted.filter(row => row.totals['expenditure']).slice(0, mostBars)
    const sum = sorted.reduce((total, row) => total + (row.totals['expenditure']?.[0] ?? 0), 0)
    box.replaceChildren()
    append(box, [
      h('p', { class: 'soft' }, t('note', number(sorted.length), yuan(sum))), beside(place, sorted),
      drawn.length > 1 && bars({
        label: `${t('title')}: ${term('total', 'expenditure')}`, lying: true, names: drawn.map(row => row.name), series: [{ name: term('total', 'expenditure'), values: drawn.map(row => row.totals['expenditure']![0]) }],
        contradicted: index => drawn[index]!.totals['expenditure']![1] === 2, chosen: index => { location.hash = evidenceAddress(drawn[index]!.id, drawn[index]!.totals['expenditure']!) },
      }),
      h('div', { class: 'scroll' }, h('table', null,
        h('thead', null, h('tr', null, h('th', { scope: 'col' }, `${t('department')} (${unitName()})`), columns.map(name => h('th', { scope: 'col', class: 'number' }, term('total', name))), h('th', { scope: 'col', class: 'number' }, t('share')))),
        h('tbody', null, sorted.map(row => h('tr', null, h('th', { scope: 'row' }, h('a', { href: address.department(row.key, row.id) }, row.name)), columns.map(name => figureCell(row.id, row.totals[name])),
          h('td', { class: 'number' }, row.totals['expenditure'] && sum ? percent(row.totals['expenditure'][0] / sum) : '—')))))),
    ])
  }
  const choose = h('select', { id: 'account', on: { change: () => draw(accounts[Number(choose.value)]![1]) } }, accounts.map(([, [first, ...more]], index) =>
    h('option', { value: index }, `${accountName(first!.year, first!.phase)} · ${term('scope', first!.scope)} (${1 + more.length})`)))
  if (accounts[0]) draw(accounts[0][1])
  return h('section', { id: 'departments' }, h('h2', null, t('title')), accounts.length === 0 ? h('p', { class: 'soft' }, t('none')) : [
    h('p', { class: 'toolbar no-print' }, h('label', { for: 'account' }, `${t('account')} `), choose), box])
}

/** What the government of the place spends in the same year, where it is printed. */
function beside(place: PlaceFile, rows: PlaceFile['departments']): HTMLElement | null {
  const [first] = rows
  const found = (['own', 'whole'] as const).map(level => ({ level, year: place.governments.find(year => year.level === level && year.year === first?.year && year.phase === first.phase && year.figures['general_public_expenditure']) })).find(each => each.year)
  const figure = found?.year?.figures['general_public_expenditure']
  if (!found?.year || !figure) return null
  const sum = rows.reduce((total, row) => total + (row.totals['general_public']?.[0] ?? 0), 0)
  return h('p', null, t('government', t(found.level)), h('a', { href: evidenceAddress(found.year.document, figure) }, withUnit(figure[0])), sum > 0 && figure[0] > 0 ? t('part', percent(sum / figure[0])) : '')
}
