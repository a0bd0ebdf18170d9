// Bars: lying with long names beside them, or standing with years below them.
import { ticks } from 'd3-array'
import { s } from '../dom'
import { texts, yuan } from '../language'
import { withUnit } from './amounts'
import { clipped, picture } from './picture'

export interface Bars {
  /** Read out in place of the picture. */
  readonly label: string
  readonly names: readonly string[]
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[]
  /** Bars lie, names beside them; for long names. */
  readonly lying?: boolean
  /** Values are shares of one, not yuan. */
  readonly shares?: boolean
  /** Which bar is contradicted, and which is the one that the page is about. */
  readonly contradicted?: (index: number) => boolean
  readonly own?: (index: number) => boolean
  readonly chosen?: (index: number, series: number) => void
}

const t = texts({ name: ['名称', 'Name'] })

const letter = 12
const thickness = 14
const gap = 10

export function bars(given: Bars): HTMLElement {
  const { label, names, series, lying = false, shares = false } = given
  const many = series.length > 1
  const top = many ? 26 : 4
  const group = series.length * thickness + gap
  const height = lying ? top + names.length * group + 22 : 300
  return picture({
    label, height,
    draw: width => [...(many ? keys(series.map(one => one.name), width) : []), ...(lying ? lie(given, width, top, group) : stand(given, width, height, top))],
    fields: [t('name'), ...series.map(one => shares ? one.name : `${one.name} (元)`)],
    rows: names.map((name, index) => [name, ...series.map(one => one.values[index] ?? null)]),
  })
}

/** The scale of the values: nought is always on it. */
function scale({ series, shares }: Bars, from: number, to: number, count: number) {
  const values = series.flatMap(one => one.values.map(value => value === null ? 0 : shares ? value * 100 : value))
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values, Number.EPSILON)]
  const steps = ticks(low, high, count)
  const step = steps.length > 1 ? steps[1]! - steps[0]! : high
  const [first, last] = [Math.floor(low / step - 1e-9 + (low === 0 ? 1e-9 : 0)) * step, Math.ceil(high / step - 1e-9) * step]
  return { at: (value: number) => from + (to - from) * (value - first) / (last - first || 1), steps: ticks(first, last, count) }
}

const shown = ({ shares }: Bars, value: number): string => shares ? `${(value * 100).toFixed(1)} %` : withUnit(value)

function bar(given: Bars, index: number, at: number, place: Record<string, number>, reach: Record<string, number>): SVGElement {
  const { name, values } = given.series[at]!
  const kind = given.contradicted?.(index) ? 'bad' : given.own && !given.own(index) ? 'other' : `series-${at % 10}`
  return s('g', { class: given.chosen ? 'leads' : null, on: given.chosen ? { click: () => given.chosen!(index, at) } : {} },
    s('title', null, `${given.names[index]}${given.series.length > 1 ? ` · ${name}` : ''}: ${shown(given, values[index]!)}`),
    s('rect', { class: 'reach', ...reach }), s('rect', { class: kind, ...place }))
}

function lie(given: Bars, width: number, top: number, group: number): SVGElement[] {
  const { names, series, shares } = given
  const longest = Math.max(...names.map(name => [...name].reduce((sum, each) => sum + (each.charCodeAt(0) > 0x2e80 ? letter : letter * 0.56), 0)))
  const left = Math.min(longest + 8, width * 0.38)
  const right = width - (width < 480 ? 76 : 112)
  const { at, steps } = scale(given, left, right, width < 480 ? 3 : 6)
  const bottom = top + names.length * group
  return [
    ...steps.flatMap(step => [
      s('line', { class: 'rule', x1: at(step), x2: at(step), y1: top, y2: bottom }),
      s('text', { class: 'mark-of-axis', x: at(step), y: bottom + 15, 'text-anchor': 'middle' }, shares ? `${step} %` : yuan(step))]),
    ...names.flatMap((name, index) => {
      const y = top + index * group + gap / 2
      return [
        s('text', { x: left - 8, y: y + series.length * thickness / 2, 'text-anchor': 'end', 'dominant-baseline': 'central' }, s('title', null, name), clipped(name, left - 8, letter)),
        ...series.flatMap((one, each) => {
          const value = one.values[index] ?? null
          const line = y + each * thickness
          if (value === null) return [s('text', { class: 'mark-of-axis', x: at(0) + 5, y: line + thickness / 2, 'dominant-baseline': 'central' }, '—')]
          const [from, to] = [at(0), at(shares ? value * 100 : value)]
          return [
            bar(given, index, each, { x: Math.min(from, to), y: line + 1, width: Math.max(1.5, Math.abs(to - from)), height: thickness - 2 }, { x: 0, y: line - (each ? 0 : gap / 2), width, height: thickness + gap / 2 }),
            s('text', { class: 'value', x: Math.max(from, to) + 5, y: line + thickness / 2, 'dominant-baseline': 'central' }, clipped(shares ? shown(given, value) : yuan(value), width - Math.max(from, to), letter))]
        })]
    }),
  ]
}

function stand(given: Bars, width: number, height: number, top: number): SVGElement[] {
  const { names, series, shares } = given
  const [left, bottom] = [76, height - 26]
  const { at, steps } = scale(given, bottom, top + 16, 5)
  const room = (width - left) / names.length
  const wide = Math.min(46, room * 0.8 / series.length)
  return [
    ...steps.flatMap(step => [
      s('line', { class: 'rule', x1: left, x2: width, y1: at(step), y2: at(step) }),
      s('text', { class: 'mark-of-axis', x: left - 6, y: at(step), 'text-anchor': 'end', 'dominant-baseline': 'central' }, shares ? `${step} %` : yuan(step))]),
    ...names.flatMap((name, index) => {
      const middle = left + room * (index + 0.5)
      return [
        s('text', { x: middle, y: bottom + 18, 'text-anchor': 'middle' }, s('title', null, name), clipped(name, room - 2, letter)),
        ...series.flatMap((one, each) => {
          const value = one.values[index] ?? null
          const x = middle + (each - series.length / 2) * wide
          if (value === null) return [s('text', { class: 'mark-of-axis', x: x + wide / 2, y: bottom - 5, 'text-anchor': 'middle' }, '—')]
          const [from, to] = [at(0), at(shares ? value * 100 : value)]
          return [
            bar(given, index, each, { x: x + 1, y: Math.min(from, to), width: Math.max(2, wide - 2), height: Math.max(1.5, Math.abs(to - from)) }, { x, y: top, width: wide, height: bottom - top }),
            ...(wide > 30 ? [s('text', { class: 'value', x: x + wide / 2, y: Math.min(from, to) - 4, 'text-anchor': 'middle' }, shares ? `${(value * 100).toFixed(0)} %` : clipped(yuan(value), wide + 6, 10))] : [])]
        })]
    }),
  ]
}

function keys(names: readonly string[], width: number): SVGElement[] {
  const room = width / names.length
  return names.flatMap((name, at) => [
    s('rect', { class: `series-${at % 10}`, x: at * room, y: 5, width: 11, height: 11 }),
    s('text', { x: at * room + 16, y: 11, 'dominant-baseline': 'central' }, s('title', null, name), clipped(name, room - 20, letter))])
}
