// A table as a file for spreadsheets.
import Papa from 'papaparse'

export type CsvValue = string | number | null

/** UTF-8 with its mark, for Excel; no text can become a formula there. */
export function saveCsv(name: string, fields: readonly string[], rows: readonly (readonly CsvValue[])[]): void {
  const text = Papa.unparse({ fields: [...fields], data: rows.map(row => row.map(value => value ?? '')) }, { escapeFormulae: /^[\s]*[=+\-@\t\r\n]/, newline: '\r\n' })
  save(new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' }), `${name}.csv`)
}

export function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
