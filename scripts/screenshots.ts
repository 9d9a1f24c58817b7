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

const looks: readonly Look[] = [
  { name: 'light', theme: 'light', width: 1280, language: 'en' },
  { name: 'dark', theme: 'dark', width: 1280, language: 'en' },
  { name: 'light-narrow', theme: 'light', width: 800, language: 'en' },
  { name: 'dark-zh', theme: 'dark', width: 1280, language: 'zh' },
]

/** A home as someone has it after a week: three relays, one value changed by hand, a few switches. No real key is near it. */
function makeHome(): { readonly home: string; readonly env: NodeJS.ProcessEnv } {
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

/** Words of the page, by language: the script finds things as a user does. */
const words = {
  en: {
    switchTo: 'Switch to Work relay',
    changed: /Codex: Changed by hand/,
    add: 'Add profile',
    field: 'Paste anything',
    byHand: 'Fill in by hand',
    url: 'Relay URL',
    name: 'Name',
    history: 'History',
    settings: 'Settings',
  },
  zh: {
    switchTo: /切换到.*Work relay/,
    changed: /Codex.*手动/,
    add: '添加配置',
    field: '粘贴任何内容',
    byHand: '手动填写',
    url: '中转站网址',
    name: '名称',
    history: '历史',
    settings: '设置',
  },
} as const

async function shoot(browser: Browser, look: Look): Promise<void> {
  const { home, env } = makeHome()
  const { child, link } = await serve(env)
  const page = await browser.newPage({
    viewport: { width: look.width, height: 820 },
    colorScheme: look.theme,
    locale: look.language === 'zh' ? 'zh-CN' : 'en-US',
    reducedMotion: 'reduce',
  })
  try {
    const says = words[look.language]
    await page.goto(link)
    await page.getByRole('heading', { level: 1 }).waitFor()
    if (look.language === 'zh') {
      execFileSync(process.execPath, [
        '-e',
        `const f=${JSON.stringify(path.join(home, '.config/Switchyard/settings.json'))};require('fs').writeFileSync(f,'{"language":"zh"}')`,
      ])
      await page.reload()
      await page.getByRole('heading', { level: 1 }).waitFor()
    }
    await save(page, 'profiles', look)
    await page.getByRole('button', { name: says.switchTo }).first().click()
    await page
      .getByRole('dialog')
      .getByText('+++')
      .first()
      .waitFor({ timeout: 3000 })
      .catch(() => page.getByRole('dialog').waitFor())
    await save(page, 'preview', look)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: says.changed }).first().click()
    await page.getByRole('dialog').waitFor()
    await save(page, 'changed', look)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: says.add }).first().click()
    await page
      .getByLabel(says.field)
      .fill(
        'export ANTHROPIC_BASE_URL=https://relay.example.com/v1\nexport ANTHROPIC_AUTH_TOKEN=sk-demo-4471aa0c93f1\nexport NODE_OPTIONS=--require=/tmp/x.js',
      )
    await page.getByTestId('paste-url-claude').waitFor()
    await save(page, 'paste', look)
    await page.getByRole('button', { name: says.byHand }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel(says.url).first().fill('relay.example.com/v1/chat/completions')
    await form.getByText('https://relay.example.com/v1', { exact: true }).first().waitFor()
    await save(page, 'form', look)
    await form.getByLabel(says.url).first().fill('https://relay.example.com')
    await page.keyboard.press('Escape')
    await page.reload()
    await page.getByRole('heading', { level: 1 }).waitFor()
    for (const [screen, name] of [
      ['history', says.history],
      ['settings', says.settings],
    ] as const) {
      await page.getByRole('navigation').getByText(name, { exact: false }).first().click()
      await page.getByRole('heading', { level: 1, name }).waitFor()
      await save(page, screen, look)
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
