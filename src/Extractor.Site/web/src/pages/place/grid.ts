// Places as tiles. No boundaries are drawn: provinces stand where they lie to one another, places within a province by their codes.
import type { LatestAmount, PlaceList, PlaceSums } from '../../contract'
import { h } from '../../dom'
import { amount, unitName } from '../../figures/amounts'
import { missingCell } from '../../figures/evidence'
import { language, number, percent, texts, yuan } from '../../language'
import { latestOf } from '../../figures/files'
import { address } from '../../page'
import { provinceName } from '../../terms'

const t = texts({
  label: ['按{0}', 'by {0}'],
  departments: ['有文件的部门数', 'departments with documents'],
  expenditure: ['部门支出合计之和', 'expenditure of its departments'],
  spending: ['政府一般公共预算支出', 'general public expenditure of the government'],
  debt: ['政府债务余额', 'government debt'],
  nothing: ['没有数据', 'no data'],
  note: ['示意格子图，不是地图，不含边界：省级单位按大致方位排列，省内各地按区划代码排列。颜色越深数值越大。', 'A schematic grid, not a map, without boundaries: provinces stand roughly where they lie, the places of a province in the order of their codes. The deeper the colour, the larger the value.'],
  latest: ['各地取其最近一年，年份、预算或执行、全域或本级见格内（窄屏上见该地的页面）；不同的不可相比。债务是年末余额。', 'Of each place the latest year. A tile tells year, phase and level (on a narrow screen its page does): what differs in these does not compare. Debt is a balance at the end of the year.'],
  sums: ['有文件的部门所印本年支出合计之和；这不是全地区支出，各地有文件的部门多少不同，不可直接相比。', 'What the departments with a document print as their expenditure of the year, added up. It is not the expenditure of the place, and places differ in how many departments have a document.'],
  share: ['占全部的 {0}', '{0} of all'],
  place: ['地区', 'Place'],
  count: ['部门数', 'Departments'],
  without: ['未读到合计', 'Without a total'],
  general: ['政府一般公共预算支出', 'General public expenditure of the government'],
  owed: ['政府债务余额', 'Government debt'],
  when: ['年份、阶段', 'Year and phase'],
})

export type Measure = 'departments' | 'expenditure' | 'spending' | 'debt'
export const measures: readonly Measure[] = ['departments', 'expenditure', 'spending', 'debt']
export const measureName = (measure: Measure): string => t(measure)

/** Letters of each province (ISO 3166-2:CN), where English names are too long for a tile. */
const letters: Readonly<Record<string, string>> = {
  11: 'BJ', 12: 'TJ', 13: 'HE', 14: 'SX', 15: 'NM', 21: 'LN', 22: 'JL', 23: 'HL', 31: 'SH', 32: 'JS', 33: 'ZJ', 34: 'AH', 35: 'FJ', 36: 'JX', 37: 'SD', 41: 'HA', 42: 'HB',
  43: 'HN', 44: 'GD', 45: 'GX', 46: 'HI', 50: 'CQ', 51: 'SC', 52: 'GZ', 53: 'YN', 54: 'XZ', 61: 'SN', 62: 'GS', 63: 'QH', 64: 'NX', 65: 'XJ', 71: 'TW', 81: 'HK', 82: 'MO',
}

/** Column and row of each province in the grid. */
const spots: Readonly<Record<string, readonly [column: number, row: number]>> = {
  23: [9, 1], 65: [1, 2], 15: [6, 2], 22: [9, 2], 62: [4, 3], 64: [5, 3], 14: [6, 3], 13: [7, 3], 11: [8, 3], 21: [9, 3],
  63: [3, 4], 61: [5, 4], 41: [6, 4], 37: [7, 4], 12: [8, 4], 54: [1, 5], 51: [3, 5], 50: [4, 5], 42: [5, 5], 34: [6, 5], 32: [7, 5], 31: [8, 5],
  53: [2, 6], 52: [3, 6], 43: [4, 6], 36: [5, 6], 33: [7, 6], 45: [3, 7], 44: [4, 7], 35: [6, 7], 71: [7, 7], 46: [3, 8], 82: [4, 8], 81: [5, 8],
}

/** What is shown of places; sums are those of one year, phase and extent. */
export interface Shown {
  readonly measure: Measure
  readonly sums: ReadonlyMap<string, PlaceSums[number]>
}

function valueOf(place: PlaceList[number], { measure, sums }: Shown): number | null {
  if (measure === 'departments') return place.departments || null
  if (measure !== 'expenditure') return place[measure]?.[1] ?? null
  const sum = sums.get(place.code)
  return sum && sum[3] < sum[1] ? sum[2] : null
}

const isSum = (measure: Measure): boolean => measure === 'departments' || measure === 'expenditure'

/** Provinces with what is known of them, and of the places in them; departments of a province are those of all its places. */
export function provinces(places: PlaceList, shown: Shown): HTMLElement {
  const { measure } = shown
  const all = Object.keys(spots).map(code => {
    const inside = places.filter(place => place.code.startsWith(code))
    const own = inside.find(place => place.code === `${code}0000`)
    const known = inside.map(place => valueOf(place, shown)).filter(value => value !== null)
    return { code, own, inside, value: !isSum(measure) ? own ? valueOf(own, shown) : null : known.length ? known.reduce((sum, value) => sum + value, 0) : null }
  })
  const depth = depthOf(all.map(each => each.value))
  const whole = all.reduce((sum, each) => sum + (each.value ?? 0), 0)
  return h('div', null, h('p', { class: 'soft' }, t('note'), noteOf(measure)),
    h('ul', { class: 'tiles of-provinces', 'aria-label': t('label', t(measure)) }, all.map(({ code, own, inside, value }) => {
      const [column, row] = spots[code]!
      const content = [language() === 'en' && h('span', { class: 'letters', 'aria-hidden': 'true' }, letters[code]), h('span', { class: language() === 'en' ? 'name' : null }, provinceName(code).replace(/(省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)$/, '')), said(value, measure, own), isSum(measure) && value ? h('small', { class: 'share' }, t('share', percent(value / whole))) : null]
      return h('li', { class: `column-${column} row-${row}` }, inside.length
        ? h('a', { class: `tile depth-${depth(value)}`, href: address.place(`${code}0000`) }, content)
        : h('span', { class: 'tile none' }, content))
    })))
}

const noteOf = (measure: Measure): string | null => measure === 'departments' ? null : ` ${t(measure === 'expenditure' ? 'sums' : 'latest')}`

/** The places of a province or prefecture. */
export function below(places: PlaceList, shown: Shown): HTMLElement {
  const { measure } = shown
  const depth = depthOf(places.map(place => valueOf(place, shown)))
  return h('div', null, measure === 'departments' ? null : h('p', { class: 'soft' }, noteOf(measure)),
    h('ul', { class: 'tiles', 'aria-label': t('label', t(measure)) }, places.map(place => {
      const value = valueOf(place, shown)
      return h('li', null, h('a', { class: `tile depth-${depth(value)}`, href: address.place(place.code) }, h('span', null, place.name), said(value, measure, place)))
    })))
}

/** The same places with all that is known of them, the largest first. */
export function table(places: PlaceList, shown: Shown): HTMLElement {
  const rows = places.map(place => ({ place, value: valueOf(place, shown) })).toSorted((left, right) => (right.value ?? -1) - (left.value ?? -1) || left.place.code.localeCompare(right.place.code))
  const head = (text: string, measure?: Measure) => h('th', { scope: 'col', class: 'number', 'aria-sort': measure === shown.measure ? 'descending' : null }, text)
  const when = () => h('th', { scope: 'col' }, t('when'))
  return h('div', { class: 'scroll', id: 'places' }, h('table', null,
    h('thead', null, h('tr', null, h('th', { scope: 'col' }, `${t('place')} (${unitName()})`), head(t('count'), 'departments'), shown.sums.size ? [head(t('expenditure'), 'expenditure'), head(t('without'))] : null, head(t('general'), 'spending'), when(), head(t('owed'), 'debt'), when())),
    h('tbody', null, rows.map(({ place }) => {
      const sum = shown.sums.get(place.code)
      return h('tr', null, h('th', { scope: 'row' }, h('a', { href: address.place(place.code) }, place.name), ' ', h('span', { class: 'code' }, place.code)),
        h('td', { class: 'number' }, number(place.departments)),
        shown.sums.size ? [sum && sum[3] < sum[1] ? h('td', { class: 'number' }, amount(sum[2])) : missingCell(), h('td', { class: 'number' }, sum ? number(sum[3]) : '—')] : null,
        latest(place.spending), latest(place.debt))
    }))))
}

const latest = (known: LatestAmount | undefined): HTMLElement[] => known ? [h('td', { class: 'number' }, amount(known[1])), h('td', null, latestOf(known))] : [missingCell(), h('td', null, '—')]

function said(value: number | null, measure: Measure, place: PlaceList[number] | undefined): HTMLElement {
  const known = measure === 'spending' || measure === 'debt' ? place?.[measure] : undefined
  return h('small', null, value === null ? t('nothing') : measure === 'departments' ? number(value) : yuan(value), known ? [' ', h('span', { class: 'year' }, latestOf(known))] : null)
}

/** One of five depths: the values are of very different sizes, so by rank. */
function depthOf(values: readonly (number | null)[]): (value: number | null) => number {
  const sorted = values.filter(value => value !== null).sort((left, right) => left - right)
  return value => value === null ? 0 : 1 + Math.min(4, Math.floor(sorted.indexOf(value) * 5 / sorted.length))
}
