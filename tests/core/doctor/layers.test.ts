import { describe, expect, it } from 'vitest'
import { aliasesIn } from '../../../electron/core/doctor/facts/aliases'
import { effectiveValues } from '../../../electron/core/doctor/facts/layers'
import type { ToolFacts } from '../../../electron/core/doctor/facts/tools'
import type { ConfigObject } from '../../../electron/core/files/editor'
import { adapters } from '../../../electron/core/tools/index'
import type { Place } from '../../../electron/core/tools/tool'
import type { EffectiveName } from '../../../shared/model/finding'
import { findingOf, healthyHome } from '../../support/check-suite'

const place: Place = { platform: 'linux', home: '/home/ada', env: {} }
const folder = '/home/ada/work/shop'
const doctors = new Map(await Promise.all(adapters.map(async ({ descriptor, doctor }) => [descriptor.id, await doctor()] as const)))

/** What is in force when these layers hold these values, for a tool that is started in the folder. */
function resolved(tool: string, name: EffectiveName, values: Readonly<Record<string, ConfigObject>>, at = place) {
  const adapter = adapters.find(({ descriptor }) => descriptor.id === tool)
  const doctor = doctors.get(tool)
  if (adapter === undefined || doctor === undefined) throw new Error(tool)
  const facts = { id: tool, adapter, target: undefined } as unknown as ToolFacts
  const sources = doctor.layers(at, folder, values.flags)
  for (const id of Object.keys(values)) expect(sources.map((source) => source.id)).toContain(id)
  const value = effectiveValues(facts, { sources, values, refusals: [] }).find((one) => one.name === name)
  if (value === undefined) throw new Error(name)
  return value
}

/** Rungs of a ladder, strongest first: the layer, and what stands in it. */
type Rung = readonly [layer: string, values: ConfigObject]

/** With all rungs the first wins; without it the second; and so on: each layer is proved to win over the next. */
function ladder(tool: string, name: EffectiveName, always: Readonly<Record<string, ConfigObject>>, rungs: readonly Rung[]): void {
  describe(`${tool}, ${name}`, () => {
    it.each(rungs.map(([layer], index) => [layer, index] as const))('%s wins over all that is weaker (%i)', (layer, index) => {
      const values: Record<string, ConfigObject> = { ...always }
      for (const [id, held] of rungs.slice(index)) values[id] = deepened(values[id] ?? {}, held)
      const { layers, value } = resolved(tool, name, values)
      expect(layers[0]).toMatchObject({ layer, wins: true, value })
      expect(layers.filter(({ wins }) => wins)).toHaveLength(1)
      for (const { why } of layers) expect([why.en, why.zh]).not.toContain('')
    })
  })
}

const deepened = (a: ConfigObject, b: ConfigObject): ConfigObject =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map((key) => {
      const [x, y] = [a[key], b[key]]
      const both = typeof x === 'object' && typeof y === 'object' && x !== null && y !== null && !Array.isArray(x) && !Array.isArray(y)
      return [key, both ? deepened(x as ConfigObject, y as ConfigObject) : (x ?? y ?? '')]
    }),
  )

const claudeFiles = ['managed', 'flag-settings', 'project-local', 'project', 'settings', 'state']
const claudeFlags = { flags: { settings: '/home/ada/relay.json' } }
const inEnv = (name: string): readonly Rung[] => [
  ...claudeFiles.map((id): Rung => [id, { env: { [name]: `from ${id}` } }]),
  ['environment', { [name]: 'from shell' }],
]
ladder('claude', 'baseUrl', claudeFlags, inEnv('ANTHROPIC_BASE_URL'))
ladder('claude', 'key', claudeFlags, [
  ...inEnv('ANTHROPIC_AUTH_TOKEN'),
  ...inEnv('ANTHROPIC_API_KEY'),
  ['state', { primaryApiKey: 'stored' }],
  ['login', { claudeAiOauth: { accessToken: 'login' } }],
])
ladder('claude', 'model', {}, [
  ['flags', { model: 'of --model', settings: '/home/ada/relay.json' }],
  ...inEnv('ANTHROPIC_MODEL').filter(([id]) => id !== 'flag-settings'),
  ...['managed', 'project-local', 'project', 'settings'].map((id): Rung => [id, { model: `from ${id}` }]),
])

const codexTable = (held: ConfigObject): ConfigObject => ({ model_provider: 'r', model_providers: { r: held } })
const codexFlags = { flags: { profile: 'work' } }
const trusted = { user: { projects: { [folder]: { trust_level: 'trusted' } } } }
ladder(
  'codex',
  'baseUrl',
  codexFlags,
  ['requirements', 'managed', 'flags', 'profile', 'user', 'system'].map((id): Rung => [id, codexTable({ base_url: `https://${id}` })]),
)
ladder('codex', 'model', { ...codexFlags, ...trusted }, [
  ...['managed', 'flags', 'project', 'project:/home/ada/work', 'profile', 'user', 'system'].map((id): Rung => [id, { model: `of ${id}` }]),
])
ladder('codex', 'key', { environment: { RELAY_KEY: 'of the variable' } }, [
  ['user', codexTable({ env_key: 'RELAY_KEY', requires_openai_auth: true })],
  ['managed', codexTable({ experimental_bearer_token: 'of managed', requires_openai_auth: true })],
  ['user', codexTable({ experimental_bearer_token: 'of user', requires_openai_auth: true })],
])
ladder('codex', 'key', { user: codexTable({ requires_openai_auth: true }) }, [
  ['environment', { CODEX_API_KEY: 'of the shell' }],
  ['auth', { OPENAI_API_KEY: 'of auth.json' }],
  ['auth', { tokens: { access_token: 'of ChatGPT' } }],
])

const google = (type: string): ConfigObject => ({ security: { auth: { selectedType: type } } })
const trustedGemini = { trust: { [folder]: 'TRUST_FOLDER' } }
const geminiEnv = (variable: string): readonly Rung[] => [
  ['environment', { [variable]: 'from shell' }],
  ...[`env:${folder}:own`, `env:${folder}`, 'env:/home/ada/work:own', 'env:/home/ada/work', 'env'].map(
    (id): Rung => [id, { [variable]: `from ${id}` }],
  ),
]
const geminiFiles = ['system', 'workspace', 'settings', 'system-defaults']
ladder('gemini', 'baseUrl', trustedGemini, geminiEnv('GOOGLE_GEMINI_BASE_URL'))
ladder('gemini', 'key', { ...trustedGemini, settings: google('gemini-api-key') }, geminiEnv('GEMINI_API_KEY'))
ladder('gemini', 'model', trustedGemini, [
  ['flags', { model: 'of -m' }],
  ...geminiEnv('GEMINI_MODEL'),
  ...geminiFiles.map((id): Rung => [id, { model: { name: `from ${id}` } }]),
])
ladder(
  'gemini',
  'auth',
  {},
  geminiFiles.map((id): Rung => [id, google(`from ${id}`)]),
)

describe('a layer that is there and is not read', () => {
  const why = (tool: string, name: EffectiveName, layer: string, values: Readonly<Record<string, ConfigObject>>) =>
    resolved(tool, name, values).layers.find((one) => one.layer === layer)

  it.each<[string, string, EffectiveName, string, Readonly<Record<string, ConfigObject>>, RegExp]>([
    [
      "Codex's auth.json with a keyring",
      'codex',
      'key',
      'auth',
      { user: { ...codexTable({ requires_openai_auth: true }), cli_auth_credentials_store: 'keyring' }, auth: { OPENAI_API_KEY: 'x' } },
      /keyring/,
    ],
    [
      "Codex's auth.json beside a provider with its own key",
      'codex',
      'key',
      'auth',
      { user: codexTable({ experimental_bearer_token: 'x' }), auth: { OPENAI_API_KEY: 'y' } },
      /does not ask for the stored login/,
    ],
    ['a project of Codex that is not trusted', 'codex', 'model', 'project', { project: { model: 'x' } }, /not trusted/],
    ["Gemini's .env in a folder that is not trusted", 'gemini', 'baseUrl', 'env', { env: { GOOGLE_GEMINI_BASE_URL: 'x' } }, /not trusted/],
    [
      "Gemini's .env behind one of the project",
      'gemini',
      'baseUrl',
      'env',
      { ...trustedGemini, [`env:${folder}`]: { X: '1' }, env: { GOOGLE_GEMINI_BASE_URL: 'x' } },
      /only one of them is read/,
    ],
    [
      "a project's .env with ignoreLocalEnv",
      'gemini',
      'baseUrl',
      `env:${folder}`,
      { ...trustedGemini, settings: { advanced: { ignoreLocalEnv: true } }, [`env:${folder}`]: { GOOGLE_GEMINI_BASE_URL: 'x' } },
      /ignoreLocalEnv/,
    ],
    [
      'a Google login that is not chosen',
      'gemini',
      'key',
      'login',
      { settings: google('gemini-api-key'), login: { access_token: 'x' } },
      /Another way to log in/,
    ],
  ])('%s says why', (_name, tool, name, layer, values, reason) => {
    expect(why(tool, name, layer, values)).toMatchObject({ wins: false, why: { en: expect.stringMatching(reason) } })
  })
  it("Gemini's key is ignored where a Google login is chosen", () => {
    const values = {
      environment: { GEMINI_API_KEY: 'key of the shell' },
      settings: google('oauth-personal'),
      login: { access_token: 'google' },
    }
    expect(resolved('gemini', 'key', values).layers[0]).toMatchObject({ layer: 'login', wins: true })
  })
  it("a blank of Claude's settings hides the shell's key", () => {
    const values = { settings: { env: { ANTHROPIC_API_KEY: '' } }, environment: { ANTHROPIC_API_KEY: 'of the shell' } }
    expect(resolved('claude', 'key', values).value).toBeUndefined()
  })
  it("Claude's --settings may hold the JSON itself", () => {
    const values = {
      flags: { settings: '{"env":{"ANTHROPIC_BASE_URL":"https://inline"}}' },
      settings: { env: { ANTHROPIC_BASE_URL: 'https://file' } },
    }
    expect(resolved('claude', 'baseUrl', values)).toMatchObject({ value: 'https://inline' })
  })
})

describe('what an organisation sets', () => {
  it("is Codex's provider in requirements.toml, over flags and managed settings; its model is not", () => {
    const tables = { model_providers: { q: { base_url: 'https://q', experimental_bearer_token: 'of q' } } }
    const values = {
      requirements: { model_provider: 'q', model: 'required' },
      managed: { model_provider: 'r', model: 'managed' },
      flags: { model_provider: 'r', model: 'of the flag' },
      user: { ...tables, model_provider: 'r' },
    }
    expect(resolved('codex', 'baseUrl', values)).toMatchObject({ value: 'https://q' })
    expect(resolved('codex', 'key', values).layers[0]).toMatchObject({ wins: true, setting: 'experimental_bearer_token' })
    expect(resolved('codex', 'model', values)).toMatchObject({ value: 'managed' })
  })
  it("is Claude Code's policy of the machine on macOS and Windows, and says why a file is not read", () => {
    for (const platform of ['darwin', 'win32'] as const) {
      const values = { 'policy:machine': { model: 'policy' }, managed: { model: 'file' }, settings: { model: 'mine' } }
      const { value, layers } = resolved('claude', 'model', values, { ...place, platform })
      expect(value).toBe('policy')
      expect(layers.find(({ layer }) => layer === 'managed')).toMatchObject({
        wins: false,
        why: { en: expect.stringMatching(/one place only/) },
      })
    }
  })
  it("is Codex's device management on macOS, over managed_config.toml", () => {
    const values = { 'policy:machine': { model: 'policy' }, managed: { model: 'file' }, user: { model: 'mine' } }
    expect(resolved('codex', 'model', values, { ...place, platform: 'darwin' })).toMatchObject({ value: 'policy' })
  })
})

describe('an alias that adds flags', () => {
  it.each([
    ["alias claude='claude --model opus'", ['--model', 'opus']],
    ['  alias codex="codex -c \'model=\\"x y\\"\' -p work"  # mine', ['-c', 'model=\\"x y\\"', '-p', 'work']],
    ["alias gemini '/usr/bin/gemini -m flash'", ['-m', 'flash']],
    ['alias claude=claude', []],
  ])('%j is read', (line, args) => {
    expect(aliasesIn(`\n${line}\n`, ['claude', 'codex', 'gemini'])).toMatchObject([{ args, line: 2 }])
  })
  it.each(["# alias claude='claude --model x'", "alias cl='claude --model x'", "alias claude='echo hi'"])('%j is not', (line) => {
    expect(aliasesIn(line, ['claude'])).toEqual([])
  })
  it('is the layer that wins, named with its flag', async () => {
    const home = await healthyHome()
    home.write('.bashrc', "alias codex='codex -c model=other'\n")
    const finding = await findingOf(home, 'why-ignored')
    expect(finding).toMatchObject({
      severity: 'fail',
      cause: { en: expect.stringMatching(/Codex does not use .* the model comes from flags of your alias/) },
    })
  })
  it('names a file of settings, which is read', async () => {
    const home = await healthyHome()
    home.write('relay.json', '{"env":{"ANTHROPIC_BASE_URL":"https://elsewhere.example"}}')
    home.write('.zshrc', "alias claude='claude --settings ~/relay.json'\n")
    const finding = await findingOf(home, 'why-ignored')
    expect(finding.values?.find(({ tool, name }) => tool === 'claude' && name === 'baseUrl')).toMatchObject({
      asProfile: false,
      layers: [
        { layer: 'flag-settings', wins: true, file: '~/relay.json', value: 'https://elsewhere.example' },
        { layer: 'settings', wins: false },
      ],
    })
  })
})

it('a base URL with a slash at its end is the same, one with another path is not', async () => {
  const home = await healthyHome()
  const path = '.gemini/.env'
  const whole = home.read(path)
  const said = async (ending: string) => {
    home.write(path, whole.replace('https://alpha.example', `https://alpha.example${ending}`), 0o600)
    return (await findingOf(home, 'why-ignored')).severity
  }
  expect([await said('/'), await said('//'), await said('/v1beta')]).toEqual(['ok', 'ok', 'fail'])
})
