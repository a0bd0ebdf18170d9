// Makes the tables of schema.sql in DuckDB and in PostgreSQL (PGlite) and fills them: node tables.mjs PUBLICATION; prints the rows of
// each table in both, the rows that the keys, references and lists of values refuse, and the words that either reserves.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { PGlite } from '@electric-sql/pglite'

const publication = process.argv[2]
const sql = readFileSync(join(publication, 'schema.sql'), 'utf8')
const marked = (mark) => sql.split('\n').filter((line) => line.startsWith(mark)).map((line) => line.slice(mark.length))
const tables = [...sql.matchAll(/^CREATE TABLE (\w+)/gm)].map((match) => match[1])

const duck = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect()
const rows = async (statement) => (await duck.runAndReadAll(statement)).getRowObjectsJson()
await duck.run(`SET file_search_path = '${publication}'`)
for (const statement of sql.split(';\n')) if (statement.trim().length > 0) await duck.run(statement)
for (const statement of marked('-- DuckDB: ')) await duck.run(statement)

const scratch = mkdtempSync(join(tmpdir(), 'tables-'))
const postgres = new PGlite()
await postgres.exec(sql)
const counts = { duckdb: {}, postgres: {} }
for (const table of tables) {
  const file = join(scratch, 'rows.csv')
  await duck.run(`COPY ${table} TO '${file}' (HEADER)`)
  await postgres.query(`COPY ${table} FROM '/dev/blob' WITH (FORMAT csv, HEADER)`, [], { blob: new Blob([readFileSync(file)]) })
  counts.duckdb[table] = Number((await rows(`SELECT count(*) AS n FROM ${table}`))[0].n)
  counts.postgres[table] = Number((await postgres.query(`SELECT count(*) AS n FROM ${table}`)).rows[0].n)
}
for (const statement of marked('-- PostgreSQL: ')) await postgres.exec(statement)
rmSync(scratch, { recursive: true })

const wrong = {
  key: 'INSERT INTO documents SELECT * FROM documents LIMIT 1',
  value: "UPDATE budget_lines SET fund = 'pocket'",
  reference: "INSERT INTO check_members (document_id, check_id, line_id) SELECT document_id, check_id, 'nowhere' FROM checks LIMIT 1",
}
const refused = { duckdb: [], postgres: [] }
for (const [rule, statement] of Object.entries(wrong)) {
  await duck.run(statement).catch(() => refused.duckdb.push(rule))
  await postgres.query(statement).catch(() => refused.postgres.push(rule))
}
const reserved = {
  duckdb: (await rows("SELECT keyword_name AS word FROM duckdb_keywords() WHERE keyword_category IN ('reserved', 'type_function')")),
  postgres: (await postgres.query("SELECT word FROM pg_get_keywords() WHERE catcode IN ('R', 'T')")).rows,
}
const comments = Number((await postgres.query('SELECT count(*) AS n FROM pg_description d JOIN pg_class c ON c.oid = d.objoid ' +
  "WHERE c.relnamespace = 'public'::regnamespace")).rows[0].n)
console.log(JSON.stringify({
  counts, refused, comments,
  reserved: { duckdb: reserved.duckdb.map(({ word }) => word), postgres: reserved.postgres.map(({ word }) => word) },
}))
process.exit(0)
