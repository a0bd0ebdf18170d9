import { expect, test } from 'vitest'
import { TooMuchError, needed, refuseTooMuch, viewsOf, type Datasets } from '../../../src/Extractor.Site/web/src/pages/sql/catalogue'

const text = `-- 总说明 / Run here

-- 文件 / Files
CREATE OR REPLACE VIEW documents AS SELECT * FROM read_parquet('documents/**/*.parquet');

-- 事实 / Facts
CREATE OR REPLACE VIEW facts AS SELECT * FROM read_parquet('facts/**/*.parquet');

-- 按年 / By year
CREATE OR REPLACE VIEW by_year AS
SELECT fiscal_year, sum(total_yuan) FROM facts GROUP BY ALL;

-- 其上 / Above it
CREATE OR REPLACE VIEW above AS SELECT * FROM by_year;
`
const datasets: Datasets = [{ name: 'documents', files: [] }, { name: 'facts', files: [] }]

test('viewsOf_Statements_KeepTextAndComment', () => {
  const views = viewsOf(text)
  expect(views.map(view => view.name)).toEqual(['documents', 'facts', 'by_year', 'above'])
  expect(views[2]).toEqual({ name: 'by_year', about: '按年 / By year', sql: 'SELECT fiscal_year, sum(total_yuan) FROM facts GROUP BY ALL' })
})

test('needed_View_BringsWhatItIsMadeOfFirst', () => {
  expect(needed('select * from ABOVE', datasets, viewsOf(text)).map(each => each.name)).toEqual(['facts', 'by_year', 'above'])
  expect(needed('select * from documents d', datasets, viewsOf(text))).toEqual([{ name: 'documents', sql: null }])
  expect(needed('select 1 as facts_of_mine', datasets, viewsOf(text))).toEqual([])
})

test('refuseTooMuch_Boundary_IsRefusedByName', () => {
  expect(() => refuseTooMuch('facts', 1_000_000, 60)).not.toThrow()
  expect(() => refuseTooMuch('facts', 1_000_001, 60)).toThrow(TooMuchError)
})
