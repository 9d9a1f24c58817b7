import path from 'node:path'
import type { Stage } from './desktop-run'
import { type BenchHome, benchHome } from './homes'
import { type Line, line, median } from './stats'

/** Clicks before the ones that count: they compile the code and fill the caches. */
const WARM = 2
/** One frame of a 60 Hz screen, in milliseconds. */
const FRAME = 16.7

/** From the click on Switch to the frame that shows the result, without what the core itself took for the switch. */
export async function benchClick(stage: Stage, rounds: number): Promise<Line[]> {
  const home: BenchHome = benchHome(2)
  try {
    const { said, answered } = await stage.run(path.resolve('.'), home.env, { script: clicks(rounds + WARM) })
    if (!Array.isArray(said)) {
      console.log('skipped: click on Switch (the page has no such buttons)\n')
      return []
    }
    const core = answered.filter(({ method }) => method === 'switch.apply').map(({ ms }) => ms)
    const beyond = (said as number[]).map((painted, at) => painted - (core[at] ?? 0)).slice(WARM)
    const of = `painted ${median(said.slice(WARM) as number[]).toFixed(1)} ms - core ${median(core.slice(WARM)).toFixed(1)} ms`
    return [line('desktop, click on Switch to the painted result', median(beyond), 'ms', FRAME, of)]
  } finally {
    home.remove()
  }
}

/** Runs in the page: switches between the two profiles as a user would, and answers milliseconds from each click to its frame; null without buttons. */
const clicks = (rounds: number): string => `(async () => {
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = resolve
    port2.postMessage(0)
  }))
  const button = async (is) => {
    for (let tries = 0; tries < 150; tries++) {
      const found = [...document.querySelectorAll('button:not([disabled])')].find((each) => is(each.getAttribute('aria-label') ?? each.textContent.trim()))
      if (found) return found
      await pause(20)
    }
  }
  const shows = (name) => document.querySelector('[aria-label="What each tool uses now"]')?.textContent.includes(name)
  const times = []
  for (let round = 0; round < ${rounds}; round++) {
    const name = round % 2 === 0 ? 'first' : 'second'
    const open = await button((words) => words.startsWith('Switch to ' + name))
    open?.click()
    const confirm = open && await button((words) => words === 'Switch')
    if (!confirm) return null
    await pause(400)
    const from = performance.now()
    confirm.click()
    for (let frames = 0; !shows(name); frames++) {
      if (frames > 600) return null
      await painted()
    }
    times.push(performance.now() - from)
    await pause(400)
  }
  return times
})()`
