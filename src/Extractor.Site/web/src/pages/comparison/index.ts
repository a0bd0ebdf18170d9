import { append, h } from '../../dom'
import { unitName, unitSwitch } from '../../figures/amounts'
import { bars } from '../../figures/chart'
import { evidenceAddress, figureCell, legend, totalCell } from '../../figures/evidence'
import { accountName } from '../../figures/files'
import { percent, texts } from '../../language'
import { address, type OpenPage, type Route } from '../../page'
import { term } from '../../terms'
import { accountOf, compare, digits, loadColumn, mostColumns, sumOf, type Classification, type Column, type ComparedRow, type Level } from './columns'
import { picker } from './picker'

const t = texts({
  title: ['部门比较', 'Compare departments'],
  empty: ['用上面的检索添加两个或更多部门。比较的内容写在地址里，可以收藏或发给别人。', 'Add two or more departments above. The address holds the comparison: it can be kept and sent.'],
  by: ['分类', 'Classification'],
  functional: ['功能分类', 'By function'],
  economic: ['部门经济分类', 'By economic nature'],
  level: ['层级', 'Level'],
  totals: ['主要数字', 'Main figures'],
  subjects: ['按科目', 'By subject'],
  item: ['项目', 'Item'],
  subject: ['科目', 'Subject'],
  sum: ['合计', 'Sum'],
  noCode: ['（科目未定）', '(no code found)'],
  noTable: ['文件没有印出，或未能读出', 'not printed in the document, or not read'],
  noAccount: ['数据中没有这一年的文件', 'no such document among the data'],
  remove: ['移除 {0}', 'Remove {0}'],
  document: ['{0}的文件', 'Document of {0}'],
  csv: ['导出 CSV', 'Export CSV'],
  xlsx: ['导出 XLSX', 'Export XLSX'],
  mixed: ['所选文件的年度、预算或决算、范围不全相同：比较时请留意。', 'The documents differ in year, phase or extent: mind this when you compare.'],
  ofFunction: ['取自支出事实：全部资金，每一元只计一次；“—”表示没有印出或没有读到，不是 0。', 'From the facts of expenditure: all funds, every yuan once; a dash means not printed or not read, not nought.'],
  ofNature: ['取自支出事实：基本支出，每一元只计一次；“—”表示没有印出或没有读到，不是 0。', 'From the facts of expenditure: basic expenditure, every yuan once; a dash means not printed or not read, not nought.'],
  tenth: ['图中为最大的 {0} 个科目', 'The chart shows the largest {0} subjects'],
})

const totals = ['revenue', 'expenditure', 'general_public', 'basic', 'personnel', 'public', 'project', 'three_public', 'overseas', 'vehicle_total', 'reception'] as const
const mostBars = 10

export const open: OpenPage = async route => {
  const element = h('article', { class: 'comparison' })
  let columns = await columnsOf(route)
  let query = route.query
  const draw = () => {
    element.replaceChildren()
    append(element, content(columns, query, draw))
  }
  let latest = 0
  return {
    title: t('title'),
    element,
    shown: draw,
    close: () => { latest++ },
    update: next => {
      const number = ++latest
      void columnsOf(next).then(loaded => {
        if (number !== latest) return
        columns = loaded
        query = next.query
        const focused = document.activeElement?.id
        draw()
        if (focused) document.getElementById(focused)?.focus()
      })
      return true
    },
  }
}

const columnsOf = (route: Route): Promise<Column[]> => Promise.all([...new Set(route.query.getAll('d'))].slice(0, mostColumns).map(loadColumn))

function content(columns: readonly Column[], query: URLSearchParams, redraw: () => void): (HTMLElement | null | false)[] {
  const classification: Classification = query.get('by') === 'economic' ? 'economic' : 'functional'
  const levels: readonly Level[] = classification === 'economic' ? ['class', 'group'] : ['class', 'group', 'item']
  const level = levels.find(one => one === query.get('level')) ?? 'class'
  const accounts = columns.map(column => column.account)
  const go = (next: readonly string[], options: Readonly<Record<string, string>> = {}) => {
    location.hash = address.comparison(next, { by: classification, level, ...options })
  }
  const head = h('header', { class: 'page-head' }, h('h1', null, t('title')), unitSwitch(redraw))
  const pick = picker(account => go([...accounts, account]), columns.length < mostColumns, mostColumns)
  if (!columns.length) return [head, pick, h('p', { class: 'soft' }, t('empty'))]

  const choice = (name: 'by' | 'level', value: string | undefined, options: readonly (readonly [value: string, text: string])[]) => h('span', null,
    h('label', { for: name }, `${t(name)} `), h('select', { id: name, on: { change: event => go(accounts, { [name]: (event.target as HTMLSelectElement).value }) } },
      options.map(([option, text]) => h('option', { value: option, selected: option === value }, text))))
  const rows = compare(columns, classification, level)
  const save = async (kind: 'csv' | 'xlsx') => {
    const { linesOf, saveLines, saveXlsx } = await import('./export')
    const lines = linesOf(columns, classification)
    await (kind === 'csv' ? saveLines(lines) : saveXlsx(columns, rows, lines))
  }
  const differ = new Set(columns.filter(column => column.figures).map(column => `${column.figures!.year} ${column.figures!.phase} ${column.figures!.scope}`)).size > 1
  const header = () => columns.map((column, at) => h('th', { scope: 'col', class: 'number' }, heading(column), columns.length > 1 && h('button', {
    type: 'button', class: 'remove no-print', 'aria-label': t('remove', column.department?.name ?? column.account), on: { click: () => go(accounts.filter((_, other) => other !== at)) },
  }, '×'), column.choices.length > 0 && h('select', {
    class: 'no-print', 'aria-label': t('document', column.department!.name),
    on: { change: event => go(accounts.map((account, other) => (other === at ? (event.target as HTMLSelectElement).value : account))) },
  }, !column.figures && h('option', { value: column.account, selected: true }, t('noAccount')), column.choices.map(document => {
    const account = accountOf(column.department!.key, document)
    return h('option', { value: account, selected: account === column.account }, `${accountName(document.year!, document.phase!)} · ${term('scope', document.scope)}`)
  }))))
  return [
    head, pick, differ && h('p', { class: 'warn', role: 'note' }, t('mixed')), legend(),
    h('section', null, h('h2', null, t('totals')), h('div', { class: 'scroll' }, h('table', { class: 'compared' },
      h('thead', null, h('tr', null, h('th', { scope: 'col' }, `${t('item')} (${unitName()})`), header())),
      h('tbody', null, totals.map(name => h('tr', null, h('th', { scope: 'row' }, term('total', name)), columns.map(column => column.figures ? totalCell(column.figures, name) : figureCell('', undefined)))))))),
    h('section', null, h('h2', null, t('subjects')),
      h('div', { class: 'toolbar no-print' },
        choice('by', classification, [['functional', t('functional')], ['economic', t('economic')]]),
        choice('level', level, levels.map(one => [one, term('level', one)])),
        h('button', { type: 'button', id: 'csv', on: { click: () => void save('csv') } }, t('csv')),
        h('button', { type: 'button', id: 'xlsx', on: { click: () => void save('xlsx') } }, t('xlsx'))),
      h('p', { class: 'soft' }, t(classification === 'economic' ? 'ofNature' : 'ofFunction')),
      rows.length > 0 && columns.length <= 6 && chart(columns, rows),
      subjectTable(columns, rows, classification, level)),
  ]
}

function heading(column: Column): (HTMLElement | string)[] {
  if (!column.department) return [column.account]
  return [h('a', { href: address.department(column.department.key, column.figures?.id) }, column.department.name)]
}

function chart(columns: readonly Column[], rows: readonly ComparedRow[]): HTMLElement {
  const drawn = rows.slice(0, mostBars)
  return h('div', null, rows.length > mostBars && h('p', { class: 'soft' }, t('tenth', mostBars)), bars({
    label: t('subjects'), lying: true, names: drawn.map(row => row.name || row.code || t('noCode')),
    series: columns.map((column, at) => ({ name: `${column.department?.name ?? column.account} ${column.figures?.year ?? ''}`, values: drawn.map(row => row.figures[at]?.[0] ?? null) })),
    chosen: (index, series) => {
      const figure = drawn[index]!.figures[series]
      if (figure) location.hash = evidenceAddress(columns[series]!.figures!.id, figure)
    },
  }))
}

function subjectTable(columns: readonly Column[], rows: readonly ComparedRow[], classification: Classification, level: Level): HTMLElement {
  const sums = columns.map(column => sumOf(column.figures?.[classification]))
  const dataset = classification === 'economic' ? 'department_economic' : 'functional'
  return h('div', { class: 'scroll' }, h('table', { class: 'compared' },
    h('thead', null, h('tr', null, h('th', { scope: 'col' }, `${t('subject')} (${unitName()})`), columns.map((column, at) => h('th', { scope: 'col', class: 'number' }, column.department?.name ?? column.account, ' ', h('small', { class: 'soft' }, column.figures ? accountName(column.figures.year, column.figures.phase) : t('noAccount')),
      column.figures && !sums[at] && h('small', { class: 'contradicted' }, ` ${t('noTable')}`))))),
    h('tbody', null, rows.map(row => h('tr', null,
      h('th', { scope: 'row' }, row.code ? h('a', { href: address.subject(dataset, row.code) }, h('span', { class: 'code' }, row.code), ' ', row.name) : t('noCode'), row.code && row.code.length < digits[level] && h('small', { class: 'soft' }, ` ${term('level', row.code.length === 3 ? 'class' : 'group')}`)),
      row.figures.map((figure, at) => figureCell(columns[at]!.figures?.id ?? '', figure, figure && sums[at]?.[0] ? percent(figure[0] / sums[at][0]) : undefined))))),
    h('tfoot', null, h('tr', { class: 'sum' }, h('th', { scope: 'row' }, t('sum')), sums.map((sum, at) => figureCell(columns[at]!.figures?.id ?? '', sum))))))
}
