import { addRelay, expect, faults, switchTo, test } from './fixtures'

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on any screen in the ${colorScheme} theme`, async ({ app, site, browser }) => {
    await app.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await faults(app)).toEqual([])

    await app.getByRole('button', { name: 'Fill in by hand' }).click()
    await expect(app.getByRole('dialog', { name: 'New profile' })).toBeVisible()
    expect(await faults(app)).toEqual([])
    await app.keyboard.press('Escape')

    await addRelay(app, 'Work', 'https://relay.example.com')
    await app.getByRole('button', { name: 'Switch to Work' }).click()
    await expect(app.getByRole('dialog', { name: 'Switch to Work' })).toContainText('base_url')
    expect(await faults(app)).toEqual([])
    await app.keyboard.press('Escape')
    await switchTo(app, 'Work')
    expect(await faults(app)).toEqual([])

    await app.getByRole('button', { name: 'Codex: In sync. Show details' }).click()
    await expect(app.getByRole('dialog')).toBeVisible()
    expect(await faults(app)).toEqual([])
    await app.keyboard.press('Escape')

    await app.keyboard.press('Control+k')
    await expect(app.getByRole('combobox', { name: 'Command palette' })).toBeFocused()
    await app.keyboard.type('work')
    await expect(app.getByRole('option').first()).toContainText('Switch to Work')
    expect(await faults(app)).toEqual([])
    await app.keyboard.press('Escape')
    await app.keyboard.press('?')
    await expect(app.getByRole('dialog', { name: 'Keyboard map' })).toBeVisible()
    expect(await faults(app)).toEqual([])
    await app.keyboard.press('Escape')

    for (const screen of ['Diagnose', 'History', 'Settings']) {
      await app.getByRole('button', { name: screen, exact: true }).click()
      await expect(app.getByRole('heading', { level: 1, name: screen })).toBeVisible()
      expect(await faults(app)).toEqual([])
    }

    const stranger = await browser.newContext({ colorScheme })
    const page = await stranger.newPage()
    await page.goto(site.origin)
    await expect(page.getByRole('status')).toContainText('Open the link')
    expect(await faults(page)).toEqual([])
    await stranger.close()
  })
