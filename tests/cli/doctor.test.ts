import { readFileSync, statSync } from 'node:fs'
import { hostname } from 'node:os'
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
    expect(stdout).toMatch(/more: docs\/diagnostics\.md#gemini-auth-type/)
    expect(stdout).toMatch(/cure: Set security/)
    expect(stdout).toContain('switchyard doctor --fix gemini-auth-type')
  })

  it('with a locked vault looks at all that needs no key, says what it left out, and how to unlock', async () => {
    await terminal.run(['vault', 'protect', 'passphrase'], {
      input: 'correct horse battery\n',
      env: { SWITCHYARD_PASSPHRASE: 'correct horse battery' },
    })
    await terminal.run(['vault', 'lock'])
    terminal.write('.gemini/settings.json', '{}')
    const { code, stdout } = await terminal.run(['doctor'])
    expect(code).toBe(1)
    expect(stdout).toMatch(/✗ Gemini CLI does not log in with the key/)
    expect(stdout).toMatch(
      /! The vault with your keys is locked \(vault-open\)\n.*cause: .*locked.*left out\.\n.*cure: .*switchyard vault unlock/,
    )
    expect(stdout).toMatch(/– .*\(relay-key\): Left out: it needs your key.*switchyard vault unlock/)
    const json = JSON.parse((await terminal.run(['doctor', '--json'])).stdout) as {
      findings: { check: string; severity: string; cause?: string }[]
    }
    expect(json.findings.find(({ check }) => check === 'vault-open')).toMatchObject({ severity: 'warn' })
    expect(json.findings.find(({ check }) => check === 'relay-key')).toMatchObject({
      severity: 'skip',
      cause: expect.stringContaining('Left out'),
    })
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

  it('writes the report as JSON, and leaves the name of the machine in only where it is asked for', async () => {
    const name = hostname()
    terminal.write('work/.claude/settings.json', `{"env":{"ANTHROPIC_BASE_URL":"https://${name}.example"}}`)
    const report = async (...args: readonly string[]) => {
      const file = terminal.path('report.json')
      await terminal.run(['doctor', '--offline', '--folder', terminal.path('work'), '--report', file, ...args])
      expect(statSync(file).mode & 0o077).toBe(0)
      return readFileSync(file, 'utf8')
    }
    const plain = await report()
    expect(JSON.parse(plain)).toMatchObject({ system: expect.stringMatching(/\S/) })
    expect(plain).not.toContain(keyOf('Work'))
    if (name.length >= 3 && name !== 'localhost') {
      expect(plain).not.toContain(name)
      expect(await report('--with-host')).toContain(name)
    }
  })

  it('shows where every value comes from, for a chosen folder, also when all is well', async () => {
    const well = await terminal.run(['doctor', '--only', 'why-ignored', '--tools', 'claude', '--offline'])
    expect(well.code).toBe(0)
    expect(well.stdout).toMatch(/claude: base URL\n {6}→ https:\/\/\S+ {2}Your settings, ~\/\.claude\/settings\.json, ANTHROPIC_BASE_URL/)
    terminal.write('work/.claude/settings.local.json', '{"env":{"ANTHROPIC_BASE_URL":"https://project.example"}}')
    const folder = ['--folder', 'work']
    const lost = await terminal.run(['doctor', '--only', 'why-ignored', '--offline', ...folder])
    expect(lost.code).toBe(1)
    expect(lost.stdout).toMatch(/✗ Other values than the profile's win/)
    expect(lost.stdout).toMatch(/The project's local settings, ANTHROPIC_BASE_URL = https:\/\/project\.example: This one is used\./)
    expect(lost.stdout).toMatch(
      /Your settings, ANTHROPIC_BASE_URL = .*: The project's local settings \(ANTHROPIC_BASE_URL\) wins over it\./,
    )
    expect((await terminal.run(['doctor', '--folder', '/nowhere/at/all'])).code).toBe(2)
  })

  it('takes several ids, with commas or one by one', async () => {
    const ids = async (...args: readonly string[]) =>
      (await terminal.json<{ findings: { check: string }[] }>('doctor', '--offline', ...args)).findings.map(({ check }) => check)
    expect(await ids('--only', 'clock,disk-space')).toEqual(['clock', 'disk-space'])
    expect(await ids('--only', 'clock', '--only', 'disk-space')).toEqual(['clock', 'disk-space'])
  })

  it('mends everything that it can with --fix all, in turns, and each can be undone', async () => {
    terminal.write('.gemini/settings.json', '{}')
    terminal.write('.claude.json', '{}')
    terminal.write('.bashrc', 'export GEMINI_MODEL=other\n')
    const { code, stdout } = await terminal.run(['doctor', '--offline', '--fix', 'all'])
    expect([code, stdout.includes('✗')]).toEqual([0, false])
    expect(stdout).toMatch(/^\+# export GEMINI_MODEL=other$/m)
    const { entries } = await terminal.json<{ entries: { action: string }[] }>('history')
    expect(entries.filter(({ action }) => action === 'fix').length).toBeGreaterThanOrEqual(2)
    expect(readFileSync(terminal.path('.bashrc'), 'utf8')).toMatch(/^# Switchyard .*\n# export GEMINI_MODEL=other\n$/)
  })

  it('says with --json what is wrong in words, and what it would mend', async () => {
    terminal.write('.gemini/settings.json', '{}')
    const { code, stdout } = await terminal.run(['doctor', '--offline', '--json', '--only', 'gemini-auth-type'])
    expect(code).toBe(1)
    expect(JSON.parse(stdout).findings[0]).toMatchObject({
      check: 'gemini-auth-type',
      title: 'Gemini CLI does not log in with the key',
      why: expect.stringMatching(/./),
      severity: 'fail',
      fixable: true,
    })
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
