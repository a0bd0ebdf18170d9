// The departments of a comparison: each an account, `KEY:YEAR:PHASE:SCOPE`, as it stands in the address.
import type { DepartmentDocument, DepartmentFile, Figure, FiguresFile, SubjectFigure } from '../../contract'
import { loadDepartment, loadFigures } from '../../figures/files'
import { add } from '../../figures/levels'

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

export interface ComparedRow {
  /** Empty where no code was found. */
  readonly code: string
  readonly name: string
  readonly figures: readonly (Figure | undefined)[]
}

/** The facts of every column summed by subject at the level; the largest first. */
export function compare(columns: readonly Column[], classification: Classification, level: Level): ComparedRow[] {
  const codes = new Map<string, (Figure | undefined)[]>()
  columns.forEach(({ figures }, at) => {
    for (const [code, , , , figure] of figures?.[classification] ?? []) {
      const key = (code ?? '').slice(0, digits[level])
      let compared = codes.get(key)
      if (!compared) codes.set(key, (compared = columns.map(() => undefined)))
      compared[at] = add(compared[at], figure)
    }
  })
  const names = (code: string) => columns.map(column => column.figures?.names[code]).find(name => name)
    ?? columns.flatMap(column => column.figures?.[classification] ?? []).find(row => row[0] === code)?.[1] ?? ''
  return [...codes].map(([code, figures]) => ({ code, name: names(code), figures }))
    .sort((left, right) => largest(right) - largest(left))
}

const largest = (row: ComparedRow): number => Math.max(...row.figures.map(figure => Math.abs(figure?.[0] ?? 0)))

export const sumOf = (rows: readonly SubjectFigure[] | undefined): Figure | undefined => rows?.map(row => row[4]).reduce<Figure | undefined>(add, undefined)
