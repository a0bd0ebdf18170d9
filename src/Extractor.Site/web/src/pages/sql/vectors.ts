// Arrow vectors made of plain values. Arrow's own builders compile code from text, which the pages do not allow.
import { Bool, Float64, Int32, TimestampMicrosecond, Utf8, makeData, makeVector, type Vector } from 'apache-arrow'

/** text is a string, time a Date in UTC. */
export type Kind = 'bool' | 'int' | 'double' | 'time' | 'text'

/** @param values Null or missing where there is none. */
export function vectorOf(kind: Kind, values: readonly unknown[], length: number): Vector {
  const nullBitmap = new Uint8Array((length + 7) >> 3)
  let nullCount = 0
  for (let at = 0; at < length; at++) {
    if (values[at] === null || values[at] === undefined) nullCount++
    else nullBitmap[at >> 3]! |= 1 << (at & 7)
  }
  const common = { length, nullCount, nullBitmap }
  const filled = <A extends { [index: number]: unknown }>(data: A, valueAt: (value: unknown) => unknown): A => {
    for (let at = 0; at < length; at++) if (values[at] !== null && values[at] !== undefined) (data as Record<number, unknown>)[at] = valueAt(values[at])
    return data
  }
  switch (kind) {
    case 'bool': {
      const data = new Uint8Array((length + 7) >> 3)
      for (let at = 0; at < length; at++) if (values[at] === true) data[at >> 3]! |= 1 << (at & 7)
      return makeVector(makeData({ type: new Bool(), data, ...common }))
    }
    case 'int':
      return makeVector(makeData({ type: new Int32(), data: filled(new Int32Array(length), Number), ...common }))
    case 'double':
      return makeVector(makeData({ type: new Float64(), data: filled(new Float64Array(length), Number), ...common }))
    case 'time':
      return makeVector(makeData({ type: new TimestampMicrosecond(), data: filled(new BigInt64Array(length), value => BigInt((value as Date).getTime()) * 1000n), ...common }))
    case 'text': {
      const encoder = new TextEncoder()
      const valueOffsets = new Int32Array(length + 1)
      let data = new Uint8Array(Math.max(64, length * 16))
      let end = 0
      for (let at = 0; at < length; at++) {
        const value = values[at]
        if (value !== null && value !== undefined) {
          const text = String(value)
          if (end + text.length * 3 > data.length) {
            const larger = new Uint8Array(Math.max(data.length * 2, end + text.length * 3))
            larger.set(data.subarray(0, end))
            data = larger
          }
          end += encoder.encodeInto(text, data.subarray(end)).written
        }
        valueOffsets[at + 1] = end
      }
      return makeVector(makeData({ type: new Utf8(), data: data.subarray(0, end), valueOffsets, ...common }))
    }
  }
}
