/**
 * Loaded into Electron before the app (`electron -r`), the measured one and the bare one alike: tells when the first screen can be used, runs one
 * script in the page if it is asked to, and times what the main process does for the page. CommonJS, for Electron loads it as it is.
 *
 * "Can be used" is the second frame after the page has a button that can be pressed.
 */
export const hookSource = `
const { app, ipcMain } = require('electron')
const { writeFileSync } = require('node:fs')
const began = Number(process.env.BENCH_BEGAN)
const handle = ipcMain.handle.bind(ipcMain)
const answered = []
ipcMain.handle = (channel, listener) => handle(channel, async (event, ...args) => {
  const from = performance.now()
  try {
    return await listener(event, ...args)
  } finally {
    answered.push({ method: args[0], ms: performance.now() - from })
  }
})
const ready = \`new Promise((resolve) => {
  const frames = () => requestAnimationFrame(() => requestAnimationFrame(resolve))
  if (document.querySelector('button:not([disabled])')) return frames()
  const observer = new MutationObserver(() => {
    if (!document.querySelector('button:not([disabled])')) return
    observer.disconnect()
    frames()
  })
  observer.observe(document, { childList: true, subtree: true })
})\`
app.on('web-contents-created', (_event, contents) => contents.once('dom-ready', async () => {
  await contents.executeJavaScript(ready)
  const readyMs = Date.now() - began
  let said
  if (process.env.BENCH_SCRIPT) said = await contents.executeJavaScript(process.env.BENCH_SCRIPT, true)
  writeFileSync(process.env.BENCH_OUT + '.part', JSON.stringify({ readyMs, said, answered }))
  require('node:fs').renameSync(process.env.BENCH_OUT + '.part', process.env.BENCH_OUT)
}))
`

/** The least that an Electron app can be: a window of the same size over a static page, shown as soon as it can be. */
export const bareSource = `
const { app, BrowserWindow } = require('electron')
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
app.whenReady().then(() => {
  const window = new BrowserWindow({ show: false, width: 1120, height: 780, autoHideMenuBar: true })
  window.once('ready-to-show', () => window.show())
  window.loadFile('index.html')
})
app.on('window-all-closed', () => app.quit())
`
