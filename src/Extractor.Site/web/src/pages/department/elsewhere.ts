// A department against the same department of other places.
import type { DepartmentDocument, DepartmentFile, PeersFile } from '../../contract'
import { append, h } from '../../dom'
import { unitName } from '../../figures/amounts'
import { bars } from '../../figures/chart'
import { evidenceAddress, figureCell } from '../../figures/evidence'
import { texts } from '../../language'
import { address } from '../../page'
import { term } from '../../terms'

const t = texts({
  title: ['与其他地方的同类部门相比', 'The same department elsewhere'],
  note: ['按名称去掉地名及“局、厅、委员会、办公室”等字后相同（“{0}”）、同一年度、同为{1}、同一范围（{2}）来匹配；职能未必完全相同。', 'Matched by name without place and without 局, 厅, 委员会, 办公室 (“{0}”), same year, both {1}, same extent ({2}); duties may differ all the same.'],
  alone: ['数据中没有名称匹配（“{0}”）的其他地方的部门在同一年度、同一范围的文件；名称不同的同类部门没有匹配。', 'No department of another place whose name matches (“{0}”) has a document of the same year and extent among the data; the same office under another name is not matched.'],
  measure: ['比较项目', 'Measure'],
  department: ['部门', 'Department'],
  compare: ['逐科目比较前 {0} 个', 'Compare the first {0} subject by subject'],
  more: ['图中为最大的 {0} 个，共 {1} 个', 'The chart shows the largest {0} of {1}'],
})

const measures = ['expenditure', 'general_public', 'personnel', 'public', 'project', 'three_public'] as const
const mostBars = 20
const mostRows = 200

export function elsewhere(department: DepartmentFile, chosen: DepartmentDocument, all: PeersFile): HTMLElement {
  const peers = all.filter(peer => peer.scope === chosen.scope && (peer.id === chosen.id || peer.key !== department.key))
  const section = h('section', null, h('h2', null, t('title')))
  if (peers.length < 2) {
    append(section, h('p', { class: 'soft' }, t('alone', department.kind)))
    return section
  }
  const box = h('div')
  const select = h('select', { id: 'measure', on: { change: () => draw() } }, measures.map(name => h('option', { value: name }, term('total', name))))
  const draw = () => {
    const measure = select.value
    const sorted = [...peers].sort((left, right) => (right.totals[measure]?.[0] ?? -Infinity) - (left.totals[measure]?.[0] ?? -Infinity))
    const drawn = sorted.filter(peer => peer.totals[measure]).slice(0, mostBars)
    const columns = [chosen, ...sorted.filter(peer => peer.id !== chosen.id)].slice(0, 5).map(peer => `${'key' in peer ? peer.key : department.key}:${peer.year}:${peer.phase}:${peer.scope}`)
    box.replaceChildren()
    append(box, [
      drawn.length > 0 && bars({
        label: `${t('title')}: ${term('total', measure)}`, lying: true, names: drawn.map(peer => peer.name), series: [{ name: term('total', measure), values: drawn.map(peer => peer.totals[measure]![0]) }],
        own: index => drawn[index]!.id === chosen.id, contradicted: index => drawn[index]!.totals[measure]![1] === 2,
        chosen: index => { location.hash = evidenceAddress(drawn[index]!.id, drawn[index]!.totals[measure]!) },
      }),
      sorted.length > mostBars && h('p', { class: 'soft' }, t('more', drawn.length, sorted.length)),
      h('div', { class: 'scroll' }, h('table', null,
        h('thead', null, h('tr', null, h('th', { scope: 'col' }, `${t('department')} (${unitName()})`), measures.map(name => h('th', { scope: 'col', class: 'number', 'aria-sort': name === measure ? 'descending' : null }, term('total', name))))),
        h('tbody', null, sorted.slice(0, mostRows).map(peer => h('tr', { class: peer.id === chosen.id ? 'own' : null },
          h('th', { scope: 'row' }, peer.id === chosen.id ? peer.name : h('a', { href: address.department(peer.key, peer.id) }, peer.name)),
          measures.map(name => figureCell(peer.id, peer.totals[name]))))))),
      h('p', { class: 'no-print' }, h('a', { class: 'button', href: address.comparison(columns) }, t('compare', columns.length))),
    ])
  }
  append(section, [
    h('p', { class: 'soft' }, t('note', department.kind, term('phase', chosen.phase), term('scope', chosen.scope))),
    h('p', { class: 'no-print' }, h('label', { for: 'measure' }, `${t('measure')} `), select), box,
  ])
  draw()
  return section
}
