import { beforeEach, expect, test } from 'vitest'
import { cents, number, percent, setLanguage, texts, yuan } from '../../../src/Extractor.Site/web/src/language'

beforeEach(() => setLanguage('zh'))

test.each([
  [9999.994, '9,999.99 元'], [10000, '1 万元'], [99_999_999, '10,000 万元'], [100_000_000, '1 亿元'], [-168_260_800, '-1.683 亿元'], [0, '0 元'],
])('yuan_InChinese_TakesTheUnitOfItsSize: %d', (value, shown) => expect(yuan(value)).toBe(shown))

test.each([[279_949.2, '¥279,949.20'], [999_999, '¥999,999'], [1_000_000, '¥1 m'], [1_682_608_000, '¥1.683 bn']])('yuan_InEnglish_TakesTheUnitOfItsSize: %d', (value, shown) => {
  setLanguage('en')
  expect(yuan(value)).toBe(shown)
})

test.each([[0, '0.0 %'], [0.984, '98.4 %'], [0.0004, '0.04 %'], [0.00005, '0.01 %'], [0.000049, '< 0.01 %'], [1, '100.0 %']])('percent_SmallShare_KeepsADigit: %d', (share, shown) => expect(percent(share)).toBe(shown))

test('cents_WholeAmount_KeepsItsCents', () => expect([cents(16826.08), cents(5), number(5)]).toEqual(['16,826.08', '5.00', '5']))

test('texts_ValuesGiven_StandInTheirPlaces', () => {
  const t = texts({ page: ['第 {0} 页，共 {1} 页', 'page {0} of {1}'] })
  expect(t('page', 3, 9)).toBe('第 3 页，共 9 页')
  setLanguage('en')
  expect(t('page', 3)).toBe('page 3 of ')
})
