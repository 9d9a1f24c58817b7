import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const resources = path.join(root, 'electron', 'resources')

interface Icon {
  readonly file: string
  readonly svg: string
  /** Side in pixels. */
  readonly size: number
}

/** The images of the app, drawn from its two SVG marks: the app's own, and a plain one for trays. */
function icons(): readonly Icon[] {
  const mark = readFileSync(path.join(root, 'renderer', 'assets', 'mark.svg'), 'utf8')
  const plain = readFileSync(path.join(resources, 'tray.svg'), 'utf8')
  const tray = (name: string, svg: string): readonly Icon[] => [
    { file: `${name}.png`, svg, size: 16 },
    { file: `${name}@2x.png`, svg, size: 32 },
  ]
  return [
    { file: 'icon.png', svg: mark, size: 1024 },
    ...tray('trayTemplate', plain),
    ...tray('tray-on-light', plain),
    ...tray('tray-on-dark', plain.replaceAll('black', 'white')),
    // Linux panels scale what they get, and most show 22 to 24 pixels.
    { file: 'tray-badge.png', svg: mark, size: 24 },
    { file: 'tray-badge@2x.png', svg: mark, size: 48 },
  ]
}

async function draw(browser: Browser, icon: Icon): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: icon.size, height: icon.size } })
  const source = `data:image/svg+xml;base64,${Buffer.from(icon.svg).toString('base64')}`
  await page.setContent(`<style>body{margin:0}img{display:block;width:100vw;height:100vh}</style><img src="${source}">`)
  const image = await page.screenshot({ omitBackground: true })
  await page.close()
  return image
}

/** usage: tsx scripts/make-icons.ts [path of a Chromium] */
const browser = await chromium.launch({ executablePath: process.argv[2] })
for (const icon of icons()) writeFileSync(path.join(resources, icon.file), await draw(browser, icon))
await browser.close()
