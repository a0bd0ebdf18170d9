// The data files of the site, below data/. See README.md of the project and contract.ts.

/** A file of the site could not be had. */
export class DataError extends Error {
  constructor(readonly path: string, readonly status: number) {
    super(`${path}: ${status}`)
  }
}

const kept = new Map<string, Promise<unknown>>()
const mostKept = 60

/** What an answer of `extractor serve` says beside the data: the token with which decisions are saved. */
export let reviewToken: string | null = null

async function get(path: string): Promise<unknown> {
  const answer = await fetch(`data/${path}`).catch(() => null)
  if (!answer?.ok) throw new DataError(path, answer?.status ?? 0)
  reviewToken = answer.headers.get('Extractor-Review-Token') ?? reviewToken
  return answer.json()
}

/** A data file, by its path below data/; the last ones are kept. */
export function load<T>(path: string): Promise<T> {
  let file = kept.get(path)
  if (file) {
    kept.delete(path)
  } else {
    file = get(path)
    file.catch(() => kept.delete(path))
    if (kept.size >= mostKept) kept.delete(kept.keys().next().value!)
  }
  kept.set(path, file)
  return file as Promise<T>
}

/** Fetched anew when it is next asked for. */
export const forget = (path: string): void => void kept.delete(path)
