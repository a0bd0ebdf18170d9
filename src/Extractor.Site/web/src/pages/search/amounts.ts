// What amounts are found by: as src/Extractor.Site/Search/AmountWords.cs makes words of them.

const letters = 10_000
const word = (first: number, left: number, right: number): string => String.fromCharCode(first + left, first + right)

/** Of the hundreds of yuan, which are the second decimal of 万元. */
export function hundredsOf(yuan: number): string {
  const hundreds = Math.floor(yuan / 100)
  return word(0x4e00, Math.floor(hundreds / letters) % letters, hundreds % letters)
}

/** Yuan from which on entries have a word of their first four digits. */
export const leadingFrom = 1e6

/** Of the first four digits. */
export function leadingOf(yuan: number): string {
  let [digits, size] = [Math.floor(yuan), 0]
  for (; digits >= letters; size++) digits = Math.floor(digits / 10)
  return word(0xac00, size, digits)
}
