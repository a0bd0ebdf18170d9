// A document as the page works with it: the lists of the table files read into cells, lines and checks with names.
import { load } from '../../data'
import type { Box, CellRow, DocumentFile, LineRow, Meaning, Subject, TableFile, TableHeader, TablesFile } from '../../contract'

/** A place on a page. */
export interface Place {
  readonly page: number
  readonly box: Box
}

export interface Cell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly isHeader: boolean
  readonly path: string | null
  readonly text: string | null
  /** More than one where the cell runs over a page edge. */
  readonly places: readonly Place[]
}

export interface Line {
  readonly id: string
  readonly table: Table
  readonly cell: Cell
  readonly meaning: Meaning
  readonly subject: Subject
  readonly role: string
  readonly isLeaf: boolean
  readonly amount: number
  readonly proof: 'proven' | 'contradicted' | 'unproven'
  readonly value: string
  readonly unit: string | null
}

export interface Check {
  readonly id: string
  readonly rule: string
  readonly outcome: 'holds' | 'fails' | 'not_applicable'
  readonly expected: number | null
  readonly actual: number | null
  readonly difference: number | null
  readonly tolerance: number | null
  /** Table and number of each line; the first is what was expected. */
  readonly members: readonly (readonly [table: number, line: number])[]
}

/** A table with everything in it. */
export class Table {
  readonly rows: readonly (readonly Cell[])[]
  readonly lines: readonly Line[]
  readonly checks: readonly Check[]
  readonly #cells = new Map<string, Cell>()
  readonly #lineOfCell = new Map<Cell, Line>()

  constructor(readonly header: TableHeader, file: TableFile) {
    const rows: Cell[][] = Array.from({ length: header.rows }, () => [])
    for (const row of file.cells) {
      const cell = readCell(row, file.paths)
      this.#cells.set(`${cell.row}.${cell.column}`, cell)
      rows[cell.row]?.push(cell)
    }
    this.rows = rows
    this.lines = file.lines.flatMap(row => this.#readLine(row, file) ?? [])
    this.checks = file.checks.map(([id, rule, outcome, expected, actual, difference, tolerance, members]) => ({
      id, rule, outcome, expected, actual, difference, tolerance,
      members: Array.from({ length: members.length / 2 }, (_, index) => [members[2 * index]!, members[2 * index + 1]!] as const),
    }))
  }

  cellAt(row: number, column: number): Cell | undefined {
    return this.#cells.get(`${row}.${column}`)
  }

  get cells(): Iterable<Cell> {
    return this.#cells.values()
  }

  lineOf(cell: Cell): Line | undefined {
    return this.#lineOfCell.get(cell)
  }

  checksOf(line: Line): Check[] {
    const number = this.lines.indexOf(line)
    return this.checks.filter(check => check.members.some(([table, member]) => table === this.header.ordinal && member === number))
  }

  #readLine(row: LineRow, file: TableFile): Line | null {
    const [id, r, c, meaning, subject, role, leaf, amount, proof, value, unit] = row
    const cell = this.cellAt(r, c)
    if (!cell) return null
    const line: Line = {
      id, table: this, cell, role, isLeaf: leaf === 1, amount, proof, value, unit, meaning: file.meanings[meaning]!, subject: file.subjects[subject]!,
    }
    this.#lineOfCell.set(cell, line)
    return line
  }
}

function readCell([row, column, rowSpan, columnSpan, header, path, text, parts]: CellRow, paths: readonly string[]): Cell {
  const places: Place[] = []
  for (let at = 0; at + 4 < parts.length; at += 5) {
    places.push({ page: parts[at]!, box: [parts[at + 1]!, parts[at + 2]!, parts[at + 3]!, parts[at + 4]!] })
  }
  return { row, column, rowSpan, columnSpan, isHeader: header === 1, path: paths[path] ?? null, text, places }
}

/** A document whose tables are fetched when they are asked for. */
export class OpenDocument {
  readonly #tables = new Map<number, Promise<Table>>()

  private constructor(readonly file: DocumentFile) {}

  static async load(id: string): Promise<OpenDocument> {
    return new OpenDocument(await load<DocumentFile>(`${folderOf(id)}/document.json`))
  }

  table(ordinal: number): Promise<Table> {
    let table = this.#tables.get(ordinal)
    if (!table) {
      table = this.#read(ordinal)
      this.#tables.set(ordinal, table)
    }
    return table
  }

  /** Headers of the tables that stand on a page. */
  tablesOn(page: number): TableHeader[] {
    return this.file.tables.filter(table => table.pageFirst <= page && page <= table.pageLast)
  }

  /** The cell under a point of a page. */
  async cellUnder(page: number, x: number, y: number): Promise<{ table: Table; cell: Cell } | null> {
    for (const header of this.tablesOn(page)) {
      const table = await this.table(header.ordinal)
      for (const cell of table.cells) {
        if (cell.places.some(place => place.page === page && place.box[0] <= x && x <= place.box[2] && place.box[1] <= y && y <= place.box[3])) return { table, cell }
      }
    }
    return null
  }

  /** A line of which only the id is known: the tables are gone through. */
  async line(id: string): Promise<Line | null> {
    for (const header of this.file.tables) {
      const found = (await this.table(header.ordinal)).lines.find(line => line.id === id)
      if (found) return found
    }
    return null
  }

  /** The lines of a check, over all tables that it joins. */
  async linesOf(check: Check): Promise<Line[]> {
    const lines: Line[] = []
    for (const [table, number] of check.members) {
      const line = (await this.table(table)).lines[number]
      if (line) lines.push(line)
    }
    return lines
  }

  async #read(ordinal: number): Promise<Table> {
    const header = this.file.tables.find(table => table.ordinal === ordinal)
    if (!header) throw new Error(`table ${ordinal}`)
    const tables = await load<TablesFile>(`${folderOf(this.file.id)}/tables-${header.file}.json`)
    return new Table(header, tables.find(table => table.ordinal === ordinal)!)
  }
}

const folderOf = (id: string): string => {
  if (!/^[0-9a-f]{64}$/.test(id)) throw new Error(id)
  return `documents/${id.slice(0, 2)}/${id}`
}
