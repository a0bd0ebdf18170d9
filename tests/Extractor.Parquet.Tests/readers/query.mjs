// Runs SQL in DuckDB: node query.mjs < STATEMENTS.json ([ "SELECT ...", ... ]); prints one array of row objects a statement.
import { DuckDBInstance } from '@duckdb/node-api'

let input = ''
for await (const chunk of process.stdin) input += chunk
const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
const connection = await instance.connect()
const results = []
for (const statement of JSON.parse(input)) {
  results.push((await connection.runAndReadAll(statement)).getRowObjectsJson())
}
console.log(JSON.stringify(results))
