import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkSuite, findingOf, healthyHome, STRAY_KEY } from '../../support/check-suite'
import { closedPort, openPort } from '../../support/local-ports'
import type { TempHome } from '../../support/temp-home'

checkSuite({
  id: 'env-overrides',
  broken: [
    {
      name: 'comments a line of .bashrc out that wins over the profile',
      break: (home) => home.write('.bashrc', `# mine\nexport GEMINI_API_KEY=${STRAY_KEY}\nalias x=y\n`),
      severity: 'fail',
      cause: /GEMINI_API_KEY in your shell overrides/,
      mends: true,
    },
    {
      name: 'comments a line within a block out without breaking the block',
      break: (home) => home.write('.bashrc', `if true; then\n  export GOOGLE_GEMINI_BASE_URL="https://other.example"\nfi\n`),
      severity: 'fail',
      cause: /GOOGLE_GEMINI_BASE_URL/,
      mends: true,
    },
    {
      name: 'does not touch a line that does more than set the variable',
      break: (home) => home.write('.bashrc', `export GEMINI_MODEL=x && echo hi\n`),
      severity: 'fail',
      cause: /GEMINI_MODEL/,
    },
  ],
})

checkSuite({
  id: 'env-stale',
  broken: [
    {
      name: 'tells of a variable that only new terminals see',
      break: (home) => home.write('.profile', 'export OPENAI_API_KEY=sk-new0123456789abcdef\n'),
      severity: 'warn',
      cause: /OPENAI_API_KEY is not the same here and in a new terminal/,
    },
    {
      name: 'tells of a variable that only this process sees',
      env: { GEMINI_MODEL: 'old' },
      break: () => undefined,
      severity: 'warn',
      cause: /GEMINI_MODEL is not the same/,
    },
  ],
})

checkSuite({
  id: 'env-useless',
  broken: [
    {
      name: "tells of the guide's variables for Codex, which it ignores",
      break: (home) => home.write('.bashrc', 'export OPENAI_BASE_URL=https://r.example/v1\n'),
      severity: 'warn',
      cause: /Codex does not read OPENAI_BASE_URL/,
    },
  ],
})

checkSuite({
  id: 'env-shared',
  broken: [
    {
      name: 'tells of a base URL that other programs read too',
      break: (home) => home.write('.bashrc', 'export ANTHROPIC_BASE_URL=https://r.example\n'),
      severity: 'warn',
      cause: /also for .*opencode/,
    },
  ],
})

describe('proxy-dead', () => {
  it("blanks a dead proxy in the tools' own files, and leaves one that answers", async () => {
    const [dead, alive] = [await closedPort(), await openPort()]
    const home = await healthyHome()
    const settings = JSON.parse(home.read('.claude/settings.json'))
    Object.assign(settings.env, { HTTPS_PROXY: `http://127.0.0.1:${dead}`, HTTP_PROXY: `http://127.0.0.1:${alive}` })
    home.write('.claude/settings.json', JSON.stringify(settings), 0o600)
    home.write('.gemini/.env', `${home.read('.gemini/.env')}HTTPS_PROXY=http://127.0.0.1:${dead}\n`, 0o600)
    const finding = await findingOf(home, 'proxy-dead')
    expect(finding).toMatchObject({ severity: 'fail', fixable: true })
    expect(finding.evidence.map(({ tool, file }) => [tool, file])).toEqual([
      ['claude', '~/.claude/settings.json'],
      ['gemini', '~/.gemini/.env'],
    ])
    const { api } = home.core
    const before = home.tree()
    const plan = await api['doctor.previewFix']({ id: 'proxy-dead' })
    const { finding: after } = await api['doctor.applyFix']({ id: 'proxy-dead', token: plan.token })
    expect(after.severity).toBe('ok')
    expect(JSON.parse(home.read('.claude/settings.json')).env).toMatchObject({ HTTPS_PROXY: '', HTTP_PROXY: `http://127.0.0.1:${alive}` })
    await api['switch.undo']({})
    expect(home.tree()).toEqual(before)
  })
  it('names a proxy that does not answer, and comments its line out', async () => {
    const port = await closedPort()
    const home = await healthyHome()
    home.write('.zshenv', `export HTTPS_PROXY=http://127.0.0.1:${port}\n`)
    home.write('.profile', `export HTTPS_PROXY=http://127.0.0.1:${port}\n`)
    const finding = await findingOf(home, 'proxy-dead')
    expect([finding.severity, finding.fixable, finding.cause?.en]).toEqual(['fail', true, expect.stringContaining(`127.0.0.1:${port}`)])
    const { api } = home.core
    const plan = await api['doctor.previewFix']({ id: 'proxy-dead' })
    const { finding: after } = await api['doctor.applyFix']({ id: 'proxy-dead', token: plan.token })
    expect(after.severity).toBe('skip')
    expect(home.read('.profile')).toMatch(/^# Switchyard .*commented out.*\n# export HTTPS_PROXY/)
    expect(home.read('.zshenv')).toMatch(/^# Switchyard/)
  })
})

checkSuite({
  id: 'proxy-rules',
  healthy: 'skip',
  broken: [
    {
      name: 'tells that only ALL_PROXY is set',
      break: (home) => home.write('.profile', 'export ALL_PROXY=socks5://127.0.0.1:1\n'),
      severity: 'warn',
      cause: /Claude Code does not/,
    },
    {
      name: 'tells of a value that is no address',
      break: (home) => home.write('.profile', 'export HTTPS_PROXY="http://a b"\n'),
      severity: 'warn',
      cause: /HTTPS_PROXY is no address/,
    },
  ],
})

checkSuite({
  id: 'tls-verification',
  broken: [
    {
      name: 'comments the switch-off of certificates out',
      break: (home) => home.write('.bashrc', 'export NODE_TLS_REJECT_UNAUTHORIZED=0\n'),
      severity: 'warn',
      cause: /switches the check of certificates off/,
      mends: true,
    },
  ],
})

checkSuite({
  id: 'ca-file',
  healthy: 'skip',
  broken: [
    {
      name: 'tells of a CA file that is not there',
      break: (home) => home.write('.profile', 'export NODE_EXTRA_CA_CERTS=/nowhere/ca.pem\n'),
      severity: 'fail',
      cause: /names a file that is not there/,
    },
  ],
})

describe('ca-file', () => {
  it('says that Codex passes over the variable of Node, unless it has one of its own', async () => {
    const home = await healthyHome()
    home.write('ca.pem', '')
    home.write('.profile', `export NODE_EXTRA_CA_CERTS=${home.path('ca.pem')}\n`)
    const words = async () => JSON.stringify((await findingOf(home, 'ca-file')).evidence)
    expect(await words()).toContain('Codex does not read it')
    home.write('.profile', `export NODE_EXTRA_CA_CERTS=${home.path('ca.pem')} SSL_CERT_FILE=${home.path('ca.pem')}\n`)
    expect(await words()).not.toContain('Codex does not read it')
  })
})

describe('what shells see', () => {
  const sees = async (home: TempHome) => (await findingOf(home, 'env-stale')).evidence.map(({ file, line }) => `${file}:${line}`)

  it.runIf(existsSync('/usr/bin/zsh'))('is asked of zsh, and the line is found', async () => {
    const home = await healthyHome({ SHELL: '/usr/bin/zsh' })
    home.write('.zshrc', '\nexport GEMINI_MODEL=zsh-model\n')
    expect(await sees(home)).toEqual(['~/.zshrc:2'])
  })
  it.runIf(existsSync('/usr/bin/fish'))('is asked of fish, and the line is found', async () => {
    const home = await healthyHome({ SHELL: '/usr/bin/fish' })
    home.write('.config/fish/config.fish', 'set -gx GEMINI_MODEL fish-model\n')
    const before = home.tree()
    expect(await sees(home)).toEqual(['~/.config/fish/config.fish:1'])
    expect(Object.keys(home.tree()).filter((name) => !(name in before) && !name.endsWith('/'))).toEqual([])
  })
  it('does not wait for a start-up file that hangs', async () => {
    const home = await healthyHome()
    home.write('.bashrc', 'sleep 60\n')
    const finding = await findingOf(home, 'env-stale')
    expect(finding.severity).toBe('skip')
  })
})
