import { expect, test } from 'vitest'
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

test('isDocument_Hash_IsWhole', () => {
  expect(isDocument('A'.repeat(64))).toBe(true)
  expect(isDocument('a'.repeat(63))).toBe(false)
})
