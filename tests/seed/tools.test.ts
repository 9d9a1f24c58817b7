import { chmodSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../cli/terminal'
import { bench, KEY, told } from './bench'

beforeAll(ensureBuilt, 60_000)

const offline = '--offline'
const bad = ({ findings }: { findings: readonly { check: string; severity: string }[] }) =>
  findings.filter(({ severity }) => severity === 'fail').map(({ check }) => check)

describe("7. Claude Code Won't Start", () => {
  it('a wrong base URL, a value that voids the file and a refused key are named, mended, and all is clean', async () => {
    const { change, put, doctor, finding } = await bench()
    change('.claude/settings.json', (content) =>
      content
        .replace(/("ANTHROPIC_BASE_URL": "[^"]*)"/, '$1/v1/messages"')
        .replace('{', '{\n  "model": 5,')
        .replace('"ANTHROPIC_API_KEY": ""', `"ANTHROPIC_API_KEY": "${KEY}"`),
    )
    put('.claude.json', `{"customApiKeyResponses":{"approved":[],"rejected":["${KEY.slice(-20)}"]}}`)
    expect(await finding('base-url-shape', offline)).toMatchObject(told(/Claude Code is told to go to .*\/v1\/messages/, /Set it to http/))
    expect(await finding('claude-bad-value', offline)).toMatchObject(told(/ignores the whole file/, /Correct or remove/))
    expect(await finding('claude-key-approval', offline)).toMatchObject(told(/Not logged in/, /approved/))
    expect(await finding('claude-onboarding', offline)).toMatchObject(told(/first start/, /done/, 'warn'))
    expect(await finding('claude-second-credential', offline)).toMatchObject(told(/besides its own key/, /Blank it/, 'warn'))
    const mended = await doctor(offline, '--fix', 'all')
    expect(bad(mended)).toEqual([])
    const clean = mended.findings.filter(({ check }) => check.startsWith('claude-') || check === 'base-url-shape')
    expect(clean.filter(({ severity }) => severity === 'warn' || severity === 'fail')).toEqual([])
  }, 60_000)

  it('a file that is not valid JSON is named with its line, and mended', async () => {
    const { change, doctor, finding } = await bench()
    change('.claude/settings.json', (content) => content.replace(/\n\}\s*$/, ',\n}\n'))
    const found = await finding('config-parses', offline)
    expect(found).toMatchObject(told(/nothing in it is in effect/, /trailing commas/))
    expect(found.evidence[0]).toMatchObject({ file: '~/.claude/settings.json', line: expect.any(Number) })
    expect(bad(await doctor(offline, '--fix', 'all'))).toEqual([])
  }, 60_000)
})

describe('8. CodeX CLI Config Not Working', () => {
  it('settings behind a table, the wrong place and useless variables are named; what can be mended is', async () => {
    const { put, doctor, finding, terminal } = await bench()
    await terminal.run(['restore', '--tools', 'codex'])
    put(
      '.codex/config.toml',
      `[tui]\ntheme = "dark"\nmodel_provider = "r"\nmodel = "gpt-5-codex"\n\n[model_providers.r]\nname = "R"\nbase_url = "https://r.example"\nexperimental_bearer_token = "${KEY}"\n`,
    )
    put('.config/codex/auth.json', `{"OPENAI_API_KEY":"${KEY}"}`)
    put('.bashrc', 'export OPENAI_BASE_URL=https://r.example/v1\n')
    expect(await finding('codex-root-keys', offline)).toMatchObject(told(/model_provider stands in \[tui\]/, /above the first table/))
    expect(await finding('config-misplaced', offline)).toMatchObject(
      told(/does not read ~\/\.config\/codex\/auth\.json/, /~\/\.codex/, 'warn'),
    )
    expect((await doctor(offline, '--fix', 'codex-root-keys')).counts.fail).toBe(0)
    expect(await finding('base-url-shape', offline)).toMatchObject(told(/needs https:\/\/r\.example\/v1/, /Set it to/))
    expect(await finding('env-useless', offline)).toMatchObject(told(/Codex does not read OPENAI_BASE_URL/, /only its files count/, 'warn'))
    expect(bad(await doctor(offline, '--fix', 'all'))).toEqual([])
  }, 60_000)

  it('a file that others may read is narrowed, and one that its owner may not read is named', async () => {
    const { doctor, finding, terminal } = await bench()
    chmodSync(terminal.path('.codex/config.toml'), 0o644)
    expect(await finding('secrets-private', offline)).toMatchObject(told(/Other users/, /600/, 'warn'))
    await doctor(offline, '--fix', 'secrets-private')
    expect(await finding('secrets-private', offline)).toMatchObject({ severity: 'ok' })
    chmodSync(terminal.path('.codex/config.toml'), 0o000)
    expect(await finding('config-permissions', offline)).toMatchObject(told(/may not read/, /chmod u\+rw/))
  }, 60_000)
})

describe('9. Gemini CLI Authentication Error', () => {
  it("the guide's settings.json is named as useless, and the profile is written to where it is read", async () => {
    const { put, doctor, finding } = await bench()
    put('.gemini/settings.json', '{\n  // from a guide\n  "baseUrl": "https://r.example/v1beta/models"\n}\n')
    put('.gemini/.env', `GEMINI_API_KEY='${KEY}'\n`)
    expect(await finding('gemini-auth-type', offline)).toMatchObject(told(/does not say how/, /gemini-api-key/))
    expect(await finding('gemini-useless-settings', offline)).toMatchObject(
      told(/baseUrl in settings\.json has no effect/, /\.gemini\/\.env/, 'warn'),
    )
    expect(bad(await doctor(offline, '--fix', 'all'))).toEqual([])
    expect(await finding('gemini-auth-type')).toMatchObject({ severity: 'ok' })
    expect(await finding('relay-key')).toMatchObject({ severity: 'ok' })
  }, 60_000)

  it('an untrusted folder is named and trusted', async () => {
    const { put, doctor, finding, terminal } = await bench()
    put('work/.env', 'X=1\n')
    const folder = ['--folder', terminal.path('work')]
    expect(await finding('gemini-trust', offline, ...folder)).toMatchObject(told(/not a trusted folder/, /--skip-trust/))
    await doctor(offline, ...folder, '--fix', 'gemini-trust')
    expect(await finding('gemini-trust', offline, ...folder)).toMatchObject({ severity: 'ok' })
    expect(await finding('why-ignored', offline, ...folder)).toMatchObject({ severity: 'ok' })
  }, 60_000)
})

describe('11. Wrong Base URL Format', () => {
  it('each tool gets its own form back', async () => {
    const { change, doctor, finding, read, relay } = await bench()
    const { url } = relay
    change('.claude/settings.json', (content) => content.replace(url, `${url}/v1/messages`))
    change('.codex/config.toml', (content) => content.replace(`${url}/v1`, `${url}/v1/v1/chat/completions`))
    change('.gemini/.env', (content) => content.replace(url, `${url}/v1beta/models`))
    const found = await finding('base-url-shape', offline)
    expect(found).toMatchObject(told(/Claude Code is told.*Codex is told.*Gemini CLI is told/, /Set it to/))
    await doctor(offline, '--fix', 'base-url-shape')
    expect(await finding('base-url-shape', offline)).toMatchObject({ severity: 'ok' })
    expect(read('.codex/config.toml')).toContain(`base_url = "${url}/v1"`)
    expect(read('.gemini/.env')).toContain(`GOOGLE_GEMINI_BASE_URL='${url}'`)
  }, 60_000)
})

describe('12. Environment Variables Not Taking Effect', () => {
  it('an old terminal is named, and a line that overrides the profile is commented out and comes back', async () => {
    const { put, doctor, finding, read, terminal } = await bench()
    const before = `# mine\nexport GEMINI_API_KEY=sk-old0123456789abcdef\n`
    put('.bashrc', before)
    expect(await finding('env-stale', offline)).toMatchObject(
      told(/GEMINI_API_KEY is not the same here and in a new terminal/, /open a new one/, 'warn'),
    )
    const found = await finding('env-overrides', offline)
    expect(found).toMatchObject(told(/GEMINI_API_KEY in your shell overrides/, /Also read by: Google Gen AI SDK/))
    expect(found.evidence[0]).toMatchObject({ file: '~/.bashrc', line: 2 })
    expect(JSON.stringify(found)).not.toContain('sk-old0123456789')
    await doctor(offline, '--fix', 'env-overrides')
    expect(read('.bashrc')).toMatch(/^# mine\n# Switchyard .*\n# export GEMINI_API_KEY=sk-old0123456789abcdef\n$/)
    expect(await finding('env-overrides', offline)).toMatchObject({ severity: 'ok' })
    expect(await finding('env-stale', offline)).toMatchObject({ severity: 'ok' })
    expect((await terminal.run(['undo'])).code).toBe(0)
    expect(read('.bashrc')).toBe(before)
  }, 60_000)
})
