import path from 'node:path'
import { createCore } from '../../electron/core/core'
import { benchHome } from './homes'
import { hostOn } from './in-process'
import { timeProcess } from './processes'
import { type Line, line, median } from './stats'

const CLI = path.resolve('out/cli/switchyard.js')
const LIMIT = 1_500

/** Every check of the doctor but those that ask a relay or start a tool, on a healthy home whose login shell is bash. */
export async function benchDoctor(rounds: number): Promise<Line[]> {
  const home = benchHome(10)
  const env = { ...home.env, SHELL: '/bin/bash' }
  try {
    timeProcess([CLI, 'use', 'first'], env)
    const whole = Array.from({ length: rounds }, () => timeProcess([CLI, 'doctor', '--offline'], env))
    const core = createCore({ ...hostOn(home), place: { ...hostOn(home).place, env } })
    const inside: number[] = []
    for (let round = 0; round < rounds; round++) {
      const { ms, counts } = await core.api['doctor.run']({ network: false })
      if (counts.fail > 0) throw new Error('the home of this measurement is not healthy')
      inside.push(ms)
    }
    return [
      line(
        'doctor without network, whole process',
        median(whole),
        'ms',
        LIMIT,
        `slowest of ${rounds}: ${Math.max(...whole).toFixed(0)} ms`,
      ),
      line('doctor without network, in process', median(inside), 'ms', LIMIT, `slowest of ${rounds}: ${Math.max(...inside).toFixed(0)} ms`),
    ]
  } finally {
    home.remove()
  }
}
