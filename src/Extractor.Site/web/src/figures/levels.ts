// Subjects from class (类) to group (款) to item (项).
import type { Figure, FigureProof, SubjectFigure } from '../contract'
import { groupBy } from '../groups'

const digits = [3, 5, 7]

/** The levels down to a subject: everything, its class, its group, itself. */
export const stepsTo = (code: string): string[] => ['', ...digits.filter(each => each <= code.length).map(each => code.slice(0, each))]

/** The rows below a subject by the subjects of the next level; what is printed under the subject itself keeps its code. */
export function below<T>(rows: readonly T[], code: string, codeOf: (row: T) => string): Map<string, T[]> {
  const length = digits.find(each => each > code.length) ?? 7
  return groupBy(rows.filter(row => codeOf(row).startsWith(code)), row => codeOf(row).slice(0, length))
}

/** The sum, with the first one's evidence and the weakest proof. */
export function add(sum: Figure | undefined, figure: Figure): Figure {
  return sum ? [Math.round((sum[0] + figure[0]) * 100) / 100, Math.max(sum[1], figure[1]) as FigureProof, sum[2], sum[3], sum[4], sum[5] + figure[5]] : figure
}

/** Over units and funds, one a subject, by code; the code is empty where none was found. */
export const bySubject = (rows: readonly SubjectFigure[]): (readonly [code: string, figure: Figure])[] =>
  [...groupBy(rows, row => row[0] ?? '')].map(([code, all]) => [code, all.map(row => row[4]).reduce<Figure | undefined>(add, undefined)!] as const).sort(([left], [right]) => (left < right ? -1 : 1))
