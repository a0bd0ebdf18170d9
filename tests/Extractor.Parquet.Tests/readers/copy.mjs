// DuckDB's own Parquet writer on one thread, for comparison: loads a file into a table of its own, then writes it.
//   node copy.mjs IN.parquet OUT.parquet CODEC TIMES
// Prints { "version", "rows", "seconds", "cpuSeconds", "bytes" }: the shortest of TIMES writes.
import { statSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'

const [, , input, output, codec, times] = process.argv
const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
const connection = await instance.connect()
await connection.run(`CREATE TABLE rows AS SELECT * FROM read_parquet('${input}', hive_partitioning = false)`)
const one = async sql => Object.values((await connection.runAndReadAll(sql)).getRowObjectsJson()[0])[0]
let seconds = Infinity
let cpuSeconds = Infinity
for (let run = 0; run < Number(times); run++) {
  const cpu = process.cpuUsage()
  const start = performance.now()
  await connection.run(`COPY rows TO '${output}' (FORMAT parquet, COMPRESSION ${codec})`)
  seconds = Math.min(seconds, (performance.now() - start) / 1000)
  const { user, system } = process.cpuUsage(cpu)
  cpuSeconds = Math.min(cpuSeconds, (user + system) / 1e6)
}
console.log(JSON.stringify({
  version: await one('SELECT version()'), rows: Number(await one('SELECT count(*) FROM rows')), seconds, cpuSeconds, bytes: statSync(output).size,
}))
