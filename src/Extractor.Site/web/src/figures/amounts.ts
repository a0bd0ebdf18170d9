// Amounts in the unit that the reader chose: 万元 to two places, or 元 to the cent.
import { h } from '../dom'
import { cents, language, texts } from '../language'

export type Unit = 'yuan' | 'wan'

const key = 'extractor.unit'
let current: Unit = localStorage.getItem(key) === 'yuan' ? 'yuan' : 'wan'

const t = texts({
  label: ['金额单位', 'Unit of amounts'],
  yuan: ['元', 'yuan'],
  wan: ['万元', '10,000 yuan'],
})

const smallest = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 6 })

/** 84030000 -> 8,403.00 in 万元; what would be rounded to nought keeps its digits. */
export const amount = (yuan: number): string =>
  current === 'wan' ? (yuan !== 0 && Math.abs(yuan) < 50 ? smallest.format(yuan / 1e4) : cents(yuan / 1e4)) : cents(yuan)

/** With the unit behind it: 174,177.85 万元 */
export const withUnit = (yuan: number): string => (language() === 'en' && current === 'wan' ? `${amount(yuan)} × ${unitName()}` : `${amount(yuan)} ${unitName()}`)

/** To the cent, whatever the unit. */
export const exact = (yuan: number): string => `${cents(yuan)} ${t('yuan')}`

export const chosenUnit = (): Unit => current

export function setUnit(unit: Unit): void {
  current = unit
  localStorage.setItem(key, unit)
}

export const unitName = (): string => t(current)

/** Two buttons; `changed` draws the amounts anew. */
export function unitSwitch(changed: () => void): HTMLElement {
  const choose = (unit: Unit) => h('button', {
    type: 'button', 'aria-pressed': String(current === unit), 'data-unit': unit,
    on: { click: () => { setUnit(unit); changed() } },
  }, t(unit))
  return h('div', { class: 'choice no-print', role: 'group', 'aria-label': t('label') }, choose('wan'), choose('yuan'))
}
