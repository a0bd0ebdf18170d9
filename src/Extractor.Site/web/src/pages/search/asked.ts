// What a query may mean besides its words: amounts, or English for what the documents call in Chinese.
import { cents, fourDigits } from '../../language'
import { hundredsOf, leadingFrom, leadingOf } from './amounts'
import english from './english.csv'
import short from './short.csv'

const units: Readonly<Record<string, number>> = {
  元: 1, yuan: 1, rmb: 1, 千元: 1e3, 万: 1e4, 万元: 1e4, 百万元: 1e6, m: 1e6, million: 1e6, 亿: 1e8, 亿元: 1e8, bn: 1e9, billion: 1e9,
}
const phrases = Object.entries(english).sort(([left], [right]) => right.length - left.length)

/** An amount that the query may mean. */
export interface AskedAmount {
  readonly yuan: number
  /** What entries that may be it are found by. */
  readonly words: readonly string[]
  /** An entry is meant where this says the same of it as of the yuan. */
  readonly shown: (yuan: number) => string
}

const inWan = (yuan: number): string => cents(yuan / 1e4)

/** In yuan, and in 万元 too where no unit is given. Pages round 万元 to two places, and sums to four digits; what is asked with more is exact. */
export function amountsOf(query: string): AskedAmount[] {
  const [, digits, unit] = /^(?:rmb|cny|(?:cn)?[¥￥])?\s*([\d,，]+(?:\.\d+)?)\s*(\D*)$/i.exec(query.trim().replace(/× 10,000 yuan$/i, '万元')) ?? []
  const value = Number(digits?.replace(/[,，]/g, ''))
  const sizes = unit ? [units[unit.trim().toLowerCase().replace(/\s+(yuan|rmb)$/, '')]] : [1, 1e4]
  return !value ? [] : sizes.filter(size => size !== undefined).map(size => {
    const yuan = Math.round(value * size * 100) / 100
    const isOfFourDigits = size > 1e4 ? Number(value.toPrecision(4)) === value : size === 1e4 && digits!.replace(/\D/g, '').length <= 4
    if (yuan >= leadingFrom && isOfFourDigits) return { yuan, words: [leadingOf(yuan), leadingOf(yuan - 1)], shown: other => fourDigits(other / size) }
    return size >= 1e4 && yuan % 100 === 0 ? { yuan, words: [hundredsOf(yuan), hundredsOf(yuan - 1)], shown: inWan } : { yuan, words: [hundredsOf(yuan)], shown: cents }
  })
}

/** The query with English words that are known put into Chinese; null where there are none. */
export function inChinese(query: string): string | null {
  let text = query.toLowerCase()
  for (const [words, [chinese]] of phrases) text = text.replace(new RegExp(`\\b${words}s?\\b`, 'g'), ` ${chinese} `)
  return text === query.toLowerCase() ? null : text.replace(/\b(of|the|and|in)\b/g, ' ').trim()
}

/** Names of departments as people shorten them, in full: 医保局 2026 -> 医疗保障局 2026. */
export const inFull = (query: string): string =>
  Object.entries(short).reduce((text, [words, [full]]) => text.replace(new RegExp(`${words}(?!员)`, 'g'), full), query)
