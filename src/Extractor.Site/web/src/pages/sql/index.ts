// Any question, in SQL over the published files, answered in the browser; each answer leads to its evidence.
import { append, h } from '../../dom'
import { saveCsv } from '../../figures/csv'
import { number, pick, texts } from '../../language'
import { address, type OpenPage } from '../../page'
import { TooMuchError } from './catalogue'
import { Engine, type Answer } from './engine'
import { questions } from './questions'

const t = texts({
  title: ['用 SQL 提问', 'Ask in SQL'],
  lede: ['在浏览器里查询已发布的全部数据（原样单元格除外），不向任何服务器发送。首次运行须载入约 34 MB 的 DuckDB。', 'Queries all published data but the cells as printed, in the browser; nothing is sent anywhere. The first run loads DuckDB, some 34 MB.'],
  cookbook: ['查询手册', 'Cookbook'],
  own: ['自己的问题', 'A question of your own'],
  query: ['SQL', 'SQL'],
  year: ['只载入年度', 'Load only the year'],
  all: ['全部', 'all'],
  run: ['运行', 'Run'],
  stop: ['停止', 'Stop'],
  csv: ['下载 CSV', 'Download CSV'],
  opening: ['正在载入 DuckDB…', 'Loading DuckDB…'],
  loading: ['正在载入 {0}…', 'Loading {0}…'],
  asking: ['正在计算…', 'Running…'],
  stopped: ['已停止。', 'Stopped.'],
  rows: ['{0} 行，{1} 秒', '{0} rows, {1} s'],
  shown: ['{0} 行，{1} 秒；显示前 {2} 行，CSV 含全部', '{0} rows, {1} s; the first {2} are shown, the CSV has all'],
  failed: ['没有答案：{0}', 'No answer: {0}'],
  tooMuch: ['{0} 有 {1} 行，超出浏览器能安全载入的范围：请只载入一个年度，或用 DuckDB 查询发布的文件夹。', '{0} has {1} rows, more than a browser can load safely: load one year only, or ask the published folder with DuckDB.'],
  evidence: ['结果里同时有 document_id 与 line_id、line_ids 或 …_line_id 时，每个数都可点开看原页。', 'Where an answer has document_id beside line_id, line_ids or …_line_id, each leads to the page that printed it.'],
  datasets: ['数据集与视图', 'Datasets and views'],
  result: ['结果', 'Answer'],
})

const mostShown = 1000
const lineId = /^[0-9a-f]{24}$/

let kept: Promise<Engine> | null = null

export const open: OpenPage = async route => {
  const engine = await (kept ??= Engine.open())
  const sql = h('textarea', { id: 'sql', rows: '9', spellcheck: 'false', autocomplete: 'off' })
  sql.value = route.query.get('q') ?? questions[0]?.sql ?? ''
  const asked = () => questions.findIndex(question => question.sql === sql.value)
  const choice = h('select', { id: 'question', on: { change: () => { const chosen = questions[Number(choice.value)]; if (chosen) sql.value = chosen.sql } } },
    h('option', { value: '-1' }, t('own')), questions.map((question, index) => h('option', { value: index }, `${index + 1}. ${pick(question.title)}`)))
  choice.value = String(asked())
  sql.addEventListener('input', () => { choice.value = String(asked()) })
  const year = h('select', { id: 'year' }, h('option', { value: '' }, t('all')), engine.years.map(value => h('option', { value }, value)))
  year.value = route.query.get('year') ?? ''
  const status = h('p', { class: 'soft', role: 'status' })
  const result = h('section', { 'aria-label': t('result') })
  const run = h('button', { type: 'submit', id: 'run' }, t('run'))
  const stop = h('button', { type: 'button', hidden: true, on: { click: () => { turn++; void engine.stop(); done(t('stopped')) } } }, t('stop'))
  let turn = 0

  const done = (text: string) => {
    status.textContent = text
    run.disabled = false
    stop.hidden = true
  }
  const ask = async () => {
    const own = ++turn
    history.replaceState(null, '', address.sql(sql.value, year.value))
    result.replaceChildren()
    run.disabled = true
    stop.hidden = false
    status.textContent = t('opening')
    const started = performance.now()
    try {
      const answer = await engine.ask(sql.value, year.value, dataset => { if (own === turn) status.textContent = t('loading', dataset) })
      if (own !== turn) return
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      append(result, drawn(answer))
      done(answer.rows.length > mostShown ? t('shown', number(answer.rows.length), seconds, number(mostShown)) : t('rows', number(answer.rows.length), seconds))
    } catch (error) {
      if (own !== turn) return
      done(error instanceof TooMuchError ? t('tooMuch', error.dataset, number(error.rows)) : t('failed', error instanceof Error ? error.message : String(error)))
    }
  }

  const element = h('article', { class: 'sql' },
    h('h1', null, t('title')), h('p', { class: 'lede' }, t('lede')),
    h('form', { on: { submit: event => { event.preventDefault(); void ask() } } },
      h('p', null, h('label', { for: 'question' }, `${t('cookbook')} `), choice),
      h('p', null, h('label', { for: 'sql' }, t('query')), sql),
      h('p', { class: 'toolbar' }, h('label', { for: 'year' }, t('year')), year, run, stop)),
    status, h('p', { class: 'soft' }, t('evidence')), result,
    h('details', null, h('summary', null, t('datasets')), h('dl', { class: 'views' },
      engine.views.map(view => [h('dt', null, h('code', null, view.name)), h('dd', null, view.about)]))))
  return { title: t('title'), element, shown: () => { if (route.query.has('q')) void ask() }, close: () => { turn++ } }
}

function drawn(answer: Answer): HTMLElement[] {
  const at = answer.columns.indexOf('document_id')
  const numeric = answer.columns.map((_, column) => answer.rows.some(row => typeof row[column] === 'number' || typeof row[column] === 'bigint'))
  return [
    h('p', { class: 'no-print' }, h('button', { type: 'button', id: 'csv', on: { click: () => save(answer) } }, t('csv'))),
    h('div', { class: 'scroll', tabindex: '0' }, h('table', null,
      h('thead', null, h('tr', null, answer.columns.map((name, column) => h('th', { scope: 'col', class: numeric[column] ? 'number' : null }, name)))),
      h('tbody', null, answer.rows.slice(0, mostShown).map(row => h('tr', null, row.map((value, column) =>
        h('td', { class: numeric[column] ? 'number' : null }, linked(answer.columns[column]!, value, at < 0 ? null : row[at]))))))))]
}

/** Ids of documents and lines lead to what they name. */
function linked(column: string, value: unknown, document: unknown): (HTMLElement | string)[] {
  const text = textOf(column, value)
  const isDocument = (id: unknown): id is string => typeof id === 'string' && /^[0-9a-f]{64}$/.test(id)
  if (column === 'document_id' && isDocument(value)) return [h('a', { href: address.document(value) }, text.slice(0, 12))]
  if (/(^|_)line_ids?$/.test(column) && isDocument(document)) {
    return text.split(' ').filter(id => lineId.test(id)).slice(0, 5).flatMap(id => [h('a', { href: address.anyLine(document, id) }, id.slice(0, 8)), ' '])
  }
  return [text]
}

function textOf(column: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return column.endsWith('year') ? String(value) : number(value)
  return value instanceof Date ? value.toISOString() : String(value)
}

const save = (answer: Answer): void => saveCsv('answer', answer.columns, answer.rows.map(row => row.map(value =>
  value instanceof Date ? value.toISOString() : typeof value === 'number' ? value : value === null || value === undefined ? null : String(value))))
