import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { holdsKey } from '../../shared/model/key-in-setting'
import type { ProfileInput } from '../../shared/model/profile'
import { KEY_A, relayInput } from '../support/relay-input'
import { type TempHome, tempHome } from '../support/temp-home'

const SECRET = 'sk-hidden-0123456789abcdef'

const withExtra = (name: string, extra: ProfileInput['tools'][string]['extra']): ProfileInput => {
  const input = relayInput(name, KEY_A)
  return { ...input, tools: { ...input.tools, claude: { enabled: true, models: {}, options: {}, extra } } }
}
const problem = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: { problem: { code: string; message: { en: string }; hint: { en: string } } }) => error.problem,
  )
const plainFiles = (home: TempHome) =>
  readdirSync(home.data, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const file = path.join(home.data, name)
    return statSync(file).isFile() && readFileSync(file, 'latin1').includes(SECRET)
  })

describe('a key in a further setting', () => {
  it.each([
    ['ANTHROPIC_AUTH_TOKEN', 'a1b2c3d4e5f6'],
    ['OPENAI_API_KEY', SECRET],
    ['X_API_KEY', 'Zq4+9f8e7d6c~5b4a3928='],
    ['ANTHROPIC_CUSTOM_HEADERS', 'X-Team: a, Authorization: Bearer 9f8e7d6c5b4a3928'],
    ['ANYTHING', SECRET],
    ['model_providers.x.experimental_bearer_token', '9f8e7d6c5b4a'],
    ['GITHUB', 'ghp_0123456789abcdefghij'],
  ])('is known by its name or its look: %s', (name, value) => {
    expect(holdsKey(name, value)).toBe(true)
  })

  it.each([
    ['CLAUDE_CODE_MAX_OUTPUT_TOKENS', '64000000'],
    ['CLAUDE_CODE_MAX_OUTPUT_TOKENS', 64_000_000],
    ['model_providers.x.env_key', 'MY_RELAY_KEY_2'],
    ['model_providers.x.env_key', 'OPENROUTER_API_KEY'],
    ['cli_auth_credentials_store', 'keyring'],
    ['preferred_auth_method', 'apikey'],
    ['API_TIMEOUT_MS', '600000'],
    ['HTTPS_PROXY', 'http://user:pass1word@127.0.0.1:7890'],
    ['AWS_CREDENTIAL_FILE', '/home/me/.aws/credentials2'],
    ['TOKEN_COMMAND', '$(pass show token1)'],
    ['NOTE', 'sk-learn-and-more'],
    ['DISABLE_PROMPT_CACHING', true],
  ])('is not seen where there is none: %s', (name, value) => {
    expect(holdsKey(name, value)).toBe(false)
  })

  it('is refused with its cure, when a profile is added and when it is edited, and no file of ours gets it', async () => {
    const home = tempHome()
    const { api } = home.core
    const added = await problem(api['profiles.add']({ profile: withExtra('Alpha', { X_API_KEY: SECRET }) }))
    expect(added).toMatchObject({
      code: 'key-in-setting',
      message: { en: expect.stringContaining('X_API_KEY') },
      hint: { en: expect.stringContaining('switchyard keys add') },
    })
    expect(JSON.stringify(added)).not.toContain(SECRET)
    const { id } = await api['profiles.add']({ profile: withExtra('Alpha', { API_TIMEOUT_MS: 5 }) })
    expect((await problem(api['profiles.edit']({ id, profile: withExtra('Alpha', { NOTE: SECRET }) })))?.code).toBe('key-in-setting')
    expect(plainFiles(home)).toEqual([])
  })

  it('that an earlier version stored may stay, but not be changed or moved', async () => {
    const home = tempHome()
    const { api } = home.core
    const { id } = await api['profiles.add']({ profile: withExtra('Alpha', { X_SOMETHING: 'placeholder' }) })
    const store = path.join(home.data, 'profiles.json')
    home.write('.config/Switchyard/profiles.json', readFileSync(store, 'utf8').replace('"placeholder"', JSON.stringify(SECRET)))
    expect(await problem(api['profiles.edit']({ id, profile: withExtra('Renamed', { X_SOMETHING: SECRET }) }))).toBeUndefined()
    expect((await problem(api['profiles.edit']({ id, profile: withExtra('Renamed', { X_SOMETHING: `${SECRET}2` }) })))?.code).toBe(
      'key-in-setting',
    )
    expect((await problem(api['profiles.edit']({ id, profile: withExtra('Renamed', { X_ELSE: SECRET }) })))?.code).toBe('key-in-setting')
  })

  it('is left out of an import, and that is said', async () => {
    const home = tempHome()
    const { api } = home.core
    await api['profiles.add']({ profile: withExtra('Alpha', { X_SOMETHING: 'placeholder', API_TIMEOUT_MS: 5 }) })
    const { text } = await api['transfer.export']({ plain: true })
    const other = tempHome()
    const found = await other.core.api['transfer.inspect']({ text: text.replaceAll('"placeholder"', JSON.stringify(SECRET)) })
    if (found.sealed) throw new Error('sealed')
    expect(found.items[0]?.notices.map(({ en }) => en)).toEqual([expect.stringContaining('claude.X_SOMETHING')])
    await other.core.api['transfer.import']({ draft: found.draft, take: found.items.map(({ id }) => ({ id })) })
    const [, imported] = await other.core.api['profiles.list']({})
    expect(imported?.tools.claude?.extra).toEqual({ API_TIMEOUT_MS: 5 })
    expect(plainFiles(other)).toEqual([])
  })
})
