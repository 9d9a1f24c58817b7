import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, test as base, type ElectronApplication, expect, type Page } from '@playwright/test'
import type {} from '../../../electron/main/test-hook'
import type { MethodName } from '../../../shared/contract'
import type { Reply, Transport } from '../../../shared/transport'

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..')
const cli = path.join(project, 'out', 'cli', 'switchyard.js')

/** A home of its own for one test: no file of the person who runs the tests is read or written. */
export interface Home {
  readonly folder: string
  /** Switchyard's data folder; the app makes it. */
  readonly data: string
  readonly env: Readonly<Record<string, string>>
  read(name: string): string
  exists(name: string): boolean
  write(name: string, content: string): void
  /** Runs the terminal shell on the same data folder and returns what it printed. */
  terminal(...args: readonly string[]): Promise<string>
}

/** The running app with its window. */
export interface Running {
  readonly app: ElectronApplication
  readonly page: Page
  readonly child: ChildProcess
  /** Errors in the page's console, a blocked resource among them. A test that provokes some takes them out. */
  readonly pageErrors: string[]
}

interface Fixtures {
  readonly home: Home
  /** Starts the app and waits until it shows its screen; it is closed when the test ends, whatever is typed in it. */
  readonly launch: (options?: LaunchOptions) => Promise<Running>
}

export interface LaunchOptions {
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Of the first screen, in the language of the test. */
  readonly heading?: string
}

export const test = base.extend<Fixtures>({
  home: async ({ browserName: _ }, use) => {
    const home = makeHome()
    await use(home)
    rmSync(home.folder, { recursive: true, force: true, maxRetries: 5 })
  },
  launch: async ({ home }, use) => {
    const running: Running[] = []
    await use(async (options = {}) => {
      const started = await start(home, options)
      running.push(started)
      return started
    })
    for (const one of running) await end(one)
    for (const { pageErrors } of running) expect(pageErrors).toEqual([])
  },
})
export { expect }

async function start(home: Home, { args = [], env = {}, heading = 'Profiles' }: LaunchOptions): Promise<Running> {
  const app = await _electron.launch({ args: [...rootFlags(), project, ...args], cwd: project, env: { ...home.env, ...env } })
  const child = app.process()
  const pageErrors: string[] = []
  app.context().on('console', (message) => {
    if (message.type() === 'error') pageErrors.push(message.text())
  })
  const page = await app.firstWindow()
  page.on('pageerror', (error) => pageErrors.push(error.message))
  await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
  // The tray comes last; with it everything is there.
  await expect.poll(() => app.evaluate(() => globalThis.switchyardTest !== undefined), { timeout: 30_000 }).toBe(true)
  return { app, page, child, pageErrors }
}

/** Ends the app, if it runs. What a test, or one that failed, has left in a form goes without a question, which nobody would answer. */
async function end({ app, child }: Running): Promise<void> {
  if (child.exitCode === null && child.signalCode === null)
    await app.evaluate(({ BrowserWindow }) => {
      for (const { webContents } of BrowserWindow.getAllWindows())
        webContents.removeAllListeners('will-prevent-unload').on('will-prevent-unload', (event) => event.preventDefault())
    })
  await app.close()
}

/** Calls the app through the page's own bridge, for what the test is not about. */
export function call(page: Page, method: MethodName, input: unknown): Promise<Reply> {
  const ask = ([name, data]: readonly [MethodName, unknown]) => (window as unknown as { switchyard: Transport }).switchyard.call(name, data)
  return page.evaluate(ask, [method, input] as const)
}

/** Stands for a panel with a tray: answers the question that the app asks the session bus, and counts (`timesAsked`). Linux only. */
export function withTray(home: Home): Record<string, string> {
  home.write('bin/dbus-send', '#!/bin/sh\necho asked >> "$0.log"\necho "   boolean true"\n')
  chmodSync(path.join(home.folder, 'bin', 'dbus-send'), 0o755)
  return { ...withoutTray, PATH: `${path.join(home.folder, 'bin')}${path.delimiter}${home.env.PATH ?? ''}` }
}

/** How often the app has asked whether there is a tray: at its start, and at every close that may hide the window. */
export const timesAsked = (home: Home): number => home.read('bin/dbus-send.log').split('asked').length - 1

/** Where no panel can be asked. Linux only. */
export const withoutTray: Readonly<Record<string, string>> = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' }

export const isVisible = (app: ElectronApplication): Promise<boolean | undefined> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())

/** As its button in the frame does. */
export const closeWindow = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())

/** How a plain start ended. */
export interface Ended {
  readonly code: number | null
  /** On standard error. */
  readonly said: string
  /** On standard output. */
  readonly wrote: string
}

/** Starts the app without Playwright at its side, as a user would by clicking its icon or a link, or in a terminal. */
export const startPlainly = (home: Home, ...args: readonly string[]): Promise<Ended> => run(home, [project, ...args])

/** The same with a script (CommonJS) that runs in the main process before the app, for what Playwright at its side would change. */
export function startWithScript(home: Home, source: string): Promise<Ended> {
  home.write('before.cjs', source)
  return run(home, ['-r', path.join(home.folder, 'before.cjs'), project])
}

function run(home: Home, args: readonly string[]): Promise<Ended> {
  const electron = createRequire(import.meta.url)('electron') as unknown as string
  const child = spawn(electron, [...rootFlags(), ...args], { cwd: project, env: home.env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  let wrote = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk
  })
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    wrote += chunk
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, said, wrote }))
  })
}

const rootFlags = (): readonly string[] => (process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [])

function makeHome(): Home {
  const folder = mkdtempSync(path.join(tmpdir(), 'switchyard-desktop-'))
  const data = path.join(folder, 'data')
  const env = {
    ...ownEnvironment(),
    HOME: folder,
    USERPROFILE: folder,
    SWITCHYARD_HOME: data,
    NODE_ENV: 'test',
    LANG: 'en_US.UTF-8',
    LANGUAGE: 'en',
  }
  return {
    folder,
    data,
    env,
    read: (name) => readFileSync(path.join(folder, name), 'utf8'),
    exists: (name) => existsSync(path.join(folder, name)),
    write(name, content) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
      writeFileSync(path.join(folder, name), content)
    },
    terminal: (...args) =>
      new Promise((resolve, reject) => {
        execFile(process.execPath, [cli, ...args], { env: { ...env, NODE_ENV: '' } }, (error, stdout) =>
          error ? reject(error) : resolve(stdout),
        )
      }),
  }
}

/** This process's environment without what would lead the tools' files, or Switchyard's, elsewhere. */
function ownEnvironment(): Record<string, string> {
  const foreign = /^(CLAUDE|CODEX|GEMINI|ANTHROPIC|OPENAI|GOOGLE|SWITCHYARD|XDG_CONFIG|XDG_DATA|LC_|ELECTRON_RUN)/
  const own = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined && !foreign.test(entry[0]))
  return Object.fromEntries(own)
}
