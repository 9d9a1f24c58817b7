import { expect, type Page, test } from '@playwright/test'
import { KEY } from '../leak/spellings'
import { close, dialog, type Ground, menu, palette, screen, type, walk } from './leak-walk'
import { lastingLeaksOf, leaksOf } from './leak-watch'

/**
 * Goes through every screen with a key, imports what was exported, and shows the key once.
 * @param exported called when the walk is over: where the file of the export lies
 * @returns where a page kept the key, after which stop
 */
export async function leaksOfWalk(page: Page, relay: string, exported: () => Promise<string>): Promise<readonly string[]> {
  const found: string[] = []
  const note = (name: string, leaks: readonly string[]) => void found.push(...leaks.map((where) => `${name}: ${where}`))
  const look = async (name: string) => note(name, await lastingLeaksOf(page))
  const ground: Ground = { page, relay, typing: async (name) => note(name, await leaksOf(page, 'typing')) }
  for (const { name, go } of walk) {
    await test.step(name, () => go(ground))
    await look(name)
  }
  await importBack(ground, await exported())
  await look('import')
  // What is looked for is found where it is: else nothing here means anything.
  await reveal(page, async (text) => {
    expect(text).toContain(KEY)
    expect(await leaksOf(page)).toEqual(['html', 'memory'])
  })
  await look('key put away')
  return found
}

/** The import of what was exported, with the same passphrase. */
async function importBack({ page, typing }: Ground, file: string): Promise<void> {
  await close(page)
  await palette(page, 'Import profiles')
  await dialog(page).getByLabel('Choose a file').setInputFiles(file)
  await type(page, dialog(page).getByLabel('Passphrase', { exact: true }), KEY)
  await typing('import')
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByText('You have this one already').first()).toBeVisible()
}

/** Shows a key, because that is asked for; then puts it away. `shown` is called between. */
async function reveal(page: Page, shown: (text: string) => Promise<void>): Promise<void> {
  await close(page)
  await screen(page, 'Profiles')
  await menu(page, 'Harbor', 'Show key…')
  await shown((await dialog(page).locator('code').textContent()) ?? '')
  await close(page)
}
