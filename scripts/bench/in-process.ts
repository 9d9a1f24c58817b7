import { utimesSync } from 'node:fs'
import path from 'node:path'
import { createCore } from '../../electron/core/core'
import type { Host } from '../../electron/core/host'
import { plainJsonStore } from '../../electron/core/json-store'
import { createVault } from '../../electron/core/vault/vault'
import { bytesOf, writeFloor } from './floor'
import { type BenchHome, benchHome, largeSettings } from './homes'
import { type Line, line, median } from './stats'
import { filesOf } from './terminal'

/** What a click costs: the same switch in a process that runs already, after a look at the diff. */
export async function benchInProcess(rounds: number): Promise<Line[]> {
  const home = benchHome(10)
  const large = benchHome(10, largeSettings(1_000_000))
  try {
    const small = await measure(home, rounds * 2)
    const big = await measure(large, rounds)
    return [
      line(
        'switch in process, three tools',
        small.switched / small.floor,
        'ratio',
        1.3,
        `${small.switched.toFixed(1)} ms / floor ${small.floor.toFixed(1)} ms`,
      ),
      line('planning and verifying, ordinary files', small.planned, 'ms', 10, 'switch.preview'),
      line('planning and verifying, 1 MB settings', big.planned, 'ms', 100, 'switch.preview'),
    ]
  } finally {
    for (const each of [home, large]) each.remove()
  }
}

async function measure(home: BenchHome, rounds: number) {
  const core = createCore(hostOn(home))
  const [, ...profiles] = await core.api['profiles.list']({})
  const pair = profiles.slice(-2).map(({ id }) => id)
  const turn = (round: number) => pair[round & 1] ?? ''
  for (let round = 0; round < 4; round++) await core.api['switch.apply']({ profileId: turn(round) })
  const inData = (name: string) => path.join(home.home, 'data', name)
  const written = [...filesOf(home.home), inData('state.json')]
  const floorFiles = bytesOf(written)
  const switched: number[] = []
  const floor: number[] = []
  const planned: number[] = []
  for (let round = 0; round < rounds; round++) {
    age([...written, inData('vault.json'), inData('profiles.json')], round)
    let token = ''
    planned.push(await timed(async () => ({ token } = await core.api['switch.preview']({ profileId: turn(round) }))))
    switched.push(await timed(() => core.api['switch.apply']({ profileId: turn(round), token })))
    floor.push(writeFloor(floorFiles))
    await core.api['switch.apply']({ profileId: turn(round), overwriteChanged: true })
  }
  return { switched: median(switched), floor: median(floor), planned: median(planned) }
}

/** People switch minutes after the last write. What is younger than two seconds is read once more by every step, for its times may not tell. */
function age(files: readonly string[], round: number): void {
  const then = Date.now() / 1000 - 60 - round
  for (const file of files) utimesSync(file, then, then)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = process.hrtime.bigint()
  await work()
  return Number(process.hrtime.bigint() - from) / 1e6
}

export const hostOn = ({ home }: BenchHome): Host => ({
  shell: 'desktop',
  version: '0',
  place: { platform: process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux', home, env: { PATH: '' } },
  locale: 'en',
  dataFolder: path.join(home, 'data'),
  vault: createVault(path.join(home, 'data'), { platform: 'linux', env: {} }),
  can: { reveal: false, tray: false, launchAtLogin: false, openLink: false },
  profiles: plainJsonStore(path.join(home, 'data/profiles.json')),
  settings: plainJsonStore(path.join(home, 'data/settings.json')),
  now: () => new Date(),
})
