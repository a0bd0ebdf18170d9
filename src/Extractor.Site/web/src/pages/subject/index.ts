import type { Phase, SubjectFile, SubjectList, SubjectRow, SubjectYearFile } from '../../contract'
import { load } from '../../data'
import { append, h } from '../../dom'
import { unitSwitch } from '../../figures/amounts'
import { legend } from '../../figures/evidence'
import { accountName } from '../../figures/files'
import { number, texts } from '../../language'
import { address, type OpenPage, type Page } from '../../page'
import { term } from '../../terms'
import { basisName, departments, places, yearBars } from './parts'

const t = texts({
  noName: ['（科目表无名称）', '(no name in the catalogue)'],
  above: ['上级科目', 'Above'],
  below: ['下级科目', 'Below'],
  choice: ['年度与范围', 'Year and extent'],
  documents: ['{0} 份', '{0}'],
  basis: ['合计口径', 'What is summed'],
  leafBasic: ['取自支出事实：基本支出，每一元只计一次。', 'From the facts of expenditure: basic expenditure, every yuan once.'],
  leaf: ['取自支出事实：全部资金，每一元只计一次。', 'From the facts of expenditure: all funds, every yuan once.'],
  also: ['；', '; '], stop: ['。', '.'],
  ofTable: ['{1} 份文件取自{0}', '{0}: {1}'],
  funds: ['各表的资金范围不同（一般公共预算、财政拨款或全部资金），各文件口径并不相同。', 'These tables are of different money (general public budget, fiscal appropriation or all funds): the documents do not quite compare.'],
  basic: ['经济分类只计基本支出：多数文件不按经济分类公布项目支出。', 'By economic nature only basic expenditure is counted: most documents do not publish projects so.'],
  unit: ['单位文件的钱也在其部门文件中，两者从不相加。', 'The money of a unit also stands in the document of its department: the two are never added up.'],
  unknown: ['没有计入合计的支出用此科目：它只在别的表中印出，或该文件计入合计的表没有分到这一级。', 'No expenditure that is summed stands under this subject: it is printed in other tables only, or the table that counts is not divided so far.'],
  none: ['没有计入合计的文件。', 'No document counts here.'],
  contradicted: ['其中 {0} 个数字与文件内其他数字矛盾', '{0} figures contradict others of their document'],
})

const classifications = ['functional', 'department_economic'] as const

export const open: OpenPage = async route => {
  const [, classification = '', code = ''] = route.parts
  const path = `subjects/${encodeURIComponent(classification)}/${encodeURIComponent(code)}`
  const known = (classifications as readonly string[]).includes(classification) ? await load<SubjectList>(`subjects/${classification}.json`) : []
  if (!known.some(([one]) => one === code)) return list(known, classification, code)
  const subject = await load<SubjectFile>(`${path}.json`)
  const asked = [Number(route.query.get('year')), route.query.get('phase'), route.query.get('scope')] as const
  const newest = [...subject.years].sort((left, right) =>
    Number(right.scope === 'department') - Number(left.scope === 'department') || Number(right.phase === 'budget') - Number(left.phase === 'budget') || right.year - left.year)
  const chosen = subject.years.find(year => year.year === asked[0] && year.phase === asked[1] && year.scope === asked[2]) ?? newest[0]
  const name = subject.name ?? t('noName')
  const element = h('article', { class: 'subject' })
  const yearPath = chosen && `${path}/${chosen.year}-${chosen.phase}-${chosen.scope}`
  const year = yearPath ? await load<SubjectYearFile>(`${yearPath}.json`) : null
  let place = route.query.get('place') ?? undefined
  let rows: readonly SubjectRow[] = year?.largest ?? []

  const link = (value: { readonly year: number; readonly phase: Phase; readonly scope: string }) =>
    `${address.subject(classification, code)}?year=${value.year}&phase=${value.phase}&scope=${value.scope}`

  /** The rows of a place; without one, those of the largest departments. */
  const rowsOf = async (): Promise<readonly SubjectRow[]> => {
    if (!year || place === undefined) return year?.largest ?? []
    const inPlace = (row: SubjectRow) => (row[3] ?? '') === place
    if (!year.files.length) return year.largest.filter(inPlace)
    const numbers = year.files.map((file, at) => ((file[0] ?? '') <= place! && place! <= (file[1] ?? '') ? at + 1 : 0)).filter(number => number > 0)
    return (await Promise.all(numbers.map(number => load<readonly SubjectRow[]>(`${yearPath}-${number}.json`)))).flat().filter(inPlace)
  }
  const choosePlace = async (next: string | undefined) => {
    place = next
    rows = await rowsOf()
    draw()
    const heading = element.querySelector<HTMLElement>('#rows')
    heading?.scrollIntoView({ block: 'start' })
    heading?.focus({ preventScroll: true })
  }
  const draw = () => {
    element.replaceChildren()
    append(element, [
      h('header', { class: 'page-head' },
        h('div', null, subject.above.length > 0 && h('p', { class: 'crumbs soft', 'aria-label': t('above') }, subject.above.map(([above, aboveName]) => [h('a', { href: address.subject(classification, above) }, `${above} ${aboveName ?? ''}`), ' › '])),
          h('h1', null, h('span', { class: 'code' }, code), ' ', name), h('p', { class: 'soft' }, `${term('classification', classification)} · ${term('level', code.length === 3 ? 'class' : code.length === 5 ? 'group' : 'item')}`)),
        unitSwitch(draw)),
      !chosen || !year ? h('p', { class: 'trouble' }, t('none')) : [
        h('nav', { class: 'chips no-print', 'aria-label': t('choice') }, [...subject.years].reverse().map(value => h('a', { href: link(value), 'aria-current': value === chosen ? 'page' : null },
          `${accountName(value.year, value.phase)} · ${term('scope', value.scope)} `, h('small', null, t('documents', number(value.documents)))))),
        legend(),
        h('aside', { class: 'card basis' }, h('strong', null, t('basis')), ' ', t(classification === 'functional' ? 'leaf' : 'leafBasic'), ' ',
          Object.entries(chosen.bases).filter(([table]) => table).sort((left, right) => right[1] - left[1]).map(([table, count]) => t('ofTable', basisName(classification, table), number(count))).join(t('also')), t('stop'),
          classification === 'department_economic' && [Object.keys(chosen.bases).length > 1 && ` ${t('funds')}`, ` ${t('basic')}`], ` ${t('unit')}`,
          chosen.contradicted > 0 && h('span', { class: 'contradicted' }, ` ${t('contradicted', number(chosen.contradicted))}`)),
        yearBars(subject.years.filter(value => value.phase === chosen.phase && value.scope === chosen.scope), chosen, link),
        places(chosen, year.places, place, next => void choosePlace(next)),
        departments(classification, chosen, rows, place === undefined ? null : year.places.find(value => (value.code ?? '') === place)?.name ?? place, () => void choosePlace(undefined)),
      ],
      subject.below.length > 0 && h('section', null, h('h2', null, t('below')), h('ul', { class: 'subjects' }, subject.below.map(([below, belowName]) =>
        h('li', null, h('a', { href: address.subject(classification, below) }, h('span', { class: 'code' }, below), ' ', belowName ?? t('noName')))))),
    ])
  }
  rows = await rowsOf()
  return { title: `${code} ${name}`, element, shown: draw }
}

/** The classes of a classification, for an address that names no subject of the data. */
function list(known: SubjectList, classification: string, code: string): Page {
  const title = code || term('classification', classification)
  return {
    title,
    element: h('article', { class: 'subject' },
      h('h1', null, title),
      code && h('p', { class: 'warn' }, t('unknown')),
      h('ul', { class: 'subjects' }, known.filter(([one]) => one.length === 3).map(([one, name, documents]) => h('li', null,
        h('a', { href: address.subject(classification, one) }, h('span', { class: 'code' }, one), ' ', name ?? t('noName')), ' ', h('small', { class: 'soft' }, t('documents', number(documents))))))),
  }
}
