import { expect, test } from 'vitest'
import { add, basesOf, compare, type Column } from '../../../src/Extractor.Site/web/src/pages/comparison/columns'

type Figure = NonNullable<Parameters<typeof add>[0]>
type Basis = NonNullable<Parameters<typeof compare>[1][number]>

const figure = (yuan: number, proof = 0, lines = 1): Figure => [yuan, proof, 1, 2, 3, lines] as unknown as Figure
const basis = (table: string, ...rows: [string, string, number][]): Basis => ({ table, rows: rows.map(([code, name, yuan]) => [code, name, null, figure(yuan)]) }) as unknown as Basis
const column = (...functional: Basis[]): Column => ({ account: '', choices: [], figures: { functional, economic: [], names: {} } }) as unknown as Column

test('add_TwoFigures_KeepFirstPlaceAndWeakestProof', () => {
  const sum = add(figure(0.1, 0), figure(0.2, 2, 3))
  expect([sum[0], sum[1], sum[5]]).toEqual([0.3, 2, 4])
})

test('basesOf_TablesOfColumns_MostCommonFirst', () =>
  expect(basesOf([column(basis('a'), basis('b')), column(basis('b'))], 'functional')).toEqual(['b', 'a']))

test('compare_ItemsOfAClass_AreSummedLargestFirst', () => {
  const one = basis('a', ['2010301', '行政运行', 10], ['2010302', '一般行政管理事务', 5], ['2080501', '行政单位离退休', 40])
  const rows = compare([column(one), column()], [one, undefined], 'class')
  expect(rows.map(row => [row.code, row.figures[0]?.[0], row.figures[1]])).toEqual([['208', 40, undefined], ['201', 15, undefined]])
})
