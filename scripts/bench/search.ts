import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { BrowserType, CDPSession, Page } from 'playwright'
import { benchHome } from './homes'
import { type Line, line, median } from './stats'

const PROFILES = 10_000
/** Typed letter by letter, and deleted again: names of many profiles, of few, of none. */
const WORDS = ['relay99', 'example', 'nobody']
/** Long enough for everything that one key causes, in milliseconds. */
const SETTLE = 120

/** What a key in the search costs the page, all drawing included, with as many profiles as anyone will ever have; in a real Chromium. */
export async function benchSearch(rounds: number): Promise<Line[]> {
  // Not bundled: it finds its own files beside itself.
  const { chromium } = createRequire(path.resolve('package.json'))('playwright') as { readonly chromium: BrowserType }
  const executablePath = [process.env.CHROMIUM_PATH, chromium.executablePath()].find((file) => file && existsSync(file))
  if (executablePath === undefined) {
    console.log('skipped: typing in the search (no Chromium; set CHROMIUM_PATH)\n')
    return []
  }
  const home = benchHome(PROFILES)
  const server = spawn(process.execPath, ['out/cli/switchyard.js', 'serve', '--port', '0'], {
    env: home.env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({ executablePath, args })
  try {
    const page = await browser.newPage()
    await page.goto(await linkOf(server))
    const times = await typing(page, rounds)
    const worst = Math.max(...times).toFixed(1)
    return [line('search, one key with 10,000 profiles', median(times), 'ms', 16, `${times.length} keys, the slowest ${worst} ms`)]
  } finally {
    await browser.close()
    const ended = new Promise((resolve) => server.once('close', resolve))
    server.kill('SIGINT')
    await ended
    home.remove()
  }
}

/** Milliseconds of work in the page for each key. The first word fills the caches and is not counted. */
async function typing(page: Page, rounds: number): Promise<number[]> {
  const search = page.getByRole('searchbox').first()
  await search.click()
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const keys = WORDS.flatMap((word) => [...word, ...Array.from(word, () => 'Backspace')])
  const times: number[] = []
  for (let pressed = 0; pressed < keys.length * Math.max(2, Math.ceil(rounds / 10)); pressed++) {
    const before = await worked(session)
    await page.keyboard.press(keys[pressed % keys.length] ?? '')
    await page.waitForTimeout(SETTLE)
    times.push((await worked(session)) - before)
  }
  return times.slice((WORDS[0]?.length ?? 0) * 2)
}

/** Milliseconds that the page's main thread has worked so far: scripts, style, layout and paint. */
async function worked(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
}

async function linkOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout)
    for await (const said of createInterface(stdout)) {
      const link = /http:\/\/\S+#token=\S+/.exec(said)?.[0]
      if (link !== undefined) return link
    }
  throw new Error('switchyard serve ended without a link')
}
