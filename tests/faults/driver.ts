import { realpathSync } from 'node:fs'
import { createCore } from '../../electron/core/core'
import { nodeHost } from '../../electron/core/node-host'
import { ProblemError } from '../../shared/transport'
import type { DriverTask } from './driver-process'
import { inject } from './injector'
import { operate } from './operations'

/** The program that is killed: does operations on the home of its environment, with a fault. Prints what came of it as one line of JSON. */
async function main(): Promise<void> {
  const { operations, fault, also } = JSON.parse(process.argv[2] ?? '{}') as DriverTask
  const home = realpathSync(process.env.HOME ?? '/')
  if (also !== undefined) inject(home, also)
  const injected = fault === undefined ? undefined : inject(home, fault)
  const core = createCore(nodeHost({ shell: 'terminal', version: '0.0.0-test' }))
  const results: string[] = []
  for (const operation of operations) {
    try {
      await operate(core.api, operation)
      results.push('done')
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      results.push(error.problem.code)
    }
  }
  process.stdout.write(JSON.stringify({ results, calls: injected?.calls ?? [] }))
}

void main()
