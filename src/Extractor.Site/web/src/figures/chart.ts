// Bars. Every chart stands over a table with the same figures, which is what a screen reader and a keyboard use.
import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, Tooltip } from 'chart.js'
import { h } from '../dom'
import { axis, inUnit, unitName, withUnit } from './amounts'

Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale, Tooltip)

export interface Bars {
  /** Read out in place of the picture. */
  readonly label: string
  readonly names: readonly string[]
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[]
  /** Bars lie, names beside them; for long names. */
  readonly lying?: boolean
  /** Which bar is contradicted, and which is the one that the page is about. */
  readonly contradicted?: (index: number) => boolean
  readonly own?: (index: number) => boolean
  readonly chosen?: (index: number, series: number) => void
}

const open = new Set<Chart>()

/** Ends all charts of a page; called before it is drawn anew and when it is left. */
export function closeCharts(): void {
  for (const chart of open) chart.destroy()
  open.clear()
}

const colour = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()

// Read on white and on the dark card alike.
const palette = ['#3a78b0', '#b8863b', '#3d7f6b', '#8a4f7d', '#6b7f99', '#a3533d', '#74893c', '#6a70b8', '#7d6b52', '#2f8ca3']

export function bars({ label, names, series, lying = false, contradicted, own, chosen }: Bars): HTMLElement {
  const canvas = h('canvas', { role: 'img', 'aria-label': label })
  const box = h('div', { class: 'chart' }, canvas)
  const rows = names.length * Math.max(1, series.length)
  box.style.height = `${lying ? Math.max(120, 56 + names.length * (14 + 12 * series.length)) : 280}px`
  const narrow = innerWidth < 640
  const fill = (at: number) => (context: { dataIndex: number }) =>
    contradicted?.(context.dataIndex) ? colour('contradicted') : own && !own(context.dataIndex) ? colour('edge') : palette[at % palette.length]!
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily
  Chart.defaults.color = colour('ink-soft')
  const chart = new Chart(canvas, {
    type: 'bar',
    data: {
      labels: [...names],
      datasets: series.map((one, at) => ({
        label: one.name, data: one.values.map(value => (value === null ? null : inUnit(value))), backgroundColor: fill(at), maxBarThickness: rows > 30 ? 14 : 26, minBarLength: 2,
      })),
    },
    options: {
      indexAxis: lying ? 'y' : 'x',
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: 'nearest', axis: lying ? 'y' : 'x', intersect: false },
      onClick: (_, elements) => { if (elements[0]) chosen?.(elements[0].index, elements[0].datasetIndex) },
      onHover: (event, elements) => { if (event.native?.target instanceof HTMLElement) event.native.target.style.cursor = chosen && elements.length ? 'pointer' : '' },
      plugins: {
        legend: { display: series.length > 1, position: 'top', align: 'start', labels: { boxWidth: 12 } },
        tooltip: { callbacks: { label: item => `${series.length > 1 ? `${item.dataset.label}: ` : ''}${withUnit(series[item.datasetIndex]!.values[item.dataIndex]!)}` } },
      },
      scales: {
        [lying ? 'x' : 'y']: { beginAtZero: true, grid: { color: colour('line-soft') }, ticks: { callback: (value: string | number) => axis(Number(value)), maxTicksLimit: narrow ? 5 : 8 }, title: { display: true, text: unitName() } },
        [lying ? 'y' : 'x']: {
          grid: { display: false },
          ticks: { autoSkip: !lying, callback: (value: string | number) => { const name = names[Number(value)] ?? ''; const most = lying ? (narrow ? 9 : 22) : names.length < 6 ? 22 : 14; return name.length > most ? `${name.slice(0, most - 1)}…` : name } },
        },
      },
    },
  })
  open.add(chart)
  return box
}
