import { defineConfig } from 'vitest/config'

export default defineConfig({ test: { setupFiles: ['./reader.ts'], include: ['*.test.ts'] } })
