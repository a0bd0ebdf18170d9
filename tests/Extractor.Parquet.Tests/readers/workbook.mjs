// Reads a workbook with SheetJS: node workbook.mjs FILE.xlsx; prints { sheets: [{ name, rows: [[{ t, v, z }]] }] }: kind
// (s text, n number), value and number format of every cell, null for a cell without a value; f where it is a formula.
import xlsx from 'xlsx'

const book = xlsx.readFile(process.argv[2], { cellNF: true, cellFormula: true })
const sheets = book.SheetNames.map(name => {
  const sheet = book.Sheets[name]
  const range = xlsx.utils.decode_range(sheet['!ref'])
  const rows = []
  for (let row = range.s.r; row <= range.e.r; row++) {
    const cells = []
    for (let column = range.s.c; column <= range.e.c; column++) {
      const cell = sheet[xlsx.utils.encode_cell({ r: row, c: column })]
      cells.push(cell && cell.t !== 'z' ? { t: cell.t, v: cell.v, z: cell.z, f: cell.f } : null)
    }
    rows.push(cells)
  }
  return { name, rows }
})
console.log(JSON.stringify({ sheets }))
