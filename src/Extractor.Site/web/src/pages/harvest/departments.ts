// Departments of a publisher by years: found, disclosed otherwise, missing since when, or not due before when.
import type { HarvestedDocument, HarvestedDepartment, HarvestedPublisher } from '../../contract'
import { load } from '../../data'
import { h } from '../../dom'
import { texts } from '../../language'
import { address } from '../../page'
import { term } from '../../terms'

const t = texts({
  heading: ['{0}：部门与年度', '{0}: departments by years'],
  department: ['部门', 'Department'],
  unknownDepartment: ['部门未知', 'Department unknown'],
  noYear: ['年度未知', 'No year'],
  page_images: ['页面图片', 'page images'],
  page_tables: ['网页表格', 'tables of the page'],
  missing: ['缺失，应于 {0} 前公开', 'missing, was due by {0}'],
  missingNoDay: ['缺失', 'missing'],
  not_due: ['应于 {0} 前公开', 'due by {0}'],
  due: ['应公开之日依据预算法和监督法推定，取其最晚；上年已公开的部门，本年应当公开。', 'Due dates follow from the Budget Law and the Supervision Law, the latest that they allow; a department that disclosed the year before is expected to.'],
})

export async function departmentTable(publisher: HarvestedPublisher): Promise<HTMLElement> {
  const departments = await load<readonly HarvestedDepartment[]>(`harvests/${publisher.key}.json`)
  const years = [...new Set(departments.flatMap(({ documents }) => documents.map(({ year }) => year ?? 0)))].sort((one, other) => other - one)
  return h('section', null,
    h('h2', null, t('heading', publisher.name)),
    h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': t('heading', publisher.name) }, h('table', { class: 'departments' },
      h('thead', null, h('tr', null, h('th', { scope: 'col' }, t('department')), years.map(year => h('th', { scope: 'col' }, year || t('noYear'))))),
      h('tbody', null, departments.map(({ name, documents }) => h('tr', null,
        h('th', { scope: 'row' }, name ?? t('unknownDepartment')),
        years.map(year => h('td', null, documents.filter(document => (document.year ?? 0) === year).map(entry)))))))),
    h('p', { class: 'soft' }, t('due')))
}

function entry(document: HarvestedDocument): HTMLElement {
  const { state, kind, due, id } = document
  const name = term('kind', kind)
  const text = state === 'file' ? name
    : state === 'missing' ? [name, ' ', h('span', { class: 'badge error' }, due ? t('missing', due) : t('missingNoDay'))]
      : state === 'not_due' ? h('span', { class: 'soft' }, name, ' ', h('span', { class: 'day' }, t('not_due', due ?? '')))
        : [name, ' ', h('span', { class: 'badge warning' }, t(state))]
  return h('div', { title: document.reason }, id ? h('a', { href: address.document(id) }, text) : text)
}
