// DuckDB's own Parquet writer on one thread, for comparison: loads every dataset of a publication into a table, then writes all of them.
//   node copy-tables.mjs PUBLICATION OUT TIMES
// Prints { "version", "tables", "rows", "whole": { "cpuSeconds", "files", "bytes" }, "partitioned": { ... } }: the shortest of TIMES, one
// file a table, and files by the same partitions as the publication's. Each time has a folder of its own: what is deleted would cost the
// next time.
import { mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'

const [, , publication, out, times] = process.argv
const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
const connection = await instance.connect()
await connection.run('SET preserve_insertion_order = true')
const one = async sql => Object.values((await connection.runAndReadAll(sql)).getRowObjectsJson()[0])[0]
const tables = []
for (const name of readdirSync(publication, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(entry => entry.name)) {
  const partitioned = readdirSync(join(publication, name)).some(entry => entry.startsWith('fiscal_year='))
  const types = partitioned ? ", hive_types = {'fiscal_year': INTEGER, 'province_code': VARCHAR}" : ''
  await connection.run(`CREATE TABLE "${name}" AS SELECT * FROM read_parquet('${join(publication, name)}/**/*.parquet', ` +
    `hive_partitioning = ${partitioned}${types})`)
  tables.push({ name, partitioned })
}
let rows = 0
for (const { name } of tables) rows += Number(await one(`SELECT count(*) FROM "${name}"`))
const filesOf = folder => readdirSync(folder, { withFileTypes: true, recursive: true }).filter(entry => entry.isFile())

async function measure(byPartition) {
  let cpuSeconds = Infinity
  let files = []
  for (let run = 0; run < Number(times); run++) {
    const folder = join(out, `${byPartition ? 'partitioned' : 'whole'}-${run}`)
    mkdirSync(folder, { recursive: true })
    const cpu = process.cpuUsage()
    for (const { name, partitioned } of tables) {
      const target = byPartition && partitioned ? join(folder, name) : join(folder, `${name}.parquet`)
      const by = byPartition && partitioned ? ', PARTITION_BY (fiscal_year, province_code)' : ''
      await connection.run(`COPY "${name}" TO '${target}' (FORMAT parquet, COMPRESSION snappy${by})`)
    }
    const { user, system } = process.cpuUsage(cpu)
    cpuSeconds = Math.min(cpuSeconds, (user + system) / 1e6)
    files = filesOf(folder)
  }
  const bytes = files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0)
  return { cpuSeconds, files: files.length, bytes }
}

console.log(JSON.stringify({
  version: await one('SELECT version()'), tables: tables.length, rows, whole: await measure(false), partitioned: await measure(true),
}))
