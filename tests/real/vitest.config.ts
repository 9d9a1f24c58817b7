import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../../', import.meta.url)),
    include: ['tests/real/**/*.test.ts'],
    environment: 'node',
    fileParallelism: false,
    sequence: { concurrent: false },
    maxConcurrency: 2,
    testTimeout: 300_000,
    hookTimeout: 900_000,
    reporters: ['verbose'],
  },
})
