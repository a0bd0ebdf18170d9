// The budget of the place's government by year, phase and level, each figure with the line that prints it.
import type { PlaceFile } from '../../contract'
import { append, h } from '../../dom'
import { unitName } from '../../figures/amounts'
import { bars } from '../../figures/chart'
import { evidenceAddress, figureCell } from '../../figures/evidence'
import { accountName } from '../../figures/files'
import { texts } from '../../language'
import { address } from '../../page'
import { term } from '../../terms'

const t = texts({
  title: ['政府收支', 'Budget of the government'],
  none: ['没有读到本级政府的收支总数。', 'No totals of its government were read.'],
  note: ['取自政府文件所印的合计。“全域”含下级政府，“本级”只含本级；两者不可相加。', 'Totals as the documents of the government print them. The whole place includes the governments below it, the own level does not; they are never added up.'],
  level: ['级次', 'Level'],
  unsaid: ['未说明级次', 'level not said'],
  item: ['项目', 'Item'],
  document: ['文件', 'document'],
  general_public_revenue: ['一般公共预算收入', 'General public revenue'],
  general_public_revenue_total: ['一般公共预算收入总计（含上级补助、调入等）', 'General public budget, grand total of revenue'],
  general_public_expenditure: ['一般公共预算支出', 'General public expenditure'],
  general_public_expenditure_total: ['一般公共预算支出总计（含上解、调出等）', 'General public budget, grand total of expenditure'],
  government_fund_revenue: ['政府性基金收入', 'Government funds, revenue'],
  government_fund_revenue_total: ['政府性基金收入总计', 'Government funds, grand total of revenue'],
  government_fund_expenditure: ['政府性基金支出', 'Government funds, expenditure'],
  government_fund_expenditure_total: ['政府性基金支出总计', 'Government funds, grand total of expenditure'],
  state_capital_revenue: ['国有资本经营收入', 'State capital, revenue'],
  state_capital_revenue_total: ['国有资本经营收入总计', 'State capital, grand total of revenue'],
  state_capital_expenditure: ['国有资本经营支出', 'State capital, expenditure'],
  state_capital_expenditure_total: ['国有资本经营支出总计', 'State capital, grand total of expenditure'],
  social_insurance_revenue: ['社会保险基金收入', 'Social insurance, revenue'],
  social_insurance_revenue_total: ['社会保险基金收入总计', 'Social insurance, grand total of revenue'],
  social_insurance_expenditure: ['社会保险基金支出', 'Social insurance, expenditure'],
  social_insurance_expenditure_total: ['社会保险基金支出总计', 'Social insurance, grand total of expenditure'],
  transfers_received: ['上级转移支付', 'Transfers received'],
  transfers_given: ['对下转移支付', 'Transfers given'],
})

const items = [
  'general_public_revenue', 'general_public_revenue_total', 'general_public_expenditure', 'general_public_expenditure_total',
  'government_fund_revenue', 'government_fund_revenue_total', 'government_fund_expenditure', 'government_fund_expenditure_total',
  'state_capital_revenue', 'state_capital_revenue_total', 'state_capital_expenditure', 'state_capital_expenditure_total',
  'social_insurance_revenue', 'social_insurance_revenue_total', 'social_insurance_expenditure', 'social_insurance_expenditure_total', 'transfers_received', 'transfers_given',
] as const
const levels = ['whole', 'own', 'unsaid', 'lower'] as const
type Level = (typeof levels)[number]
const order = ['budget', 'adjusted', 'execution', 'final_accounts']

export const levelName = (level: string | undefined): string => !level || level === 'unsaid' ? t('unsaid') : term('governmentLevel', level)

export function governments(place: PlaceFile): HTMLElement {
  const known = levels.filter(level => place.governments.some(year => (year.level ?? 'unsaid') === level))
  const box = h('div')
  const draw = (level: Level) => {
    const years = place.governments.filter(year => (year.level ?? 'unsaid') === level).sort((left, right) => left.year - right.year || order.indexOf(left.phase) - order.indexOf(right.phase))
    const rows = items.filter(item => years.some(year => year.figures[item]))
    const drawn = (['general_public_expenditure', 'general_public_revenue'] as const).filter(item => years.some(year => year.figures[item]))
    box.replaceChildren()
    append(box, [
      drawn.length > 0 && years.length > 1 && bars({
        label: `${t('title')} · ${levelName(level)}`, names: years.map(year => accountName(year.year, year.phase)), lying: true,
        series: drawn.map(item => ({ name: t(item), values: years.map(year => year.figures[item]?.[0] ?? null) })),
        contradicted: index => drawn.some(item => years[index]!.figures[item]?.[1] === 2),
        chosen: (index, series) => {
          const figure = years[index]!.figures[drawn[series]!]
          if (figure) location.hash = evidenceAddress(years[index]!.document, figure)
        },
      }),
      h('div', { class: 'scroll' }, h('table', { class: 'compared' },
        h('thead', null, h('tr', null, h('th', { scope: 'col' }, `${t('item')} (${unitName()})`), years.map(year => h('th', { scope: 'col', class: 'number' }, h('a', { href: address.document(year.document) }, accountName(year.year, year.phase)))))),
        h('tbody', null, rows.map(item => h('tr', null, h('th', { scope: 'row' }, t(item)), years.map(year => figureCell(year.document, year.figures[item]))))))),
    ])
  }
  const choose = h('select', { id: 'level', on: { change: () => draw(choose.value as Level) } }, known.map(level => h('option', { value: level }, levelName(level))))
  if (known[0]) draw(known[0])
  return h('section', { id: 'governments' }, h('h2', null, t('title')), known.length === 0 ? h('p', { class: 'soft' }, t('none')) : [
    h('p', { class: 'soft' }, t('note')), h('p', { class: 'toolbar no-print' }, h('label', { for: 'level' }, `${t('level')} `), choose), box])
}
