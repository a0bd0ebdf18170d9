// Bundles the pages: node build.mjs FOLDER. Every file that it leaves comes from src/ or from a package of the lock file.
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import papaparse from 'papaparse'

const target = process.argv[2]
if (!target || existsSync(join(target, 'package.json'))) {
  console.error('usage: node build.mjs FOLDER; the folder is replaced')
  process.exit(2)
}

await rm(target, { recursive: true, force: true })
await mkdir(target, { recursive: true })

/** The names of a reviewed map (pipelines/) by its first column: what the pages call a kind of table stands there alone. */
const names = {
  name: 'names of maps',
  setup: ({ onLoad }) => onLoad({ filter: /\.csv$/ }, async ({ path }) => {
    const { data, meta, errors } = papaparse.parse(await readFile(path, 'utf8'), { header: true, skipEmptyLines: true })
    const lacking = ['name_zh', 'name_en'].filter(name => !meta.fields.includes(name)).map(name => ({ text: `${path} has no column ${name}` }))
    return {
      contents: JSON.stringify(Object.fromEntries(data.map(row => [row[meta.fields[0]], [row.name_zh, row.name_en]]))),
      loader: 'json',
      errors: [...errors.map(({ message, row }) => ({ text: `${path}, row ${row}: ${message}` })), ...lacking],
    }
  }),
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
  plugins: [names],
  logLevel: 'warning',
})

// pdf.js as its authors built it: its worker, and what documents without embedded fonts, with scans or colour profiles need.
const pdfjs = 'node_modules/pdfjs-dist'
await cp(`${pdfjs}/legacy/build/pdf.worker.min.mjs`, join(target, 'pdfjs/pdf.worker.js'))
for (const part of ['cmaps', 'standard_fonts', 'wasm', 'iccs']) {
  await cp(`${pdfjs}/${part}`, join(target, 'pdfjs', part), { recursive: true })
}

await cp('src/index.html', join(target, 'index.html'))
await writeFile(join(target, '.complete'), '')
