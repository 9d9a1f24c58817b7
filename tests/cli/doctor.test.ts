import { readFileSync } from 'node:fs'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ensureBuilt, keyOf, openTerminal, type Terminal } from './terminal'

beforeAll(ensureBuilt, 60_000)
let terminal: Terminal
beforeEach(async () => {
  terminal = openTerminal()
  await terminal.add('Work')
  await terminal.run(['use', 'Work'])
})

describe('doctor', () => {
  it('tells each check on a line of its own, and ends with 0 on a healthy home', async () => {
    const { code, stdout } = await terminal.run(['doctor', '--offline'])
    expect([code, stdout.includes('✗')]).toEqual([0, false])
    expect(stdout).toMatch(/^✓ The files say what the profile says \(live-matches-profile\)$/m)
    expect(stdout).toMatch(/0 failed, \d+ to look at, \d+ fine/)
  })

  it('ends with 1 when a check failed, and tells cause, cure and how to mend it', async () => {
    terminal.write('.gemini/settings.json', '{}')
    const { code, stdout } = await terminal.run(['doctor', '--offline', '--only', 'gemini-auth-type'])
    expect(code).toBe(1)
    expect(stdout).toMatch(/✗ Gemini CLI does not log in with the key/)
    expect(stdout).toMatch(/cause: settings\.json does not say/)
    expect(stdout).toMatch(/cure: Set security/)
    expect(stdout).toContain('switchyard doctor --fix gemini-auth-type')
  })

  it('with --fix shows the diff first; with --dry-run it changes nothing', async () => {
    terminal.write('.gemini/settings.json', '{}')
    const dry = await terminal.run(['doctor', '--offline', '--fix', 'gemini-auth-type', '--dry-run'])
    expect(dry.stdout).toMatch(/^\+.*gemini-api-key/m)
    expect(readFileSync(terminal.path('.gemini/settings.json'), 'utf8')).toBe('{}')
    const { code, stdout } = await terminal.run(['doctor', '--offline', '--fix', 'gemini-auth-type'])
    expect([code, /^\+.*gemini-api-key/m.test(stdout)]).toEqual([0, true])
    const { entries } = await terminal.json<{ entries: { action: string }[] }>('history')
    expect(entries[0]).toMatchObject({ action: 'fix' })
    await terminal.run(['undo'])
    expect(readFileSync(terminal.path('.gemini/settings.json'), 'utf8')).toBe('{}')
  })

  it('writes a report without the key', async () => {
    await terminal.run(['doctor', '--offline', '--report', terminal.path('report.md')])
    const report = readFileSync(terminal.path('report.md'), 'utf8')
    expect(report).toContain('# Switchyard diagnostics')
    expect(report).not.toContain(keyOf('Work'))
    expect(report).not.toContain(terminal.home)
  })

  it('explains an error text', async () => {
    const { code, stdout } = await terminal.run(['doctor', '--explain'], { input: 'Not logged in · Please run /login\n' })
    expect([code, stdout.includes('answered 401')]).toEqual([0, true])
    expect((await terminal.run(['doctor', '--explain'], { input: 'all is well' })).code).toBe(1)
    expect((await terminal.run(['doctor', '--explain'], { input: '' })).code).toBe(2)
  })

  it('looks at the named tools only', async () => {
    const { findings } = await terminal.json<{ findings: { check: string }[] }>('doctor', '--offline', '--tools', 'codex')
    expect(findings.map(({ check }) => check).filter((id) => /^(claude|gemini)-/.test(id))).toEqual([])
    expect(findings.some(({ check }) => check.startsWith('codex-'))).toBe(true)
  })

  it('refuses an unknown check with those that there are', async () => {
    const { code, stderr } = await terminal.run(['doctor', '--only', 'nonsense'])
    expect([code, stderr.includes('why-ignored')]).toEqual([2, true])
  })
})
