import { expect, test } from 'vitest'
import { signsOf } from '../../../src/Extractor.Site/web/src/pages/document/arithmetic'

type Check = Parameters<typeof signsOf>[0]
type Line = Parameters<typeof signsOf>[1][number]

const check = (actual: number | null) => ({ actual }) as Check
const lines = (...amounts: number[]) => amounts.map(amount => ({ amount }) as Line)

test('signsOf_PlainSum_IsAllPlus', () => expect(signsOf(check(0.3), lines(0.1, 0.2))).toEqual([1, 1]))

test('signsOf_OnePartTaken_IsMinus', () => expect(signsOf(check(70), lines(100, 30))).toEqual([1, -1]))

test('signsOf_EqualParts_TakesTheLast', () => expect(signsOf(check(30), lines(30, 30, 30))).toEqual([1, 1, 1].map((_, at) => (at === 2 ? -1 : 1))))

test('signsOf_NoSignExplains_IsNull', () => expect(signsOf(check(71), lines(100, 30))).toBeNull())

test('signsOf_NothingReckoned_CountsAsNought', () => expect(signsOf(check(null), lines(5, 5))).toEqual([1, -1]))
