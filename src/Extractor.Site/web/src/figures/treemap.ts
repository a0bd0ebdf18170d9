// What a sum is made of, as areas; a step down at a click where an area has parts of its own.
import { hierarchy, treemap as layOut, treemapSquarify } from 'd3-hierarchy'
import { s } from '../dom'
import { percent, texts, yuan } from '../language'
import { withUnit } from './amounts'
import { clipped, picture } from './picture'

export interface Area {
  readonly name: string
  readonly code: string | null
  readonly yuan: number
  readonly chosen?: () => void
}

const t = texts({ code: ['编码', 'Code'], name: ['名称', 'Name'], amount: ['金额（元）', 'Amount (yuan)'] })

const height = 340

/** Areas of nothing or less have no place in it. */
export function treemap(label: string, areas: readonly Area[]): HTMLElement {
  const drawn = areas.filter(area => area.yuan > 0)
  const whole = drawn.reduce((sum, area) => sum + area.yuan, 0)
  return picture({
    label, height,
    fields: [t('code'), t('name'), t('amount')], rows: drawn.map(area => [area.code, area.name, area.yuan]),
    draw: width => {
      const root = layOut<{ children?: readonly Area[] } | Area>().tile(treemapSquarify).size([width, height]).padding(1).round(true)(
        hierarchy<{ children?: readonly Area[] } | Area>({ children: drawn }).sum(node => 'yuan' in node ? node.yuan : 0).sort((left, right) => right.value! - left.value!))
      return (root.children ?? []).map((node, index) => {
        const area = node.data as Area
        const [x, y, wide, high] = [node.x0, node.y0, node.x1 - node.x0, node.y1 - node.y0]
        const lines = [area.name, yuan(area.yuan), percent(area.yuan / whole)].slice(0, Math.floor((high - 6) / 17))
        return s('g', { class: area.chosen ? 'leads' : null, on: area.chosen ? { click: area.chosen } : {} },
          s('title', null, `${area.code ?? ''} ${area.name}: ${withUnit(area.yuan)} · ${percent(area.yuan / whole)}`),
          s('rect', { class: `area-${index % 10}`, x, y, width: wide, height: high }),
          lines.map((line, at) => s('text', { class: 'on-area', x: x + 6, y: y + 18 + at * 17 }, clipped(line, wide - 10, 12))))
      })
    },
  })
}
