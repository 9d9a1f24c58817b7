import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { claude } from '../../../electron/core/tools/claude'
import { launchArgs } from '../../../electron/core/tools/launch'
import type { ToolContext, ToolTarget } from '../../../electron/core/tools/tool'
import { apply, places, targetFor, toolSuite } from '../../support/tool-suite'

const fixture = (name: string) => JSON.parse(readFileSync(new URL(`../../fixtures/claude/${name}`, import.meta.url), 'utf8'))
const used = { settings: fixture('settings.json'), state: fixture('claude.json') }
const target = (changes: Partial<ToolTarget> = {}) => targetFor(claude, changes)
const fresh: ToolContext = { place: places.linux, values: {} }
const written = (changes: Partial<ToolTarget> = {}, context = fresh) => apply(context.values, claude.settings(target(changes), context))

toolSuite({
  adapter: claude,
  existing: [
    used,
    {
      settings: { env: { ANTHROPIC_API_KEY: 'sk-old', ANTHROPIC_BASE_URL: 'https://old.example.com' } },
      state: { hasCompletedOnboarding: true },
    },
  ],
  variants: [
    {},
    { models: {} },
    { models: { main: 'm', opus: 'o', sonnet: 's', haiku: 'h' } },
    { models: { haiku: 'h' } },
    { options: { auth: 'api-key', quiet: false } },
  ],
  owned: [
    'ANTHROPIC_BASE_URL',
    'ANTHROPIC_API_KEY',
    'ANTHROPIC_MODEL',
    'CLAUDE_CONFIG_DIR',
    'CLAUDE_CODE_USE_BEDROCK',
    'CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC',
  ],
  extra: 'API_TIMEOUT_MS',
})

describe('Claude Code settings', () => {
  it('are the recommended block for a main model alone', () => {
    expect(written()).toEqual({
      settings: {
        env: {
          ANTHROPIC_BASE_URL: 'https://relay.example.com/sub',
          ANTHROPIC_AUTH_TOKEN: 'sk-0123456789abcdefghijKLMNOP',
          ANTHROPIC_API_KEY: '',
          ANTHROPIC_MODEL: 'model-1',
          ANTHROPIC_DEFAULT_OPUS_MODEL: 'model-1',
          ANTHROPIC_DEFAULT_SONNET_MODEL: 'model-1',
          ANTHROPIC_DEFAULT_HAIKU_MODEL: 'model-1',
          CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
          CLAUDE_CODE_USE_BEDROCK: '',
          CLAUDE_CODE_USE_VERTEX: '',
          CLAUDE_CODE_USE_FOUNDRY: '',
        },
      },
      state: { hasCompletedOnboarding: true },
    })
  })
  it('approve the last 20 characters of an API key and blank the token', () => {
    const { settings, state } = written({ options: { auth: 'api-key' } })
    expect(settings).toMatchObject({ env: { ANTHROPIC_API_KEY: target().key, ANTHROPIC_AUTH_TOKEN: '' } })
    expect(state).toMatchObject({ customApiKeyResponses: { approved: ['9abcdefghijKLMNOP'.padStart(20, '678')] } })
  })
  it('turn off what stands in the way in the file: provider switch, old small model, key helper', () => {
    expect(written({}, { place: places.linux, values: used }).settings).toMatchObject({
      apiKeyHelper: '',
      env: { CLAUDE_CODE_USE_BEDROCK: '', ANTHROPIC_SMALL_FAST_MODEL: 'model-1', MAX_THINKING_TOKENS: 31999 },
    })
  })
  it('are the same whatever the shell says, for every shell of Switchyard sees another one', () => {
    const place = { ...places.linux, env: { CLAUDE_CODE_USE_VERTEX: '1', ANTHROPIC_SMALL_FAST_MODEL: 'x' } }
    expect(written({}, { place, values: {} })).toEqual(written())
  })
  it('write further variables as strings and flag those that look secret', () => {
    const settings = claude.settings(target({ extra: { API_TIMEOUT_MS: 3000, ANTHROPIC_CUSTOM_HEADERS: 'A: b' } }), fresh)
    expect(settings).toContainEqual({ file: 'settings', op: 'set', path: ['env', 'API_TIMEOUT_MS'], value: '3000' })
    expect(settings).toContainEqual({ file: 'settings', op: 'set', path: ['env', 'ANTHROPIC_CUSTOM_HEADERS'], value: 'A: b', secret: true })
  })
})

describe('Claude Code files as they are', () => {
  it('tell a slot that says what the main model says as empty, because it comes out the same', () => {
    const same = written({ models: { main: 'm', opus: 'm', haiku: 'h' } })
    expect(claude.read(same).models).toEqual({ main: 'm', haiku: 'h' })
    expect(written({ models: { main: 'm', haiku: 'h' } })).toEqual(same)
  })
  it('tell no token where it is blank, and the way the key is sent', () => {
    expect(claude.read({ settings: { env: { ANTHROPIC_AUTH_TOKEN: '', ANTHROPIC_API_KEY: 'k' } } })).toEqual({
      baseUrl: undefined,
      key: 'k',
      models: {},
      options: { auth: 'api-key', quiet: false },
    })
    expect(claude.read({})).toEqual({ baseUrl: undefined, key: undefined, models: {}, options: { quiet: false } })
  })
})

describe('Claude Code files', () => {
  const at = (env: Record<string, string>, platform: keyof typeof places = 'linux') =>
    claude.locate({ ...places[platform], env }).map(({ path }) => path)
  it('stand in the home folder', () => {
    expect(at({})).toEqual(['/home/ada/.claude/settings.json', '/home/ada/.claude.json'])
    expect(at({}, 'win32')).toEqual(['C:\\Users\\ada\\.claude\\settings.json', 'C:\\Users\\ada\\.claude.json'])
  })
  it('move together with CLAUDE_CONFIG_DIR', () => {
    expect(at({ CLAUDE_CONFIG_DIR: '/x/' })).toEqual(['/x/settings.json', '/x/.claude.json'])
    expect(at({ claude_config_dir: 'D:\\cc' }, 'win32')).toEqual(['D:\\cc\\settings.json', 'D:\\cc\\.claude.json'])
  })
  it('pass over a blank CLAUDE_CONFIG_DIR, take a relative one from home and tell so', () => {
    expect(at({ CLAUDE_CONFIG_DIR: ' ' })).toEqual(at({}))
    expect(at({ CLAUDE_CONFIG_DIR: 'cc' })).toEqual(['/home/ada/cc/settings.json', '/home/ada/cc/.claude.json'])
    const place = { ...places.linux, env: { CLAUDE_CONFIG_DIR: 'cc' } }
    expect(claude.notices(target(), { place, values: {} }).map(({ id }) => id)).toContain('relative-path')
  })
})

describe('Claude Code notices', () => {
  const ids = (changes: Partial<ToolTarget>, values = {}) =>
    claude.notices(target(changes), { place: places.linux, values }).map(({ id }) => id)
  it('tell of a helper, a refused key and a missing model only where they are', () => {
    expect(ids({})).toEqual(['claude-running'])
    expect(ids({ models: {}, options: { auth: 'api-key' } }, used)).toEqual([
      'claude-no-model',
      'claude-api-key-helper',
      'claude-key-rejected',
      'claude-running',
    ])
  })
})

describe('Claude Code started for one profile', () => {
  it('gets a private settings file, because settings.json wins over variables', () => {
    const launch = claude.launch(target({ extra: { API_TIMEOUT_MS: 3000 } }), {
      place: { ...places.linux, env: { CLAUDE_CODE_USE_BEDROCK: '1' } },
      values: {},
    })
    expect(launchArgs(launch, { settings: '/tmp/$& x/settings.json' })).toEqual(['--settings', '/tmp/$& x/settings.json'])
    expect(JSON.parse(launch.files?.[0]?.content ?? '')).toEqual({ env: launch.env, apiKeyHelper: '' })
    expect(launch.env).toMatchObject({
      ANTHROPIC_AUTH_TOKEN: target().key,
      ANTHROPIC_API_KEY: '',
      API_TIMEOUT_MS: '3000',
      CLAUDE_CODE_USE_BEDROCK: '',
    })
  })
})
