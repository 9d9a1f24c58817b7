import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt, keyOf, openTerminal } from './terminal'

beforeAll(ensureBuilt, 60_000)

/** Every file of the home that holds a text. */
const filesWith = (home: string, text: string): string[] =>
  readdirSync(home, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(path.join(home, name)).isFile() && readFileSync(path.join(home, name), 'latin1').includes(text))
    .sort()

describe('the key of a profile', () => {
  it("is found in no file but the tools' own, and in no output, after a run through the commands", async () => {
    const terminal = openTerminal()
    await terminal.add('Work')
    await terminal.add('Other')
    const commands = [
      ['use', 'Work'],
      ['use', 'Other', '--tools', 'claude'],
      ['undo'],
      ['edit', 'Work', '--notes', 'x'],
      ['list'],
      ['show', 'Work'],
      ['current'],
      ['history'],
      ['use', 'Other', '--dry-run'],
      ['doctor'],
      ['vault', 'rotate'],
      ['vault'],
      ['use', 'Work', '--json'],
    ]
    for (const command of commands) {
      const { stdout, stderr } = await terminal.run(command)
      expect(`${stdout}${stderr}`, command.join(' ')).not.toContain(keyOf('Work'))
    }
    const own = filesWith(terminal.home, keyOf('Work'))
    expect(own).toEqual(['.claude/settings.json', '.codex/config.toml', '.gemini/.env'])
    for (const name of own) expect(statSync(path.join(terminal.home, name)).mode & 0o077, name).toBe(0)
    expect(filesWith(terminal.home, keyOf('Other'))).toEqual([])
  }, 60_000)

  it('is printed by "key", and nothing else', async () => {
    const terminal = openTerminal()
    await terminal.add('Work')
    expect(await terminal.run(['key', 'Work'])).toMatchObject({ code: 0, stdout: `${keyOf('Work')}\n`, stderr: '' })
  })

  it('needs the passphrase once there is one', async () => {
    const terminal = openTerminal()
    await terminal.add('Work')
    expect((await terminal.run(['vault', 'protect', 'passphrase'], { input: 'short\n' })).code).toBe(2)
    expect((await terminal.run(['vault', 'protect', 'passphrase'], { input: 'long enough\n' })).stdout).toContain('by a passphrase')
    const locked = await terminal.run(['use', 'Work'])
    expect([locked.code, locked.stdout]).toEqual([3, ''])
    expect(locked.stderr).toContain('switchyard vault unlock')
    expect((await terminal.run(['list'])).stdout).toContain('Work')
    expect((await terminal.run(['use', 'Work'], { env: { SWITCHYARD_PASSPHRASE: 'wrong' } })).code).toBe(3)
    expect((await terminal.run(['use', 'Work'], { env: { SWITCHYARD_PASSPHRASE: 'long enough' } })).code).toBe(0)
  }, 60_000)
})

it('says once that a file protects the keys, and ever after in "vault"', async () => {
  const terminal = openTerminal()
  const add = ['add', 'Work', '--url', 'relay.example.com', '--key-stdin']
  expect((await terminal.run(add, { input: 'sk-0123456789abcdef' })).stderr).toContain('protected by a file')
  expect((await terminal.run(['use', 'Work'])).stderr).not.toContain('protected by a file')
  expect((await terminal.run(['vault'])).stdout).toContain('anyone who can read your home can read it')
})
