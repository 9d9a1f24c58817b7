import { execFileSync } from 'node:child_process'
import type { Page } from '@playwright/test'
import type { Transport } from '../../../shared/transport'
import { call, expect, startPlainly, startWithScript, test } from './fixtures'

/** Collects the texts that other programs hand to the page. */
async function collectOffers(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const offers: string[] = []
    Object.assign(window, { offers })
    const bridge = (window as unknown as { switchyard: Transport }).switchyard
    bridge.subscribe((name, payload) => {
      if (name === 'paste-offered') offers.push((payload as { text: string }).text)
    })
  })
  return () => page.evaluate(() => (window as unknown as { offers: string[] }).offers)
}

test('a link that starts the app again reaches the open window, and is not written anywhere', async ({ home, launch }) => {
  const link = 'switchyard://add?url=https%3A%2F%2Frelay.example&key=sk-linked-0123456789'
  const { page } = await launch()
  const offers = await collectOffers(page)
  const { code, said } = await startPlainly(home, link)
  expect([code, said.includes('sk-linked')]).toEqual([0, false])
  const shown = link.replace('sk-linked-0123456789', '…')
  await expect.poll(offers).toEqual([shown])
  await startPlainly(home, `switchyard://${'a'.repeat(20_000)}`)
  await startPlainly(home, 'https://relay.example/')
  expect(await offers()).toEqual([shown])
  const found = await call(page, 'paste.recognise', { text: shown })
  expect(found).toMatchObject({ ok: true, value: { link: true, url: 'https://relay.example', keyMasked: 'sk-…6789', problems: [] } })
  expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain('sk-linked-0123456789')
  expect(home.exists('data/profiles.json')).toBe(false)
})

test('a link that comes while a form is being filled in waits, and the form says so', async ({ home, launch }) => {
  const { page } = await launch()
  await page.keyboard.press('ControlOrMeta+Shift+N')
  await page.getByLabel('Relay URL').fill('https://half.example')
  await startPlainly(home, 'switchyard://add?url=https%3A%2F%2Frelay.example&key=sk-linked-0123456789')
  const form = page.getByRole('dialog')
  await expect(form.getByText('The link is shown when this dialog is closed.')).toBeInViewport({ ratio: 1 })
  await expect(form.getByLabel('Relay URL')).toHaveValue('https://half.example')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByRole('dialog', { name: 'A link wants to add this relay' })).toContainText('https://relay.example')
})

test('the window comes up with its first screen, and its page rests while it is hidden', async ({ home }) => {
  // Without Playwright: it has every page believe that it is seen.
  const { code, wrote } = await startWithScript(
    home,
    `
    const { app } = require('electron')
    const { once } = require('node:events')
    app.on('browser-window-created', async (_event, window) => {
      const look = () => window.webContents.executeJavaScript('[document.visibilityState, document.querySelector("h1")?.textContent]')
      const later = () => new Promise((resolve) => setTimeout(resolve, 500))
      await once(window, 'show')
      const states = [await look()]
      await later()
      window.hide()
      await later()
      states.push(await look())
      process.stdout.write(JSON.stringify(states))
      app.exit(0)
    })`,
  )
  expect(code).toBe(0)
  expect(JSON.parse(wrote)).toEqual([
    ['visible', 'Profiles'],
    ['hidden', 'Profiles'],
  ])
})

test('the global shortcut is registered, changed, and a bad one is told in the window', async ({ launch }) => {
  const { app, page } = await launch()
  const has = (accelerator: string) => app.evaluate(({ globalShortcut }, wanted) => globalShortcut.isRegistered(wanted), accelerator)
  const set = (globalShortcut: string) => call(page, 'settings.set', { globalShortcut })
  await set('CommandOrControl+Shift+Y')
  await expect.poll(() => has('CommandOrControl+Shift+Y')).toBe(true)
  await set('CommandOrControl+Alt+S')
  await expect.poll(() => has('CommandOrControl+Alt+S')).toBe(true)
  expect(await has('CommandOrControl+Shift+Y')).toBe(false)
  await set('no such key')
  await expect(page.getByText('"no such key" is no shortcut.')).toBeVisible()
  expect(await has('CommandOrControl+Alt+S')).toBe(false)
})

test('a page that crashes comes back once; then the user is asked', async ({ home }) => {
  // Without Playwright: it holds on to a page that crashed.
  const { code, wrote } = await startWithScript(
    home,
    `
    const { app, dialog } = require('electron')
    const boxes = []
    dialog.showMessageBox = async (box) => { boxes.push(box.message); return { response: 1 } }
    const heading = 'new Promise((resolve) => { const look = () => { const text = document.querySelector("h1")?.textContent; text === "Profiles" ? resolve(text) : setTimeout(look, 50) }; look() })'
    app.on('web-contents-created', (_event, contents) => {
      const told = []
      contents.on('did-stop-loading', async () => {
        told.push([await contents.executeJavaScript(heading), boxes.length])
        if (told.length < 3) return contents.forcefullyCrashRenderer()
        process.stdout.write(JSON.stringify({ told, boxes }))
        app.exit(0)
      })
    })`,
  )
  expect(code).toBe(0)
  expect(JSON.parse(wrote)).toEqual({
    told: [
      ['Profiles', 0],
      ['Profiles', 0],
      ['Profiles', 1],
    ],
    boxes: ['The window stopped working twice.'],
  })
})

test('the terminal shell runs inside the app’s own program', async ({ home }) => {
  await home.terminal('add', 'Northline', '--url', 'https://northline.example', '--key', 'sk-cli-0123456789', '--tools', 'claude')
  const listed = await startPlainly(home, '--cli', 'list', '--json')
  expect([listed.code, listed.wrote]).toEqual([0, expect.stringContaining('"Northline"')])
  expect(listed.wrote).not.toContain('sk-cli-0123456789')
  expect(await startPlainly(home, '--cli', 'use', 'Nobody')).toMatchObject({ code: 2 })
})

test('a tool may ask the app’s own program for a key, in an environment of its own', async ({ home, launch }) => {
  test.skip(process.platform === 'win32', 'the launcher is a batch file there')
  const { page } = await launch()
  const key = 'sk-asked-0123456789abcdef'
  const claude = { enabled: true, models: {}, options: {}, extra: {} }
  const profile = { name: 'Asked', keyDelivery: 'command', relay: { url: 'https://asked.example', key }, tools: { claude } }
  const added = await call(page, 'profiles.add', { profile })
  const { id } = (added as { value: { id: string } }).value
  await call(page, 'switch.apply', { profileId: id })
  const { apiKeyHelper } = JSON.parse(home.read('.claude/settings.json'))
  expect(apiKeyHelper).toBe(`'${home.data}/bin/switchyard' key ${id}`)
  const env = { HOME: '/nowhere', PATH: '/nowhere', NODE_OPTIONS: '--no-such-option' }
  expect(execFileSync('/bin/sh', ['-c', apiKeyHelper], { encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'ignore'] })).toBe(`${key}\n`)
})

test('the menu’s shortcuts work without a mouse', async ({ launch }) => {
  const { app, page } = await launch()
  const click = (id: string) => app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id)
  await click('settings')
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.matches(':focus-visible'))).toBe(true)
  const accelerator = await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('settings')?.accelerator)
  expect(accelerator).toBe('CmdOrCtrl+,')
})
