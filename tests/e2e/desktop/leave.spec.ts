import type { ElectronApplication, Page } from '@playwright/test'
import type {} from '../../../electron/main/test-hook'
import { call, closeWindow, expect, isVisible, type Running, startWithScript, test, timesAsked, withoutTray, withTray } from './fixtures'

test.skip(process.platform !== 'linux', 'the panel is a stand-in for Linux, and what a close means depends on it')

interface Question {
  readonly message: string
  readonly buttons: readonly string[]
  /** Whether the window was in sight when it was asked. */
  readonly visible: boolean
}

interface Asked extends Question {
  answer(button: number): void
}

/** Stands for the system's dialog, which nothing can press a button of: it stays open until `press`. */
async function watchQuestions(app: ElectronApplication) {
  await app.evaluate(({ BrowserWindow, dialog }) => {
    const asked: Asked[] = []
    const held: true[] = []
    Object.assign(globalThis, { asked, held })
    BrowserWindow.getAllWindows()[0]?.webContents.on('will-prevent-unload', () => held.push(true))
    Object.assign(dialog, {
      showMessageBox: (window: { isVisible(): boolean }, { message, buttons }: Question) =>
        new Promise((resolve) => {
          const visible = BrowserWindow.getAllWindows().some((one) => one === window) && window.isVisible()
          asked.push({ message, buttons, visible, answer: (response) => resolve({ response }) })
        }),
    })
  })
  return {
    all: (): Promise<readonly Question[]> =>
      app.evaluate(() => {
        const { asked } = globalThis as unknown as { readonly asked: readonly Asked[] }
        return asked.map(({ message, buttons, visible }) => ({ message, buttons, visible }))
      }),
    /** How often the page has held up a quit. */
    heldUp: (): Promise<number> => app.evaluate(() => (globalThis as unknown as { readonly held: readonly true[] }).held.length),
    press: (label: string): Promise<void> =>
      app.evaluate((_electron, wanted) => {
        const question = (globalThis as unknown as { readonly asked: readonly Asked[] }).asked.at(-1)
        question?.answer(question.buttons.indexOf(wanted))
      }, label),
  }
}

const ended = (child: Running['child']): Promise<number | null> => new Promise((resolve) => child.once('exit', resolve))
/** As the menu's Quit and Ctrl+Q do. */
const quit = (app: ElectronApplication): Promise<void> => app.evaluate((electron) => electron.app.quit())
const clickTray = (app: ElectronApplication, id: string): Promise<void> =>
  app.evaluate((_electron, item) => globalThis.switchyardTest?.clickTray(item), id)

const openForm = (page: Page) => page.getByRole('button', { name: 'Fill in by hand' }).first().click()
const url = (page: Page) => page.getByRole('dialog', { name: 'New profile' }).getByLabel('Relay URL')

async function typeIntoForm(page: Page): Promise<void> {
  await openForm(page)
  await url(page).fill('https://half-typed.example')
}

test('a close that would end the app asks before a form’s typing goes, as often as it is tried', async ({ launch }) => {
  const { app, page, child } = await launch({ env: withoutTray })
  const questions = await watchQuestions(app)
  await typeIntoForm(page)
  await closeWindow(app)
  await expect.poll(questions.all).toHaveLength(1)
  expect((await questions.all())[0]).toEqual({
    message: 'Quit with unsaved changes?',
    buttons: ['Go on editing', 'Discard and quit'],
    visible: true,
  })
  // One question is enough, however the user goes on about it.
  await closeWindow(app)
  await quit(app)
  await expect.poll(questions.heldUp).toBe(2)
  await questions.press('Go on editing')
  await expect(url(page)).toHaveValue('https://half-typed.example')
  expect(await questions.all()).toHaveLength(1)

  await closeWindow(app)
  await expect.poll(questions.all).toHaveLength(2)
  const end = ended(child)
  await questions.press('Discard and quit')
  expect(await end).toBe(0)
})

test('Quit in the tray shows the window with the question; kept, the app is as it was: the next close hides it, with no question', async ({
  home,
  launch,
}) => {
  const { app, page, child } = await launch({ env: withTray(home) })
  const hasShortcut = () => app.evaluate(({ globalShortcut }) => globalShortcut.isRegistered('CommandOrControl+Shift+Y'))
  await call(page, 'settings.set', { globalShortcut: 'CommandOrControl+Shift+Y' })
  await expect.poll(hasShortcut).toBe(true)
  const questions = await watchQuestions(app)
  await typeIntoForm(page)
  await closeWindow(app)
  await expect.poll(() => isVisible(app)).toBe(false)
  expect(await questions.all()).toEqual([])

  const closes = timesAsked(home)
  await clickTray(app, 'quit')
  await expect.poll(questions.all).toMatchObject([{ visible: true }])
  // A close is none while the question stands.
  await closeWindow(app)
  await questions.press('Go on editing')
  expect(await isVisible(app)).toBe(true)
  await expect(url(page)).toHaveValue('https://half-typed.example')
  expect(await hasShortcut()).toBe(true)

  await closeWindow(app)
  await expect.poll(() => isVisible(app)).toBe(false)
  expect(timesAsked(home) - closes).toBe(1)
  await clickTray(app, 'open')
  await expect(url(page)).toHaveValue('https://half-typed.example')
  expect(await questions.all()).toHaveLength(1)
  await quit(app)
  await expect.poll(questions.all).toHaveLength(2)
  const end = ended(child)
  await questions.press('Discard and quit')
  expect(await end).toBe(0)
})

test('the question is in the language of the app, and is asked for what was chosen around a paste, too', async ({ home, launch }) => {
  home.write('data/settings.json', '{"language":"zh"}')
  const { app, page, child } = await launch({ env: withoutTray, heading: '配置' })
  const questions = await watchQuestions(app)
  await page.getByRole('textbox', { name: '粘贴任何内容' }).fill('https://relay.example/v1 sk-pasted-0123456789abcdef')
  const name = page.getByRole('dialog').getByLabel('名称', { exact: true })
  await name.fill('北线')
  await quit(app)
  await expect.poll(questions.all).toMatchObject([{ message: '有未保存的更改，要退出吗？', buttons: ['继续编辑', '放弃并退出'] }])
  await questions.press('继续编辑')
  await expect(name).toHaveValue('北线')
  await quit(app)
  await expect.poll(questions.all).toHaveLength(2)
  const end = ended(child)
  await questions.press('放弃并退出')
  expect(await end).toBe(0)
})

test('a form in which nothing was typed, or whose typing was undone, holds nobody up', async ({ launch }) => {
  const { app, page, child } = await launch({ env: withoutTray })
  await watchQuestions(app)
  await typeIntoForm(page)
  await url(page).fill('')
  const end = ended(child)
  await quit(app)
  // A question would stay open, and the app with it.
  expect(await end).toBe(0)
})

test('a page that is loaded again asks nothing, and has the draft', async ({ launch }) => {
  const { app, page } = await launch({ env: withoutTray })
  const questions = await watchQuestions(app)
  await typeIntoForm(page)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload())
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await openForm(page)
  await expect(url(page)).toHaveValue('https://half-typed.example')
  expect(await questions.all()).toEqual([])
})

test('a page that died has no typing left to ask about: Quit in the dialog about it quits', async ({ home }) => {
  // Without Playwright: it holds on to a page that crashed.
  const { code, wrote } = await startWithScript(
    home,
    `
    const { app, dialog } = require('electron')
    dialog.showMessageBox = async (...args) => { process.stdout.write(args.at(-1).message); return { response: 0 } }
    app.on('web-contents-created', (_event, contents) => {
      contents.on('did-stop-loading', async () => {
        await contents.executeJavaScript('addEventListener("beforeunload", (event) => event.preventDefault())', true)
        contents.forcefullyCrashRenderer()
      })
    })`,
  )
  expect([code, wrote]).toEqual([0, 'The window stopped working twice.'])
})

test('a draft that was kept is there when the app is started again; one that was discarded is not', async ({ launch }) => {
  const first = await launch({ env: withoutTray })
  await typeIntoForm(first.page)
  await first.page.getByLabel('API key', { exact: true }).fill('sk-drafted-0123456789')
  await first.page.keyboard.press('Escape')
  await first.page.getByRole('button', { name: 'Keep draft' }).click()
  await expect(first.page.getByRole('dialog')).toHaveCount(0)
  const firstEnd = ended(first.child)
  await closeWindow(first.app)
  expect(await firstEnd).toBe(0)

  // It is kept already, so looking at it asks nothing.
  const looked = await launch({ env: withoutTray })
  await openForm(looked.page)
  await expect(url(looked.page)).toHaveValue('https://half-typed.example')
  const lookedEnd = ended(looked.child)
  await closeWindow(looked.app)
  expect(await lookedEnd).toBe(0)

  const second = await launch({ env: withoutTray })
  await openForm(second.page)
  await expect(second.page.getByText('Your draft is back')).toBeVisible()
  await expect(url(second.page)).toHaveValue('https://half-typed.example')
  await expect(second.page.getByLabel('API key', { exact: true })).toHaveValue('')
  await second.page.getByRole('button', { name: 'Start over' }).click()
  await url(second.page).fill('https://other.example')
  const questions = await watchQuestions(second.app)
  await closeWindow(second.app)
  await expect.poll(questions.all).toHaveLength(1)
  const secondEnd = ended(second.child)
  await questions.press('Discard and quit')
  expect(await secondEnd).toBe(0)

  const third = await launch({ env: withoutTray })
  await openForm(third.page)
  await expect(url(third.page)).toHaveValue('')
})
