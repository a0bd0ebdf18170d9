// A sheet of `extractor audit`: its lines with what is claimed of them, each beside its page; marks as the sheet itself saves them.
import { append, h } from '../../dom'
import { saveCsv } from '../../figures/csv'
import { number, texts } from '../../language'
import { address } from '../../page'

const t = texts({
  title: ['抽查表', 'Audit sheet'],
  note: ['打开 extractor audit 写出的 sheet.html：逐行与原页对照。文件只在本机读，不上传；标记存在本浏览器。', 'Open the sheet.html that extractor audit wrote, and hold each line against its page. The file is read here and sent nowhere; marks stay in this browser.'],
  file: ['选择 sheet.html', 'Choose sheet.html'],
  bad: ['这不是 extractor audit 的 sheet.html。', 'This is no sheet.html of extractor audit.'],
  line: ['行', 'Line'], claims: ['所称', 'What is claimed'], mark: ['判断', 'Judgement'],
  right: ['✓ 都对', '✓ all right'], wrong: ['✗ 有错', '✗ something is wrong'], unknown: ['? 看不出', '? cannot tell'],
  done: ['{0} / {1} 行已判断', '{0} of {1} lines judged'],
  save: ['判断存为 CSV', 'Judgements as CSV'],
})

interface Sheet {
  readonly title: string
  readonly fields: readonly (readonly [name: string, chinese: string])[]
  readonly lines: readonly { readonly line_id: string; readonly document_id: string; readonly department_name?: string; readonly archive_location: string; readonly page_number: number; readonly row: string; readonly claims: readonly (string | null)[] }[]
}

export function audit(): HTMLElement {
  const place = h('div')
  const field = h('input', { type: 'file', accept: 'text/html,.html', id: 'sheet', on: { change: () => void read() } })
  const read = async () => {
    const text = await field.files?.[0]?.text()
    if (text === undefined) return
    const sheet = sheetOf(text)
    place.replaceChildren()
    append(place, sheet ? lines(sheet) : h('p', { role: 'alert' }, t('bad')))
  }
  return h('div', { class: 'audit' }, h('h2', null, t('title')), h('p', { class: 'soft' }, t('note')), h('p', null, h('label', { for: 'sheet' }, t('file')), ' ', field), place)
}

/** What the sheet holds as data; nothing of it is run. */
function sheetOf(text: string): Sheet | null {
  try {
    const sheet = JSON.parse(new DOMParser().parseFromString(text, 'text/html').getElementById('lines')?.textContent ?? '') as Sheet
    return Array.isArray(sheet.lines) && Array.isArray(sheet.fields) ? sheet : null
  } catch {
    return null
  }
}

function lines(sheet: Sheet): HTMLElement[] {
  const key = `extractor.audit ${sheet.title}`
  const marks = JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, string>
  const done = h('span', { class: 'soft', role: 'status' })
  const tell = () => { done.textContent = t('done', number(Object.keys(marks).length), number(sheet.lines.length)) }
  tell()
  return [
    h('p', { class: 'toolbar' }, done, h('button', { type: 'button', on: { click: () => saveCsv(sheet.title, ['line_id', 'document_id', 'mark'], sheet.lines.map(line => [line.line_id, line.document_id, marks[line.line_id] ?? null])) } }, t('save'))),
    h('div', { class: 'scroll' }, h('table', null,
      h('thead', null, h('tr', null, (['line', 'claims', 'mark'] as const).map(name => h('th', { scope: 'col' }, t(name))))),
      h('tbody', null, sheet.lines.map(line => {
        const choose = h('select', {
          'aria-label': `${t('mark')} ${line.line_id}`, on: {
            change: () => {
              if (choose.value) marks[line.line_id] = choose.value
              else delete marks[line.line_id]
              localStorage.setItem(key, JSON.stringify(marks))
              tell()
            },
          },
        }, h('option', { value: '' }, '—'), (['right', 'wrong', 'unknown'] as const).map(mark => h('option', { value: mark, selected: marks[line.line_id] === mark }, t(mark))))
        return h('tr', null,
          h('th', { scope: 'row' }, h('a', { href: address.anyLine(line.document_id, line.line_id), target: '_blank' }, line.row || line.line_id), ' ', h('small', { class: 'soft' }, `${line.department_name ?? line.archive_location} · ${line.page_number}`)),
          h('td', null, h('dl', { class: 'facts' }, sheet.fields.map(([name, chinese], index) => line.claims[index] ? [h('dt', { title: name }, chinese), h('dd', null, line.claims[index])] : null))),
          h('td', null, choose))
      })))),
  ]
}
