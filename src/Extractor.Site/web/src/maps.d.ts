// A reviewed map in the bundle: its names in Chinese and English (name_zh, name_en) by its first column. See build.mjs.
declare module '*.csv' {
  const names: Record<string, [zh: string, en: string]>
  export default names
}
/** A text of the documentation, as build.mjs reads it. */
declare module '*.md' {
  const text: string
  export default text
}
