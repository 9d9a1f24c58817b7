import type { Page } from '@playwright/test'
import type {} from '../../../electron/main/test-hook'
import { expect, type Home, test } from './fixtures'

const KEY = 'sk-desktop-0123456789abcdef'
const claudeEnv = (home: Home) => (JSON.parse(home.read('.claude/settings.json')) as { env?: Record<string, string> }).env ?? {}
const baseUrl = (home: Home) => (home.exists('.claude/settings.json') ? claudeEnv(home).ANTHROPIC_BASE_URL : undefined)

const add = (home: Home, name: string, url: string) =>
  home.terminal('add', name, '--url', url, '--key', KEY, '--tools', 'claude,codex,gemini', '--model', 'codex=gpt-5.5')

async function addInWindow(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Paste anything' }).fill(`https://relay.example/v1/ ${KEY}`)
  const flow = page.getByRole('dialog', { name: 'Add a relay' })
  await expect(flow.getByText('https://relay.example/v1', { exact: true })).toBeVisible()
  await flow.getByRole('button', { name: 'Fill in by hand' }).click()
  const form = page.getByRole('dialog', { name: 'New profile' })
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Northline')
  await form.getByRole('button', { name: 'Save and switch…' }).click()
}

test('a newcomer pastes a URL and a key, sees the lines, switches, and takes it back', async ({ home, launch }) => {
  const before = '{\n  // mine\n  "model": "opus"\n}\n'
  home.write('.claude/settings.json', before.replace('  // mine\n', ''))
  const { page } = await launch()
  await addInWindow(page)

  const preview = page.getByRole('dialog', { name: 'Switch to Northline' })
  await expect(preview.getByText('"ANTHROPIC_BASE_URL": "https://relay.example"')).toBeVisible()
  await expect(preview.getByText(KEY)).toHaveCount(0)
  expect(baseUrl(home)).toBeUndefined()

  await preview.getByRole('button', { name: 'Switch', exact: true }).click()
  await expect(page.getByRole('button', { name: /^Claude Code: / })).toContainText('in sync', { ignoreCase: true })
  expect(claudeEnv(home)).toMatchObject({ ANTHROPIC_BASE_URL: 'https://relay.example', ANTHROPIC_AUTH_TOKEN: KEY })

  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect.poll(() => home.read('.claude/settings.json')).toBe(before.replace('  // mine\n', ''))
})

test('the tray switches one tool, the window follows, and the tray takes it back', async ({ home, launch }) => {
  await add(home, 'Northline', 'https://northline.example')
  await add(home, 'Harbor', 'https://harbor.example')
  const { app, page } = await launch()
  const tray = () => app.evaluate(() => globalThis.switchyardTest?.trayMenu() ?? [])
  const click = (id: string) => app.evaluate((_electron, item) => globalThis.switchyardTest?.clickTray(item), id)

  await expect.poll(async () => (await tray())[0]?.label).toBe('Claude Code: Official (no relay)')
  const harbor = (await tray())[0]?.items.find((item) => item.label === 'Harbor')?.id ?? ''
  await click(harbor)
  await expect.poll(() => baseUrl(home)).toBe('https://harbor.example')
  await expect.poll(async () => (await tray())[0]?.label).toBe('Claude Code: Harbor')
  expect(home.exists('.codex/config.toml')).toBe(false)
  await expect(page.getByRole('region', { name: 'What each tool uses now' })).toContainText('Harbor')

  await click('undo')
  await expect.poll(() => baseUrl(home)).toBeUndefined()
  await expect.poll(async () => (await tray())[0]?.label).toBe('Claude Code: Official (no relay)')
})

test('in Chinese, too: window and tray switch, diagnose and undo in the words of the user', async ({ home, launch }) => {
  home.write('data/settings.json', JSON.stringify({ language: 'zh' }))
  await add(home, 'Northline', 'https://northline.example')
  const { app, page } = await launch({ heading: '配置' })
  const tray = () => app.evaluate(() => globalThis.switchyardTest?.trayMenu() ?? [])
  await page.getByRole('button', { name: '将 Codex 切换到 Northline' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '切换', exact: true }).click()
  await expect.poll(async () => (await tray()).map(({ label }) => label)).toContain('Codex: Northline')
  expect(home.read('.codex/config.toml')).toContain('https://northline.example/v1')
  const labels = (await tray()).map(({ label }) => label)
  for (const label of ['撤销上次切换', '诊断', '打开 Switchyard', '退出']) expect(labels).toContain(label)
  await app.evaluate(() => globalThis.switchyardTest?.clickTray('undo'))
  await expect.poll(() => home.exists('.codex/config.toml')).toBe(false)
  await app.evaluate(() => globalThis.switchyardTest?.clickTray('diagnose'))
  await expect(page.getByRole('heading', { level: 1, name: '诊断' })).toBeVisible()
})

test('Diagnose in the tray opens the screen and runs the doctor, and finds what is broken', async ({ home, launch }) => {
  await add(home, 'Northline', 'http://127.0.0.1:9')
  await home.terminal('use', 'Northline')
  home.write('.gemini/settings.json', '{}')
  const { app, page } = await launch()
  await app.evaluate(() => globalThis.switchyardTest?.clickTray('diagnose'))
  await expect(page.getByRole('heading', { name: 'Diagnose', exact: true })).toBeVisible()
  await expect(page.getByText('Gemini CLI does not log in with the key')).toBeVisible({ timeout: 15_000 })
  await expect(page.getByRole('button', { name: 'Diagnose again' })).toBeVisible({ timeout: 30_000 })
})

test('a switch from the tray that fails is told in a dialog, and nothing changes', async ({ home, launch }) => {
  await add(home, 'Northline', 'https://northline.example')
  const broken = '{ "model": "opus", }}'
  home.write('.claude/settings.json', broken)
  const { app } = await launch()
  await app.evaluate(({ dialog }) => {
    const boxes: unknown[] = []
    Object.assign(globalThis, { shownBoxes: boxes })
    dialog.showMessageBox = (...args: unknown[]) => {
      boxes.push(args.at(-1))
      return Promise.resolve({ response: 0, checkboxChecked: false })
    }
  })
  const menu = () => app.evaluate(() => globalThis.switchyardTest?.trayMenu() ?? [])
  await expect.poll(async () => (await menu())[0]?.label).toBe('Claude Code: file cannot be read')
  const item = (await menu())[0]?.items.find(({ label }) => label === 'Northline')?.id ?? ''
  await app.evaluate((_electron, id) => globalThis.switchyardTest?.clickTray(id), item)
  const boxes = () => app.evaluate(() => (globalThis as unknown as { shownBoxes: { detail: string }[] }).shownBoxes)
  await expect.poll(async () => (await boxes()).length).toBe(1)
  expect((await boxes())[0]?.detail).toContain('settings.json')
  expect(home.read('.claude/settings.json')).toBe(broken)
})

test('a switch in the terminal shows in the open window and in the tray', async ({ home, launch }) => {
  const { app, page } = await launch()
  await expect(page.getByRole('textbox', { name: 'Paste anything' })).toBeVisible()
  await add(home, 'Northline', 'https://northline.example')
  await expect(page.getByRole('button', { name: 'Switch to Northline' })).toBeVisible()
  await home.terminal('use', 'Northline')
  await expect(page.getByRole('button', { name: /^Northline is active/ })).toBeVisible()
  await expect.poll(() => app.evaluate(() => globalThis.switchyardTest?.trayMenu()[0]?.label)).toBe('Claude Code: Northline')
})
