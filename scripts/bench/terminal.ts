import { readdirSync } from 'node:fs'
import path from 'node:path'
import { fillHistory } from './fill-history'
import { bytesOf, writeFloor } from './floor'
import { benchHome } from './homes'
import { inTurn, peakMemory, timeProcess } from './processes'
import { type Line, line, median } from './stats'
import { timeUnlock } from './vault'

const CLI = path.resolve('out/cli/switchyard.js')

/** What the terminal costs as whole processes. */
export function benchTerminal(rounds: number): Line[] {
  const few = benchHome(10)
  const many = benchHome(10_000)
  const old = benchHome(10)
  try {
    const use = (home: typeof few) => (round: number) => timeProcess([CLI, 'use', round % 2 === 0 ? 'first' : 'second'], home.env)
    for (const home of [few, many]) for (const round of [0, 1]) use(home)(round)
    fillHistory(path.join(old.home, 'data'), 10_000)
    const floorFiles = bytesOf([...filesOf(few.home), path.join(few.home, 'data/state.json')])
    const figures = inTurn(rounds, {
      node: () => timeProcess(['-e', '0'], few.env),
      help: () => timeProcess([CLI, '--help'], few.env),
      list: () => timeProcess([CLI, 'list'], few.env),
      listOld: () => timeProcess([CLI, 'list'], old.env),
      floor: () => writeFloor(floorFiles),
      use: use(few),
      unlock: () => timeUnlock(few).clock,
      useMany: use(many),
    })
    const m = Object.fromEntries(Object.entries(figures).map(([name, values]) => [name, median(values)])) as Record<
      keyof typeof figures,
      number
    >
    const ms = (...values: number[]) => values.map((value) => `${value.toFixed(1)} ms`).join(' / ')
    return [
      line(
        'use, three tools, whole process',
        m.use / (m.node + m.floor),
        'ratio',
        1.6,
        `${ms(m.use)} / (node ${ms(m.node)} + floor ${ms(m.floor)})`,
      ),
      line(
        'the same without unlocking the vault, which may add 15 ms',
        (m.use - m.unlock) / (m.node + m.floor),
        'ratio',
        1.6,
        `${ms(m.use)} - ${ms(m.unlock)}`,
      ),
      line('list', m.list / m.node, 'ratio', 1.4, ms(m.list, m.node)),
      line('--help', m.help / m.node, 'ratio', 1.4, ms(m.help, m.node)),
      line('use with 10,000 profiles', m.useMany / m.use, 'ratio', 1.2, ms(m.useMany, m.use)),
      line('list with 10,000 history entries', m.listOld / m.list, 'ratio', 1.1, ms(m.listOld, m.list)),
      line(
        'peak memory of use',
        median(Array.from({ length: 5 }, (_, round) => peakMemory([CLI, 'use', round % 2 === 0 ? 'first' : 'second'], few.env))),
        'MiB',
        48,
        `node alone ${peakMemory(['-e', '0'], few.env).toFixed(1)} MiB`,
      ),
    ]
  } finally {
    for (const home of [few, many, old]) home.remove()
  }
}

/** The tool files that a switch between the two profiles writes. */
export const filesOf = (home: string): string[] =>
  ['.claude', '.codex', '.gemini'].flatMap((folder) =>
    readdirSync(path.join(home, folder))
      .filter((name) => /\.(json|toml|env)$|^\.env$/.test(name))
      .map((name) => path.join(home, folder, name)),
  )
