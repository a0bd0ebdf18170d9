// Text as it is searched: as src/Extractor.Site/Search/SearchText.cs folds it.

export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[\ud800-\udfff]/g, ' ').replace(/[^\p{L}\p{Nd}]+/gu, ' ').trim()
}

/** Every pair of neighbouring letters in the words, once. */
export function pairsOf(words: readonly string[]): string[] {
  const pairs = new Set<string>()
  for (const word of words) for (let at = 0; at + 1 < word.length; at++) pairs.add(word.slice(at, at + 2))
  return [...pairs]
}

/** FNV-1a over UTF-16 units, as src/Extractor.Site/Generating/StableHash.cs. */
export function hash(text: string): number {
  let value = 2166136261
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 16777619) >>> 0
  return value
}
