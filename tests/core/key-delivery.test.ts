import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { isKeyCommand, keyCommandOf, launcherFile, launcherText, programsIn } from '../../electron/core/key-command'
import type { ProfileInput } from '../../shared/model/profile'
import { KEY_A, KEY_B, relayInput } from '../support/relay-input'
import { type TempHome, tempHome, treeOf } from '../support/temp-home'

const SETTINGS =
  '{\n    "apiKeyHelper": "/home/me/bin/own-helper",\n    "env": {"ANTHROPIC_API_KEY": "sk-users-own-0123456789", "MY_OWN": "1"}\n}\n'
const CONFIG = '# mine\nmodel = "gpt-5.5"   # cheap\n\n[projects."/p x"]\ntrust_level = "trusted"\n'

const asked = (name: string, key: string): ProfileInput => {
  const { gemini: _file, ...tools } = relayInput(name, key).tools
  return { ...relayInput(name, key), keyDelivery: 'command', tools }
}

async function twoProfiles(home: TempHome = tempHome()) {
  const a = await home.core.api['profiles.add']({ profile: asked('Alpha', KEY_A) })
  const b = await home.core.api['profiles.add']({ profile: relayInput('Beta', KEY_B) })
  return { home, a, b, api: home.core.api }
}

const everywhere = (home: TempHome) => JSON.stringify(treeOf(home.home))

describe('a profile whose key tools ask for', () => {
  it('leaves the key in no file of the home, the data folder and the history', async () => {
    const { home, a, api } = await twoProfiles()
    home.write('.claude/settings.json', SETTINGS)
    home.write('.codex/config.toml', CONFIG)
    const report = await api['switch.apply']({ profileId: a.id })
    expect(report.status.filter(({ profileId }) => profileId === a.id)).toMatchObject([
      { tool: 'claude', state: 'in-sync', keyFromCommand: true },
      { tool: 'codex', state: 'in-sync', keyFromCommand: true },
    ])
    const program = launcherFile(home.data, 'linux')
    const settings = JSON.parse(home.read('.claude/settings.json'))
    expect(settings.apiKeyHelper).toBe(`'${program}' key ${a.id}`)
    expect(settings.env).toMatchObject({ ANTHROPIC_AUTH_TOKEN: '', ANTHROPIC_API_KEY: '' })
    expect(home.read('.codex/config.toml')).toContain(`command = "${program}"`)
    expect(home.read('.codex/config.toml')).toMatch(/args = \[\s*"key",\s*"alpha-\w+"\s*\]/)
    expect(statSync(program).mode & 0o777).toBe(0o700)
    for (const part of [KEY_A, KEY_A.slice(-20), Buffer.from(KEY_A).toString('base64')]) expect(everywhere(home)).not.toContain(part)
    const shown = JSON.stringify([report, await api['history.list']({}), await api['tools.status']({})])
    expect(shown).not.toContain(KEY_A)
  })

  it('goes to a written key and back, and a restore gives back the very bytes', async () => {
    const { home, a, b, api } = await twoProfiles()
    home.write('.claude/settings.json', SETTINGS, 0o644)
    home.write('.codex/config.toml', CONFIG, 0o640)
    home.write('.claude.json', '{"numStartups": 3}\n')
    const before = home.tree()
    const sawA: unknown[] = []
    for (const { id } of [a, b, a]) {
      await api['switch.apply']({ profileId: id })
      const states = (await api['tools.status']({})).filter(({ profileId }) => profileId === id).map(({ state }) => state)
      expect(new Set(states)).toEqual(new Set(['in-sync']))
      expect(home.read('.claude/settings.json').includes(KEY_B)).toBe(id === b.id)
      expect(home.read('.codex/config.toml').includes(KEY_B)).toBe(id === b.id)
      if (id === a.id) sawA.push(home.read('.claude/settings.json'), home.read('.codex/config.toml'))
    }
    expect(sawA.slice(0, 2)).toEqual(sawA.slice(2))
    await api['switch.restore']({})
    expect(home.tree()).toEqual(before)
  })

  it('is told of a change by hand, and may be undone and adopted', async () => {
    const { home, a, api } = await twoProfiles()
    await api['switch.apply']({ profileId: a.id })
    const written = home.read('.claude/settings.json')
    home.write('.claude/settings.json', written.replace(`key ${a.id}`, 'key other-profile'))
    const stateOf = async (tool: string) => (await api['tools.status']({})).find((one) => one.tool === tool)
    expect(await stateOf('claude')).toMatchObject({ state: 'changed', changes: [{ setting: 'apiKeyHelper' }] })
    home.write('.claude/settings.json', written.replaceAll('Alpha-opus', 'by-hand'))
    const adopted = await api['profiles.adopt']({ tool: 'claude', id: a.id })
    expect(adopted).toMatchObject({ keyDelivery: 'command', tools: { claude: { models: { main: 'by-hand' } } } })
    expect(await api['profiles.reveal']({ id: a.id })).toEqual({ key: KEY_A })
    expect(await stateOf('claude')).toMatchObject({ state: 'in-sync' })
    await api['switch.undo']({})
    expect(everywhere(home)).not.toContain(KEY_A)
  })

  it('reads the same in every shell, wherever that is installed', async () => {
    const { home, a, api } = await twoProfiles()
    await api['switch.apply']({ profileId: a.id })
    const other = home.another('desktop')
    expect((await other.api['tools.status']({})).slice(0, 2).map(({ state }) => state)).toEqual(['in-sync', 'in-sync'])
  })

  it('may be given the choice and lose it by an edit, which says nothing of it otherwise', async () => {
    const { b, api } = await twoProfiles()
    const input = relayInput('Beta', KEY_B)
    expect(await api['profiles.edit']({ id: b.id, profile: { ...input, keyDelivery: 'command' } })).toMatchObject({
      keyDelivery: 'command',
    })
    expect(await api['profiles.edit']({ id: b.id, profile: input })).toMatchObject({ keyDelivery: 'command' })
    const back = await api['profiles.edit']({ id: b.id, profile: { ...input, keyDelivery: 'file' } })
    expect(back).not.toHaveProperty('keyDelivery')
  })

  it('warns of a tool that cannot ask, and writes that key for its owner alone', async () => {
    const { home, a, api } = await twoProfiles()
    await api['profiles.edit']({ id: a.id, profile: { ...relayInput('Alpha', KEY_A), keyDelivery: 'command' } })
    const plan = await api['switch.preview']({ profileId: a.id })
    const told = plan.tools.filter(({ notices }) => notices.some(({ id }) => id === 'key-in-file'))
    expect(told.map(({ tool }) => tool)).toEqual(['gemini'])
    await api['switch.apply']({ profileId: a.id })
    expect(statSync(home.path('.gemini/.env')).mode & 0o777).toBe(0o600)
  })

  it('is judged by the doctor as what it is', async () => {
    const { home, a, api } = await twoProfiles()
    home.write('.claude/settings.json', SETTINGS, 0o644)
    await api['switch.apply']({ profileId: a.id })
    const only = ['claude-api-key-helper', 'claude-second-credential', 'why-ignored', 'login-leak', 'codex-provider', 'secrets-private']
    const { findings } = await api['doctor.run']({ only, tools: ['claude', 'codex'], network: false })
    expect(findings.map(({ check, severity }) => [check, severity]).sort()).toEqual(only.map((check) => [check, 'ok']).sort())
    const key = findings.flatMap(({ values = [] }) => values).find(({ name, tool }) => name === 'key' && tool === 'claude')
    expect(key).toMatchObject({ value: expect.stringContaining(`key ${a.id}`), layers: [{ setting: 'apiKeyHelper', wins: true }, {}, {}] })
  })
})

describe('the launcher', () => {
  const place = { platform: 'linux', home: '/home/ada', env: {} } as const

  it('starts the program with the data folder it belongs to, whatever the environment says', () => {
    const home = tempHome()
    const data = path.join(home.home, `it's "my" $data`)
    const script = path.join(home.home, "a b's.js")
    writeFileSync(
      script,
      'console.log(JSON.stringify([process.argv.slice(2), process.env.SWITCHYARD_HOME, process.env.NODE_OPTIONS ?? null]))',
    )
    const command = keyCommandOf({ dataFolder: data, place }, 'work-1a2b')
    mkdirSync(path.dirname(command.program), { recursive: true })
    writeFileSync(command.program, launcherText([process.execPath, script], { dataFolder: data, place }))
    chmodSync(command.program, 0o700)
    const env = { PATH: '', SWITCHYARD_HOME: '/elsewhere', NODE_OPTIONS: '--require /evil.js' }
    const answer = execFileSync('/bin/sh', ['-c', command.line], { env, encoding: 'utf8' })
    expect(JSON.parse(answer)).toEqual([['key', 'work-1a2b'], data, null])
    expect(spawnSync(command.program, command.args, { env, encoding: 'utf8' }).stdout).toBe(answer)
    expect(programsIn(readFileSync(command.program, 'utf8'))).toEqual([process.execPath, script])
  })

  it('is mended when the program it starts is gone', async () => {
    const { home, a, api } = await twoProfiles()
    await api['switch.apply']({ profileId: a.id })
    const program = launcherFile(home.data, 'linux')
    writeFileSync(program, launcherText(['/gone/node', '/gone/switchyard.js'], home.host))
    home.core.watch()()
    expect(readFileSync(program, 'utf8')).toBe(launcherText(home.host.cliCommand ?? [], home.host))
  })

  it('is refused where this shell knows no program, before any file is changed', async () => {
    const home = tempHome()
    const { createCore } = await import('../../electron/core/core')
    const { cliCommand: _none, ...host } = home.host
    const { api } = createCore(host)
    const { id } = await api['profiles.add']({ profile: asked('Alpha', KEY_A) })
    const before = home.tree()
    await expect(api['switch.apply']({ profileId: id })).rejects.toMatchObject({
      problem: { code: 'no-terminal-command', kind: 'refused' },
    })
    expect(home.tree()).toEqual(before)
  })

  it('is a batch file on Windows that names the home by its variable', () => {
    const windows = { platform: 'win32', home: 'C:\\Users\\张三', env: {} } as const
    const dataFolder = 'C:\\Users\\张三\\AppData\\Roaming\\Switchyard'
    const { line, program } = keyCommandOf({ dataFolder, place: windows }, 'work-1a2b')
    expect([program, line]).toEqual([`${dataFolder}\\bin\\switchyard.cmd`, `"${dataFolder}\\bin\\switchyard.cmd" key work-1a2b`])
    const text = launcherText(['C:\\100%\\node.exe', 'C:\\Users\\张三\\npm\\switchyard.js'], { dataFolder, place: windows })
    expect(text).toContain('\r\n"C:\\100%%\\node.exe" "%USERPROFILE%\\npm\\switchyard.js" %*\r\n')
    expect(programsIn(text)).toEqual(['C:\\100%\\node.exe', 'C:\\Users\\张三\\npm\\switchyard.js'])
  })

  it('is known by its shape; a command with a key in it is not', () => {
    expect(
      ["'/a b/bin/switchyard' key work-1a2b", 'C:\\x\\bin\\switchyard.cmd key w-1', '/x/bin/switchyard key w-1'].map(isKeyCommand),
    ).toEqual([true, true, true])
    expect(['echo sk-abc', '/x/bin/switchyard key w; echo sk-abc', 'switchyard key w'].map(isKeyCommand)).toEqual([false, false, false])
  })
})
