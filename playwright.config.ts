import { defineConfig } from '@playwright/test'

/** One worker: the desktop tests share a display, and the machines they run on are small. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['line']],
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
  projects: [
    { name: 'desktop', testDir: 'tests/e2e/desktop' },
    {
      name: 'web',
      testDir: 'tests/e2e/web',
      use: { browserName: 'chromium', launchOptions: { executablePath: process.env.CHROMIUM_PATH } },
    },
  ],
})
