// What a page is: a folder in pages/ with an index.ts that exports `open`.
import type { Box } from './contract'

/** A page as it stands in the shell. */
export interface Page {
  readonly title: string
  readonly element: HTMLElement
  /** The same page is asked for with another address: true where it could follow without being opened anew. */
  update?(route: Route): boolean
  /** Called after the element has come into the document. */
  shown?(): void
  /** Ends what it has begun. */
  close?(): void
}

/** An address after `#`, taken apart: `/document/HASH/table/3?q=x`. */
export interface Route {
  readonly parts: readonly string[]
  readonly query: URLSearchParams
}

export type OpenPage = (route: Route) => Promise<Page>

/** Addresses of the pages: a link is made here, never put together elsewhere. */
export const address = {
  overview: () => '#/',
  document: (id: string) => `#/document/${id}`,
  /** With a box, what stands there: the cell of a table, or the place on the page alone. */
  page: (id: string, page: number, box?: Box | null) => `#/document/${id}/page/${page}${box ? `?at=${box.join(',')}` : ''}`,
  table: (id: string, table: number) => `#/document/${id}/table/${table}`,
  line: (id: string, table: number, line: string) => `#/document/${id}/table/${table}/line/${line}`,
  /** Where the table is not known. */
  anyLine: (id: string, line: string) => `#/document/${id}/line/${line}`,
  check: (id: string, table: number, check: string) => `#/document/${id}/table/${table}/check/${check}`,
  finding: (id: string, finding: string) => `#/document/${id}/finding/${finding}`,
  section: (id: string, section: string) => `#/document/${id}/section/${section}`,
  review: () => '#/review',
  harvest: (publisher = '') => (publisher ? `#/harvest/${encodeURIComponent(publisher)}` : '#/harvest'),
  search: (query = '', filters: Readonly<Record<string, string>> = {}) => {
    const asked = new URLSearchParams({ ...(query && { q: query }), ...filters })
    return asked.size ? `#/search?${asked}` : '#/search'
  },
  ranking: (options: Readonly<Record<string, string>> = {}) => (Object.keys(options).length ? `#/ranking?${new URLSearchParams(options)}` : '#/ranking'),
  /** With a query, its answer. */
  sql: (query = '', year = '') => (query ? `#/sql?${new URLSearchParams({ q: query, ...(year && { year }) })}` : '#/sql'),
  /** Without a code, all places. */
  place: (code = '', options: Readonly<Record<string, string>> = {}) => `#/place${code && `/${code}`}${Object.keys(options).length ? `?${new URLSearchParams(options)}` : ''}`,
  subject: (classification: string, code: string) => `#/subject/${classification}/${code}`,
  /** Without a document, the latest account of the department, or that of the year. */
  department: (key: string, document = '', year = '') => `#/department/${encodeURIComponent(key)}${document ? `?document=${document}` : year ? `?year=${year}` : ''}`,
  /** Columns are `KEY:YEAR:PHASE:SCOPE`. */
  comparison: (columns: readonly string[] = [], options: Readonly<Record<string, string>> = {}) => {
    const query = new URLSearchParams(options)
    for (const column of columns) query.append('d', column)
    return query.size ? `#/comparison?${query}` : '#/comparison'
  },
}
