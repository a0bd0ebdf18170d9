// The questions of the cookbook (docs/cookbook.md), with their SQL, as they stand there.
import cookbook from '../../../../../../docs/cookbook.md'
import type { Text } from '../../language'

export interface Question {
  readonly title: Text
  readonly sql: string
}

/** A heading `## 2. 一年支出多少？ / How much is spent in a year?` and the first block of SQL below it. */
export function questionsOf(text: string): Question[] {
  return text.split(/^## /m).slice(1).flatMap(part => {
    const heading = /^\d+\.\s*(.+?)\s+\/\s+(.+)$/m.exec(part)
    const sql = /```sql\n([^]*?);?\n```/.exec(part)
    return heading && sql ? [{ title: [heading[1]!, heading[2]!] as const, sql: sql[1]! }] : []
  })
}

export const questions: readonly Question[] = questionsOf(cookbook)
