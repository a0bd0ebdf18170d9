// A place: its government's budget beside its departments, its debt by year; without a place, all of them.
import type { PlaceFile, PlaceList } from '../../contract'
import { DataError, load } from '../../data'
import { append, h } from '../../dom'
import { unitSwitch } from '../../figures/amounts'
import { legend } from '../../figures/evidence'
import { groupBy } from '../../groups'
import { number, texts } from '../../language'
import { address, type OpenPage, type Route } from '../../page'
import { provinceName } from '../../terms'
import { debts } from './debts'
import { departments } from './departments'
import { governments } from './governments'
import { spending } from './spending'
import { below, measureName, measures, provinces, type Measure } from './grid'

const t = texts({
  title: ['地区', 'Places'],
  lede: ['{0} 个地区有文件或被文件说到。点一格，看当地政府的收支、债务和各部门。', '{0} places have documents or are told of in them. Choose one to see its government, its debt and its departments.'],
  show: ['按', 'By'],
  all: ['全部地区', 'All places'],
  inside: ['下级地区', 'Places in it'],
  none: ['数据中没有这个地区自己的文件。', 'There are no documents of this place itself among the data.'],
  list: ['列表', 'As a list'],
})

export const open: OpenPage = async route => {
  const places = await load<PlaceList>('places.json')
  const code = route.parts[1] ?? ''
  const listed = places.find(place => place.code === code)
  const inside = places.filter(place => place.code !== code && isIn(places, place, code))
  if (code && !listed && inside.length === 0) throw new DataError(code, 404)
  const place = listed ? await load<PlaceFile>(`places/${code.slice(0, 2)}/${code}.json`) : null
  const element = h('article', { class: 'place' })
  const shown = code ? inside : places
  let measure = measureOf(route, shown)
  const draw = () => {
    element.replaceChildren()
    append(element, code ? placePage(code, place, inside, measure, draw) : allPage(places, measure))
  }
  return {
    title: code ? nameOf(code, place) : t('title'), element, shown: draw,
    update: next => {
      const focused = document.activeElement?.id
      measure = measureOf(next, shown)
      draw()
      if (focused) document.getElementById(focused)?.focus()
      return true
    },
  }
}

/** Without a choice, the one that is known of most places. */
function measureOf(route: Route, places: PlaceList): Measure {
  const known = (measure: Measure) => places.filter(place => place[measure]).length
  return measures.find(each => each === route.query.get('by')) ?? measures.toSorted((left, right) => known(right) - known(left))[0]!
}

const nameOf = (code: string, place: PlaceFile | null): string => place?.name ?? (code.endsWith('0000') ? provinceName(code.slice(0, 2)) : code)

/** A county lies in its prefecture and its province; a county straight under the province in that alone. */
function isIn(places: PlaceList, place: PlaceList[number], code: string): boolean {
  for (let above = place.parent; above; above = places.find(each => each.code === above)?.parent ?? (above.endsWith('0000') ? undefined : `${above.slice(0, 2)}0000`)) if (above === code) return true
  return false
}

function choice(code: string, measure: Measure): HTMLElement {
  const field = h('select', { id: 'by', on: { change: () => { location.hash = address.place(code, { by: field.value }) } } }, measures.map(each => h('option', { value: each, selected: each === measure }, measureName(each))))
  return h('p', { class: 'toolbar no-print' }, h('label', { for: 'by' }, `${t('show')} `), field)
}

function allPage(places: PlaceList, measure: Measure): HTMLElement[] {
  const byProvince = groupBy(places, place => place.code.slice(0, 2))
  return [
    h('h1', null, t('title')), h('p', { class: 'lede' }, t('lede', number(places.length))), choice('', measure), provinces(places, measure),
    h('section', null, h('h2', null, t('list')), [...byProvince].map(([province, inside]) => h('p', { class: 'place-list' },
      h('a', { href: address.place(`${province}0000`) }, h('strong', null, provinceName(province))), ' ', inside.filter(place => !place.code.endsWith('0000')).map(place => [h('a', { href: address.place(place.code) }, place.name), ' '])))),
  ]
}

function placePage(code: string, place: PlaceFile | null, inside: PlaceList, measure: Measure, redraw: () => void): (HTMLElement | null)[] {
  return [
    h('header', { class: 'page-head' },
      h('div', null, h('p', { class: 'crumbs' }, h('a', { href: address.place() }, t('all')), place?.above.toReversed().map(([above, name]) => [' › ', h('a', { href: address.place(above) }, name)])),
        h('h1', null, nameOf(code, place), ' ', h('small', { class: 'code' }, code))),
      unitSwitch(redraw)),
    place ? legend() : h('p', { class: 'soft' }, t('none')),
    place && governments(place), place && debts(place), place && departments(place), place && spending(place),
    inside.length ? h('section', null, h('h2', null, t('inside')), choice(code, measure), below(inside, measure)) : null,
  ]
}
