// What a reader's browser has and Node has not: a kept language and the root element.
const kept = new Map<string, string>()
Object.assign(globalThis, {
  localStorage: { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) },
  document: { documentElement: { lang: '' } },
})
