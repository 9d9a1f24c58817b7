import { execFile, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import { test as base, type ConsoleMessage, expect, type Page } from '@playwright/test'

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..')
const program = path.join(project, 'out/cli/switchyard.js')

/** A home of its own for one test, with `switchyard serve` running in it. */
export interface Site {
  /** The one-time link. */
  readonly link: string
  readonly origin: string
  path(name: string): string
  read(name: string): string
  exists(name: string): boolean
  write(name: string, content: string): void
  /** Runs another command of the terminal in the same home. */
  terminal(...args: readonly string[]): Promise<string>
}

interface Fixtures {
  readonly site: Site
  /** What the pages complained about; must be empty at the end. Breaches of the content security policy show up here. */
  readonly complaints: string[]
  /** A page that is signed in and shows the app. */
  readonly app: Page
}

export const test = base.extend<Fixtures>({
  site: async ({ browserName: _ }, use) => {
    const home = mkdtempSync(path.join(tmpdir(), 'switchyard-web-'))
    const env = { HOME: home, USERPROFILE: home, PATH: path.dirname(process.execPath), LANG: 'C', TMPDIR: path.join(home, 'tmp') }
    for (const folder of ['.config', 'tmp']) mkdirSync(path.join(home, folder))
    const server = spawn(process.execPath, [program, 'serve', '--port', '0'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
    const ended = new Promise((resolve) => server.once('close', resolve))
    try {
      const link = await linkOf(server.stdout)
      await use({
        link,
        origin: new URL(link).origin,
        path: (name) => path.join(home, name),
        read: (name) => readFileSync(path.join(home, name), 'utf8'),
        exists: (name) => existsSync(path.join(home, name)),
        write(name, content) {
          mkdirSync(path.dirname(path.join(home, name)), { recursive: true })
          writeFileSync(path.join(home, name), content)
        },
        terminal: (...args) =>
          new Promise((resolve, reject) =>
            execFile(process.execPath, [program, ...args], { env: { ...env, RELAY_KEY: key } }, (error, stdout) =>
              error ? reject(error) : resolve(stdout),
            ),
          ),
      })
    } finally {
      server.kill('SIGINT')
      await ended
      rmSync(home, { recursive: true, force: true })
    }
  },
  complaints: async ({ context }, use) => {
    const complaints: string[] = []
    context.on('console', (message: ConsoleMessage) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
    })
    context.on('weberror', (failure) => complaints.push(failure.error().message))
    await use(complaints)
    expect(complaints).toEqual([])
  },
  app: async ({ page, site, complaints: _ }, use) => {
    await page.goto(site.link)
    await expect(page.getByRole('heading', { name: 'Profiles', level: 1 })).toBeVisible()
    await use(page)
  },
})
export { expect }

/** The key of every relay in these tests. */
export const key = 'sk-web-0123456789abcdef'

async function linkOf(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(output)) {
    const link = /http:\/\/\S+#token=\S+/.exec(line)?.[0]
    if (link) return link
  }
  throw new Error('switchyard serve ended without a link')
}

/** What axe finds wrong on the page as it stands. */
export async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

/** Adds a relay as a newcomer or later, through the form. */
export async function addRelay(page: Page, name: string, url: string): Promise<void> {
  await page.getByRole('button', { name: 'Add profile' }).first().click()
  await page.getByRole('dialog', { name: 'Add a relay' }).getByRole('button', { name: 'Fill in by hand' }).click()
  const form = page.getByRole('dialog', { name: 'New profile' })
  await form.getByLabel('Relay URL').fill(url)
  await form.getByLabel('API key', { exact: true }).fill(key)
  await form.getByLabel('Name', { exact: true }).fill(name)
  await form.getByRole('button', { name: 'Add profile' }).click()
  await expect(form).toBeHidden()
}

/** Switches all tools to a profile, preview included. */
export async function switchTo(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Switch to ${name}` }).click()
  const plan = page.getByRole('dialog', { name: `Switch to ${name}` })
  await plan.getByRole('button', { name: 'Switch', exact: true }).click()
  await expect(plan).toBeHidden()
}
