// The names of a reviewed map (pipelines/) as a module: what the pages call a kind of table stands in that map alone.
import { readFile } from 'node:fs/promises'
import papaparse from 'papaparse'

/** The text of a module whose default export has the names (name_zh, name_en) by the map's first column. */
export async function moduleOf(path) {
  const { data, meta, errors } = papaparse.parse(await readFile(path, 'utf8'), { header: true, skipEmptyLines: true })
  const lacking = ['name_zh', 'name_en'].filter(name => !meta.fields.includes(name))
  if (errors.length || lacking.length) throw new Error(`${path}: ${errors[0]?.message ?? `no column ${lacking.join(', ')}`}`)
  return `export default ${JSON.stringify(Object.fromEntries(data.map(row => [row[meta.fields[0]], [row.name_zh, row.name_en]])))}`
}
