// What else is asked of an answer: its place, its year, the kind and the status of its document.
import type { PlaceList, SearchIndex, SearchItem } from '../../contract'
import { load } from '../../data'
import { h } from '../../dom'
import { texts } from '../../language'
import { term } from '../../terms'
import type { List } from './find'
import { fold } from './text'

const t = texts({
  only: ['只看', 'Only'],
  place: ['地区', 'Place'],
  year: ['年度', 'Year'],
  kind: ['种类', 'Kind'],
  status: ['状态', 'Status'],
  any: ['全部{0}', 'Any {0}'],
  clear: ['清除', 'Clear'],
})

const names = ['place', 'year', 'kind', 'status'] as const
export type Filters = Readonly<Partial<Record<(typeof names)[number], string>>>

export function filtersOf(query: URLSearchParams): Filters {
  return Object.fromEntries(names.flatMap(name => query.get(name) ? [[name, query.get(name)!]] : []))
}

/** What entries of a list know: texts by their places, then what follows them; an empty text is not known of this entry. */
const known: Record<List, Partial<Record<(typeof names)[number], (item: SearchItem) => unknown>>> = {
  departments: { place: ([words]) => words[1] },
  subjects: {},
  documents: { place: ([words]) => words[3], year: ([words]) => words[4], kind: item => item[2], status: item => item[3] },
  projects: { place: ([words]) => words[2], year: ([words]) => words[3], kind: item => item[8], status: item => item[9] },
  sections: { place: ([words]) => words[3], year: ([words]) => words[4], kind: item => item[4], status: item => item[5] },
  amounts: { place: item => item[8], year: item => item[7], kind: item => item[9], status: item => item[10] },
}

/** The words that narrow a list beside the query; amounts are found by their digits alone. */
export const wordsOfFilters = (list: List, filters: Filters): string =>
  list === 'amounts' ? '' : (['place', 'year'] as const).map(name => known[list][name] && filters[name]).filter(Boolean).join(' ')

/** Whether an entry is what is asked for; null where a list knows nothing of it. Departments have all their years: the link has the one. */
export function wantedBy(list: List, filters: Filters, { kinds, statuses }: SearchIndex): ((item: SearchItem) => boolean) | null {
  const asked = names.filter(name => filters[name] && !(name === 'year' && list === 'departments'))
  if (asked.some(name => !known[list][name])) return null
  const place = fold(filters.place ?? '')
  return item => asked.every(name => {
    const value = known[list][name]!(item)
    return name === 'place' ? fold(String(value ?? '')).includes(place) : name === 'year' ? value === filters.year : (name === 'kind' ? kinds : statuses)[Number(value)] === filters[name]
  })
}

/** The fields of the filters; `show` puts others into them. */
export interface FilterBar {
  readonly element: HTMLElement
  show(filters: Filters): void
}

/** @param changed Told of every choice. */
export function filterBar(filters: Filters, { kinds, statuses }: SearchIndex, changed: (filters: Filters) => void): FilterBar {
  const tell = () => {
    if (!/^20\d\d$/.test(year.value.trim())) year.value = ''
    changed(Object.fromEntries(Object.entries({ place, year, kind, status }).flatMap(([name, field]) => field.value.trim() ? [[name, field.value.trim()]] : [])))
  }
  const list = h('datalist', { id: 'places' })
  const place = h('input', {
    id: 'filter-place', list: 'places', size: 10, autocomplete: 'off', value: filters.place ?? '', placeholder: t('place'), 'aria-label': `${t('only')} ${t('place')}`,
    on: {
      focus: () => void load<PlaceList>('places.json').then(all => list.replaceChildren(...[...new Set(all.map(each => each.name))].map(name => h('option', { value: name })))),
      change: tell,
    },
  })
  const year = h('input', {
    id: 'filter-year', size: 5, inputmode: 'numeric', maxlength: 4, autocomplete: 'off', value: filters.year ?? '', placeholder: t('year'), 'aria-label': `${t('only')} ${t('year')}`,
    on: { change: tell },
  })
  const select = (name: 'kind' | 'status', values: readonly string[]) => h('select', { id: `filter-${name}`, 'aria-label': `${t('only')} ${t(name)}`, on: { change: tell } },
    h('option', { value: '' }, t('any', t(name).toLowerCase())), [...values].sort().map(value => h('option', { value, selected: value === filters[name] }, term(name, value))))
  const [kind, status] = [select('kind', kinds), select('status', statuses)]
  const show = (other: Filters) => {
    for (const [name, field] of Object.entries({ place, year, kind, status })) field.value = other[name as keyof Filters] ?? ''
  }
  return {
    element: h('p', { class: 'toolbar no-print', id: 'filters' }, h('span', { class: 'soft' }, t('only')), place, list, year, kind, status,
      h('button', { type: 'button', class: 'small', on: { click: () => { show({}); tell() } } }, t('clear'))),
    show,
  }
}
