import { spawnSync } from 'node:child_process'
import { chmodSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { launcherFile, launcherText } from '../../electron/core/key-command'
import { checkSuite } from '../support/check-suite'
import { KEY_A, relayInput } from '../support/relay-input'
import type { TempHome } from '../support/temp-home'
import { ensureBuilt, keyOf, openTerminal } from './terminal'

beforeAll(ensureBuilt, 60_000)

async function asking({ core: { api } }: TempHome): Promise<void> {
  const profile = (await api['profiles.list']({})).find(({ name }) => name === 'Alpha')
  await api['profiles.edit']({ id: profile?.id ?? '', profile: { ...relayInput('Alpha', KEY_A), keyDelivery: 'command' } })
  await api['switch.apply']({ profileId: profile?.id ?? '' })
}

checkSuite({
  id: 'key-command',
  ok: asking,
  healthy: 'ok',
  broken: [
    {
      name: 'writes the launcher anew when Switchyard was moved',
      async break(home) {
        await asking(home)
        writeFileSync(launcherFile(home.data, 'linux'), launcherText(['/gone/node', '/gone/switchyard.js'], home.host))
      },
      severity: 'fail',
      cause: /Claude Code gets no key: .*\/gone\/node/,
      mends: true,
    },
    {
      name: 'says what the command says',
      async break(home) {
        await asking(home)
        const program = launcherFile(home.data, 'linux')
        writeFileSync(program, '#!/bin/sh\necho The vault that holds your keys is locked. >&2\nexit 3\n')
        chmodSync(program, 0o700)
      },
      severity: 'fail',
      cause: /Codex gets no key: The vault that holds your keys is locked/,
      mends: true,
    },
  ],
})

describe('a key that tools ask for', () => {
  /** The program that the tools start, in the environment of a tool: no PATH to speak of. */
  const ask = (home: string, id: string, env: Readonly<Record<string, string>> = {}) =>
    spawnSync(launcherFile(path.join(home, '.config', 'Switchyard'), 'linux'), ['key', id], {
      env: { HOME: home, PATH: '/nowhere', LANG: 'C', ...env },
      encoding: 'utf8',
    })

  it('is chosen on the command line, shown, and printed alone', async () => {
    const terminal = openTerminal()
    await terminal.add('Work', '--tools', 'claude,codex', '--key-delivery', 'command')
    expect((await terminal.run(['show', 'Work'])).stdout).toMatch(/tools ask a command/)
    const { profile } = await terminal.json<{ profile: { id: string; keyDelivery: string } }>('edit', 'Work', '--notes', 'x')
    expect(profile.keyDelivery).toBe('command')
    expect(await terminal.run(['use', 'Work'])).toMatchObject({ code: 0 })
    expect(ask(terminal.home, profile.id)).toMatchObject({ status: 0, stdout: `${keyOf('Work')}\n`, stderr: '' })
    expect((await terminal.json<{ tools: { state: string }[] }>('current')).tools.slice(0, 2)).toMatchObject([
      { state: 'in-sync', keyFromCommand: true },
      { state: 'in-sync', keyFromCommand: true },
    ])
    expect(await terminal.run(['edit', 'Work', '--key-delivery', 'magic'])).toMatchObject({ code: 2 })
  })

  it('is that of the profile with this id, also when another profile has the id for its name', async () => {
    const terminal = openTerminal()
    await terminal.add('Work', '--tools', 'codex', '--key-delivery', 'command')
    const { profile } = await terminal.json<{ profile: { id: string } }>('show', 'Work')
    await terminal.add(profile.id)
    await terminal.run(['use', 'Work'])
    expect(ask(terminal.home, profile.id).stdout).toBe(`${keyOf('Work')}\n`)
  })

  it('is not handed out by a locked vault: the tool gets the reason and the cure on standard error', async () => {
    const terminal = openTerminal()
    await terminal.add('Work', '--tools', 'claude,codex', '--key-delivery', 'command')
    const { profile } = await terminal.json<{ profile: { id: string } }>('show', 'Work')
    await terminal.run(['use', 'Work'])
    const runtime = { XDG_RUNTIME_DIR: '' }
    const protect = await terminal.run(['vault', 'protect', 'passphrase'], { input: 'a long passphrase\n', env: runtime })
    expect(protect).toMatchObject({ code: 0 })
    await terminal.run(['vault', 'lock'], { env: runtime })
    const locked = ask(terminal.home, profile.id)
    expect(locked).toMatchObject({ status: 3, stdout: '' })
    expect(locked.stderr).toMatch(/locked[\s\S]*switchyard vault unlock/)
    expect(ask(terminal.home, profile.id, { SWITCHYARD_PASSPHRASE: 'a long passphrase' }).stdout).toBe(`${keyOf('Work')}\n`)
    const doctor = await terminal.run(['doctor', '--offline'], { env: runtime })
    expect(`${doctor.stdout}${doctor.stderr}`).toMatch(/locked[\s\S]*switchyard vault unlock/)
    expect((await terminal.json<{ tools: { state: string }[] }>('current')).tools.slice(0, 2)).toMatchObject([
      { state: 'in-sync' },
      { state: 'in-sync' },
    ])
  })
})
