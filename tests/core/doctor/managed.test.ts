import { chmodSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readLayers } from '../../../electron/core/doctor/facts/layers'
import { parseEncoded, parseRegistryValue, policyText } from '../../../electron/core/doctor/facts/policies'
import type { ToolFacts } from '../../../electron/core/doctor/facts/tools'
import { managedInForce } from '../../../electron/core/tools/claude-managed'
import { adapters } from '../../../electron/core/tools/index'
import type { LayerSource } from '../../../electron/core/tools/layers'
import type { Place } from '../../../electron/core/tools/tool'
import { text } from '../../../shared/model/text'
import { type TempHome, tempHome } from '../../support/temp-home'

/** A program that stands in for one of another system. */
function program(home: TempHome, name: string, script: string): string {
  home.write(name, `#!/bin/sh\n${script}\n`)
  chmodSync(home.path(name), 0o755)
  return home.path(name)
}

const doctors = new Map(await Promise.all(adapters.map(async ({ descriptor, doctor }) => [descriptor.id, await doctor()] as const)))
const sources = (tool: string, place: Place) => doctors.get(tool)?.layers(place) ?? []
const managed = (tool: string, place: Place) => sources(tool, place).filter(({ kind }) => kind === 'managed')
const where = ({ file, policy, dropIns }: LayerSource) => file?.path ?? policy?.path ?? dropIns?.folder
const mac: Place = { platform: 'darwin', home: '/Users/ada', env: {} }
const windows: Place = { platform: 'win32', home: 'C:\\Users\\ada', env: { PROGRAMDATA: 'D:\\Data' } }
const linux: Place = { platform: 'linux', home: '/home/ada', env: {} }

describe('where an organisation keeps settings', () => {
  it.each<[string, Place, readonly string[]]>([
    ['claude', linux, ['/etc/claude-code/managed-settings.d', '/etc/claude-code/managed-settings.json']],
    [
      'claude',
      mac,
      [
        '/Library/Managed Preferences/ada/com.anthropic.claudecode.plist',
        '/Library/Managed Preferences/com.anthropic.claudecode.plist',
        '/Library/Application Support/ClaudeCode/managed-settings.d',
        '/Library/Application Support/ClaudeCode/managed-settings.json',
      ],
    ],
    [
      'claude',
      windows,
      [
        'HKLM\\SOFTWARE\\Policies\\ClaudeCode',
        'C:\\Program Files\\ClaudeCode\\managed-settings.d',
        'C:\\Program Files\\ClaudeCode\\managed-settings.json',
        'HKCU\\SOFTWARE\\Policies\\ClaudeCode',
      ],
    ],
    ['codex', linux, ['/etc/codex/requirements.toml', '/etc/codex/managed_config.toml', '/etc/codex/config.toml']],
    [
      'codex',
      mac,
      [
        '/Library/Managed Preferences/ada/com.openai.codex.plist',
        '/Library/Managed Preferences/com.openai.codex.plist',
        '/etc/codex/requirements.toml',
        '/Library/Managed Preferences/ada/com.openai.codex.plist',
        '/Library/Managed Preferences/com.openai.codex.plist',
        '/etc/codex/managed_config.toml',
        '/etc/codex/config.toml',
      ],
    ],
    [
      'codex',
      windows,
      ['D:\\Data\\OpenAI\\Codex\\requirements.toml', 'C:\\Users\\ada\\.codex\\managed_config.toml', 'D:\\Data\\OpenAI\\Codex\\config.toml'],
    ],
    ['gemini', linux, ['/etc/gemini-cli/settings.json']],
    ['gemini', mac, ['/Library/Application Support/GeminiCli/settings.json']],
    ['gemini', windows, ['C:\\ProgramData\\gemini-cli\\settings.json']],
  ])('of %s', (tool, place, expected) => {
    expect(managed(tool, place).map(where)).toEqual(expected)
  })
})

describe('the folder of drop-ins', () => {
  const tool = (folder: string): ToolFacts => {
    const source: LayerSource = {
      id: 'managed.d',
      kind: 'managed',
      label: text('parts', '部分'),
      dropIns: { folder, ending: '.json', format: 'json' },
      read: () => [],
    }
    return { adapter: { command: { name: 'x' } }, doctor: { layers: () => [source] } } as unknown as ToolFacts
  }
  const read = async (home: TempHome) => readLayers(tool(home.path('parts')), home.host.place, undefined, {}, [])

  it('gives a layer for each file, the last name first, without hidden ones and other endings', async () => {
    const home = tempHome()
    for (const name of ['10-a.json', '9-z.json', '20-b.json', '.30.json', 'notes.txt']) home.write(`parts/${name}`, `{"model":"${name}"}`)
    home.write('parts/50-broken.json', '{,}')
    const { sources: found, values } = await read(home)
    expect(found.map(({ id }) => id)).toEqual([
      'managed.d/9-z.json',
      'managed.d/50-broken.json',
      'managed.d/20-b.json',
      'managed.d/10-a.json',
    ])
    expect(values).toEqual({
      'managed.d/9-z.json': { model: '9-z.json' },
      'managed.d/20-b.json': { model: '20-b.json' },
      'managed.d/10-a.json': { model: '10-a.json' },
      'managed.d/50-broken.json': undefined,
    })
  })
  it('may be missing', async () => {
    expect(await read(tempHome())).toEqual({ sources: [], values: {}, refusals: [] })
  })
})

describe('which managed settings Claude Code takes', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ["the user's policy before all", ['managed', 'policy:machine', 'policy:user'], ['policy:user']],
    ['a policy of the machine before files', ['managed', 'managed.d/1.json', 'policy:machine', 'policy:fallback'], ['policy:machine']],
    [
      'files with their drop-ins, the last name first',
      ['policy:fallback', 'managed', 'managed.d/10.json', 'managed.d/9.json'],
      ['managed.d/9.json', 'managed.d/10.json', 'managed'],
    ],
    ['a policy that users may write only where there is nothing else', ['settings', 'policy:fallback'], ['policy:fallback']],
  ])('%s', (_name, here, expected) => {
    expect(managedInForce(Object.fromEntries(here.map((id) => [id, {}])))).toEqual(expected)
  })
})

describe('a store of the system', () => {
  const registry = [
    '',
    'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\ClaudeCode',
    '    settings    REG_SZ    {"model":"x    y"}',
    '    Other    REG_DWORD    0x1',
    '',
  ].join('\r\n')

  it('is read from what reg.exe prints', () => {
    expect(parseRegistryValue(registry, 'Settings')).toBe('{"model":"x    y"}')
    expect(parseRegistryValue(registry, 'Missing')).toBeUndefined()
    expect(parseRegistryValue('ERROR: The system was unable to find the key', 'Settings')).toBeUndefined()
  })
  it('is read from what plutil prints, also where the settings are packed', () => {
    const packed = Buffer.from('model = "x"\n').toString('base64')
    expect(parseEncoded(JSON.stringify({ config_toml_base64: packed }), 'config_toml_base64')).toBe('model = "x"\n')
    expect(parseEncoded('{"config_toml_base64":5}', 'config_toml_base64')).toBeUndefined()
    expect(parseEncoded('', 'config_toml_base64')).toBeUndefined()
    expect(parseEncoded('null', 'config_toml_base64')).toBeUndefined()
  })
  it('is asked by the right words, and only where it is there', async () => {
    const home = tempHome()
    const programs = {
      plutil: program(home, 'plutil', '[ "$1 $2 $3 $4" = "-convert json -o -" ] && cat "$5"'),
      reg: program(home, 'reg', `[ "$*" = 'query HKLM\\X /v Settings' ] && printf '    Settings    REG_SZ    {"model":"m"}\\r\\n'`),
    }
    home.write('a.plist', '{"model":"m"}')
    const plist = { kind: 'plist', format: 'json' } as const
    expect(await policyText({ ...plist, path: home.path('a.plist') }, programs)).toBe('{"model":"m"}')
    expect(await policyText({ ...plist, path: home.path('b.plist') }, programs)).toBeUndefined()
    const key = { kind: 'registry', path: 'HKLM\\X', format: 'json' } as const
    expect(await policyText({ ...key, value: 'Settings' }, programs)).toBe('{"model":"m"}')
    expect(await policyText({ ...key, value: 'Other' }, programs)).toBeUndefined()
  })
})
