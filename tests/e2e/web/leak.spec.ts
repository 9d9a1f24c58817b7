import type { Page } from '@playwright/test'
import { leakIn } from '../../leak/spellings'
import { expect, key, switchTo, test } from './fixtures'

/** Everything in the page's memory that is reachable, as Chromium writes it down; garbage is collected first. */
async function heapOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const pieces: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => pieces.push(chunk))
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  return pieces.join('')
}

/** What a page shows and keeps, by where. */
async function stateOf(page: Page): Promise<Record<string, string>> {
  const open = await page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    fields: [...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value).join('\n'),
    local: JSON.stringify({ ...localStorage }),
    session: JSON.stringify({ ...sessionStorage }),
    address: `${location.href} ${JSON.stringify(history.state)} ${document.cookie} ${document.title}`,
  }))
  return { ...open, memory: await heapOf(page) }
}

const leaksOf = async (page: Page): Promise<string[]> =>
  Object.entries(await stateOf(page)).flatMap(([where, text]) => (leakIn(text, key) === undefined ? [] : [where]))

test('a key reaches the page when it is revealed, and not before: screens, memory, storage, address and answers', async ({
  page,
  site,
}) => {
  test.setTimeout(180_000)
  page.setDefaultTimeout(15_000)
  await site.terminal('add', 'Harbor', '--url', 'http://127.0.0.1:9', '--key-env', 'RELAY_KEY')
  await site.terminal('add', 'Lagoon', '--url', 'http://127.0.0.1:10', '--key-env', 'RELAY_KEY')
  const answers: Promise<string>[] = []
  page.on('response', (response) => {
    // The stream of events does not end; what it brings is looked for in the page's memory.
    if (response.url().endsWith('/api/events')) return
    answers.push(
      response.text().then(
        (body) => `${response.url()} ${JSON.stringify(response.headers())} ${body}`,
        () => response.url(),
      ),
    )
  })
  const found: string[] = []
  const look = async (name: string) => found.push(...(await leaksOf(page)).map((where) => `${name}: ${where}`))

  const screen = (name: string) => page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name }).press('Enter')

  await page.goto(site.link)
  await expect(page.getByRole('heading', { name: 'Profiles', level: 1 })).toBeVisible()
  await expect(page.getByText('Harbor').first()).toBeVisible()
  await switchTo(page, 'Harbor')
  await site.terminal('use', 'Lagoon')
  expect(site.read('.claude/settings.json')).toContain(key)
  await look('profiles')
  // News lie over the button.
  await page.getByRole('button', { name: 'Switch to Harbor' }).press('Enter')
  await expect(page.getByRole('dialog', { name: 'Switch to Harbor' }).getByRole('figure').first()).toBeVisible()
  await look('switch preview')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await screen('History')
  await page.getByRole('main').locator('ol [aria-expanded="false"]').first().press('Enter')
  await expect(page.getByRole('figure').first()).toBeVisible()
  await look('history')
  await screen('Settings')
  await expect(page.getByRole('radiogroup').first()).toBeVisible()
  await look('settings')
  await page.keyboard.press('Control+Shift+d')
  await expect(page.locator('[data-testid^="finding-"]').first()).toBeVisible({ timeout: 60_000 })
  await look('diagnose')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('har')
  await expect(page.getByRole('option').first()).toContainText('Harbor')
  await look('palette')
  await page.keyboard.press('Escape')
  for (const body of await Promise.all(answers)) if (leakIn(body, key) !== undefined) found.push(`answer ${body.slice(0, 80)}`)
  expect(found).toEqual([])

  // What is looked for is found where it is: else nothing above means anything.
  await screen('Profiles')
  await page.getByRole('button', { name: 'More actions for Harbor' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Show key…' }).press('Enter')
  await expect(page.getByText(key)).toBeVisible()
  expect(await leaksOf(page)).toEqual(expect.arrayContaining(['html', 'memory']))
})
