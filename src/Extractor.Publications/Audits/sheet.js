'use strict'
const sheet = JSON.parse(document.getElementById('lines').textContent)
const marks = { right: ['✓', 'r'], wrong: ['✗', 'w'], unknown: ['?', 'u'] }
const store = 'audit ' + sheet.title
const state = JSON.parse(localStorage.getItem(store) ?? '{}')
let line = 0
let field = 0

function make(name, attributes, ...children) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (typeof value === 'function') element.addEventListener(key, value)
    else element.setAttribute(key, value)
  }
  element.append(...children.filter(child => child != null))
  return element
}

// What a line does not claim is not judged.
const fieldsOf = item => sheet.fields.map((_, index) => index).filter(index => item.claims[index] != null)
const own = () => (state[sheet.lines[line].line_id] ??= { marks: {}, note: '' })

function keep() {
  localStorage.setItem(store, JSON.stringify(state))
}

function mark(index, value) {
  const name = sheet.fields[index][0]
  if (own().marks[name] === value) delete own().marks[name]
  else own().marks[name] = value
  keep()
  field = index
  step(1)
}

function step(by) {
  const fields = fieldsOf(sheet.lines[line])
  field = fields[Math.max(0, Math.min(fields.length - 1, fields.indexOf(field) + by))]
  draw()
}

function restIsRight() {
  for (const index of fieldsOf(sheet.lines[line])) own().marks[sheet.fields[index][0]] ??= 'right'
  keep()
  go(1)
}

function go(by) {
  line = Math.max(0, Math.min(sheet.lines.length - 1, line + by))
  field = 0
  draw()
}

function page(item) {
  const image = document.getElementById(item.page)
  if (!image || !item.width || !item.height) return make('div', { class: 'page' }, '没有页面图像 no drawing of the page: ' + item.archive_location)
  const share = (value, whole) => (100 * value / whole).toFixed(3) + '%'
  const [left, top, right, bottom] = item.box
  const height = share(bottom - top, item.height)
  const box = make('div', { class: 'box', style: `position:absolute;left:${share(left, item.width)};top:${share(top, item.height)};width:${share(right - left, item.width)};height:${height}` })
  const row = make('div', { class: 'row', style: `position:absolute;top:${share(top, item.height)};height:${height}` })
  const inner = make('div', { dblclick: () => inner.classList.toggle('zoomed') }, make('img', { src: 'data:image/png;base64,' + image.textContent }), row, box)
  requestAnimationFrame(() => box.scrollIntoView({ block: 'center', inline: 'nearest' }))
  return make('div', { class: 'page' }, inner)
}

function judge(item) {
  const rows = fieldsOf(item).map(index => [...sheet.fields[index], index]).map(([name, chinese, index]) => make('tr', { class: `${own().marks[name] ?? ''} ${index === field ? 'chosen' : ''}` },
    make('td', {}, `${chinese} ${name}`), make('td', {}, item.claims[index]),
    make('td', {}, ...Object.entries(marks).map(([value, [sign]]) =>
      make('button', { 'aria-pressed': String(own().marks[name] === value), title: value, click: () => mark(index, value) }, sign)))))
  const note = make('textarea', { rows: 2, placeholder: '备注 note', input: event => { own().note = event.target.value; keep() } })
  note.value = own().note
  return make('div', {},
    make('p', {}, make('b', {}, item.department_name ?? '-'), ` ${item.archive_location}, 第 ${item.page_number} 页`),
    make('p', {}, `${item.title ?? '-'} (${item.table_key})`), make('p', {}, '行 row: ' + item.row), make('p', {}, '列 column: ' + (item.header ?? '-')),
    make('p', {}, `${item.proof}${item.doubt ? ', ' + item.doubt : ''}`),
    make('table', {}, ...rows), note,
    make('p', {}, make('button', { click: restIsRight }, '其余都对 the rest is right (a)')),
    make('small', {}, 'r ✓  w ✗  u ?  ↑↓ 字段 field  ←→ 行 line  a 其余都对 the rest is right; 双击页面放大 double click enlarges the page'))
}

function draw() {
  const item = sheet.lines[line]
  const judged = sheet.lines.filter(other => fieldsOf(other).every(index => state[other.line_id]?.marks[sheet.fields[index][0]])).length
  document.body.querySelectorAll('header, main').forEach(element => element.remove())
  document.body.append(
    make('header', {}, make('b', {}, `${sheet.title}: ${line + 1} / ${sheet.lines.length}, 已判 judged ${judged}`),
      make('button', { click: () => go(-1) }, '←'), make('button', { click: () => go(1) }, '→'), make('button', { click: save }, '下载 save marks.csv')),
    make('main', {}, page(item), judge(item)))
}

function save() {
  const quoted = value => '"' + String(value ?? '').replaceAll('"', '""') + '"'
  const rows = [['line_id', 'field', 'mark', 'claim', 'note']]
  for (const item of sheet.lines) {
    sheet.fields.forEach(([name], index) => {
      const judged = state[item.line_id]
      if (judged?.marks[name]) rows.push([item.line_id, name, judged.marks[name], item.claims[index], judged.note])
    })
  }
  const text = rows.map(row => row.map(quoted).join(',') + '\r\n').join('')
  const link = make('a', { download: 'marks.csv', href: URL.createObjectURL(new Blob([text], { type: 'text/csv' })) })
  link.click()
}

document.addEventListener('keydown', event => {
  if (event.target.tagName === 'TEXTAREA' || event.ctrlKey || event.metaKey || event.altKey) return
  const value = Object.keys(marks).find(name => marks[name][1] === event.key)
  if (value) mark(field, value)
  else if (event.key === 'a') restIsRight()
  else if (event.key === 'ArrowRight') go(1)
  else if (event.key === 'ArrowLeft') go(-1)
  else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    step(event.key === 'ArrowDown' ? 1 : -1)
  } else return
  event.preventDefault()
})

draw()
