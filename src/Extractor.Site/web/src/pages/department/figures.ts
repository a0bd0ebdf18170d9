// What one document of a department says in figures.
import type { Box, Figure, FiguresFile, StatedTotal, SummaryRow } from '../../contract'
import { h } from '../../dom'
import { amount, unitName, withUnit } from '../../figures/amounts'
import { bars } from '../../figures/chart'
import { evidenceAddress, figureCell, missingCell, proofMark } from '../../figures/evidence'
import { percent, texts, yuan } from '../../language'
import { address } from '../../page'
import { term } from '../../terms'

const t = texts({
  totals: ['主要数字', 'Main figures'],
  missing: ['表和文字中都没有读到', 'found neither in its tables nor in its text'],
  stated: ['据文字说明，第 {0} 页', 'as the text states, p. {0}'],
  statedChange: ['文字说明：比上年 {0}', 'the text: {0} against the year before'],
  prior: ['上年', 'Year before'],
  current: ['本年', 'This year'],
  change: ['增减', 'Change'],
  share: ['占比', 'Share'],
  summary: ['收入与支出（收支总表）', 'Revenue and expenditure'],
  noSummary: ['收支总表没有可用的行。', 'The table of revenue and expenditure has no usable rows.'],
  revenue: ['收入', 'Revenue'],
  expenditure: ['支出', 'Expenditure'],
  noughts: ['另有 {0} 行印为 0，显示全部', 'Show {0} more rows, printed as 0'],
  item: ['项目', 'Item'],
  amount: ['金额', 'Amount'],
  breakdown: ['人员经费、公用经费、项目支出', 'Personnel, running costs, projects'],
  breakdownNote: ['一般公共预算支出的构成。人员与公用经费合为基本支出。', 'What the general public budget expenditure is made of. Personnel and running costs make up basic expenditure.'],
  three: ['“三公”经费', 'Three public expenses'],
  projects: ['金额最大的项目', 'Largest projects'],
  projectsNote: ['取自{0}，共 {1} 个有金额的项目，合计 {2}，每个只计一次；列出最大的 {3} 个。', 'From the {0}: {1} projects with an amount, {2} in all, each counted once; the largest {3} are shown.'],
  and: ['、', ' and '],
  noProjects: ['文件没有列出带金额的项目，或未能读出。', 'The document names no project with an amount, or none could be read.'],
  page: ['页', 'Page'],
  pageNumber: ['第 {0} 页', 'p. {0}'],
})

const cards = ['revenue', 'expenditure', 'general_public', 'personnel', 'public', 'project', 'three_public'] as const
const parts = ['personnel', 'public', 'project'] as const
const items = ['three_public', 'overseas', 'vehicle_total', 'vehicle_purchase', 'vehicle_operation', 'reception'] as const

export function keyTotals(figures: FiguresFile): HTMLElement {
  return h('dl', { class: 'cards', 'aria-label': t('totals') }, cards.map(name => {
    const total = figures.totals[name]
    const figure = total?.current
    return h('div', { class: figure?.[1] === 2 ? 'card is-contradicted' : 'card' },
      h('dt', null, term('total', name)),
      figure
        ? h('dd', null, h('a', { class: 'big', href: evidenceAddress(figures.id, figure) }, yuan(figure[0])), proofMark(figure[1]), h('small', { class: 'soft' }, withUnit(figure[0])), changeOf(figure, total?.prior), statedChange(figures, name))
        : figures.stated[name] ? h('dd', null, statedLink(figures, figures.stated[name], 'big', yuan(figures.stated[name][0])), h('small', { class: 'soft' }, t('stated', figures.stated[name][1])), statedChange(figures, name))
        : h('dd', null, h('span', { class: 'big soft' }, '—'), h('small', { class: 'soft' }, t('missing'))))
  }))
}

const statedLink = (figures: FiguresFile, [, page, ...box]: StatedTotal, kind: string | null, text: string): HTMLElement =>
  h('a', { class: kind, href: address.page(figures.id, page, box) }, text)

function statedChange(figures: FiguresFile, name: string): HTMLElement | null {
  const change = figures.statedChange[name]
  return change ? h('small', null, statedLink(figures, change, 'soft', t('statedChange', `${change[0] > 0 ? '+' : change[0] < 0 ? '−' : ''}${withUnit(Math.abs(change[0]))}`))) : null
}

function changeOf(current: Figure, prior: Figure | undefined): HTMLElement | null {
  if (!prior || prior[0] === 0) return null
  const share = current[0] / prior[0] - 1
  return h('small', { class: 'soft' }, `${t('prior')} ${amount(prior[0])} · ${share > 0 ? '+' : share < 0 ? '−' : ''}${percent(Math.abs(share))}`)
}

export function breakdown(figures: FiguresFile): HTMLElement {
  const known = (figures.totals['personnel']?.current || figures.totals['public']?.current ? parts : (['basic', 'project'] as const)).filter(name => figures.totals[name]?.current)
  const whole = figures.totals['general_public']?.current
  return h('section', null, h('h2', null, t('breakdown')), h('p', { class: 'soft' }, t('breakdownNote')), h('div', { class: 'split' },
    known.length > 0 && bars({
      label: t('breakdown'), names: known.map(name => term('total', name)), lying: true,
      series: [{ name: t('amount'), values: known.map(name => figures.totals[name]!.current![0]) }],
      contradicted: index => figures.totals[known[index]!]!.current![1] === 2,
      chosen: index => { location.hash = evidenceAddress(figures.id, figures.totals[known[index]!]!.current!) },
    }),
    h('div', { class: 'scroll' }, h('table', null,
      h('thead', null, h('tr', null, h('th', { scope: 'col' }, t('item')), h('th', { scope: 'col', class: 'number' }, `${t('amount')} (${unitName()})`), h('th', { scope: 'col', class: 'number' }, t('share')))),
      h('tbody', null, ['general_public', 'basic', ...parts].map(name => {
        const figure = figures.totals[name]?.current
        return h('tr', { class: name === 'general_public' ? 'sum' : null }, h('th', { scope: 'row' }, term('total', name)), figureCell(figures.id, figure),
          h('td', { class: 'number' }, figure && whole?.[0] ? percent(figure[0] / whole[0]) : '—'))
      }))))))
}

export function summary(figures: FiguresFile): HTMLElement {
  if (!figures.revenue.length && !figures.expenditure.length) return h('section', null, h('h2', null, t('summary')), h('p', { class: 'soft' }, t('noSummary')))
  const spent = figures.expenditure.filter(row => row.leaf && row.figure[0] > 0).sort((left, right) => right.figure[0] - left.figure[0]).slice(0, 15)
  return h('section', null, h('h2', null, t('summary')),
    spent.length > 1 && bars({
      label: t('expenditure'), names: spent.map(row => plain(row.name)), lying: true, series: [{ name: t('expenditure'), values: spent.map(row => row.figure[0]) }],
      contradicted: index => spent[index]!.figure[1] === 2,
      chosen: index => { location.hash = evidenceAddress(figures.id, spent[index]!.figure) },
    }),
    h('div', { class: 'split' }, side(figures, 'revenue', figures.revenue), side(figures, 'expenditure', figures.expenditure)))
}

/** 一、一般公共服务支出 -> 一般公共服务支出 */
const plain = (name: string): string => name.replace(/^[（(]?([一二三四五六七八九十]+|\d+)[）)]?[、.．]\s*/, '')

/** Rows that are printed as nought are many: they are shown when asked for. */
function side(figures: FiguresFile, name: 'revenue' | 'expenditure', rows: readonly SummaryRow[]): HTMLElement {
  const noughts = rows.filter(row => row.figure[0] === 0).length
  const table = sideTable(figures, name, rows.filter(row => row.figure[0] !== 0))
  if (!noughts) return table
  const box = h('div', null, table, h('p', { class: 'no-print' }, h('button', {
    type: 'button', on: { click: () => { box.replaceChildren(sideTable(figures, name, rows)); box.querySelector('a')?.focus() } },
  }, t('noughts', noughts))))
  return box
}

function sideTable(figures: FiguresFile, name: 'revenue' | 'expenditure', rows: readonly SummaryRow[]): HTMLElement {
  return h('div', { class: 'scroll' }, h('table', null,
    h('thead', null, h('tr', null, h('th', { scope: 'col' }, t(name)), h('th', { scope: 'col', class: 'number' }, `${t('amount')} (${unitName()})`))),
    h('tbody', null, rows.map(row => h('tr', { class: row.leaf ? null : 'part-sum' },
      h('th', { scope: 'row' }, name === 'expenditure' && row.code ? h('a', { href: address.subject('functional', row.code) }, row.name) : row.name), figureCell(figures.id, row.figure)))),
    h('tfoot', null, h('tr', { class: 'sum' }, h('th', { scope: 'row' }, term('total', name)), figureCell(figures.id, figures.totals[name]?.current)))))
}

export function threePublic(figures: FiguresFile): HTMLElement {
  const known = items.filter(name => figures.totals[name])
  const drawn = known.filter(name => name !== 'three_public' && name !== 'vehicle_total')
  const withPrior = drawn.some(name => figures.totals[name]?.prior)
  return h('section', null, h('h2', null, t('three')), h('div', { class: 'split' },
    drawn.some(name => figures.totals[name]?.current?.[0]) && bars({
      label: t('three'), names: drawn.map(name => term('total', name)), lying: true,
      series: [
        { name: t('current'), values: drawn.map(name => figures.totals[name]?.current?.[0] ?? null) },
        ...(withPrior ? [{ name: t('prior'), values: drawn.map(name => figures.totals[name]?.prior?.[0] ?? null) }] : []),
      ],
      chosen: (index, series) => {
        const figure = figures.totals[drawn[index]!]?.[series ? 'prior' : 'current']
        if (figure) location.hash = evidenceAddress(figures.id, figure)
      },
    }),
    h('div', { class: 'scroll' }, h('table', null,
      h('thead', null, h('tr', null, h('th', { scope: 'col' }, `${t('item')} (${unitName()})`), (['current', 'prior', 'change'] as const).map(period => h('th', { scope: 'col', class: 'number' }, t(period))))),
      h('tbody', null, items.map(name => h('tr', { class: name === 'three_public' ? 'sum' : name.startsWith('vehicle_') && name !== 'vehicle_total' ? 'deeper' : null },
        h('th', { scope: 'row' }, term('total', name)),
        (['current', 'prior', 'change'] as const).map(period => figureCell(figures.id, figures.totals[name]?.[period])))))))))
}

export function projects(figures: FiguresFile): HTMLElement {
  const found = figures.projects
  return h('section', null, h('h2', null, t('projects')),
    !found ? h('p', { class: 'soft' }, t('noProjects')) : [
      h('p', { class: 'soft' }, t('projectsNote', found.sources.map(source => term('projectSource', source)).join(t('and')), found.count, withUnit(found.sum), found.largest.length)),
      h('div', { class: 'scroll' }, h('table', null,
        h('thead', null, h('tr', null, h('th', { scope: 'col' }, t('item')), h('th', { scope: 'col', class: 'number' }, `${t('amount')} (${unitName()})`), h('th', { scope: 'col' }, t('page')))),
        h('tbody', null, found.largest.map(([name, value, page, ...box]) => h('tr', null, h('th', { scope: 'row' }, name), value === null ? missingCell() : h('td', { class: 'number' }, amount(value)),
          h('td', null, h('a', { href: address.page(figures.id, page, box.length ? box as unknown as Box : null) }, t('pageNumber', page)))))))),
    ])
}
