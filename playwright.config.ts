import { defineConfig } from '@playwright/test'

/** Every browser test has a home, a server and a page of its own; the desktop tests share a display and its focus. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['line']],
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
  projects: [
    { name: 'desktop', testDir: 'tests/e2e/desktop', workers: 1 },
    {
      name: 'web',
      testDir: 'tests/e2e/web',
      fullyParallel: true,
      use: { browserName: 'chromium', launchOptions: { executablePath: process.env.CHROMIUM_PATH } },
    },
  ],
})
