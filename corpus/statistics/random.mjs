/** Numbers that a text decides (mulberry32 over FNV-1a): the same documents on every machine. */
export function randomOf(text) {
  let state = 2166136261;
  for (const character of text) state = Math.imul(state ^ character.codePointAt(0), 16777619);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (low, high) => low + Math.floor(next() * (high - low + 1));
  return {
    whole,
    pick: (list) => list[whole(0, list.length - 1)],
    /** So many of a list, in its order. */
    some: (list, count) => {
      const left = [...list.keys()];
      while (left.length > count) left.splice(whole(0, left.length - 1), 1);
      return left.map((index) => list[index]);
    },
    grouped: (digits) => whole(10 ** (digits - 1), 10 ** digits - 1).toLocaleString('en-US'),
    decimal: (high) => (next() * high).toFixed(1),
  };
}
