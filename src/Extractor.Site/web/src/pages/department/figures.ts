// What one document of a department says in figures.
import type { Box, Figure, FiguresFile, StatedTotal } from '../../contract'
import { append, h } from '../../dom'
import { amount, unitName, withUnit } from '../../figures/amounts'
import { bars } from '../../figures/chart'
import { evidenceAddress, figureCell, missingCell, proofMark, totalCell } from '../../figures/evidence'
import { percent, texts, yuan } from '../../language'
import { address } from '../../page'
import { term } from '../../terms'

const t = texts({
  totals: ['主要数字', 'Main figures'],
  missing: ['表和文字中都没有读到可作合计的数', 'no such total found in its tables or its text'],
  stated: ['据文字说明，第 {0} 页', 'as the text states, p. {0}'],
  statedChange: ['文字说明：比上年 {0}', 'the text: {0} against the year before'],
  prior: ['上年', 'Year before'],
  current: ['本年', 'This year'],
  change: ['增减', 'Change'],
  share: ['占比', 'Share'],
  revenue: ['钱从哪里来', 'Where the money comes from'],
  revenueNote: ['取自收入事实：每个来源只计一次。上年结转等不属本年收入，列在合计之下。', 'From the facts of revenue: each source once. What was carried in from years before is no revenue of the year and stands below its sum.'],
  noRevenue: ['没有读到收入的来源。', 'No source of revenue was read.'],
  source: ['来源', 'Source'],
  year: ['本年收入之和', 'Sum of the revenue of the year'],
  all: ['加上结转等之后', 'With what was carried in'],
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
        return h('tr', { class: name === 'general_public' ? 'sum' : null }, h('th', { scope: 'row' }, term('total', name)), totalCell(figures, name),
          h('td', { class: 'number' }, figure && whole?.[0] ? percent(figure[0] / whole[0]) : '—'))
      }))))))
}

/** Rows that are printed as nought are many: they are shown when asked for. */
export function revenue(figures: FiguresFile): HTMLElement {
  const known = figures.revenue.filter(([, , figure]) => figure[0] !== 0)
  const drawn = known.filter(([, ofYear, figure]) => ofYear && figure[0] > 0).sort((left, right) => right[2][0] - left[2][0])
  const noughts = figures.revenue.length - known.length
  const box = h('div', null, revenueTable(figures, known))
  if (noughts) append(box, [h('p', { class: 'no-print' }, h('button', {
    type: 'button', on: { click: () => { box.replaceChildren(revenueTable(figures, figures.revenue)); box.querySelector('a')?.focus() } },
  }, t('noughts', noughts)))])
  return h('section', { id: 'revenue' }, h('h2', null, t('revenue')), h('p', { class: 'soft' }, t(figures.revenue.length ? 'revenueNote' : 'noRevenue')),
    figures.revenue.length > 0 && h('div', { class: 'split' },
      drawn.length > 1 && bars({
        label: t('revenue'), names: drawn.map(([name]) => plain(name)), lying: true, series: [{ name: t('amount'), values: drawn.map(([, , figure]) => figure[0]) }],
        contradicted: index => drawn[index]![2][1] === 2, chosen: index => { location.hash = evidenceAddress(figures.id, drawn[index]![2]) },
      }), box))
}

/** 一、一般公共预算拨款收入 -> 一般公共预算拨款收入 */
const plain = (name: string): string => name.replace(/^[（(]?([一二三四五六七八九十]+|\d+)[）)]?[、.．]\s*/, '')

function revenueTable(figures: FiguresFile, rows: FiguresFile['revenue']): HTMLElement {
  const [year, beyond] = [rows.filter(([, ofYear]) => ofYear), rows.filter(([, ofYear]) => !ofYear)]
  const row = ([name, , figure]: FiguresFile['revenue'][number]) => h('tr', null, h('th', { scope: 'row' }, name || '—'), figureCell(figures.id, figure))
  const sum = (name: 'year' | 'all', all: FiguresFile['revenue']) => h('tr', { class: 'sum' }, h('th', { scope: 'row' }, t(name)), h('td', { class: 'number' }, amount(all.reduce((total, [, , figure]) => total + figure[0], 0))))
  return h('div', { class: 'scroll' }, h('table', null,
    h('thead', null, h('tr', null, h('th', { scope: 'col' }, t('source')), h('th', { scope: 'col', class: 'number' }, `${t('amount')} (${unitName()})`))),
    h('tbody', null, year.map(row), year.length > 0 && sum('year', year), beyond.map(row), beyond.length > 0 && year.length > 0 && sum('all', rows))))
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
        totalCell(figures, name), (['prior', 'change'] as const).map(period => figureCell(figures.id, figures.totals[name]?.[period])))))))))
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
