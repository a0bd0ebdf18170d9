// Places as tiles. No boundaries are drawn: provinces stand where they lie to one another, places within a province by their codes.
import type { PlaceList } from '../../contract'
import { h } from '../../dom'
import { number, percent, texts, yuan } from '../../language'
import { latestOf } from '../../figures/files'
import { address } from '../../page'
import { provinceName } from '../../terms'

const t = texts({
  label: ['按{0}', 'by {0}'],
  departments: ['有文件的部门数', 'departments with documents'],
  spending: ['政府一般公共预算支出', 'general public expenditure of the government'],
  debt: ['政府债务余额', 'government debt'],
  nothing: ['没有数据', 'no data'],
  note: ['示意格子图，不是地图，不含边界：省级单位按大致方位排列，省内各地按区划代码排列。颜色越深数值越大。', 'A schematic grid, not a map, without boundaries: provinces stand roughly where they lie, the places of a province in the order of their codes. The deeper the colour, the larger the value.'],
  latest: ['各地取其最近一年，年份、预算或执行、全域或本级见格内（窄屏上见该地的页面）；不同的不可相比。债务是年末余额。', 'Of each place the latest year. A tile tells year, phase and level (on a narrow screen its page does): what differs in these does not compare. Debt is a balance at the end of the year.'],
  share: ['占全部的 {0}', '{0} of all'],
})

export type Measure = 'departments' | 'spending' | 'debt'
export const measures: readonly Measure[] = ['departments', 'spending', 'debt']
export const measureName = (measure: Measure): string => t(measure)

/** Column and row of each province in the grid. */
const spots: Readonly<Record<string, readonly [column: number, row: number]>> = {
  23: [9, 1], 65: [1, 2], 15: [6, 2], 22: [9, 2], 62: [4, 3], 64: [5, 3], 14: [6, 3], 13: [7, 3], 11: [8, 3], 21: [9, 3],
  63: [3, 4], 61: [5, 4], 41: [6, 4], 37: [7, 4], 12: [8, 4], 54: [1, 5], 51: [3, 5], 50: [4, 5], 42: [5, 5], 34: [6, 5], 32: [7, 5], 31: [8, 5],
  53: [2, 6], 52: [3, 6], 43: [4, 6], 36: [5, 6], 33: [7, 6], 45: [3, 7], 44: [4, 7], 35: [6, 7], 71: [7, 7], 46: [3, 8], 82: [4, 8], 81: [5, 8],
}

const valueOf = (place: PlaceList[number], measure: Measure): number | null => measure === 'departments' ? place.departments || null : place[measure]?.[1] ?? null

/** Provinces with what is known of them, and of the places in them; the number of a province's departments is that of all its places. */
export function provinces(places: PlaceList, measure: Measure): HTMLElement {
  const all = Object.keys(spots).map(code => {
    const inside = places.filter(place => place.code.startsWith(code))
    const own = inside.find(place => place.code === `${code}0000`)
    return { code, own, inside, value: measure === 'departments' ? inside.reduce((sum, place) => sum + place.departments, 0) || null : own ? valueOf(own, measure) : null }
  })
  const depth = depthOf(all.map(each => each.value))
  const whole = all.reduce((sum, each) => sum + (each.value ?? 0), 0)
  return h('div', null, h('p', { class: 'soft' }, t('note'), measure === 'departments' ? null : ` ${t('latest')}`),
    h('ul', { class: 'tiles of-provinces', 'aria-label': t('label', t(measure)) }, all.map(({ code, own, inside, value }) => {
      const [column, row] = spots[code]!
      const content = [h('span', null, provinceName(code).replace(/(省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)$/, '')), said(value, measure, own), measure === 'departments' && value ? h('small', { class: 'share' }, t('share', percent(value / whole))) : null]
      return h('li', { class: `column-${column} row-${row}` }, inside.length
        ? h('a', { class: `tile depth-${depth(value)}`, href: address.place(`${code}0000`) }, content)
        : h('span', { class: 'tile none' }, content))
    })))
}

/** The places of a province or prefecture. */
export function below(places: PlaceList, measure: Measure): HTMLElement {
  const depth = depthOf(places.map(place => valueOf(place, measure)))
  return h('ul', { class: 'tiles', 'aria-label': t('label', t(measure)) }, places.map(place => {
    const value = valueOf(place, measure)
    return h('li', null, h('a', { class: `tile depth-${depth(value)}`, href: address.place(place.code) }, h('span', null, place.name), said(value, measure, place)))
  }))
}

function said(value: number | null, measure: Measure, place: PlaceList[number] | undefined): HTMLElement {
  const latest = measure === 'departments' ? undefined : place?.[measure]
  return h('small', null, value === null ? t('nothing') : measure === 'departments' ? number(value) : yuan(value), latest ? [' ', h('span', { class: 'year' }, latestOf(latest))] : null)
}

/** One of five depths: the values are of very different sizes, so by rank. */
function depthOf(values: readonly (number | null)[]): (value: number | null) => number {
  const sorted = values.filter(value => value !== null).sort((left, right) => left - right)
  return value => value === null ? 0 : 1 + Math.min(4, Math.floor(sorted.indexOf(value) * 5 / sorted.length))
}
