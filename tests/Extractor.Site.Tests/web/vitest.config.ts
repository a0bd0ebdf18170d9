import { defineConfig } from 'vitest/config'
import { moduleOf } from '../../../src/Extractor.Site/web/maps.mjs'

// Maps are modules here as in build.mjs.
const maps = { name: 'maps', enforce: 'pre' as const, load: (path: string) => path.endsWith('.csv') ? moduleOf(path) : null }

export default defineConfig({ plugins: [maps], test: { setupFiles: ['./reader.ts'], include: ['*.test.ts'] } })
