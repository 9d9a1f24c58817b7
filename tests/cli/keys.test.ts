import { beforeAll, describe, expect, it } from 'vitest'
import type { ProfileView } from '../../shared/model/profile'
import type { KeyReport } from '../../shared/model/switch'
import { ensureBuilt, keyOf, openTerminal } from './terminal'

beforeAll(ensureBuilt, 60_000)

const TEAM = 'sk-team-0123456789-TEAM'
const day = (ahead: number) => {
  const at = new Date(Date.now() + ahead * 86_400_000)
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

/** A profile "Work" with a second key "team" that expires in 3 days. */
async function withTeamKey() {
  const terminal = openTerminal()
  await terminal.add('Work')
  const added = await terminal.run(['keys', 'add', 'Work', '--label', 'team', '--expires', day(3), '--key-stdin'], { input: `${TEAM}\n` })
  expect([added.code, added.stderr]).toEqual([0, ''])
  return terminal
}

describe('switchyard keys', () => {
  it('lists keys masked, with label, mark and last day', async () => {
    const terminal = await withTeamKey()
    const { stdout } = await terminal.run(['keys', 'Work'])
    expect(stdout).toMatch(/team +sk-…TEAM +- +\S+ \(expires in 3 days\)/)
    expect(stdout).toMatch(new RegExp(`- +\\S*…${keyOf('Work').slice(-4)} +✓`))
    expect(stdout).not.toContain(TEAM)
    const { profile } = await terminal.json<{ profile: ProfileView }>('keys', 'list', 'Work')
    expect(profile.relay.keys?.map(({ label, active }) => [label, active])).toEqual([
      [undefined, true],
      ['team', false],
    ])
    expect((await terminal.run(['key', 'Work', 'team'])).stdout).toBe(`${TEAM}\n`)
  })

  it('uses another key, in the tools too, and undo takes both back', async () => {
    const terminal = await withTeamKey()
    await terminal.run(['use', 'Work', '--tools', 'claude,gemini'])
    const used = await terminal.run(['keys', 'use', 'Work', 'TEAM'])
    expect(used.stdout).toContain('"Work" uses the key team now.')
    expect(used.stdout).toContain('In: claude, gemini')
    expect(used.stdout).toContain('.claude/settings.json')
    expect((await terminal.run(['key', 'Work'])).stdout).toBe(`${TEAM}\n`)
    expect((await terminal.run(['list'])).stdout).toContain('sk-…TEAM (expires in 3 days)')
    expect((await terminal.run(['show', 'Work'])).stdout).toMatch(/key +sk-…TEAM {2}team {2}\(expires in 3 days\)\n +other key/)
    expect((await terminal.run(['undo'])).code).toBe(0)
    expect((await terminal.run(['key', 'Work'])).stdout).toBe(`${keyOf('Work')}\n`)
    expect((await terminal.run(['current'])).stdout).not.toContain('edited since')
  }, 30_000)

  it('adds and uses in one go, labels, and removes', async () => {
    const terminal = openTerminal()
    await terminal.add('Work')
    await terminal.run(['use', 'Work', '--tools', 'claude'])
    const add = ['keys', 'add', 'Work', '--label', 'new', '--use', '--json', '--key-env', 'NEW_KEY']
    const { stdout } = await terminal.run(add, { env: { NEW_KEY: TEAM } })
    expect((JSON.parse(stdout) as KeyReport).tools).toEqual(['claude'])
    const old = keyOf('Work').slice(-4)
    await terminal.run(['keys', 'label', 'Work', old, '--label', 'old', '--expires', '2020-01-01'])
    expect((await terminal.run(['keys', 'Work'])).stdout).toContain('(expired on 2020-01-01)')
    expect((await terminal.run(['keys', 'remove', 'Work', 'new'])).code).toBe(3)
    expect((await terminal.run(['keys', 'remove', 'Work', 'old'])).code).toBe(0)
    expect((await terminal.run(['keys', 'remove', 'Work', 'new'])).stderr).toContain("the profile's only key")
  }, 30_000)

  it.each([
    [['keys', 'add'], 'needs a profile'],
    [['keys', 'add', 'Work'], '--key-stdin'],
    [['keys', 'use', 'Work'], 'needs the key'],
    [['keys', 'use', 'Work', 'nothing'], 'no such key'],
    [['keys', 'label', 'Work', 'team'], '--label or --expires'],
    [['keys', 'label', 'Work', 'team', '--expires', 'soon'], '2027-01-31'],
    [['keys', 'remove', 'Work', 'team', '--label', 'x'], 'does not take --label'],
    [['keys', 'swap', 'Work'], 'no "keys swap"'],
  ])('%s says what is missing', async (command, words) => {
    const { code, stderr } = await (await withTeamKey()).run(command)
    expect([code, stderr]).toEqual([2, expect.stringContaining(words)])
  })

  it('warns of a key on the command line, and repeats none', async () => {
    const terminal = openTerminal()
    await terminal.add('Work')
    const { stdout, stderr } = await terminal.run(['keys', 'add', 'Work', '--key', TEAM])
    expect(stderr).toContain('other users of this machine can see a key')
    expect(stdout + stderr).not.toContain(TEAM)
    expect((await terminal.run(['keys', 'use', 'Work', TEAM])).stderr).not.toContain(TEAM)
  })
})

it('refuses a key in a further setting, and says where keys go', async () => {
  const terminal = openTerminal()
  await terminal.add('Work')
  const secret = 'sk-hidden-0123456789abcdef'
  const { code, stdout, stderr } = await terminal.run(['edit', 'Work', '--extra', `claude.X_API_KEY=${secret}`])
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/X_API_KEY holds a key[\s\S]*switchyard keys add/)
  expect(stderr).not.toContain(secret)
})
