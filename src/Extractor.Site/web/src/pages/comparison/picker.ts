// Finding a department to compare: a field and the departments that it finds, each a button.
import { append, h } from '../../dom'
import { loadDepartment } from '../../figures/files'
import { texts } from '../../language'
import { find, isLongEnough } from '../search/find'
import { accountOf, accountsOf } from './columns'

const t = texts({
  label: ['添加部门', 'Add a department'],
  placeholder: ['部门名称，例如 财政局', 'Name of a department, such as 财政局'],
  none: ['没有找到。', 'Nothing found.'],
  noAccount: ['这个部门没有预算或决算。', 'This department has no budget or accounts.'],
  full: ['最多比较 {0} 个。', 'No more than {0} can be compared.'],
  found: ['找到 {0} 个部门', '{0} departments found'],
})

export function picker(add: (account: string) => void, room: boolean, most: number): HTMLElement {
  const input = h('input', { type: 'search', id: 'add', autocomplete: 'off', placeholder: t('placeholder'), disabled: !room })
  const status = h('span', { class: 'soft', role: 'status' }, room ? '' : t('full', most))
  const found = h('ul', { class: 'picks' })
  let latest = 0
  const pick = async (key: string) => {
    const account = accountsOf(await loadDepartment(key))[0]
    if (account) add(accountOf(key, account))
    else status.textContent = t('noAccount')
  }
  input.addEventListener('input', () => void (async () => {
    const number = ++latest
    const query = input.value
    const items = isLongEnough(query) ? await (await find('departments', query)).next(12) : null
    if (number !== latest) return
    found.replaceChildren()
    status.textContent = items ? (items.length ? t('found', items.length) : t('none')) : ''
    append(found, items?.map(([texts, key]) => h('li', null, h('button', { type: 'button', on: { click: () => void pick(String(key)) } }, texts[0]!, ' ', h('small', { class: 'soft' }, texts[1])))))
  })())
  return h('div', { class: 'picker no-print' }, h('label', { for: 'add' }, t('label')), input, status, found)
}
