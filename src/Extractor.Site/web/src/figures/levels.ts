// Subjects from class (类) to group (款) to item (项).
import { groupBy } from '../groups'

const digits = [3, 5, 7]

/** The levels down to a subject: everything, its class, its group, itself. */
export const stepsTo = (code: string): string[] => ['', ...digits.filter(each => each <= code.length).map(each => code.slice(0, each))]

/** The rows below a subject by the subjects of the next level; what is printed under the subject itself keeps its code. */
export function below<T>(rows: readonly T[], code: string, codeOf: (row: T) => string): Map<string, T[]> {
  const length = digits.find(each => each > code.length) ?? 7
  return groupBy(rows.filter(row => codeOf(row).startsWith(code)), row => codeOf(row).slice(0, length))
}
