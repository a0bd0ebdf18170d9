// DuckDB in the browser over the published files. Nothing is fetched but files of this site: DuckDB's own extensions, Parquet among
// them, would come from elsewhere, so hyparquet reads the files and hands them over as Arrow.
import { AsyncDuckDB, VoidLogger, type AsyncDuckDBConnection } from '@duckdb/duckdb-wasm'
import { Table as ArrowTable, tableToIPC, type Vector } from 'apache-arrow'
import { parquetMetadata, parquetRead, type SchemaElement } from 'hyparquet'
import { DataError, load } from '../../data'
import { needed, refuseTooMuch, viewsOf, type Datasets, type View } from './catalogue'
import { vectorOf, type Kind } from './vectors'

export interface Answer {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
}

const memory = '1GB'
const folder = 'published'
const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`

export class Engine {
  readonly #loaded = new Map<string, string>()
  #database: AsyncDuckDB | null = null
  #connection: AsyncDuckDBConnection | null = null

  private constructor(readonly datasets: Datasets, readonly views: readonly View[]) {}

  static async open(): Promise<Engine> {
    const [datasets, answer] = await Promise.all([load<Datasets>(`${folder}/datasets.json`), fetch(`data/${folder}/views.sql`)])
    if (!answer.ok) throw new DataError(`${folder}/views.sql`, answer.status)
    const views = viewsOf(await answer.text())
    // A view that only opens a dataset which is not among the files of the site cannot be asked.
    return new Engine(datasets, views.filter(view => !view.sql.includes('read_parquet(') || datasets.some(dataset => dataset.name === view.name)))
  }

  /** Years of the publication, the latest first. */
  get years(): string[] {
    const years = this.datasets.flatMap(dataset => dataset.files.flatMap(([path]) => /fiscal_year=(\d+)/.exec(path)?.[1] ?? []))
    return [...new Set(years)].sort().reverse()
  }

  /**
   * Loads what the query names and asks.
   * @param year Only the partitions of this year; all where it is empty.
   */
  async ask(sql: string, year: string, progress: (dataset: string) => void): Promise<Answer> {
    const connection = await this.#connect()
    for (const { name, sql: view } of needed(sql, this.datasets, this.views)) {
      if (view === null) {
        if (this.#loaded.get(name) === year) continue
        progress(name)
        await this.#load(connection, name, year)
        this.#loaded.set(name, year)
      } else {
        await connection.query(`CREATE OR REPLACE VIEW ${identifier(name)} AS ${view}`)
      }
    }
    const table = await connection.query(sql)
    const columns = table.schema.fields.map(field => field.name)
    return { columns, rows: table.toArray().map(row => (row as unknown as { toArray(): unknown[] }).toArray()) }
  }

  /** Ends what runs; the next question starts anew. */
  async stop(): Promise<void> {
    const database = this.#database
    this.#database = this.#connection = null
    this.#loaded.clear()
    await database?.terminate()
  }

  async #connect(): Promise<AsyncDuckDBConnection> {
    if (this.#connection) return this.#connection
    const database = new AsyncDuckDB(new VoidLogger(), new Worker('duckdb/worker.js'))
    this.#database = database
    await database.instantiate(new URL('duckdb/duckdb.wasm', document.baseURI).href)
    await database.open({ query: { castBigIntToDouble: true, castDecimalToDouble: true, castTimestampToDate: true } })
    const connection = await database.connect()
    for (const setting of [`memory_limit = '${memory}'`, 'autoinstall_known_extensions = false', 'autoload_known_extensions = false', 'enable_external_access = false', 'lock_configuration = true']) {
      await connection.query(`SET ${setting}`)
    }
    return (this.#connection = connection)
  }

  async #load(connection: AsyncDuckDBConnection, name: string, year: string): Promise<void> {
    const dataset = this.datasets.find(each => each.name === name)!
    const files = dataset.files.filter(([path]) => !year || !path.includes('fiscal_year=') || path.includes(`fiscal_year=${year}/`))
    const raw = `raw_${name}`
    await connection.query(`DROP VIEW IF EXISTS ${identifier(name)}; DROP TABLE IF EXISTS ${identifier(raw)}`)
    const rows = files.reduce((sum, [, count]) => sum + count, 0)
    let money: string[] = []
    for (const [index, [path]] of (files.length ? files : dataset.files.slice(0, 1)).entries()) {
      const { table, decimals } = await read(`data/${folder}/${path}`, path, files.length > 0, columns => refuseTooMuch(name, rows, columns))
      money = decimals
      await connection.insertArrowFromIPCStream(tableToIPC(table, 'stream'), { name: raw, create: index === 0 })
    }
    const exact = money.map(column => `CAST(${identifier(column)} AS DECIMAL(18,2)) AS ${identifier(column)}`)
    await connection.query(`CREATE VIEW ${identifier(name)} AS SELECT *${exact.length ? ` REPLACE (${exact.join(', ')})` : ''} FROM ${identifier(raw)}`)
  }
}

/** A file as an Arrow table, with the columns of its partition; amounts are doubles that hold each cent exactly. */
async function read(url: string, path: string, withRows: boolean, check: (columns: number) => void): Promise<{ table: ArrowTable; decimals: string[] }> {
  const answer = await fetch(url)
  if (!answer.ok) throw new DataError(path, answer.status)
  const file = await answer.arrayBuffer()
  const metadata = parquetMetadata(file)
  const elements = metadata.schema.slice(1)
  check(elements.length)
  const columns = new Map<string, unknown[]>(elements.map(element => [element.name, []]))
  if (withRows) {
    await parquetRead({
      file, metadata, onChunk: chunk => {
        const target = columns.get(chunk.columnName)!
        for (let at = 0; at < chunk.columnData.length; at++) target[chunk.rowStart + at] = chunk.columnData[at]
      },
    })
  }
  const count = withRows ? Number(metadata.num_rows) : 0
  const partition = [...path.matchAll(/(\w+)=([^/]+)\//g)].map(([, name, value]) => [name!, value === '__HIVE_DEFAULT_PARTITION__' ? null : decodeURIComponent(value!)] as const)
  const vectors: Record<string, Vector> = {}
  for (const element of elements) vectors[element.name] = vectorOf(kindOf(element), columns.get(element.name)!, count)
  for (const [name, value] of partition) {
    const isYear = name === 'fiscal_year'
    vectors[name] = vectorOf(isYear ? 'int' : 'text', new Array<unknown>(count).fill(isYear && value !== null ? Number(value) : value), count)
  }
  return { table: new ArrowTable(vectors), decimals: elements.filter(element => element.converted_type === 'DECIMAL').map(element => element.name) }
}

function kindOf(element: SchemaElement): Kind {
  if (element.converted_type === 'DECIMAL') return 'double'
  if (element.logical_type?.type === 'TIMESTAMP' || element.converted_type?.startsWith('TIMESTAMP')) return 'time'
  if (element.logical_type?.type === 'DATE' || element.converted_type === 'DATE') return 'time'
  switch (element.type) {
    case 'BOOLEAN': return 'bool'
    case 'INT32': return 'int'
    case 'INT64': case 'DOUBLE': case 'FLOAT': return 'double'
    default: return 'text'
  }
}
