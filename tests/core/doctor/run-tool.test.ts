import { chmodSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ownDoctor } from '../../../electron/core/doctor/checks/own-doctor'
import type { Facts } from '../../../electron/core/doctor/facts'
import { runTool } from '../../../electron/core/doctor/run-tool'
import { adapters } from '../../../electron/core/tools/index'
import type { Place } from '../../../electron/core/tools/tool'
import { type TempHome, tempHome } from '../../support/temp-home'

const factsOf = (place: Partial<Place>, signal = new AbortController().signal): Facts =>
  ({ place: { platform: 'linux', home: '/nowhere', env: {}, ...place }, terminal: async () => ({}), signal }) as unknown as Facts

function program(home: TempHome, name: string, script: string): string {
  home.write(name, `#!/bin/sh\n${script}\n`)
  chmodSync(home.path(name), 0o755)
  return home.path(name)
}

it('a tool that does not end is ended after its time, with all that it started', async () => {
  const file = program(tempHome(), 'tool', 'echo thinking; sleep 60 & wait')
  const start = Date.now()
  // The end is that of the last program that could still print.
  expect(await runTool(factsOf({}), file, [], { limit: 400 })).toEqual({ code: null, output: 'thinking\n', timedOut: true })
  expect(Date.now() - start).toBeLessThan(30_000)
})

it('a tool is ended when the doctor is cancelled', async () => {
  const control = new AbortController()
  const running = runTool(factsOf({}, control.signal), program(tempHome(), 'tool', 'sleep 60'), [], { limit: 60_000 })
  setTimeout(() => control.abort(), 50)
  expect((await running).code).toBe(null)
})

it('what npm installs on Windows goes through cmd.exe, which alone can run it', async () => {
  const home = tempHome()
  const env = { COMSPEC: program(home, 'cmd', 'printf "<%s>\\n" "$@"') }
  const batch = home.path('codex.cmd')
  home.write('codex.cmd', '@echo off\r\n')
  const { code, output } = await runTool(factsOf({ platform: 'win32', env }), batch, ['exec', 'one word'], { limit: 10_000 })
  expect(code).toBe(0)
  expect(output.split('\n').slice(0, 3)).toEqual(['</d>', '</s>', '</c>'])
  expect(output).toContain('codex.cmd')
  expect(output).toContain('one^^^ word')
})

it('a tool that cannot be started is told, not thrown', async () => {
  const codex = adapters.find(({ descriptor }) => descriptor.id === 'codex')
  const tool = {
    id: 'codex',
    label: 'Codex',
    adapter: codex,
    doctor: await codex?.doctor(),
    usesRelay: true,
    installation: { path: '/nowhere/codex' },
  }
  const facts = { ...factsOf({}), tools: [tool] } as unknown as Facts
  expect(await ownDoctor.run(facts)).toMatchObject({ severity: 'skip' })
})
