// Chinese first, English at a switch. Every page keeps its own texts: `const t = texts({ title: ['概览', 'Overview'] })`.

export type Language = 'zh' | 'en'
export type Text = readonly [zh: string, en: string]

const key = 'extractor.language'
let current: Language = localStorage.getItem(key) === 'en' ? 'en' : 'zh'
document.documentElement.lang = current === 'zh' ? 'zh-CN' : 'en'

export const language = (): Language => current

export function setLanguage(value: Language): void {
  current = value
  localStorage.setItem(key, value)
  document.documentElement.lang = value === 'zh' ? 'zh-CN' : 'en'
}

/** Of a pair, the one in the reader's language. */
export const pick = (text: Text): string => text[current === 'zh' ? 0 : 1]

/** A function from keys to texts in the reader's language; `{0}`, `{1}` … stand for what is given after the key. */
export function texts<K extends string>(table: Record<K, Text>): (key: K, ...values: (string | number)[]) => string {
  return (key, ...values) => pick(table[key]).replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)] ?? ''))
}

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })
const money = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const short = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 4 })

/** 1234.5 -> 1,234.5 */
export const number = (value: number): string => grouped.format(value)

/** Yuan to the cent: 16,826.08 */
export const cents = (yuan: number): string => money.format(yuan)

/** 1.2345678 -> 1.235 */
export const fourDigits = (value: number): string => short.format(value)

/** Yuan without fen where there are none, else to the cent: never ¥279,949.2 */
const whole = (value: number): string => (Number.isInteger(value) ? grouped : money).format(value)

/** Yuan for a reader: 1.682 亿元, CN¥168.2 million. */
export function yuan(value: number): string {
  const size = Math.abs(value)
  if (current === 'zh') {
    return size >= 1e8 ? `${short.format(value / 1e8)} 亿元` : size >= 1e4 ? `${short.format(value / 1e4)} 万元` : `${whole(value)} 元`
  }
  return size >= 1e9 ? `¥${short.format(value / 1e9)} bn` : size >= 1e6 ? `¥${short.format(value / 1e6)} m` : `¥${whole(value)}`
}

/** A share of one: 98.4 % */
export const percent = (share: number): string => share > 0 && share < 0.00005 ? '< 0.01 %' : `${(share * 100).toFixed(share > 0 && share < 0.001 ? 2 : 1)} %`
