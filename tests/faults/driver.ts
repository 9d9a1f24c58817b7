import { realpathSync } from 'node:fs'
import { createCore } from '../../electron/core/core'
import { nodeHost } from '../../electron/core/node-host'
import { ProblemError } from '../../shared/transport'
import { type Fault, inject } from './injector'
import { type Operation, operate } from './operations'

/** The program that is killed: does operations on the home of its environment, with a fault. Prints what came of it as one line of JSON. */
async function main(): Promise<void> {
  const { operations, fault } = JSON.parse(process.argv[2] ?? '{}') as { operations: readonly Operation[]; fault?: Fault }
  const injected = fault === undefined ? undefined : inject(realpathSync(process.env.HOME ?? '/'), fault)
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
