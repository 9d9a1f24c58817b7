import { call, expect, test } from './fixtures'

test('no frame of the page gets the bridge, and none shows a foreign page', async ({ launch }) => {
  const { page, pageErrors } = await launch()
  const found = await page.evaluate(async () => {
    const sources = ['https://example.com/', 'file:///etc/passwd', 'data:text/html,<h1>x</h1>', 'app://switchyard/']
    const frames = sources.map((src) => Object.assign(document.createElement('iframe'), { src }))
    const written = Object.assign(document.createElement('iframe'), { srcdoc: '<h1>x</h1><script>parent.ran = true</script>' })
    document.body.append(...frames, written)
    await new Promise((resolve) => setTimeout(resolve, 500))
    const reached = [...frames, written].filter(({ contentWindow }) => {
      try {
        return contentWindow !== null && 'switchyard' in contentWindow
      } catch {
        return false
      }
    })
    return { reached: reached.length, ran: 'ran' in window }
  })
  expect(found).toEqual({ reached: 0, ran: false })
  expect(
    page
      .frames()
      .map((frame) => frame.url())
      .filter((url) => !['app://switchyard/', 'about:blank', 'about:srcdoc', ''].includes(url) && !url.startsWith('chrome-error:')),
  ).toEqual([])
  pageErrors.length = 0
})

test('a call from a frame inside the page is refused by the main process', async ({ launch }) => {
  const { app, page } = await launch()
  // Even with the very preload script in every frame, only the top frame counts.
  const reply = await app.evaluate(async ({ BrowserWindow, app: electronApp }) => {
    const preload = `${electronApp.getAppPath()}/out/preload/preload.cjs`
    const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, nodeIntegrationInSubFrames: true } })
    await window.loadURL('data:text/html,<iframe srcdoc="<h1>inner</h1>"></iframe>')
    await new Promise((resolve) => setTimeout(resolve, 300))
    const frame = window.webContents.mainFrame.frames[0]
    const answer: unknown = await frame?.executeJavaScript('window.switchyard ? switchyard.call("profiles.list", {}) : "no bridge"')
    window.destroy()
    return answer
  })
  expect(JSON.stringify(reply)).toMatch(/untrusted-sender|no bridge/)
  expect(await call(page, 'profiles.list', {})).toMatchObject({ ok: true })
})

test('the page runs no text as code and sends nothing away', async ({ launch }) => {
  const { page, pageErrors } = await launch()
  const done = await page.evaluate(async () => {
    const tries: Readonly<Record<string, () => unknown>> = {
      // Not at once: what Playwright runs may use eval.
      text: () =>
        new Promise((resolve, reject) => {
          setTimeout('window.textRan = true')
          setTimeout(() => ('textRan' in window ? resolve(1) : reject()), 200)
        }),
      handler: () => {
        document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.handlerRan = true">')
        return new Promise((_resolve, reject) => setTimeout(reject, 200))
      },
      foreignScript: () =>
        new Promise((resolve, reject) => {
          document.head.append(
            Object.assign(document.createElement('script'), { src: 'https://example.com/x.js', onload: resolve, onerror: reject }),
          )
        }),
      image: () =>
        new Promise((resolve, reject) => {
          Object.assign(new Image(), { onload: resolve, onerror: reject, src: 'https://example.com/x.png' })
        }),
      socket: () =>
        new Promise((resolve, reject) => {
          Object.assign(new WebSocket('wss://example.com/'), { onopen: resolve, onerror: reject })
        }),
      worker: () =>
        new Promise((resolve, reject) => {
          const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])))
          Object.assign(worker, { onmessage: resolve, onerror: reject })
        }),
      serviceWorker: () => navigator.serviceWorker.register('/x.js'),
    }
    const outcomes = await Promise.all(
      Object.entries(tries).map(async ([name, attempt]) => {
        try {
          await attempt()
          return name
        } catch {
          return null
        }
      }),
    )
    const form = Object.assign(document.createElement('form'), { action: 'https://example.com/', method: 'post' })
    document.body.append(form)
    form.submit()
    await new Promise((resolve) => setTimeout(resolve, 200))
    return { worked: outcomes.filter(Boolean), handler: 'handlerRan' in window, still: location.href }
  })
  expect(done).toEqual({ worked: [], handler: false, still: 'app://switchyard/' })
  pageErrors.length = 0
})

test('nothing is downloaded and nothing is embedded', async ({ home, launch }) => {
  const { app, page, pageErrors } = await launch()
  await app.evaluate(({ app: electronApp, session }, folder) => {
    electronApp.setPath('downloads', folder)
    Object.assign(globalThis, { downloads: [] })
    session.defaultSession.on('will-download', (event, item) => {
      ;(globalThis as unknown as { downloads: unknown[] }).downloads.push([event.defaultPrevented, item.getState()])
    })
  }, home.folder)
  await page.evaluate(() => {
    const link = document.createElement('a')
    Object.assign(link, { href: URL.createObjectURL(new Blob(['loot'])), download: 'loot.txt' })
    document.body.append(link)
    link.click()
    document.body.append(Object.assign(document.createElement('webview'), { src: 'https://example.com/' }))
  })
  const seen = () => app.evaluate(() => (globalThis as unknown as { downloads: unknown[] }).downloads)
  await expect.poll(seen).toEqual([[true, expect.anything()]])
  expect(home.exists('loot.txt')).toBe(false)
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().map((each) => each.getType()))).toEqual(['window'])
  pageErrors.length = 0
})

test('only https links of the list are opened, whatever the page asks', async ({ launch }) => {
  const { app, page } = await launch()
  await app.evaluate(({ shell }) => {
    Object.assign(globalThis, { openedLinks: [] })
    shell.openExternal = (url) => {
      ;(globalThis as unknown as { openedLinks: string[] }).openedLinks.push(url)
      return Promise.resolve()
    }
  })
  const hostile = [
    'http://github.com/',
    'file:///etc/passwd',
    'https://github.com.evil.test/',
    'https://github.com@evil.test/',
    'javascript:alert(1)',
    'ms-settings:',
    'smb://x/y',
    'https://example.com/',
  ]
  for (const url of hostile) expect(await call(page, 'desktop.openLink', { url })).toMatchObject({ ok: false })
  expect(await call(page, 'desktop.openLink', { url: 'https://github.com/openai/codex' })).toMatchObject({ ok: true })
  expect(await app.evaluate(() => (globalThis as unknown as { openedLinks: string[] }).openedLinks)).toEqual([
    'https://github.com/openai/codex',
  ])
})

test('hostile inputs stop at the bridge', async ({ launch }) => {
  const { page } = await launch()
  const ask = (method: unknown, input: unknown) => call(page, method as never, input)
  for (const method of ['__proto__', 'constructor', 'toString', '', 7, null, {}, ['profiles.list']])
    expect(await ask(method, {})).toMatchObject({ ok: false, error: { code: 'unknown-method' } })
  for (const input of [null, 7, 'x', [], { id: 7 }, { id: 'x', more: 1 }, { id: { $ne: null } }])
    expect(await ask('profiles.reveal', input)).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
  for (const target of ['../../etc', { tool: '__proto__', file: 'x' }, { tool: 'claude', file: '../../../etc/passwd', more: 1 }])
    expect(await ask('desktop.reveal', { target })).toMatchObject({ ok: false })
})
