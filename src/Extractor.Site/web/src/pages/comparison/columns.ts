// The departments of a comparison: each an account, `KEY:YEAR:PHASE:SCOPE`, as it stands in the address.
import type { Basis, DepartmentDocument, DepartmentFile, Figure, FigureProof, FiguresFile } from '../../contract'
import { loadDepartment, loadFigures } from '../../figures/files'

export const mostColumns = 12

export interface Column {
  /** As in the address. */
  readonly account: string
  readonly department?: DepartmentFile
  /** Accounts that could stand in its place. */
  readonly choices: readonly DepartmentDocument[]
  /** Missing where the department has no such account. */
  readonly figures?: FiguresFile
}

export const accountOf = (key: string, document: DepartmentDocument): string => `${key}:${document.year}:${document.phase}:${document.scope}`

/** Accounts of a department that count, the latest whole department first. */
export function accountsOf(department: DepartmentFile): DepartmentDocument[] {
  const rank = (document: DepartmentDocument) => (document.year ?? 0) * 4 + (document.scope === 'department' ? 2 : 0) + (document.phase === 'budget' ? 1 : 0)
  return department.documents.filter(document => document.phase && !department.repeated.includes(document.id)).sort((left, right) => rank(right) - rank(left))
}

export async function loadColumn(account: string): Promise<Column> {
  try {
    const department = await loadDepartment(account.split(':', 1)[0]!)
    const choices = accountsOf(department)
    const document = choices.find(choice => accountOf(department.key, choice) === account)
    return { account, department, choices, figures: document && await loadFigures(document.id) }
  } catch {
    return { account, choices: [] }
  }
}

export type Classification = 'functional' | 'economic'
export type Level = 'class' | 'group' | 'item'
export const digits: Record<Level, number> = { class: 3, group: 5, item: 7 }

/** The kinds of table that the columns can be compared by, the one that most have first. */
export function basesOf(columns: readonly Column[], classification: Classification): string[] {
  const counts = new Map<string, number>()
  for (const column of columns) for (const basis of column.figures?.[classification] ?? []) counts.set(basis.table, (counts.get(basis.table) ?? 0) + 1)
  return [...counts].sort((left, right) => right[1] - left[1]).map(([table]) => table)
}

export const basisOf = (column: Column, classification: Classification, table: string | undefined): Basis | undefined =>
  column.figures?.[classification].find(basis => basis.table === table)

export interface ComparedRow {
  /** Empty for lines of which no code was found. */
  readonly code: string
  readonly name: string
  readonly figures: readonly (Figure | undefined)[]
}

/** The leaf lines of every column summed by subject at the level; the largest first. */
export function compare(columns: readonly Column[], bases: readonly (Basis | undefined)[], level: Level): ComparedRow[] {
  const codes = new Map<string, (Figure | undefined)[]>()
  columns.forEach((_, at) => {
    for (const [code, , , figure] of bases[at]?.rows ?? []) {
      const key = (code ?? '').slice(0, digits[level])
      let figures = codes.get(key)
      if (!figures) codes.set(key, (figures = columns.map(() => undefined)))
      figures[at] = add(figures[at], figure)
    }
  })
  const names = (code: string) => columns.map(column => column.figures?.names[code]).find(name => name)
    ?? bases.flatMap(basis => basis?.rows ?? []).find(row => row[0] === code)?.[1] ?? ''
  return [...codes].map(([code, figures]) => ({ code, name: names(code), figures }))
    .sort((left, right) => largest(right) - largest(left))
}

const largest = (row: ComparedRow): number => Math.max(...row.figures.map(figure => Math.abs(figure?.[0] ?? 0)))

/** The sum, with the first one's evidence and the weakest proof. */
export function add(sum: Figure | undefined, figure: Figure): Figure {
  return sum ? [Math.round((sum[0] + figure[0]) * 100) / 100, Math.max(sum[1], figure[1]) as FigureProof, sum[2], sum[3], sum[4], sum[5] + figure[5]] : figure
}

export const sumOf = (basis: Basis | undefined): Figure | undefined => basis?.rows.map(row => row[3]).reduce<Figure | undefined>(add, undefined)
