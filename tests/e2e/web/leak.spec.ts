import { chromium, type Download } from '@playwright/test'
import { startEchoingRelay } from '../../leak/echoing-relay'
import { leakingFiles, TOOL_FILES } from '../../leak/search'
import { KEY } from '../../leak/spellings'
import { leaksOfWalk } from '../leak-check'
import { watchTraffic } from '../leak-watch'
import { expect, test } from './fixtures'

// A trace keeps copies of the page inside the page.
test.use({ trace: 'off' })

/** The calls that take a key, or the passphrase of the same text, to the core; an error text goes to be explained. */
const CARRIERS = [
  'doctor.explain',
  'keys.add',
  'paste.recognise',
  'profiles.add',
  'profiles.edit',
  'transfer.export',
  'transfer.inspect',
  'vault.protect',
  'vault.rotate',
  'vault.unlock',
]

test('a key that was entered in every screen is kept by none: screens, memory, storage, addresses, answers, events, console, files', async ({
  site,
}) => {
  test.setTimeout(600_000)
  const relay = await startEchoingRelay()
  // A browser with a profile on the disk, as people have: what it writes down is searched too.
  const context = await chromium.launchPersistentContext(site.path('browser'), {
    executablePath: process.env.CHROMIUM_PATH,
    env: { ...process.env, HOME: site.path('.'), TMPDIR: site.path('tmp') },
    permissions: ['clipboard-write'],
    acceptDownloads: true,
  })
  try {
    const page = context.pages()[0] ?? (await context.newPage())
    page.setDefaultTimeout(15_000)
    const traffic = await watchTraffic(page, ['profiles.reveal'])
    await page.goto(site.link)
    await expect(page.getByRole('textbox', { name: 'Paste anything' })).toBeVisible()
    const downloads: Download[] = []
    page.on('download', (download) => downloads.push(download))
    const found = await leaksOfWalk(page, relay.url, async () => {
      await downloads[0]?.saveAs(site.path('export.json'))
      return site.path('export.json')
    })
    expect(found).toEqual([])
    expect(await traffic.leaks()).toEqual([])
    expect(traffic.carriers()).toEqual(CARRIERS)
  } finally {
    await context.close()
    relay.close()
  }
  expect(site.read('.claude/settings.json')).toContain(KEY)
  expect(leakingFiles(site.path('.'), TOOL_FILES)).toEqual([])
})
