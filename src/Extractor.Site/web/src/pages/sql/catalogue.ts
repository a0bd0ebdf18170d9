// What can be asked: the datasets and views of a publication, and which of them a query needs.

/** data/published/datasets.json */
export type Datasets = readonly { readonly name: string; readonly files: readonly (readonly [path: string, rows: number, bytes: number])[] }[]

export interface View {
  readonly name: string
  /** As views.sql has it in the comment above. */
  readonly about: string
  readonly sql: string
}

/** The most values of a dataset that may be loaded: beyond it a browser's memory is at risk. */
const mostValues = 60_000_000

/** A query that asks for more than the page may load. */
export class TooMuchError extends Error {
  constructor(readonly dataset: string, readonly rows: number) {
    super(dataset)
  }
}

/** @throws TooMuchError */
export function refuseTooMuch(dataset: string, rows: number, columns: number): void {
  if (rows * columns > mostValues) throw new TooMuchError(dataset, rows)
}

/** The statements of views.sql, each with the comment above it. */
export function viewsOf(text: string): View[] {
  return text.split(/;\s*\n/).flatMap(statement => {
    const found = /CREATE OR REPLACE VIEW (\w+) AS\s+([^]*)$/.exec(statement)
    if (!found) return []
    const comments = statement.slice(0, found.index).split('\n').filter(line => line.startsWith('--'))
    return [{ name: found[1]!, about: comments.map(line => line.replace(/^--\s*/, '')).join(' '), sql: found[2]!.trim() }]
  })
}

/** What the query names, and what the views that it names are made of, each after what it needs; `sql` is null for a dataset. */
export function needed(query: string, datasets: Datasets, views: readonly View[]): { name: string; sql: string | null }[] {
  const all = new Map<string, string | null>([...views.map(view => [view.name, view.sql] as const), ...datasets.map(dataset => [dataset.name, null] as const)])
  const found = new Map<string, string | null>()
  const seen = new Set<string>()
  const visit = (text: string) => {
    const words = new Set(text.toLowerCase().match(/[a-z_][a-z0-9_]*/g) ?? [])
    for (const [name, sql] of all) {
      if (!words.has(name) || seen.has(name)) continue
      seen.add(name)
      if (sql !== null) visit(sql)
      found.set(name, sql)
    }
  }
  visit(query)
  return [...found].map(([name, sql]) => ({ name, sql }))
}
