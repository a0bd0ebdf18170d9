// A place: its government's budget beside its departments, its debt by year; without a place, all of them.
import type { PlaceFile, PlaceList, PlaceSums, Rankings } from '../../contract'
import { DataError, load } from '../../data'
import { append, h } from '../../dom'
import { unitSwitch } from '../../figures/amounts'
import { legend } from '../../figures/evidence'
import { accountName } from '../../figures/files'
import { number, texts } from '../../language'
import { address, type OpenPage, type Route } from '../../page'
import { provinceName, term } from '../../terms'
import { keyOf, mostOf } from '../ranking/accounts'
import { debts } from './debts'
import { departments } from './departments'
import { governments } from './governments'
import { spending } from './spending'
import { below, measureName, measures, provinces, table, type Measure, type Shown } from './grid'

const t = texts({
  title: ['地区', 'Places'],
  lede: ['{0} 个地区有文件或被文件说到。点一格，看当地政府的收支、债务和各部门。', '{0} places have documents or are told of in them. Choose one to see its government, its debt and its departments.'],
  show: ['按', 'By'],
  account: ['年度', 'Year'],
  all: ['全部地区', 'All places'],
  inside: ['下级地区', 'Places in it'],
  none: ['数据中没有这个地区自己的文件。', 'There are no documents of this place itself among the data.'],
  list: ['列表', 'As a table'],
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
  const rankings = await load<Rankings>('rankings.json')
  let state = await read(route, shown, rankings)
  const draw = () => {
    element.replaceChildren()
    append(element, code ? placePage(code, place, inside, state, draw) : allPage(places, state, draw))
  }
  let last = 0
  return {
    title: code ? nameOf(code, place) : t('title'), element, shown: draw,
    update: next => {
      const own = ++last
      void read(next, shown, rankings).then(found => {
        if (own !== last) return
        const focused = document.activeElement?.id
        state = found
        draw()
        if (focused) document.getElementById(focused)?.focus()
      })
      return true
    },
  }
}

interface State extends Shown {
  /** Whose sums are shown; undefined where there are none. */
  readonly account?: Rankings[number]
  readonly rankings: Rankings
}

/** Without a choice, the measure that is known of most places. */
async function read({ query }: Route, places: PlaceList, rankings: Rankings): Promise<State> {
  const known = (measure: Measure) => measure === 'expenditure' ? 0 : places.filter(place => place[measure]).length
  const measure = measures.find(each => each === query.get('by')) ?? measures.toSorted((left, right) => known(right) - known(left))[0]!
  const account = rankings.find(each => keyOf(each) === query.get('account')) ?? mostOf(rankings)
  const sums = account && measure === 'expenditure' ? await load<PlaceSums>(`places/${keyOf(account)}.json`).catch((): PlaceSums => []) : []
  return { measure, account, rankings, sums: new Map(sums.map(sum => [sum[0], sum])) }
}

const nameOf = (code: string, place: PlaceFile | null): string => place?.name ?? (code.endsWith('0000') ? provinceName(code.slice(0, 2)) : code)

/** A county lies in its prefecture and its province; a county straight under the province in that alone. */
function isIn(places: PlaceList, place: PlaceList[number], code: string): boolean {
  for (let above = place.parent; above; above = places.find(each => each.code === above)?.parent ?? (above.endsWith('0000') ? undefined : `${above.slice(0, 2)}0000`)) if (above === code) return true
  return false
}

function choices(code: string, { measure, account, rankings }: State): HTMLElement {
  const field = h('select', { id: 'by', on: { change: () => { location.hash = address.place(code, { by: field.value }) } } }, measures.filter(each => each !== 'expenditure' || account).map(each => h('option', { value: each, selected: each === measure }, measureName(each))))
  const years = h('select', { id: 'of', on: { change: () => { location.hash = address.place(code, { by: measure, account: years.value }) } } }, rankings.map(each => h('option', { value: keyOf(each), selected: each === account }, `${accountName(each.year, each.phase)} · ${term('scope', each.scope)}`)))
  return h('p', { class: 'toolbar no-print' }, h('label', { for: 'by' }, `${t('show')} `), field, measure === 'expenditure' && [h('label', { for: 'of' }, `${t('account')} `), years])
}

function allPage(places: PlaceList, state: State, redraw: () => void): HTMLElement[] {
  return [
    h('header', { class: 'page-head' }, h('h1', null, t('title')), unitSwitch(redraw)),
    h('p', { class: 'lede' }, t('lede', number(places.length))), choices('', state), provinces(places, state),
    h('section', null, h('h2', null, t('list')), table(places, state)),
  ]
}

function placePage(code: string, place: PlaceFile | null, inside: PlaceList, state: State, redraw: () => void): (HTMLElement | null)[] {
  return [
    h('header', { class: 'page-head' },
      h('div', null, h('p', { class: 'crumbs' }, h('a', { href: address.place() }, t('all')), place?.above.toReversed().map(([above, name]) => [' › ', h('a', { href: address.place(above) }, name)])),
        h('h1', null, nameOf(code, place), ' ', h('small', { class: 'code' }, code))),
      unitSwitch(redraw)),
    place ? legend() : h('p', { class: 'soft' }, t('none')),
    place && governments(place), place && debts(place), place && departments(place), place && spending(place),
    inside.length ? h('section', { id: 'inside' }, h('h2', null, t('inside')), choices(code, state), below(inside, state), table(inside, state)) : null,
  ]
}
