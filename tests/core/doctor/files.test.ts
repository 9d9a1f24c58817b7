import { chmodSync, rmSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkSuite, findingOf, healthyHome, STRAY_KEY } from '../../support/check-suite'
import { KEY_A } from '../../support/relay-input'
import type { TempHome } from '../../support/temp-home'

const claude = '.claude/settings.json'
const change = (home: TempHome, file: string, edit: (content: string) => string) => home.write(file, edit(home.read(file)))

checkSuite({
  id: 'config-folder',
  healthy: 'skip',
  broken: [
    {
      name: 'tells of a CODEX_HOME that is set in new terminals only',
      break: (home) => home.write('.profile', 'export CODEX_HOME=/nowhere/codex\n'),
      severity: 'fail',
      cause: /CODEX_HOME is not the same here and in a new terminal.*points to a folder that is not there, so Codex does not start/,
    },
    {
      name: 'tells of a folder in new terminals only, which depends on where the tool starts',
      break: (home) => home.write('.profile', 'export CLAUDE_CONFIG_DIR=.claude2\n'),
      severity: 'warn',
      cause: /CLAUDE_CONFIG_DIR is not the same.*is a relative path/,
    },
  ],
})

checkSuite({
  id: 'config-misplaced',
  broken: [
    {
      name: 'finds settings of Claude Code where it does not look',
      break: (home) => home.write('.config/claude/settings.json', '{"env":{"ANTHROPIC_BASE_URL":"https://r.example"}}'),
      severity: 'warn',
      cause: /does not read .*\.config\/claude\/settings\.json/,
    },
    {
      name: 'finds settings.local.json in the home, which is read in projects only',
      break: (home) => home.write('.claude/settings.local.json', `{"env":{"ANTHROPIC_AUTH_TOKEN":"${STRAY_KEY}"}}`),
      severity: 'warn',
      cause: /settings\.local\.json/,
    },
  ],
})

checkSuite({
  id: 'config-parses',
  broken: [
    {
      name: 'mends a trailing comma that voids settings.json',
      break: (home) => change(home, claude, (content) => content.replace(/\n\}\s*$/, ',\n}\n')),
      severity: 'fail',
      cause: /Claude Code cannot read .*settings\.json/,
      mends: true,
    },
    {
      name: 'mends a comment in settings.json',
      break: (home) => change(home, claude, (content) => content.replace('{', '{\n  // my relay\n')),
      severity: 'fail',
      cause: /nothing in it is in effect/,
      mends: true,
    },
    {
      name: 'takes a byte order mark off that Gemini CLI does not read',
      break: (home) => home.write('.gemini/settings.json', `\uFEFF${home.read('.gemini/settings.json')}`),
      severity: 'fail',
      cause: /Gemini CLI cannot read/,
      mends: true,
    },
    {
      name: 'leaves a file alone that it cannot mend',
      break: (home) => home.write('.codex/config.toml', 'model = "a\n'),
      severity: 'fail',
      cause: /Codex cannot read/,
    },
  ],
})

checkSuite({
  id: 'config-permissions',
  broken: [
    {
      name: 'tells of a file that its owner may not read',
      break: (home) => chmodSync(home.path('.codex/config.toml'), 0o000),
      severity: 'fail',
      cause: /Codex may not read/,
    },
    {
      name: 'tells of a read-only file',
      break: (home) => chmodSync(home.path('.codex/config.toml'), 0o400),
      severity: 'warn',
      cause: /read-only/,
    },
  ],
})

checkSuite({
  id: 'secrets-private',
  broken: [
    {
      name: 'narrows a file with a key that others can read',
      break: (home) => chmodSync(home.path('.codex/config.toml'), 0o644),
      severity: 'warn',
      cause: /Other users of this machine can read/,
      mends: true,
    },
  ],
})

describe('a file that the tool reads and Switchyard does not change', () => {
  const inForce = async (home: TempHome) =>
    (await findingOf(home, 'why-ignored')).values?.filter(({ tool }) => tool === 'claude').map(({ asProfile }) => asProfile)

  it('because it is UTF-16 is told so, and its values count', async () => {
    const home = await healthyHome()
    writeFileSync(home.path(claude), Buffer.from(`\uFEFF${home.read(claude)}`, 'utf16le'))
    expect(await findingOf(home, 'config-parses')).toMatchObject({
      severity: 'warn',
      title: { en: 'Switchyard cannot change a settings file' },
      cause: { en: expect.stringMatching(/Claude Code reads .*but it is UTF-16/) },
      cure: { en: expect.stringContaining('UTF-8') },
      fixable: false,
    })
    expect(await inForce(home)).toEqual([true, true, true, true])
  })
  it('because a key stands twice is told so, and the last one counts', async () => {
    const home = await healthyHome()
    home.write(claude, home.read(claude).replace('{', '{"env": {"ANTHROPIC_BASE_URL": "https://old.example"},'))
    expect(await findingOf(home, 'config-parses')).toMatchObject({
      severity: 'warn',
      cause: { en: expect.stringMatching(/stands twice in .*Claude Code takes the last one/) },
    })
    expect(await inForce(home)).toEqual([true, true, true, true])
  })
  it('is a fault where the tool does not read it', async () => {
    const home = await healthyHome()
    writeFileSync(home.path('.gemini/settings.json'), Buffer.from(`\uFEFF${home.read('.gemini/settings.json')}`, 'utf16le'))
    expect(await findingOf(home, 'config-parses')).toMatchObject({
      severity: 'fail',
      cause: { en: expect.stringContaining('Gemini CLI cannot read') },
      cure: { en: expect.stringContaining('Save the file as UTF-8') },
    })
  })
})

describe('a file of a tool that was emptied or deleted since the switch', () => {
  it.each([
    ['emptied', (home: TempHome) => home.write(claude, '')],
    ['deleted', (home: TempHome) => rmSync(home.path(claude))],
  ] as const)('%s is told, names no wrong cause, and the profile is written again', async (_how, harm) => {
    const home = await healthyHome()
    harm(home)
    const { api } = home.core
    const [status] = await api['tools.status']({})
    expect(status).toMatchObject({ tool: 'claude', state: 'changed' })
    expect(status?.changes.map(({ setting, found }) => [setting, found])).toContainEqual(['env.ANTHROPIC_BASE_URL', undefined])
    expect(JSON.stringify(status)).not.toContain(KEY_A)
    const finding = await findingOf(home, 'live-matches-profile')
    expect(finding).toMatchObject({
      severity: 'warn',
      fixable: true,
      cause: { en: expect.stringMatching(/Claude Code's files was changed/) },
    })
    const plan = await api['doctor.previewFix']({ id: 'live-matches-profile' })
    const { finding: after } = await api['doctor.applyFix']({ id: 'live-matches-profile', token: plan.token })
    expect(after.severity).toBe('ok')
    expect(await findingOf(home, 'why-ignored')).toMatchObject({ severity: 'ok' })
  })
})
