import { readdirSync, statSync } from 'node:fs'
import type { ElectronApplication } from '@playwright/test'
import type {} from '../../../electron/main/test-hook'
import { call, closeWindow, expect, isVisible, startPlainly, test, withoutTray, withTray } from './fixtures'

test('starting writes no store and keeps the data folder private', async ({ home, launch }) => {
  const { app } = await launch()
  expect(readdirSync(home.data).filter((name) => !name.startsWith('Singleton'))).toEqual(['electron'])
  if (process.platform !== 'win32') expect(statSync(home.data).mode & 0o777).toBe(0o700)
  await app.close()
})

test('on Linux the frame is the desktop’s own, and the page leaves no room for another', async ({ launch }) => {
  test.skip(process.platform !== 'linux')
  const { app, page } = await launch()
  await expect(page.locator('html')).toHaveAttribute('data-os', 'linux')
  const room = await page.evaluate(() =>
    ['#root', '.window-side'].map((part) => getComputedStyle(document.querySelector(part) ?? document.body).paddingTop),
  )
  expect(room).toEqual(['0px', '0px'])
  const [outer, inner] = await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]
    return [window?.getBounds().width, window?.getContentBounds().width]
  })
  expect(inner).toBe(outer)
  await app.close()
})

test('a second start brings the first window back and ends', async ({ home, launch }) => {
  const { app } = await launch()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  expect(await isVisible(app)).toBe(false)
  expect(await startPlainly(home)).toMatchObject({ code: 0 })
  await expect.poll(() => isVisible(app)).toBe(true)
})

test('a data folder that cannot be used is told, and nothing is changed', async ({ home }) => {
  home.write('data', 'a file in the place of the folder')
  const { code, said } = await startPlainly(home)
  expect(code).toBe(1)
  expect(said).toContain('SWITCHYARD_HOME')
  expect(home.read('data')).toBe('a file in the place of the folder')
})

test('the window comes back where it was', async ({ launch }) => {
  const first = await launch()
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 40, width: 820, height: 610 }))
  const bounds = (app: ElectronApplication) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())
  await expect.poll(() => bounds(first.app)).toMatchObject({ width: 820, height: 610 })
  const before = await bounds(first.app)
  await first.app.close()
  const second = await launch()
  expect(await bounds(second.app)).toEqual(before)
})

test('a broken profiles store is set aside with its bytes, and the window says so', async ({ home, launch }) => {
  const broken = '{"version":1,"profiles":[{"key":"sk-lost-'
  home.write('data/profiles.json', broken)
  const { page } = await launch()
  await expect(page.getByRole('alert')).toContainText('was set aside')
  const aside = readdirSync(home.data).filter((name) => /^profiles\.broken-.*\.json$/.test(name))
  expect(aside).toHaveLength(1)
  expect(home.read(`data/${aside[0]}`)).toBe(broken)
  expect(await page.content()).not.toContain('sk-lost-')
})

test('broken settings are set aside, and the app starts with the defaults', async ({ home, launch }) => {
  home.write('data/settings.json', '\uFEFF{"theme":"dark"}')
  const { page } = await launch()
  await expect(page.getByRole('alert')).toContainText('was set aside')
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
  expect(readdirSync(home.data).filter((name) => name.startsWith('settings.broken-'))).toHaveLength(1)
})

test('without a tray, closing the window quits', async ({ launch }) => {
  test.skip(process.platform !== 'linux', 'macOS and Windows always have a tray')
  const { app } = await launch({ env: withoutTray })
  const ended = app.waitForEvent('close')
  await closeWindow(app)
  await ended
})

test('with a tray, closing the window hides it, unless the user does not want that', async ({ home, launch }) => {
  test.skip(process.platform !== 'linux', 'the panel is a stand-in for Linux')
  const { app, page } = await launch({ env: withTray(home) })
  await closeWindow(app)
  await expect.poll(() => isVisible(app)).toBe(false)
  await app.evaluate(() => globalThis.switchyardTest?.clickTray('open'))
  await expect.poll(() => isVisible(app)).toBe(true)
  await call(page, 'settings.set', { closeToTray: false })
  const ended = app.waitForEvent('close')
  await closeWindow(app)
  await ended
})

test('started at login it stays in the tray, if the user wants that', async ({ home, launch }) => {
  test.skip(process.platform !== 'linux', 'the panel is a stand-in for Linux')
  home.write('data/settings.json', '{"startHidden":true}')
  const { app } = await launch({ env: withTray(home), args: ['--at-login'] })
  expect(await isVisible(app)).toBe(false)
  await app.evaluate(() => globalThis.switchyardTest?.clickTray('open'))
  await expect.poll(() => isVisible(app)).toBe(true)
})

test('launch at login makes and removes the desktop entry', async ({ home, launch }) => {
  test.skip(process.platform !== 'linux', 'elsewhere the system keeps the login item')
  const { page } = await launch()
  const set = (launchAtLogin: boolean) => call(page, 'settings.set', { launchAtLogin })
  await set(true)
  await expect.poll(() => home.exists('.config/autostart/switchyard.desktop')).toBe(true)
  expect(home.read('.config/autostart/switchyard.desktop')).toContain('"--at-login"')
  await set(false)
  await expect.poll(() => home.exists('.config/autostart/switchyard.desktop')).toBe(false)
})
