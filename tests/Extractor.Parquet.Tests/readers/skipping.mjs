// How much of a file readers touch to find single values.
//   node skipping.mjs FILE < QUERIES.json      QUERIES: [{ "column", "value" }, ...]; value null reads all rows
// Prints, a query, the rows found and the bytes read: by DuckDB as EXPLAIN ANALYZE tells them, by hyparquet as asked for.
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { DuckDBInstance } from '@duckdb/node-api'

let input = ''
for await (const chunk of process.stdin) input += chunk
const path = process.argv[2]
const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
const connection = await instance.connect()
// Bytes that are cached would not be counted.
await connection.run('SET enable_external_file_cache = false')

async function withDuckDb(column, value) {
  const where = value === null ? `length(${column}) >= 0` : `${column} = '${value}'`
  const sql = `SELECT * FROM read_parquet('${path}') WHERE ${where}`
  const [row] = (await connection.runAndReadAll(`EXPLAIN (ANALYZE, FORMAT json) ${sql}`)).getRowObjectsJson()
  const plan = JSON.parse(row.explain_value)
  const scan = node => node.operator_type === 'TABLE_SCAN' ? node : (node.children ?? []).map(scan).find(found => found)
  return { rows: scan(plan)?.operator_cardinality ?? 0, bytes: plan.total_bytes_read }
}

const whole = await asyncBufferFromFile(path)
const metadata = await parquetMetadataAsync(whole)

async function withHyparquet(column, value) {
  let bytes = 0
  const file = {
    byteLength: whole.byteLength,
    slice: (start, end) => {
      bytes += (end ?? whole.byteLength) - start
      return whole.slice(start, end)
    },
  }
  const filter = value === null ? undefined : { [column]: { $eq: value } }
  const rows = await parquetReadObjects({ file, metadata, compressors, filter, useOffsetIndex: true, useBloomFilters: true })
  return { rows: rows.length, bytes }
}

const results = []
for (const { column, value } of JSON.parse(input)) {
  results.push({ duckdb: await withDuckDb(column, value), hyparquet: await withHyparquet(column, value) })
}
console.log(JSON.stringify(results))
