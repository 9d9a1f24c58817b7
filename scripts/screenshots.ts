import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, chromium, type Page } from 'playwright'
import { cli, type Home, newHome, usedHome } from './screenshots/homes'
import { firstSteps, ordinaryDays, type Picture, words } from './screenshots/pictures'
import { type Relays, startRelays } from './screenshots/relays'

const out = path.resolve(import.meta.dirname, '../docs/screenshots')

interface Look {
  readonly name: string
  readonly theme: 'light' | 'dark'
  readonly width: number
  readonly language: 'en' | 'zh'
}

const looks: readonly Look[] = (['en', 'zh'] as const).flatMap((language) =>
  [1280, 800].flatMap((width) =>
    (['light', 'dark'] as const).map((theme) => ({
      name: [theme, width === 800 && 'narrow', language === 'zh' && 'zh'].filter(Boolean).join('-'),
      theme,
      width,
      language,
    })),
  ),
)

async function serve(env: NodeJS.ProcessEnv): Promise<{ readonly child: ChildProcess; readonly link: string }> {
  const child = spawn(process.execPath, [cli, 'serve', '--port', '0'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const said of createInterface(child.stdout)) {
    const link = /http:\/\/\S+#token=\S+/.exec(said)?.[0]
    if (link !== undefined) return { child, link }
  }
  throw new Error('switchyard serve ended without a link')
}

/** Takes pictures one after the other in one home, which is removed afterwards. */
async function shoot(browser: Browser, look: Look, home: Home, pictures: readonly Picture[], { way }: Relays): Promise<void> {
  home.set(way)
  const { child, link } = await serve(home.env)
  const page = await browser.newPage({
    viewport: { width: look.width, height: 820 },
    colorScheme: look.theme,
    locale: look.language === 'zh' ? 'zh-CN' : 'en-US',
    reducedMotion: 'reduce',
  })
  try {
    await page.goto(link)
    // The page that signs in has a heading, too.
    await page.getByRole('navigation').first().waitFor()
    for (const { name, take, leave } of pictures) {
      // The way to our own relays is no example to show.
      if (name === 'settings') home.set({})
      await take(page, words[look.language])
      await save(page, name, look)
      await leave?.(page)
    }
  } finally {
    await page.close()
    const ended = new Promise((resolve) => child.once('close', resolve))
    child.kill('SIGINT')
    await ended
    home.remove()
  }
}

async function save(page: Page, screen: string, look: Look): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(400)
  await page.screenshot({ path: path.join(out, `${screen}-${look.name}.png`) })
}

/** usage: tsx scripts/screenshots.ts [look...], such as `dark-zh`; without one: all of them. */
const wanted = process.argv.slice(2)
const executablePath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find((file) => file !== undefined && existsSync(file))
mkdirSync(out, { recursive: true })
const folder = mkdtempSync(path.join(tmpdir(), 'relays-'))
const relays = await startRelays(folder)
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'] })
try {
  for (const look of looks.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    await shoot(browser, look, newHome(look.language), firstSteps, relays)
    await shoot(browser, look, usedHome(look.language), ordinaryDays, relays)
  }
} finally {
  await browser.close()
  await relays.close()
  rmSync(folder, { recursive: true, force: true })
}
