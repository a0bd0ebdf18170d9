import { expect, test } from 'vitest'
import { compare, type Column } from '../../../src/Extractor.Site/web/src/pages/comparison/columns'
import { add, bySubject } from '../../../src/Extractor.Site/web/src/figures/levels'

type Figure = NonNullable<Parameters<typeof add>[0]>
type Fact = Parameters<typeof bySubject>[0][number]

const figure = (yuan: number, proof = 0, lines = 1): Figure => [yuan, proof, 1, 2, 3, lines] as unknown as Figure
const fact = (code: string, yuan: number, fund = 'general_public'): Fact => [code, code, null, fund, figure(yuan)]
const column = (...functional: Fact[]): Column => ({ account: '', choices: [], figures: { functional, economic: [], names: {} } }) as unknown as Column

test('add_TwoFigures_KeepFirstPlaceAndWeakestProof', () => {
  const sum = add(figure(0.1, 0), figure(0.2, 2, 3))
  expect([sum[0], sum[1], sum[5]]).toEqual([0.3, 2, 4])
})

test('bySubject_SubjectOfTwoFunds_IsOneSum', () =>
  expect(bySubject([fact('2120801', 7, 'government_fund'), fact('2010301', 1), fact('2010301', 2, 'unit_funds')]).map(([code, [yuan]]) => [code, yuan])).toEqual([['2010301', 3], ['2120801', 7]]))

test('compare_ItemsOfAClass_AreSummedLargestFirst', () => {
  const one = column(fact('2010301', 10), fact('2010302', 5), fact('2080501', 40))
  const rows = compare([one, column()], 'functional', 'class')
  expect(rows.map(row => [row.code, row.figures[0]?.[0], row.figures[1]])).toEqual([['208', 40, undefined], ['201', 15, undefined]])
})
