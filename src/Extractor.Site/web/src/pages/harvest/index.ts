// Publishers by nights: the last good one, what is new, changed, failed; and of one publisher departments by years, with due dates.
import type { HarvestBoard, HarvestedPublisher, HarvestNight } from '../../contract'
import { load } from '../../data'
import { h } from '../../dom'
import { number, texts } from '../../language'
import { address, type OpenPage } from '../../page'
import { departmentTable } from './departments'

const t = texts({
  title: ['采集', 'Harvest'],
  lede: ['每个来源每一夜采到什么、缺什么。点来源，看其各部门各年度。', 'What each night brought from each publisher, and what is missing. Choose a publisher for its departments by years.'],
  caption: ['按来源和日期', 'By publisher and night'],
  none: ['数据并非采集而来：运行的来源是文件夹，不是采集档案。', 'These data were not harvested: the sources of the run are folders, no archive.'],
  publisher: ['来源', 'Publisher'],
  lastGood: ['末次无恙', 'Last good night'],
  never: ['从未', 'never'],
  documents: ['文件', 'Documents'],
  missing: ['逾期缺失', 'Missing, overdue'],
  good: ['走完全部列表，无未确认的告警', 'came to its end, no alarm that nobody has acknowledged'],
  alarm: ['有告警', 'alarms'],
  stopped: ['未走完', 'stopped before its end'],
  legend: ['格中为文件数；+ 新增、~ 变更的网址，! 告警，↯ 未走完。', 'Cells hold the documents found; + addresses that are new, ~ changed, ! alarms, ↯ stopped before its end.'],
  cell: ['{0}：文件 {1}，其他形式 {2}，新增 {3}，变更 {4}，未取得 {5}，待看链接 {6}，告警 {7}，已确认 {8}', '{0}: {1} documents, {2} in other forms, {3} new, {4} changed, {5} failed, {6} unexplained links, {7} alarms, {8} acknowledged'],
  unexplained: ['末夜未能跟进之处', 'Not followed in the last night'],
  list_not_read: ['列表未读', 'list not read'],
  fewer_than_announced: ['少于页面所称条数', 'fewer than announced'],
  written_by_scripts: ['由脚本写成', 'written by scripts'],
  page_without_address: ['翻页无网址', 'page without an address'],
  link_without_address: ['链接无网址', 'link without an address'],
  noNight: ['该夜未采集', 'not harvested that night'],
})

type Reason = 'list_not_read' | 'fewer_than_announced' | 'written_by_scripts' | 'page_without_address' | 'link_without_address'

const reasons: ReadonlySet<string> = new Set<Reason>(['list_not_read', 'fewer_than_announced', 'written_by_scripts', 'page_without_address', 'link_without_address'])

/** So many nights fit. */
const shown = 10

export const open: OpenPage = async ({ parts }) => {
  const board = await load<HarvestBoard>('harvests.json')
  const chosen = board.find(({ key }) => key === parts[1])
  const detail = chosen ? await departmentTable(chosen) : null
  const element = h('article', { class: 'harvest' },
    h('h1', null, t('title')),
    board.length === 0 ? h('p', { class: 'trouble' }, t('none')) : [
      h('p', { class: 'soft' }, t('lede')),
      h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': t('caption') }, table(board, chosen)),
      h('ul', { class: 'legend' }, (['good', 'alarm', 'stopped'] as const).map(state => h('li', { class: state }, t(state)))),
      h('p', { class: 'soft' }, t('legend')),
      chosen?.unexplained.length ? unexplained(chosen) : null,
      detail,
    ])
  return { title: t('title'), element, shown: () => detail?.scrollIntoView({ block: 'nearest' }) }
}

function unexplained({ unexplained: links }: HarvestedPublisher): HTMLElement {
  return h('section', { class: 'unexplained' },
    h('h2', null, t('unexplained')),
    h('ul', null, links.map(([address, reason, text]) => h('li', null,
      h('span', { class: 'badge warning' }, reasons.has(reason) ? t(reason as Reason) : reason), ' ', text, ' ', h('code', null, address)))))
}

function table(board: HarvestBoard, chosen: HarvestedPublisher | undefined): HTMLElement {
  const days = [...new Set(board.flatMap(({ nights }) => nights.map(([day]) => day)))].sort().slice(-shown).reverse()
  const column = (name: string, kind = '') => h('th', { scope: 'col', class: kind }, name)
  return h('table', { class: 'board' },
    h('caption', { class: 'visually-hidden' }, t('caption')),
    h('thead', null, h('tr', null,
      column(t('publisher')), column(t('lastGood')), column(t('documents'), 'number optional'), column(t('missing'), 'number'),
      days.map(day => column(day.slice(5), 'night')))),
    h('tbody', null, board.map(publisher => {
      const byDay = new Map(publisher.nights.map(night => [night[0], night]))
      const last = publisher.nights.at(-1)!
      return h('tr', { class: publisher === chosen ? 'chosen' : '' },
        h('th', { scope: 'row' }, h('a', { href: address.harvest(publisher.key), 'aria-current': publisher === chosen ? 'true' : null }, publisher.name), ' ', h('span', { class: 'soft' }, publisher.key)),
        h('td', { class: 'day' }, publisher.lastGood ?? h('span', { class: 'badge error' }, t('never'))),
        h('td', { class: 'number optional' }, number(last[2])),
        h('td', { class: 'number' }, publisher.missing ? h('span', { class: 'badge warning' }, number(publisher.missing)) : '0'),
        days.map(day => cell(byDay.get(day))))
    })))
}

function cell(night: HarvestNight | undefined): HTMLElement {
  if (!night) return h('td', { class: 'night soft', title: t('noNight') }, '·')
  const [, complete, found, , fresh, changed, , , alarms, , stopped] = night
  const state = !complete ? 'stopped' : alarms ? 'alarm' : 'good'
  const told = t('cell', t(state), ...night.slice(2, 10) as number[]) + (stopped ? `; ${stopped}` : '')
  return h('td', { class: `night ${state}`, title: told },
    h('span', { class: 'visually-hidden' }, told),
    h('span', { 'aria-hidden': 'true' },
      h('b', null, number(found)),
      h('small', null, [fresh ? ` +${number(fresh)}` : '', changed ? ` ~${number(changed)}` : '', alarms ? ` !${number(alarms)}` : '', complete ? '' : ' ↯'].join(''))))
}
