// Bundles the pages: node build.mjs FOLDER. Every file that it leaves comes from src/ or from a package of the lock file.
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { pinyin } from 'pinyin-pro'
import { moduleOf } from './maps.mjs'

const target = process.argv[2]
if (!target || existsSync(join(target, 'package.json'))) {
  console.error('usage: node build.mjs FOLDER; the folder is replaced')
  process.exit(2)
}

await rm(target, { recursive: true, force: true })
await mkdir(target, { recursive: true })

const maps = {
  name: 'maps',
  setup: ({ onLoad }) => onLoad({ filter: /\.csv$/ }, async ({ path }) => ({ contents: await moduleOf(path), loader: 'js' })),
}

await build({
  entryPoints: { app: 'src/main.ts', style: 'src/style/style.css' },
  outdir: target,
  bundle: true,
  format: 'esm',
  splitting: true,
  chunkNames: 'parts/[name]-[hash]',
  minify: true,
  target: ['chrome120', 'firefox121', 'safari17'],
  charset: 'utf8',
  legalComments: 'linked',
  loader: { '.md': 'text' },
  plugins: [maps],
  logLevel: 'warning',
})

// pdf.js as its authors built it: its worker, and what documents without embedded fonts, with scans or colour profiles need.
const pdfjs = 'node_modules/pdfjs-dist'
await cp(`${pdfjs}/legacy/build/pdf.worker.min.mjs`, join(target, 'pdfjs/pdf.worker.js'))
for (const part of ['cmaps', 'standard_fonts', 'wasm', 'iccs']) {
  await cp(`${pdfjs}/${part}`, join(target, 'pdfjs', part), { recursive: true })
}

// DuckDB for questions in SQL: one build of it, for browsers with exceptions in WebAssembly, which are all that the pages are made for.
const duckdb = 'node_modules/@duckdb/duckdb-wasm/dist'
await cp(`${duckdb}/duckdb-browser-eh.worker.js`, join(target, 'duckdb/worker.js'))
await writeFile(join(target, 'duckdb/duckdb.wasm.gz'), gzipSync(await readFile(`${duckdb}/duckdb-eh.wasm`)))

// For the generator, not for browsers: letters by their pinyin, so that departments are found by it.
const letters = new Map()
for (let code = 0x4e00; code < 0xa000; code++) {
  const letter = String.fromCharCode(code)
  const read = pinyin(letter, { toneType: 'none', v: true })
  if (/^[a-z]+$/.test(read)) letters.set(read, (letters.get(read) ?? '') + letter)
}
await mkdir(join(target, 'generator'))
await writeFile(join(target, 'generator/pinyin.txt'), [...letters].sort(([left], [right]) => (left < right ? -1 : 1)).map(row => `${row.join(' ')}\n`).join(''))

await cp('src/from-disk.js', join(target, 'from-disk.js'))
await cp('src/read.css', join(target, 'read/read.css'))
await cp('src/index.html', join(target, 'index.html'))
await writeFile(join(target, '.complete'), '')
