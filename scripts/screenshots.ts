import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, chromium, type Page } from 'playwright'

const root = path.resolve(import.meta.dirname, '..')
const cli = path.join(root, 'out/cli/switchyard.js')
const out = path.join(root, 'docs/screenshots')

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

/** A home as someone has it after a week: three relays, one value changed by hand, a few switches. No real key is near it. */
function makeHome(): { readonly home: string; readonly env: NodeJS.ProcessEnv & { readonly SWITCHYARD_HOME: string } } {
  const home = mkdtempSync(path.join(tmpdir(), 'home-'))
  const env = {
    PATH: process.env.PATH,
    HOME: home,
    SWITCHYARD_HOME: path.join(home, '.config/Switchyard'),
    LANG: 'C',
    DEMO_KEY: 'sk-demo-0000000000000000000000007f3a',
  }
  mkdirSync(path.join(home, '.codex'))
  writeFileSync(
    path.join(home, '.codex/config.toml'),
    '# my settings\nmodel = "gpt-5.5"  # mine\napproval_policy = "on-request"\n\n[tui]\ntheme = "dark"\n',
  )
  const run = (...args: readonly string[]) => execFileSync(process.execPath, [cli, ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  const add = (name: string, url: string, ...more: readonly string[]) => run('add', name, '--url', url, '--key-env', 'DEMO_KEY', ...more)
  add(
    '3xCoder',
    'https://api.3xcoder.com/v1',
    '--model',
    'claude=claude-sonnet-4-20250514',
    '--model',
    'codex=gpt-4o',
    '--model',
    'gemini=gemini-2.5-pro',
  )
  add(
    'Work relay',
    'https://relay.acme.example/ai',
    '--model',
    'claude=claude-opus-5-5',
    '--model',
    'codex=gpt-6-sol',
    '--model',
    'gemini=gemini-3.8-flash',
    '--tag',
    'work',
  )
  add('Home lab', 'http://192.168.1.20:8080', '--model', 'codex=qwen3-coder', '--tag', 'home')
  run('use', '3xCoder')
  run('use', 'Work relay', '--tools', 'gemini')
  const codex = path.join(home, '.codex/config.toml')
  writeFileSync(codex, readFileSync(codex, 'utf8').replace('"gpt-4o"', '"gpt-6-sol"'))
  return { home, env }
}

async function serve(env: NodeJS.ProcessEnv): Promise<{ readonly child: ChildProcess; readonly link: string }> {
  const child = spawn(process.execPath, [cli, 'serve', '--port', '0'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const said of createInterface(child.stdout)) {
    const link = /http:\/\/\S+#token=\S+/.exec(said)?.[0]
    if (link !== undefined) return { child, link }
  }
  throw new Error('switchyard serve ended without a link')
}

/** What has no keys of its own is found by its words, as a user finds it. */
const words = {
  en: { changed: /Codex: Changed by hand/, url: 'Relay URL' },
  zh: { changed: /Codex.*手动/, url: '中转站网址' },
} as const

/** A picture: how to come to it from the screen before, and how to leave it again. */
interface Picture {
  readonly name: string
  take(page: Page, says: (typeof words)[Look['language']]): Promise<void>
  leave?(page: Page): Promise<void>
}

const dialog = (page: Page) => page.getByRole('dialog').waitFor()
const close = async (page: Page) => {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}

const pictures: readonly Picture[] = [
  { name: 'profiles', take: async () => undefined },
  {
    name: 'palette',
    async take(page) {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').fill('work')
      await page.getByRole('option').first().waitFor()
    },
    leave: close,
  },
  {
    name: 'preview',
    async take(page) {
      await page.keyboard.press('Control+2')
      await page.getByRole('figure').first().waitFor()
    },
    leave: close,
  },
  {
    name: 'changed',
    async take(page, says) {
      await page.getByRole('button', { name: says.changed }).first().click()
      await dialog(page)
    },
    leave: close,
  },
  {
    name: 'form',
    async take(page, says) {
      await page.keyboard.press('Control+n')
      await page.getByRole('dialog').getByLabel(says.url).first().fill('relay.example.com/v1/chat/completions')
      await page.getByText('https://relay.example.com/v1', { exact: true }).first().waitFor()
    },
    async leave(page) {
      await page.getByRole('dialog').getByRole('textbox').first().fill('')
      await close(page)
    },
  },
  {
    name: 'diagnose',
    async take(page) {
      await page.keyboard.press('Control+d')
      // Nothing may leave the machine for a picture.
      await page.getByRole('switch').first().click()
      await page.keyboard.press('Control+Shift+d')
      await page.locator('[data-testid^="finding-"]').first().waitFor()
      await page.getByRole('progressbar').waitFor({ state: 'hidden', timeout: 30_000 })
    },
  },
  {
    name: 'history',
    async take(page) {
      await page.keyboard.press('Control+y')
      await page.locator('ol [aria-expanded]').first().click()
      await page.getByRole('figure').first().waitFor()
    },
  },
  {
    name: 'settings',
    async take(page) {
      await page.keyboard.press('Control+,')
      await page.getByRole('radiogroup').first().waitFor()
    },
  },
  {
    name: 'keys',
    async take(page) {
      await page.keyboard.press('?')
      await dialog(page)
    },
    leave: close,
  },
]

async function shoot(browser: Browser, look: Look): Promise<void> {
  const { home, env } = makeHome()
  writeFileSync(path.join(env.SWITCHYARD_HOME, 'settings.json'), JSON.stringify({ language: look.language }), { mode: 0o600 })
  const { child, link } = await serve(env)
  const page = await browser.newPage({
    viewport: { width: look.width, height: 820 },
    colorScheme: look.theme,
    locale: look.language === 'zh' ? 'zh-CN' : 'en-US',
    reducedMotion: 'reduce',
  })
  try {
    await page.goto(link)
    await page.getByRole('heading', { level: 1 }).waitFor()
    for (const { name, take, leave } of pictures) {
      await take(page, words[look.language])
      await save(page, name, look)
      await leave?.(page)
    }
  } finally {
    await page.close()
    child.kill('SIGINT')
    rmSync(home, { recursive: true, force: true })
  }
}

/** A home where one tool uses a relay already, and Switchyard has no profile. */
async function shootFirstRun(browser: Browser, look: Look): Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), 'home-'))
  const env = {
    PATH: process.env.PATH,
    HOME: home,
    SWITCHYARD_HOME: path.join(home, '.config/Switchyard'),
    LANG: look.language === 'zh' ? 'zh_CN.UTF-8' : 'C',
  }
  mkdirSync(path.join(home, '.claude'))
  const used = { env: { ANTHROPIC_BASE_URL: 'https://old-relay.example', ANTHROPIC_AUTH_TOKEN: 'sk-demo-000000000000' } }
  writeFileSync(path.join(home, '.claude/settings.json'), JSON.stringify(used))
  const { child, link } = await serve(env)
  const page = await browser.newPage({
    viewport: { width: look.width, height: 820 },
    colorScheme: look.theme,
    locale: look.language === 'zh' ? 'zh-CN' : 'en-US',
    reducedMotion: 'reduce',
  })
  try {
    await page.goto(link)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await save(page, 'first-run', look)
  } finally {
    await page.close()
    child.kill('SIGINT')
    rmSync(home, { recursive: true, force: true })
  }
}

async function save(page: Page, screen: string, look: Look): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(400)
  await page.screenshot({ path: path.join(out, `${screen}-${look.name}.png`) })
}

const executablePath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find((file) => file !== undefined && existsSync(file))
mkdirSync(out, { recursive: true })
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'] })
for (const look of looks) {
  await shoot(browser, look)
  await shootFirstRun(browser, look)
}
await browser.close()
