// The names of a reviewed map (pipelines/) as a module: what the pages call a kind of table stands in that map alone.
import { readFile } from 'node:fs/promises'
import papaparse from 'papaparse'

/**
 * The text of a module whose default export has the names (name_zh, name_en) by the map's first column; of a map of several lists
 * (vocabulary, value) a list by its name.
 */
export async function moduleOf(path) {
  const { data, meta, errors } = papaparse.parse(await readFile(path, 'utf8'), { header: true, skipEmptyLines: true })
  const lacking = ['name_zh', 'name_en'].filter(name => !meta.fields.includes(name))
  if (errors.length || lacking.length) throw new Error(`${path}: ${errors[0]?.message ?? `no column ${lacking.join(', ')}`}`)
  const namesOf = (rows, column) => Object.fromEntries(rows.map(row => [row[column], [row.name_zh, row.name_en]]))
  const [first, second] = meta.fields
  const names = first !== 'vocabulary' ? namesOf(data, first) : Object.fromEntries([...new Set(data.map(row => row[first]))].map(list =>
    [list, namesOf(data.filter(row => row[first] === list), second)]))
  return `export default ${JSON.stringify(names)}`
}
