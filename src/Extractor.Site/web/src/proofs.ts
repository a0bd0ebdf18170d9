// The shares of figures that are proven, contradicted and unproven, as a bar and in words.
import { h } from './dom'
import { number, percent, texts } from './language'
import { term } from './terms'
import type { Proofs } from './contract'

const t = texts({ label: ['已证实 {0}，有矛盾 {1}，未证实 {2}', '{0} proven, {1} contradicted, {2} unproven'] })

const names = ['proven', 'contradicted', 'unproven'] as const

export function proofBar(proofs: Proofs): HTMLElement {
  const all = proofs[0] + proofs[1] + proofs[2]
  const bar = h('div', { class: 'bar', role: 'img', 'aria-label': t('label', number(proofs[0]), number(proofs[1]), number(proofs[2])), title: t('label', number(proofs[0]), number(proofs[1]), number(proofs[2])) })
  names.forEach((name, index) => {
    if (!proofs[index]) return
    const part = h('i', { class: name })
    // A contradiction among thousands is still seen.
    part.style.flex = `${Math.max(proofs[index]! / all, 0.006)}`
    bar.append(part)
  })
  return bar
}

export const proofLegend = (proofs: Proofs): HTMLElement => {
  const all = Math.max(1, proofs[0] + proofs[1] + proofs[2])
  return h('ul', { class: 'legend' }, names.map((name, index) => h('li', { class: name }, `${term('proof', name)} ${number(proofs[index]!)} (${percent(proofs[index]! / all)})`)))
}
