import { call, expect, test } from './fixtures'

test('the window runs sandboxed, isolated and without Node', async ({ launch }) => {
  const { app, page } = await launch()
  const preferences = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) =>
      (webContents as unknown as { getLastWebPreferences(): unknown }).getLastWebPreferences(),
    ),
  )
  expect(preferences).toHaveLength(1)
  expect(preferences[0]).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    allowRunningInsecureContent: false,
    nodeIntegrationInSubFrames: false,
  })
  for (const risky of ['experimentalFeatures', 'enableBlinkFeatures', 'nodeIntegrationInWorker'])
    expect([risky, Boolean((preferences[0] as Readonly<Record<string, unknown>>)[risky])]).toEqual([risky, false])
  const globals = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter((name) => name in window),
  )
  expect(globals).toEqual([])
  expect(await page.evaluate(() => Object.keys((window as unknown as { switchyard: object }).switchyard).sort())).toEqual([
    'call',
    'subscribe',
  ])
})

test('the page comes from the app’s own scheme with a strict policy, and breaks it nowhere', async ({ launch }) => {
  const { page, pageErrors } = await launch()
  expect(page.url()).toBe('app://switchyard/')
  const policy = await page.evaluate(async () => (await fetch('app://switchyard/')).headers.get('content-security-policy'))
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
  for (const screen of ['History', 'Settings', 'Profiles']) {
    await page.getByRole('button', { name: screen, exact: true }).click()
    await expect(page.getByRole('heading', { name: screen, level: 1 })).toBeVisible()
  }
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Profiles', level: 1 })).toBeVisible()
  expect(pageErrors).toEqual([])
})

test('inline scripts, other hosts and files are out of reach', async ({ launch }) => {
  const { page, pageErrors } = await launch()
  const reached = await page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.inlineRan = true'
    document.body.append(script)
    const tries = ['http://127.0.0.1:9/', 'https://example.com/', 'file:///etc/passwd', 'app://elsewhere/index.html']
    const fetched = await Promise.all(
      tries.map((url) =>
        fetch(url).then(
          () => url,
          () => null,
        ),
      ),
    )
    const outside = await fetch('app://switchyard/..%2f..%2fpackage.json')
    return { inline: 'inlineRan' in window, fetched: fetched.filter(Boolean), outside: outside.status }
  })
  expect(reached).toEqual({ inline: false, fetched: [], outside: 404 })
  // These were asked for, so they are no fault of the page.
  pageErrors.length = 0
})

test('the page cannot be led away, and opens no window', async ({ launch }) => {
  const { app, page, pageErrors } = await launch()
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { openedLinks: opened })
    shell.openExternal = (url) => {
      opened.push(url)
      return Promise.resolve()
    }
  })
  await page.evaluate(() => {
    location.href = 'https://example.com/'
  })
  await page.evaluate(() => {
    location.href = 'file:///etc/passwd'
  })
  expect(await page.evaluate(() => window.open('https://example.com/') === null)).toBe(true)
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = 'https://example.com/evil'
    link.target = '_blank'
    document.body.append(link)
    link.click()
  })
  // Playwright's locators would wait for the navigation that never comes.
  expect(await page.evaluate(() => [location.href, document.querySelector('h1')?.textContent])).toEqual(['app://switchyard/', 'Profiles'])
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect(await app.evaluate(() => (globalThis as unknown as { openedLinks: string[] }).openedLinks)).toEqual([])
  pageErrors.length = 0
})

test('permissions are denied, but for writing to the clipboard', async ({ launch }) => {
  const { page } = await launch()
  const answers = await page.evaluate(async () => {
    const state = async (name: string) => (await navigator.permissions.query({ name: name as PermissionName })).state
    return {
      notifications: await Notification.requestPermission(),
      geolocation: await new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('given'),
          (error) => resolve(error.code),
        ),
      ),
      camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'given',
        () => 'denied',
      ),
      read: await state('clipboard-read'),
      write: await state('clipboard-write'),
    }
  })
  expect(answers).toEqual({ notifications: 'denied', geolocation: 1, camera: 'denied', read: 'denied', write: 'granted' })
})

test('a call from a frame that is not the app’s own page is refused', async ({ launch }) => {
  const { app, page } = await launch()
  // The very preload script in a window of its own, on a page that is not ours.
  const reply = await app.evaluate(async ({ BrowserWindow, app: electronApp }) => {
    const preload = `${electronApp.getAppPath()}/out/preload/preload.cjs`
    const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
    await window.loadURL('data:text/html,<h1>elsewhere</h1>')
    const answer: unknown = await window.webContents.executeJavaScript('switchyard.call("profiles.list", {})')
    window.destroy()
    return answer
  })
  expect(reply).toMatchObject({ ok: false, error: { code: 'untrusted-sender' } })
  expect(await call(page, 'profiles.list', {})).toMatchObject({ ok: true })
})
