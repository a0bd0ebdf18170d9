import { expect, test } from 'vitest'
import { hundredsOf, leadingOf } from '../../../src/Extractor.Site/web/src/pages/search/amounts'
import { amountsOf, inFull } from '../../../src/Extractor.Site/web/src/pages/search/asked'
import { fold, hash, isDocument, pairsOf, partYear } from '../../../src/Extractor.Site/web/src/pages/search/text'

test.each([
  ['“三公”经费', '三公经费'], ['「三公」经费', '三公经费'], ['“三公” 经费', '三公 经费'], ['ＡＢＣ－１２', 'abc 12'], ['  招商引资（2011308） ', '招商引资 2011308'], ['\ud83d\ude00', ''],
])('fold_Marks_AreBlanksAndQuotesNothing: %s', (text, folded) => expect(fold(text)).toBe(folded))

test('pairsOf_Letters_AreNeighbours', () => expect(pairsOf(['招商引资'])).toEqual(['招商', '商引', '引资']))

test('pairsOf_FourDigits_AreOnePairEach', () => {
  const pairs = pairsOf(['2011308'])
  expect(pairs).toHaveLength(4)
  expect(pairs[0]).toBe(String.fromCharCode(0xe000 + 201) + '1')
})

test('pairsOf_ThreeDigits_ArePairsOfDigits', () => expect(pairsOf(['208'])).toEqual(['20', '08']))

test('pairsOf_SameWordTwice_IsAskedOnce', () => expect(pairsOf(['预算', '预算'])).toEqual(['预算']))

// Values of FNV-1a; the shards of the site are found by them.
test.each([['', 2166136261], ['a', 3826002220], ['foobar', 3214735720]])('hash_Text_IsFnv1a: %s', (text, value) => expect(hash(text)).toBe(value))

test.each([
  ['商务局 2026', '商务局', '2026'], ['2026年 广州 商务局', '广州 商务局', '2026'], ['商务局 2026年度', '商务局', '2026'], ['2011308', '2011308', ''], ['商务局2026', '商务局2026', ''], ['商务局 1999', '商务局 1999', ''],
])('partYear_WordOfItsOwn_IsTheYear: %s', (query, rest, year) => expect(partYear(query)).toEqual([rest, year]))

// The words that AmountWords makes.
test.each([
  [10_000, '\u4E00\u4E64', null], [99_999_999.99, '\u4E63\u750F', '\uAC04\uD30F'], [1_000_000, '\u4E01\u4E00', '\uAC03\uAFE8'], [100_000_000, '\u4E64\u4E00', '\uAC05\uAFE8'],
  [924_300_027.67, '\u519C\u59B8', '\uAC05\uD01B'], [1_234_567_890_123, '\u5FD7\u70C5', '\uAC09\uB0D2'],
])('hundredsOf_leadingOf_Yuan_AreThoseOfTheIndex: %d', (yuan, hundreds, leading) => {
  expect(hundredsOf(yuan)).toBe(hundreds)
  if (leading) expect(leadingOf(yuan)).toBe(leading)
})

/** Whether the amount is looked up under its word and taken for what was asked. */
const finds = (query: string, yuan: number) => amountsOf(query).some(({ yuan: asked, words, shown }) => shown(asked) === shown(yuan) && words.some(word => word === hundredsOf(yuan) || word === leadingOf(yuan)))

test.each([
  ['92,430.00 万元', true], ['92,430万元', true], ['92430', true], ['92,430.00 × 10,000 yuan', true], ['92,430.01 万元', false], ['92,429.99 万元', false], ['92,430.002767 万元', true], ['92,430.002 万元', false],
  ['924,300,027.67', true], ['924300027.67元', true], ['924,300,027', false], ['9.243 亿元', true], ['9.242 亿元', false], ['9.24300 亿', true], ['9.2430003 亿元', false], ['9.24 亿元', false],
])('amountsOf_AsShown_FindsTheFigureThatWasRounded: %s', (query, found) => expect(finds(query, 924_300_027.67)).toBe(found))

// Sums stand on pages with four digits: 8,403 万元, ¥84.03 m.
test.each([
  ['8,403 万元', 84_031_234, true], ['8403', 84_031_234, true], ['8,403.00 万元', 84_031_234, false], ['8,402 万元', 84_031_234, false], ['640 万元', 6_399_600, true], ['640 万元', 6_399_400, false], ['99 万元', 990_400, false],
  ['¥84.03 m', 84_031_234, true], ['84.03 million', 84_025_000, true], ['84.03 million yuan', 84_035_001, false], ['RMB 84.0312 m', 84_031_234, true], ['RMB 84.0311 m', 84_031_234, false], ['CN¥1.234 bn', 1_234_400_000, true], ['1.234 billion', 1_235_000_000, false], ['1.234 trillions', 1_234_000_000_000, false],
])('amountsOf_OfFourDigits_FindsWhatIsShownSo: %s %d', (query, yuan, found) => expect(finds(query, yuan)).toBe(found))

// What is rounded up stands below the asked amount, and may bear the word before its own.
test.each([['10,000.00 万元', 99_999_951, true], ['10,000.00 万元', 99_999_949.99, false], ['1.235 亿元', 123_450_001, true], ['1.235 亿元', 123_449_999, false]])(
  'amountsOf_RoundedUp_IsFound: %s', (query, yuan, found) => expect(finds(query, yuan)).toBe(found))

test('isDocument_Hash_IsWhole', () => {
  expect(isDocument('A'.repeat(64))).toBe(true)
  expect(isDocument('a'.repeat(63))).toBe(false)
})

test.each([['医保局 2026', '医疗保障局 2026'], ['深圳市卫健委', '深圳市卫生健康委员会'], ['国资委员', '国资委员'], ['商务局', '商务局']])(
  'inFull_ShortName_IsTheWholeOne: %s', (query, full) => expect(inFull(query)).toBe(full))
