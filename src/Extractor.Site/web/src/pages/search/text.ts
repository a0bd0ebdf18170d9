// Text as it is searched: as src/Extractor.Site/Search/SearchText.cs folds it.

/** Quotes part nothing: “三公”经费 is one word. */
export function fold(text: string): string {
  const narrow = text.replace(/[\uff01-\uff5e]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
  return narrow.toLowerCase().replace(/[“”‘’"'「」『』]/g, '').replace(/[\ud800-\udfff]/g, ' ').replace(/[^\p{L}\p{Nd}]+/gu, ' ').trim()
}

/** A year that stands as a word of its own, 商务局 2026 or 商务局 2026年, and the words without it. */
export function partYear(query: string): [rest: string, year: string] {
  const words = query.trim().split(/\s+/)
  const at = words.findIndex(word => /^20\d\d(年度?)?$/.test(word))
  return at < 0 ? [query, ''] : [words.filter((_, index) => index !== at).join(' '), words[at]!.slice(0, 4)]
}

/** The SHA-256 of a document. */
export const isDocument = (query: string): boolean => /^[0-9a-f]{64}$/i.test(query)

/** A part of one, from its beginning. */
export const isHash = (query: string): boolean => /^[0-9a-f]{12,64}$/i.test(query)

/** What is looked up for the words: pairs of neighbouring letters; of four digits and more in a row, each four of them folded into a pair. */
export function pairsOf(words: readonly string[]): string[] {
  const pairs = new Set<string>()
  for (const word of words) {
    const long = [...word.matchAll(/[0-9]{4,}/g)].map(digits => [digits.index, digits.index + digits[0].length] as const)
    for (let at = 0; at + 1 < word.length; at++) {
      const digits = long.find(([start, end]) => start <= at && at + 2 <= end)
      if (!digits) pairs.add(word.slice(at, at + 2))
      else if (at + 4 <= digits[1]) pairs.add(String.fromCharCode(0xe000 + Number(word.slice(at, at + 3))) + word[at + 3]!)
    }
  }
  return [...pairs]
}

/** FNV-1a over UTF-16 units, as src/Extractor.Site/Generating/StableHash.cs. */
export function hash(text: string): number {
  let value = 2166136261
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 16777619) >>> 0
  return value
}
