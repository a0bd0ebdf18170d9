// What a query may mean besides its words: an amount, or English for what the documents call in Chinese.
import english from './english.csv'

const units: Readonly<Record<string, number>> = { 元: 1, yuan: 1, 千元: 1e3, 万: 1e4, 万元: 1e4, 百万元: 1e6, 亿: 1e8, 亿元: 1e8 }
const phrases = Object.entries(english).sort(([left], [right]) => right.length - left.length)

/** Yuan that an amount may mean: without a unit, yuan or 万元, in which most tables are printed. */
export function amountsOf(query: string): number[] {
  const [, digits, unit] = /^[¥￥]?\s*([\d,，]+(?:\.\d+)?)\s*(\D*)$/.exec(query.trim()) ?? []
  const value = Number(digits?.replace(/[,，]/g, ''))
  const sizes = unit ? [units[unit.trim().toLowerCase()]] : [1, 1e4]
  return digits === undefined || !value ? [] : sizes.filter(size => size !== undefined).map(size => Math.round(value * size * 100) / 100)
}

/** The query with English words that are known put into Chinese; null where there are none. */
export function inChinese(query: string): string | null {
  let text = query.toLowerCase()
  for (const [words, [chinese]] of phrases) text = text.replace(new RegExp(`\\b${words}s?\\b`, 'g'), ` ${chinese} `)
  return text === query.toLowerCase() ? null : text.replace(/\b(of|the|and|in)\b/g, ' ').trim()
}
