import { parse } from 'smol-toml'
import { describe, expect, it } from 'vitest'
import { codex } from '../../../electron/core/tools/codex'
import type { FileValues, ToolContext, ToolTarget } from '../../../electron/core/tools/tool'
import { apply, places, targetFor, toolSuite } from '../../support/tool-suite'

const target = (changes: Partial<ToolTarget> = {}) => targetFor(codex, changes)
const context = (values: FileValues = {}, version?: string, env = {}): ToolContext => ({ place: { ...places.linux, env }, values, version })
const written = (changes: Partial<ToolTarget> = {}, with_ = context()) => apply(with_.values, codex.settings(target(changes), with_))
const login = { auth_mode: 'chatgpt', OPENAI_API_KEY: null, tokens: { access_token: 'eyJhbGciOi' } }
const foreign = {
  config: {
    model: 'gpt-5.5',
    model_provider: 'old',
    cli_auth_credentials_store: 'keyring',
    model_providers: { old: { name: 'old', base_url: 'https://old.example.com/v1', wire_api: 'chat' }, openai: { name: 'x' } },
    profiles: { work: { model: 'o3' } },
  },
  auth: login,
}
const classic = { options: { keyIn: 'auth-json' } }

toolSuite({
  adapter: codex,
  existing: [{ auth: login }, foreign, { config: { cli_auth_credentials_store: 'file' }, auth: { OPENAI_API_KEY: 'sk-old' } }],
  variants: [
    {},
    { options: { keyIn: 'config' } },
    classic,
    { extra: { model_reasoning_effort: 'high', 'model_providers.switchyard.request_max_retries': 2 } },
  ],
  owned: [
    'model',
    'model_provider',
    'model_providers',
    'model_providers.switchyard',
    '"model_providers".switchyard.base_url',
    'model_providers.switchyard.env_key',
    'model_providers.switchyard.auth.command',
    'profile',
    'profiles.work.model',
    'cli_auth_credentials_store',
  ],
  extra: 'model_reasoning_effort',
})

describe('Codex settings', () => {
  const table = { name: 'Switchyard', base_url: 'https://relay.example.com/sub/v1', wire_api: 'responses' }
  it('keep the key in config.toml and leave auth.json alone', () => {
    expect(written()).toEqual({
      config: {
        model: 'model-1',
        model_provider: 'switchyard',
        model_providers: { switchyard: { ...table, experimental_bearer_token: target().key } },
      },
    })
  })
  it('write no model when none is given', () => {
    expect(written({ models: {} }).config).not.toHaveProperty('model')
  })
  it('keep the key in auth.json for a version older than 0.63, or when asked to', () => {
    const expected = {
      config: { model: 'model-1', model_provider: 'switchyard', model_providers: { switchyard: { ...table, requires_openai_auth: true } } },
      auth: { OPENAI_API_KEY: target().key },
    }
    expect(written({}, context({}, '0.62.9'))).toEqual(expected)
    expect(written(classic, context({}, '0.169.0'))).toEqual(expected)
    expect(written({}, context({}, '0.63.0')).auth).toBeUndefined()
  })
  it('make auth.json count where a login or another store would hide it', () => {
    expect(written(classic, context(foreign))).toMatchObject({
      config: { cli_auth_credentials_store: 'file' },
      auth: { auth_mode: 'apikey', OPENAI_API_KEY: target().key, tokens: login.tokens },
    })
    expect(written(classic, context({ config: { cli_auth_credentials_store: 'auto' } })).config).toMatchObject({
      cli_auth_credentials_store: 'auto',
    })
  })
  it('put further settings at their dotted places', () => {
    expect(written({ extra: { 'notice.model_migrations."gpt-5.5"': 'gpt-6-sol', "a.'b.c'": 1 } }).config).toMatchObject({
      notice: { model_migrations: { 'gpt-5.5': 'gpt-6-sol' } },
      a: { 'b.c': 1 },
    })
  })
  it('refuse further settings that name the same place', () => {
    expect(codex.check(target({ extra: { 'tui.theme': 'a', tui: 'b' } })).map(({ field }) => field)).toEqual([
      'extra.tui.theme',
      'extra.tui',
    ])
  })
})

describe('Codex files as they are', () => {
  it('tell a relay of someone else, its key and its model', () => {
    expect(codex.read(foreign)).toMatchObject({ baseUrl: 'https://old.example.com/v1', models: { main: 'gpt-5.5' }, options: {} })
    expect(codex.read({ config: { openai_base_url: 'https://o.example.com/v1' }, auth: { OPENAI_API_KEY: 'k' } })).toMatchObject({
      baseUrl: 'https://o.example.com/v1',
      key: 'k',
    })
    expect(codex.read({ auth: login })).toEqual({ baseUrl: undefined, key: undefined, models: {}, options: {} })
  })
  it('move with CODEX_HOME', () => {
    const paths = (env: Record<string, string>) => codex.locate({ ...places.linux, env }).map(({ path }) => path)
    expect(paths({})).toEqual(['/home/ada/.codex/config.toml', '/home/ada/.codex/auth.json'])
    expect(paths({ CODEX_HOME: '/x' })).toEqual(['/x/config.toml', '/x/auth.json'])
    expect(paths({ CODEX_HOME: '' })).toEqual(paths({}))
    expect(codex.locate(places.win32)[0]?.path).toBe('C:\\Users\\ada\\.codex\\config.toml')
  })
})

describe('Codex notices', () => {
  const ids = (changes: Partial<ToolTarget>, with_ = context()) => codex.notices(target(changes), with_).map(({ id }) => id)
  it('are silent where nothing is wrong', () => expect(ids({})).toEqual([]))
  it('tell what stops Codex in the file', () => {
    expect(ids({}, context(foreign))).toEqual(['codex-profiles', 'codex-wire-chat', 'codex-reserved-provider'])
    expect(ids({}, context(foreign, '0.63.0'))).not.toContain('codex-wire-chat')
  })
  it('tell the traps of auth.json only there', () => {
    expect(
      ids(classic, context({ auth: login, config: { cli_auth_credentials_store: 'keyring' } }, undefined, { CODEX_API_KEY: 'x' })),
    ).toEqual(['codex-daemon', 'codex-chatgpt-login', 'codex-credential-store', 'codex-shell-key'])
    expect(ids(classic, context({}, '0.128.0'))).toEqual([])
  })
  it('tell of a token in a version that may not know it', () =>
    expect(ids({ options: { keyIn: 'config' } }, context({}, '0.50.0'))).toEqual(['codex-too-old']))
  it('tell of the offer of a newer model until it is settled', () => {
    expect(ids({ models: { main: 'gpt-5.5' } })).toEqual(['codex-model-migration'])
    expect(ids({ models: { main: 'gpt-5.5' } }, context({ config: { notice: { model_migrations: { 'gpt-5.5': 'gpt-6-sol' } } } }))).toEqual(
      [],
    )
    expect(ids({ models: {} })).toEqual(['codex-no-model'])
  })
})

describe('Codex started for one profile', () => {
  const launch = codex.launch(target({ extra: { 'a."b c"': 'x"y', 'model_providers.switchyard.http_headers.Authorization': 'Basic x' } }))
  it('gets TOML overrides that Codex can read', () => {
    const lines = launch.args.filter((arg) => arg !== '-c')
    expect(parse(lines.join('\n'))).toEqual({
      model: 'model-1',
      model_provider: 'switchyard',
      a: { 'b c': 'x"y' },
      model_providers: {
        switchyard: {
          name: 'Switchyard',
          base_url: target().baseUrl,
          wire_api: 'responses',
          requires_openai_auth: false,
          env_key: Object.keys(launch.env)[0],
        },
      },
    })
    expect(launch.notices?.map(({ id }) => id)).toEqual(['codex-run-extra'])
  })
  it('has a variable of its own for every relay', () => {
    const names = ['https://a/v1', 'https://b/v1', 'https://a/v1'].map((baseUrl) => Object.keys(codex.launch(target({ baseUrl })).env)[0])
    expect(names[0]).toMatch(/^SWITCHYARD_KEY_[0-9A-F]{8}$/)
    expect(names[0]).toBe(names[2])
    expect(names[0]).not.toBe(names[1])
  })
})
