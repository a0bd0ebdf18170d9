// Departments by size, by change, by share, and by what their documents contradict; each row leads to its evidence.
import type { Measure, RankedRow, RankingFile, Rankings, SubjectRanks } from '../../contract'
import { load } from '../../data'
import { append, h } from '../../dom'
import { amount, unitName, unitSwitch } from '../../figures/amounts'
import { evidenceAddress, figureCell, legend } from '../../figures/evidence'
import { accountName } from '../../figures/files'
import { saveCsv } from '../../figures/csv'
import { number, percent, texts } from '../../language'
import { address, type OpenPage, type Route } from '../../page'
import { provinceName, term } from '../../terms'
import { keyOf, mostOf } from './accounts'

const t = texts({
  title: ['排行', 'Rankings'],
  account: ['年度', 'Year'],
  place: ['地区', 'Place'],
  everywhere: ['全部地区', 'all places'],
  by: ['按', 'By'],
  expenditure: ['本年支出合计', 'expenditure of the year'],
  general_public: ['一般公共预算支出', 'general public expenditure'],
  three_public: ['“三公”经费', 'three public expenses'],
  three_public_change: ['“三公”经费增减', 'change of the three public expenses'],
  personnel_share: ['人员经费占一般公共预算支出', 'share of personnel in general public expenditure'],
  project_share: ['项目支出占一般公共预算支出', 'share of projects in general public expenditure'],
  contradicted: ['文件自相矛盾的金额', 'yuan by which documents contradict themselves'],
  subjects: ['支出最多的科目（项）', 'items of expenditure'],
  subject: ['科目', 'Subject'],
  departments: ['部门数', 'Departments'],
  subjectsNote: ['所列部门在各科目（项）的支出之和，取自支出事实，每一元只计一次；列出最大的一百个。', 'What these departments spend under each item, from the facts of expenditure, every yuan once; the largest hundred.'],
  end: ['先列', 'First'],
  largest: ['最大的', 'the largest'],
  smallest: ['最小的', 'the smallest'],
  department: ['部门', 'Department'],
  value: ['数值', 'Value'],
  part: ['其中', 'Part'],
  whole: ['合计', 'Whole'],
  year: ['本年', 'This year'],
  before: ['上年（同一文件所印）', 'Year before, as the same document prints it'],
  contradictedOf: ['本年支出合计', 'Expenditure of the year'],
  note: ['只比较数据中印出该数的文件，每个部门每年只计一份；“三公”经费的上年数为同一文件所印。', 'Of the documents among the data that print the figure, one a department and year; the year before is what the same document prints.'],
  contradictedNote: ['不符算式的差额之和（不计正负）：可能是文件自相矛盾，也可能是读取有误，请看原页。', 'The differences of the sums that fail, without sign: the document contradicts itself or was misread; look at its pages.'],
  listed: ['{0} 个部门有此数，列出 {1} 个。', '{0} departments have it, {1} are listed.'],
  none: ['没有可排行的数据。', 'There is nothing to rank.'],
  csv: ['下载 CSV', 'Download CSV'],
  rank: ['名次', 'Rank'],
})

/** What is ranked instead of departments. */
const subjects = 'subjects'
const measures = ['expenditure', 'general_public', 'three_public', 'three_public_change', 'personnel_share', 'project_share', 'contradicted'] as const satisfies readonly Measure[]
const isShare = (measure: Measure): boolean => measure.endsWith('_share')

export const open: OpenPage = async route => {
  const element = h('article', { class: 'ranking' })
  const rankings = await load<Rankings>('rankings.json')
  let state = await read(rankings, route)
  const draw = () => {
    const focused = document.activeElement?.id
    element.replaceChildren()
    append(element, state ? content(rankings, state, draw) : [h('h1', null, t('title')), h('p', { class: 'trouble' }, t('none'))])
    if (focused) document.getElementById(focused)?.focus()
  }
  let latest = 0
  return {
    title: t('title'), element, shown: draw,
    update: next => {
      const own = ++latest
      void read(rankings, next).then(found => {
        if (own !== latest) return
        state = found
        draw()
      })
      return true
    },
  }
}

interface State {
  readonly chosen: Rankings[number]
  readonly place: string
  readonly measure: Measure
  readonly end: 'largest' | 'smallest'
  readonly file: RankingFile
  /** In place of departments. */
  readonly subjects: SubjectRanks | null
}

async function read(rankings: Rankings, { query }: Route): Promise<State | null> {
  const chosen = rankings.find(each => keyOf(each) === query.get('account')) ?? mostOf(rankings)
  if (!chosen) return null
  const place = chosen.provinces.find(([province]) => province === query.get('place'))?.[0] ?? ''
  const measure = measures.find(each => each === query.get('by')) ?? 'expenditure'
  const file = await load<RankingFile>(`rankings/${keyOf(chosen)}${place && `-${place}`}.json`)
  const bySubject = query.get('by') === subjects ? await load<SubjectRanks>(`rankings/${keyOf(chosen)}-subjects.json`).catch((): SubjectRanks => []) : null
  return { chosen, place: bySubject ? '' : place, measure, subjects: bySubject, end: query.get('end') === 'smallest' && file[measure].smallest ? 'smallest' : 'largest', file }
}

function content(rankings: Rankings, state: State, redraw: () => void): (HTMLElement | null)[] {
  const { chosen, place, measure, end, file, subjects: bySubject } = state
  const go = (change: Readonly<Record<string, string>>) => { location.hash = address.ranking({ account: keyOf(chosen), place, by: bySubject ? subjects : measure, end, ...change }) }
  const select = (id: string, label: string, value: string, options: readonly (readonly [value: string, text: string])[]) => {
    const field = h('select', { id, on: { change: () => go({ [id]: field.value }) } }, options.map(([each, text]) => h('option', { value: each }, text)))
    field.value = value
    return h('span', null, h('label', { for: id }, `${label} `), field)
  }
  const rows = file[measure][end] ?? []
  return [
    h('header', { class: 'page-head' }, h('h1', null, t('title')), unitSwitch(redraw)),
    h('div', { class: 'toolbar no-print' },
      select('account', t('account'), keyOf(chosen), rankings.map(each => [keyOf(each), `${accountName(each.year, each.phase)} · ${term('scope', each.scope)} (${number(each.provinces.reduce((sum, [, accounts]) => sum + accounts, 0))})`])),
      !bySubject && select('place', t('place'), place, [['', t('everywhere')], ...chosen.provinces.map(([province]) => [province, provinceName(province)] as const)]),
      select('by', t('by'), bySubject ? subjects : measure, [...measures.map(each => [each, t(each)] as const), [subjects, t('subjects')]]),
      !bySubject && file[measure].smallest ? select('end', t('end'), end, [['largest', t('largest')], ['smallest', t('smallest')]]) : null,
      !bySubject && h('button', { type: 'button', id: 'csv', on: { click: () => download(measure, rows) } }, t('csv'))),
    ...(bySubject ? subjectTable(bySubject, chosen) : [
    h('p', { class: 'soft' }, t(measure === 'contradicted' ? 'contradictedNote' : 'note'), ' ', t('listed', number(file[measure].count), number(rows.length))),
    legend(),
    rows.length ? h('div', { class: 'scroll' }, table(measure, rows)) : h('p', { class: 'trouble' }, t('none'))]),
  ]
}

function subjectTable(ranks: SubjectRanks, { year, phase, scope }: Rankings[number]): HTMLElement[] {
  return [h('p', { class: 'soft' }, t('subjectsNote')), h('div', { class: 'scroll' }, h('table', null,
    h('thead', null, h('tr', null, h('th', { scope: 'col', class: 'number' }, t('rank')), h('th', { scope: 'col' }, `${t('subject')} (${unitName()})`), h('th', { scope: 'col', class: 'number' }, t('value')), h('th', { scope: 'col', class: 'number' }, t('departments')))),
    h('tbody', null, ranks.map(([code, name, yuan, documents], index) => h('tr', null, h('td', { class: 'number' }, index + 1),
      h('th', { scope: 'row' }, h('a', { href: `${address.subject('functional', code)}?year=${year}&phase=${phase}&scope=${scope}` }, h('span', { class: 'code' }, code), ' ', name ?? '')),
      h('td', { class: 'number' }, amount(yuan)), h('td', { class: 'number' }, number(documents)))))))]
}

function table(measure: Measure, rows: readonly RankedRow[]): HTMLElement {
  const derived = isShare(measure) || measure === 'three_public_change' || measure === 'contradicted'
  const [first, second] = isShare(measure) ? ['part', 'whole'] as const : measure === 'contradicted' ? [null, 'contradictedOf'] as const : ['year', 'before'] as const
  const head = (name: string) => h('th', { scope: 'col', class: 'number' }, name)
  return h('table', null,
    h('thead', null, h('tr', null, h('th', { scope: 'col', class: 'number' }, t('rank')), h('th', { scope: 'col' }, `${t('department')} (${unitName()})`),
      derived && head(t(measure)), first && head(t(first)), head(t(second)))),
    h('tbody', null, rows.map(([document, key, name, division, value, figure, other], index) => h('tr', null,
      h('td', { class: 'number' }, index + 1),
      h('th', { scope: 'row' }, h('a', { href: measure === 'contradicted' ? address.document(document) : address.department(key, document) }, name), ' ', h('small', { class: 'soft' }, division)),
      derived && h('td', { class: 'number' }, isShare(measure) ? percent(value) : `${measure === 'three_public_change' && value > 0 ? '+' : ''}${amount(value)}`),
      first && figureCell(document, figure ?? undefined), figureCell(document, other ?? undefined)))))
}

/** Names of the data dictionary where it has them. */
const fields = ['rank', 'department_name', 'division_name', 'measure', 'value', 'amount_yuan', 'other_yuan', 'document_id', 'line_id', 'evidence']

function download(measure: Measure, rows: readonly RankedRow[]): void {
  const site = location.href.split('#', 1)[0]
  saveCsv(t('title'), fields, rows.map(([document, , name, division, value, figure, other], index) => [
    index + 1, name, division, measure, value, figure?.[0] ?? null, other?.[0] ?? null, document, figure?.[3] || null,
    `${site}${figure ? evidenceAddress(document, figure) : address.document(document)}`]))
}
