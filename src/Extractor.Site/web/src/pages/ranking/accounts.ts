import type { Rankings } from '../../contract'

/** Name of the file of a year, phase and extent. */
export const keyOf = ({ year, phase, scope }: Rankings[number]): string => `${year}-${phase}-${scope}`

/** The latest year, phase and extent that at least a quarter as many documents have as the fullest: not the one early bird of the next year. */
export function mostOf(rankings: Rankings): Rankings[number] | undefined {
  const count = (each: Rankings[number]) => each.provinces.reduce((sum, [, accounts]) => sum + accounts, 0)
  const most = Math.max(...rankings.map(count))
  return rankings.find(each => count(each) * 4 >= most)
}
