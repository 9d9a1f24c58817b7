import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { benchClick } from './desktop-click'
import { setStage, whyNoDesktop } from './desktop-run'
import { benchHome } from './homes'
import { type Line, line, median } from './stats'

/** Long enough for the garbage of the start to be collected. */
const SETTLE = 3000

/** The desktop app against a bare Electron window over a static page, taken in turn. */
export async function benchDesktop(rounds: number): Promise<Line[]> {
  const bundle = firstScreen()
  const cannot = whyNoDesktop()
  if (cannot !== null) {
    console.log(`skipped: start, memory and click of the desktop app (${cannot})\n`)
    return [bundle]
  }
  const stage = setStage()
  const home = benchHome(10)
  try {
    const ours = { ready: [] as number[], memory: [] as number[] }
    const bare = { ready: [] as number[], memory: [] as number[] }
    const app = path.resolve('.')
    // The first round fills the caches of the disk and is not counted.
    for (let round = -1; round < rounds; round++) {
      const settle = round >= 0 && round < 3 ? SETTLE : 0
      const mine = await stage.run(app, home.env, { settle })
      const other = await stage.run(stage.bare, home.env, { settle })
      if (round < 0) continue
      ours.ready.push(mine.readyMs)
      bare.ready.push(other.readyMs)
      if (settle > 0) ours.memory.push(mine.memory)
      if (settle > 0) bare.memory.push(other.memory)
    }
    const [start, floor] = [median(ours.ready), median(bare.ready)]
    const [memory, least] = [median(ours.memory), median(bare.memory)]
    return [
      line('desktop, cold start to a usable screen', start / floor, 'ratio', 1.35, `${start.toFixed(0)} ms / bare ${floor.toFixed(0)} ms`),
      line(
        'desktop, memory of all processes over bare',
        memory - least,
        'MiB',
        60,
        `${memory.toFixed(0)} MiB - bare ${least.toFixed(0)} MiB`,
      ),
      ...(await benchClick(stage, rounds)),
      bundle,
    ]
  } finally {
    stage.remove()
    home.remove()
  }
}

/** Scripts and styles that the page names itself or that those import before anything is drawn, as they travel. */
function firstScreen(): Line {
  const folder = path.resolve('out/renderer')
  const html = readFileSync(path.join(folder, 'index.html'), 'utf8')
  const seen = new Set<string>()
  const visit = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    if (!file.endsWith('.js')) return
    const source = readFileSync(path.join(folder, file), 'utf8')
    for (const [, name] of source.matchAll(/(?:^|[;}])\s*(?:import|export)\b[^;()]*?["']\.\/([\w.-]+\.js)["']/g)) visit(`assets/${name}`)
  }
  for (const [, name] of html.matchAll(/(?:src|href)="\.\/(assets\/[\w.-]+\.(?:js|css))"/g)) visit(name ?? '')
  const bytes = [...seen].reduce((sum, file) => sum + gzipSync(readFileSync(path.join(folder, file))).length, 0)
  const rest = readdirSync(path.join(folder, 'assets')).length
  return line('renderer, first screen, gzip', bytes / 1000, 'kB', 250, `${seen.size} of ${rest} files`)
}
