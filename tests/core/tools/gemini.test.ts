import { readFileSync } from 'node:fs'
import { parse as parseEnv } from 'dotenv'
import { parse } from 'jsonc-parser'
import { describe, expect, it } from 'vitest'
import { gemini } from '../../../electron/core/tools/gemini'
import type { FileValues, ToolContext, ToolTarget } from '../../../electron/core/tools/tool'
import { apply, places, targetFor, toolSuite } from '../../support/tool-suite'

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/gemini/${name}`, import.meta.url), 'utf8')
const used: FileValues = {
  env: parseEnv(fixture('env')),
  settings: parse(fixture('settings.json')),
  trust: parse(fixture('trustedFolders.json')),
}
const target = (changes: Partial<ToolTarget> = {}) => targetFor(gemini, changes)
const context = (values: FileValues = {}, version?: string, env = {}): ToolContext => ({ place: { ...places.linux, env }, values, version })
const written = (changes: Partial<ToolTarget> = {}, with_ = context()) => apply(with_.values, gemini.settings(target(changes), with_))

toolSuite({
  adapter: gemini,
  existing: [used, { settings: { advanced: { ignoreLocalEnv: true } } }],
  variants: [
    {},
    { models: { main: 'models/gemini-2.5-pro' } },
    { options: { trustFolder: '/home/ada/work' } },
    { extra: { GOOGLE_GENAI_API_VERSION: 'v1' } },
  ],
  owned: ['GEMINI_API_KEY', 'GOOGLE_GEMINI_BASE_URL', 'GEMINI_MODEL', 'GEMINI_CLI_HOME'],
  extra: 'GEMINI_CLI_CUSTOM_HEADERS',
})

describe('Gemini CLI settings', () => {
  it('are .env plus the way to log in and the model', () => {
    expect(written()).toEqual({
      env: { GEMINI_API_KEY: target().key, GOOGLE_GEMINI_BASE_URL: 'https://relay.example.com/sub', GEMINI_MODEL: 'model-1' },
      settings: { security: { auth: { selectedType: 'gemini-api-key' } }, model: { name: 'model-1' }, advanced: { ignoreLocalEnv: true } },
    })
  })
  it('keep what else the user has', () => {
    expect(written({ options: { trustFolder: ' /home/ada/downloads ' } }, context(used))).toMatchObject({
      env: { GOOGLE_CLOUD_PROJECT: 'core-1' },
      settings: { ui: { theme: 'GitHub' }, security: { folderTrust: { enabled: true } } },
      trust: { '/home/ada/work': 'TRUST_FOLDER', '/home/ada/downloads': 'TRUST_FOLDER' },
    })
  })
  it('leave out ignoreLocalEnv where the user or an old version says so', () => {
    expect(written({ options: { ignoreLocalEnv: false } }).settings).not.toHaveProperty('advanced')
    expect(written({}, context({}, '0.51.3')).settings).not.toHaveProperty('advanced')
    expect(written({}, context({}, '0.52.0')).settings).toHaveProperty('advanced')
  })
  it('refuse a folder to trust that is not absolute', () => {
    expect(gemini.check(target({ options: { trustFolder: '~/work' } })).map(({ field }) => field)).toEqual(['options.trustFolder'])
    expect(gemini.check(target({ options: { trustFolder: 'C:\\work' } }))).toEqual([])
  })
})

describe('Gemini CLI files', () => {
  const at = (env: Record<string, string>) => gemini.locate({ ...places.linux, env }).map(({ path }) => path)
  it('stand in .gemini of the home folder or of GEMINI_CLI_HOME', () => {
    expect(at({})).toEqual(['/home/ada/.gemini/.env', '/home/ada/.gemini/settings.json', '/home/ada/.gemini/trustedFolders.json'])
    expect(at({ GEMINI_CLI_HOME: '/x', GEMINI_CLI_TRUSTED_FOLDERS_PATH: '/t.json' })).toEqual([
      '/x/.gemini/.env',
      '/x/.gemini/settings.json',
      '/t.json',
    ])
    expect(gemini.locate(places.win32)[0]?.path).toBe('C:\\Users\\ada\\.gemini\\.env')
  })
})

describe('Gemini CLI notices', () => {
  const ids = (changes: Partial<ToolTarget>, with_ = context()) => gemini.notices(target(changes), with_).map(({ id }) => id)
  it('tell of folder trust unless a folder is given or the version does not ask', () => {
    expect(ids({})).toEqual(['gemini-folder-trust', 'gemini-running'])
    expect(ids({ options: { trustFolder: '/w' } })).toEqual(['gemini-running'])
    expect(ids({}, context({}, '0.40.0'))).toEqual(['gemini-running'])
  })
  it('tell of variables that win, unless they say the same', () => {
    expect(ids({}, context({}, undefined, { GEMINI_MODEL: 'other' }))).toContain('gemini-shell-variables')
    expect(ids({}, context({}, undefined, { GEMINI_MODEL: 'model-1' }))).not.toContain('gemini-shell-variables')
  })
  it('tell that a model should be set', () => expect(ids({ models: {} })).toContain('gemini-no-model'))
})

describe('Gemini CLI started for one profile', () => {
  it('gets variables, and a word where its login would pass them over', () => {
    const launch = (values: FileValues) => gemini.launch(target(), context(values))
    expect(launch({}).env).toMatchObject({
      GEMINI_API_KEY: target().key,
      GOOGLE_GEMINI_BASE_URL: target().baseUrl,
      GEMINI_MODEL: 'model-1',
    })
    expect(launch(used).notices?.map(({ id }) => id)).toEqual(['gemini-own-home'])
    expect(JSON.parse(launch(used).files?.[0]?.content ?? '').security.auth.selectedType).toBe('gemini-api-key')
    expect(launch(written()).files).toBeUndefined()
  })
})
