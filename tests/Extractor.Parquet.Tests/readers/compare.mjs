// Reads Parquet files with three independent readers and compares every value with what was meant to be written.
//
//   node compare.mjs LIST.json      LIST: [{ "file": "a.parquet", "expected": "a.json" }, ...]
//
// expected: { "columns": [{ "name", "type" }], "values": [[...], ...] }, one array a column, every value a string in
// one canonical form or null. Prints { "readers": {...}, "differences": [...] }; exit code 0 unless it could not run.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { DuckDBInstance } from '@duckdb/node-api'
import { asyncBufferFromFile, parquetMetadataAsync, parquetRead } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { tableFromIPC } from 'apache-arrow'

const { readParquet } = createRequire(import.meta.url)('parquet-wasm/node')

const bits = new DataView(new ArrayBuffer(8))

function double(value) {
  if (Number.isNaN(value)) return 'NaN'
  bits.setFloat64(0, value)
  return bits.getBigUint64(0).toString(16).toUpperCase().padStart(16, '0')
}

const day = days => new Date(Number(days) * 86_400_000).toISOString().slice(0, 10)

/** An integer of the column's scale as a decimal: -5 at scale 2 is -0.05. */
function decimal(units, scale) {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const point = digits.length - scale
  return (units < 0n ? '-' : '') + digits.slice(0, point) + (scale ? '.' + digits.slice(point) : '')
}

const scaleOf = type => Number(/DECIMAL\(\d+,(\d+)\)/.exec(type)?.[1])

const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect()

/** DuckDB: types as DuckDB itself names them. */
async function withDuckDb(file, columns) {
  const result = await connection.runAndReadAll(`SELECT * FROM read_parquet('${file.replaceAll("'", "''")}', hive_partitioning = false)`)
  const types = { VARCHAR: 'STRING', 'TIMESTAMP WITH TIME ZONE': 'TIMESTAMP', INTEGER: 'INT32', BIGINT: 'INT64' }
  const convert = {
    STRING: value => value,
    DATE: value => day(value.days),
    TIMESTAMP: value => value.micros.toString(),
    INT32: value => value.toString(),
    INT64: value => value.toString(),
    DOUBLE: double,
    BOOLEAN: value => value.toString(),
  }
  const names = result.columnNames()
  const read = result.columnTypes().map(type => types[type.toString()] ?? type.toString())
  const values = result.getColumns()
  return columns.map((column, index) => {
    const type = names[index] === column.name ? read[index] : `column ${names[index]}`
    const of = type.startsWith('DECIMAL') ? value => decimal(value.value, scaleOf(type)) : convert[type]
    return { type, values: of && (values[index] ?? []).map(value => value === null ? null : of(value)) }
  })
}

/** hyparquet turns decimals and times into imprecise numbers: the annotations are compared, then taken away. */
async function withHyparquet(path, columns) {
  const file = await asyncBufferFromFile(path)
  const metadata = await parquetMetadataAsync(file)
  const leaves = metadata.schema.slice(1)
  const annotations = leaves.map(({ type, converted_type, logical_type, precision, scale }) => {
    switch (converted_type) {
      case 'UTF8': return logical_type.type === 'STRING' && type === 'BYTE_ARRAY' ? 'STRING' : 'contradictory'
      case 'DECIMAL': return logical_type.precision === precision && logical_type.scale === scale && type === 'INT64' ? `DECIMAL(${precision},${scale})` : 'contradictory'
      case 'DATE': return logical_type.type === 'DATE' && type === 'INT32' ? 'DATE' : 'contradictory'
      case 'TIMESTAMP_MICROS': return logical_type.isAdjustedToUTC && logical_type.unit === 'MICROS' && type === 'INT64' ? 'TIMESTAMP' : 'contradictory'
      case 'INT_32': return logical_type.bitWidth === 32 && logical_type.isSigned && type === 'INT32' ? 'INT32' : 'contradictory'
      case 'INT_64': return logical_type.bitWidth === 64 && logical_type.isSigned && type === 'INT64' ? 'INT64' : 'contradictory'
      default: return converted_type ?? type
    }
  })
  for (const leaf of leaves) {
    if (leaf.converted_type !== 'UTF8') {
      delete leaf.converted_type
      delete leaf.logical_type
    }
  }
  const read = new Map(columns.map(column => [column.name, []]))
  await parquetRead({
    file, metadata, compressors,
    onChunk: ({ columnName, columnData, rowStart }) => {
      const target = read.get(columnName)
      for (let index = 0; index < columnData.length; index++) target[rowStart + index] = columnData[index]
    },
  })
  return columns.map(({ name }, index) => {
    const type = leaves[index].name === name ? annotations[index] : `column ${leaves[index].name}`
    const of = type.startsWith('DECIMAL') ? value => decimal(value, scaleOf(type))
      : type === 'DATE' ? day
      : type === 'DOUBLE' ? double
      : value => value.toString()
    return { type, values: read.get(name).map(value => value === null || value === undefined ? null : of(value)) }
  })
}

/** Apache Arrow's Rust reader, compiled to WebAssembly. */
async function withArrow(file, columns) {
  const table = tableFromIPC(readParquet(await readFile(file)).intoIPCStream())
  return columns.map(({ name }, index) => {
    const field = table.schema.fields[index]
    const named = field?.type.toString()
    const type = field?.name !== name ? `column ${field?.name}`
      : named.startsWith('Utf8') || named.startsWith('LargeUtf8') ? 'STRING'
      : named.startsWith('Decimal') ? `DECIMAL(${field.type.precision},${field.type.scale})`
      : named.startsWith('Date32') ? 'DATE'
      : named === 'Timestamp<MICROSECOND, UTC>' ? 'TIMESTAMP'
      : named === 'Int32' ? 'INT32' : named === 'Int64' ? 'INT64' : named === 'Float64' ? 'DOUBLE' : named === 'Bool' ? 'BOOLEAN' : named
    const vectors = table.getChildAt(index)?.data ?? []
    const values = []
    for (const data of vectors) {
      const raw = data.values
      const width = type.startsWith('DECIMAL') ? raw.length / data.length : 1
      const strings = type === 'STRING' ? table.getChildAt(index) : null
      for (let row = 0; row < data.length; row++) {
        if (!data.getValid(row)) values.push(null)
        else if (strings) values.push(strings.get(values.length))
        else if (type === 'BOOLEAN') values.push(((raw[(data.offset + row) >> 3] >> ((data.offset + row) & 7)) & 1) ? 'true' : 'false')
        else if (type.startsWith('DECIMAL')) {
          // 128 bits as four words, least first; what we write fits into the lower 64.
          values.push(decimal(BigInt.asIntN(64, BigInt(raw[row * width]) | (BigInt(raw[row * width + 1]) << 32n)), scaleOf(type)))
        }
        else if (type === 'DATE') values.push(day(raw[row]))
        else if (type === 'DOUBLE') values.push(double(raw[row]))
        else values.push(raw[row].toString())
      }
    }
    return { type, values }
  })
}

function compare(expected, read) {
  for (let index = 0; index < expected.columns.length; index++) {
    const { name, type } = expected.columns[index]
    const actual = read[index]
    if (actual.type !== type) return `column ${name} is ${actual.type}, not ${type}`
    if (actual.values.length !== expected.values[index].length) {
      return `column ${name} has ${actual.values.length} values, not ${expected.values[index].length}`
    }
    for (let row = 0; row < actual.values.length; row++) {
      if (actual.values[row] !== expected.values[index][row]) {
        return `column ${name}, row ${row}: ${JSON.stringify(actual.values[row])}, not ${JSON.stringify(expected.values[index][row])}`
      }
    }
  }
  return null
}

const readers = { duckdb: withDuckDb, hyparquet: withHyparquet, 'parquet-wasm': withArrow }
const counts = { duckdb: 0, hyparquet: 0, 'parquet-wasm': 0 }
const differences = []
for (const { file, expected: path } of JSON.parse(await readFile(process.argv[2], 'utf8'))) {
  const expected = JSON.parse(await readFile(path, 'utf8'))
  for (const [reader, read] of Object.entries(readers)) {
    let difference
    try {
      difference = compare(expected, await read(file, expected.columns))
    } catch (error) {
      difference = `${error}`
    }
    counts[reader]++
    if (difference) differences.push({ file, reader, difference })
  }
}
console.log(JSON.stringify({ readers: counts, differences }))
