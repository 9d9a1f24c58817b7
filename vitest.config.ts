import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/e2e/**', 'tests/real/**', 'node_modules/**'],
    environment: 'node',
    restoreMocks: true,
    testTimeout: 20_000,
  },
})
