// What people come to ask: a search, the money by place, and who stands first.
import type { FirstPlaces, FirstRanks, LatestAmount, Measure, RankedRow, Rankings } from '../../contract'
import { load } from '../../data'
import { h } from '../../dom'
import { accountName, latestOf } from '../../figures/files'
import { number, percent, texts, yuan } from '../../language'
import { address } from '../../page'
import { provinceName, term } from '../../terms'
import { keyOf, mostOf } from '../ranking/accounts'

const t = texts({
  search: ['部门、科目、项目或原文', 'A department, a subject, a project or any words'],
  placeholder: ['例如：商务局 2026、2011308、招商引资', 'for example 商务局 2026, 2011308, 招商引资'],
  go: ['检索', 'Search'],
  first: ['谁居首：{0} · {1}', 'Who stands first: {0} · {1}'],
  money: ['各地支出：{0} · {1}', 'Expenditure by place: {0} · {1}'],
  moneyNote: ['所列部门所印本年支出合计之和；部门之间、政府预算与部门预算之间不可相加为全地区支出。', 'The sum of what these departments print as their total; it is not the expenditure of the place.'],
  place: ['地区', 'Place'], accounts: ['部门', 'Departments'], sum: ['本年支出合计之和', 'Sum of their expenditure'], without: ['未读到合计', 'Without a total'],
  three_public_change: ['“三公”经费增加最多', 'Three public expenses: largest rise'],
  personnel_share: ['人员经费占比最高', 'Largest share of personnel'],
  project_share: ['项目支出占比最高', 'Largest share of projects'],
  contradicted: ['自相矛盾金额最大的文件', 'Documents that contradict themselves most'],
  all: ['全部', 'all of them'],
  governments: ['各地政府', 'Governments'],
  governmentsNote: ['政府文件所印，本地的或上级的，各取最近一年；年份、预算或执行、全域或本级不同的不可相比。债务是年末余额。', 'As documents of governments print them, of the place or of the one above it, the latest year of each. What differs in year, phase or level does not compare. Debt is a balance at the end of the year.'],
  spending: ['一般公共预算支出', 'General public expenditure'], debt: ['债务余额', 'Debt'],
  places: ['全部地区', 'All places'],
})

const shown = ['three_public_change', 'personnel_share', 'project_share', 'contradicted'] as const satisfies readonly Measure[]

export function searchForm(): HTMLElement {
  const input = h('input', { type: 'search', id: 'ask', autocomplete: 'off', spellcheck: 'false', placeholder: t('placeholder') })
  return h('form', { role: 'search', class: 'search-first', on: { submit: event => { event.preventDefault(); location.hash = address.search(input.value.trim()) } } },
    h('label', { for: 'ask' }, t('search')), h('div', { class: 'query' }, input, h('button', { type: 'submit' }, t('go'))))
}

/** Governments with their latest spending and debt; each figure's evidence is on the page of the place. */
export async function governments(): Promise<HTMLElement | null> {
  const places = await load<FirstPlaces>('places-first.json')
  if (places.length === 0) return null
  const cell = (known: LatestAmount | undefined) =>
    h('td', { class: 'number' }, known ? [yuan(known[1]), ' ', h('small', { class: 'soft' }, latestOf(known))] : null)
  return h('section', { id: 'governments' }, h('h2', null, t('governments')), h('p', { class: 'soft' }, t('governmentsNote')),
    h('div', { class: 'scroll' }, h('table', null,
      h('thead', null, h('tr', null, h('th', { scope: 'col' }, t('place')), (['spending', 'debt'] as const).map(name => h('th', { scope: 'col', class: 'number' }, t(name))))),
      h('tbody', null, places.map(place => h('tr', null, h('th', { scope: 'row' }, h('a', { href: address.place(place.code) }, place.name)), cell(place.spending), cell(place.debt)))))),
    h('p', null, h('a', { href: address.place() }, t('places'))))
}

export async function questions(): Promise<HTMLElement[]> {
  const chosen = mostOf(await load<Rankings>('rankings.json'))
  if (!chosen) return []
  const file = await load<FirstRanks>(`rankings/${keyOf(chosen)}-first.json`)
  const account = keyOf(chosen)
  const cards = shown.filter(measure => file[measure]?.length)
  return [
    h('section', null, h('h2', null, t('first', accountName(chosen.year, chosen.phase), term('scope', chosen.scope))), h('div', { class: 'firsts' }, cards.map(measure =>
      h('div', { class: 'card' }, h('h3', null, t(measure)), h('ol', null, file[measure]!.map(row => first(measure, row))),
        h('a', { href: address.ranking({ account, by: measure }) }, t('all')))))),
    h('section', null, h('h2', null, t('money', accountName(chosen.year, chosen.phase), term('scope', chosen.scope))), h('p', { class: 'soft' }, t('moneyNote')),
      h('div', { class: 'scroll' }, h('table', null,
        h('thead', null, h('tr', null, h('th', { scope: 'col' }, t('place')), (['accounts', 'sum', 'without'] as const).map(name => h('th', { scope: 'col', class: 'number' }, t(name))))),
        h('tbody', null, chosen.provinces.map(([province, accounts, expenditure, without]) => h('tr', null,
          h('th', { scope: 'row' }, h('a', { href: address.ranking({ account, place: province, by: 'expenditure' }) }, provinceName(province))),
          h('td', { class: 'number' }, number(accounts)), h('td', { class: 'number' }, yuan(expenditure)), h('td', { class: 'number' }, number(without)))))))),
  ]
}

function first(measure: Measure, [document, key, name, division, value]: RankedRow): HTMLElement {
  return h('li', null, h('a', { href: measure === 'contradicted' ? address.document(document) : address.department(key, document) }, name), ' ',
    h('small', { class: 'soft' }, division), ' ', h('strong', { class: 'number' }, measure.endsWith('_share') ? percent(value) : yuan(value)))
}
