import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { startEchoingRelay } from '../../leak/echoing-relay'
import { leakingFiles, TOOL_FILES } from '../../leak/search'
import { KEY, leakIn } from '../../leak/spellings'
import { leaksOfWalk } from '../leak-check'
import { watchTraffic } from '../leak-watch'
import { expect, type Home, test } from './fixtures'

// A trace keeps copies of the page inside the page.
test.use({ trace: 'off' })

/** A folder for temporary files inside the home, so that it is searched with it. */
function ownTemp(home: Home): Readonly<Record<string, string>> {
  const folder = path.join(home.folder, 'tmp')
  mkdirSync(folder)
  return { TMPDIR: folder, TMP: folder, TEMP: folder }
}

/** What the app's own process prints. */
function outputOf(app: ElectronApplication): () => string {
  let said = ''
  for (const stream of [app.process().stdout, app.process().stderr])
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
  return () => said
}

test('a key that was entered in every screen is kept by none, in the window either: screens, memory, storage, requests, output, files', async ({
  home,
  launch,
}) => {
  test.setTimeout(600_000)
  const relay = await startEchoingRelay()
  try {
    const { app, page, pageErrors } = await launch({ env: ownTemp(home) })
    page.setDefaultTimeout(15_000)
    const output = outputOf(app)
    const traffic = await watchTraffic(page)
    const exported = path.join(home.folder, 'export.json')
    // In the place of the system's dialog, which asks where to save.
    await app.evaluate(({ session }, savePath) => {
      session.defaultSession.on('will-download', (_event, item) => item.setSavePath(savePath))
    }, exported)
    const found = await leaksOfWalk(page, relay.url, async () => {
      await expect.poll(() => existsSync(exported)).toBe(true)
      return exported
    })
    expect(found).toEqual([])
    expect([await traffic.leaks(), traffic.carriers()]).toEqual([[], []])
    expect(leakIn(output())).toBeUndefined()
    expect(pageErrors).toEqual([])
    await app.close()
  } finally {
    relay.close()
  }
  expect(home.read('.claude/settings.json')).toContain(KEY)
  expect(leakingFiles(home.folder, TOOL_FILES)).toEqual([])
})

/** Files that a crash reporter writes: Crashpad's reports and their like, wherever they lie. */
const dumps = (home: Home): string[] =>
  readdirSync(home.folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(dmp|mdmp|core)$|^core(\.\d+)?$/.test(name))

const showKey = async (page: Page) => {
  await page.getByRole('button', { name: 'More actions for Northline' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Show key…' }).press('Enter')
  await expect(page.getByRole('dialog').locator('code')).toHaveText(KEY)
}

test('a page, and then the app, that crash while a key is shown leave it in no dump and no other file', async ({ home, launch }) => {
  test.skip(process.platform === 'win32', 'no program can send such a signal there')
  await home.terminal('add', 'Northline', '--url', 'http://127.0.0.1:9', '--key', KEY, '--tools', 'claude')
  const { app, page } = await launch({ env: ownTemp(home) })
  const output = outputOf(app)
  await showKey(page)
  const ended = new Promise((resolve) => app.process().once('exit', (code, signal) => resolve(signal ?? code)))
  const reason = await app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<string>((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        contents?.once('render-process-gone', (_event, details) => resolve(details.reason))
        process.kill(contents?.getOSProcessId() ?? 0, 'SIGSEGV')
      }),
  )
  expect(reason).toBe('crashed')
  expect([dumps(home), leakingFiles(home.folder, TOOL_FILES)]).toEqual([[], []])

  app.evaluate(() => process.crash()).catch(() => undefined)
  expect(await ended).toMatch(/^SIG(SEGV|TRAP|ILL|ABRT|BUS)$/)
  expect([dumps(home), leakingFiles(home.folder, TOOL_FILES)]).toEqual([[], []])
  expect(leakIn(output())).toBeUndefined()
})
