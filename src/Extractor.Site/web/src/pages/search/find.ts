// Finds entries in the prebuilt lists: reads the files of the pairs in the query and of the entries that are shown.
import type { SearchIndex, SearchItem, SearchPairs } from '../../contract'
import { load } from '../../data'
import { fold, hash, pairsOf } from './text'

export type List = 'departments' | 'subjects' | 'documents' | 'projects' | 'sections' | 'amounts'

/** One answer looks at no more than so many entries, and goes through no more than so many of the rarest pair. */
const mostLooked = 60
const mostScanned = 50_000

/** The entries of a list in which all words of the query stand, a page at a time. */
export interface Found {
  /** None where those that were looked at do not hold the words; there may be more unless it is done. */
  next(most: number): Promise<readonly SearchItem[]>
  /** Nothing more to be had. */
  readonly done: boolean
}

/** Words that a query is made of; those of one letter are only looked for beside longer ones. */
export const wordsOf = (query: string): string[] => fold(query).split(' ').filter(word => word.length > 0)

export const isLongEnough = (query: string): boolean => pairsOf(wordsOf(query)).length > 0

const folder = (number: number): string => `${Math.floor(number / 1000)}/${number}.json`

/** An entry by its number. */
export async function entryOf(list: List, number: number): Promise<SearchItem | undefined> {
  const { itemsOfFile } = (await load<SearchIndex>('search/index.json')).lists[list]!
  return (await load<readonly SearchItem[]>(`search/${list}/items/${folder(Math.floor(number / itemsOfFile))}`))[number % itemsOfFile]
}

/** @param isWanted Besides the words. */
export async function find(list: List, query: string, isWanted: (item: SearchItem) => boolean = () => true): Promise<Found> {
  const size = (await load<SearchIndex>('search/index.json')).lists[list]
  const words = wordsOf(query)
  const pairs = pairsOf(words)
  if (!size?.items || !pairs.length) return { next: async () => [], done: true }
  const postings = await Promise.all(pairs.map(async pair => {
    const shard = await load<SearchPairs>(`search/${list}/pairs/${folder(hash(pair) % size.shards)}`)
    return Object.hasOwn(shard, pair) ? new Posting(list, pair, shard[pair]!) : null
  }))
  if (postings.some(posting => posting === null)) return { next: async () => [], done: true }
  const [rarest, ...others] = (postings as Posting[]).sort((left, right) => left.count - right.count)
  let at = 0
  let done = false
  return {
    get done() { return done },
    async next(most) {
      const items: SearchItem[] = []
      let looked = 0
      const last = at + mostScanned
      while (items.length < most && looked < mostLooked && at < last) {
        // A few entries are looked at together, so that their files are fetched side by side.
        const candidates: number[] = []
        while (candidates.length < most - items.length + 4 && at < last) {
          const entry = await rarest!.at(at)
          if (entry === undefined) break
          at++
          let everywhere = true
          for (const other of others) if (!(await other.has(entry))) { everywhere = false; break }
          if (everywhere) candidates.push(entry)
        }
        if (!candidates.length) break
        looked += candidates.length
        const files = await Promise.all(candidates.map(entry => load<readonly SearchItem[]>(`search/${list}/items/${folder(Math.floor(entry / size.itemsOfFile))}`)))
        for (let index = 0; index < candidates.length; index++) {
          const item = files[index]![candidates[index]! % size.itemsOfFile]
          if (!item || !holds(item, words) || !isWanted(item)) continue
          if (items.length === most) { at = await rarest!.indexOf(candidates[index]!); break }
          items.push(item)
        }
      }
      done = (await rarest!.at(at)) === undefined
      return items
    },
  }
}

/** What the first holds, then what the second does. */
export const oneAfterOther = (first: Found, second: Found): Found => ({
  get done() { return first.done && second.done },
  async next(most) {
    const items = first.done ? [] : await first.next(most)
    return first.done && items.length < most ? [...items, ...await second.next(most - items.length)] : items
  },
})

/** The pairs of a word may stand apart: only the text itself tells. */
function holds(item: SearchItem, words: readonly string[]): boolean {
  const texts = item[0].map(fold)
  return words.every(word => texts.some(text => text.includes(word)))
}

/** The entries of a pair, the last one first; long ones are read a file at a time. */
class Posting {
  readonly count: number
  private readonly files: readonly (readonly [first: number, last: number])[]
  private readonly read: (Promise<readonly number[]> | undefined)[] = []
  private readonly sets = new Map<number, Set<number>>()

  constructor(private readonly list: List, private readonly pair: string, [count, steps, files]: SearchPairs[string]) {
    this.count = count
    if (steps) {
      const entries = unfold(steps)
      this.files = [[entries[0]!, entries.at(-1)!]]
      this.read[0] = Promise.resolve(entries)
    } else {
      this.files = files!
    }
  }

  async at(index: number): Promise<number | undefined> {
    for (let file = 0, rest = index; file < this.files.length; file++) {
      const entries = await this.file(file)
      if (rest < entries.length) return entries[rest]
      rest -= entries.length
    }
    return undefined
  }

  async indexOf(entry: number): Promise<number> {
    for (let file = 0, before = 0; file < this.files.length; file++) {
      const entries = await this.file(file)
      const index = entries.indexOf(entry)
      if (index >= 0) return before + index
      before += entries.length
    }
    return this.count
  }

  async has(entry: number): Promise<boolean> {
    const file = this.files.findIndex(([first, last]) => last <= entry && entry <= first)
    if (file < 0) return false
    let set = this.sets.get(file)
    if (!set) this.sets.set(file, (set = new Set(await this.file(file))))
    return set.has(entry)
  }

  private file(number: number): Promise<readonly number[]> {
    const code = [...this.pair].map(letter => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('')
    return (this.read[number] ??= load<readonly number[]>(`search/${this.list}/long/${(hash(this.pair) % 256).toString(16).padStart(2, '0')}/${code}-${number}.json`).then(unfold))
  }
}

function unfold(steps: readonly number[]): number[] {
  let entry = 0
  return steps.map((step, index) => (entry = index === 0 ? step : entry - step))
}
