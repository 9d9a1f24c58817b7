import { mkdirSync } from 'node:fs'
import { expect } from 'vitest'
import type { CasesOf } from './case'
import { KEY, MODELS, noRetries, type Setup, STALE } from './setup'

const settings = '.claude/settings.json'
const config = '.codex/config.toml'

/** Settings of Claude Code with something changed in them. */
const claude = (edit: (values: { env: Record<string, unknown> } & Record<string, unknown>, setup: Setup) => void) => (setup: Setup) =>
  setup.change(settings, (content) => {
    const values = JSON.parse(content)
    edit(values, setup)
    return `${JSON.stringify(values, null, 2)}\n`
  })

/** The key as ANTHROPIC_API_KEY, in a folder that is trusted, with more in the state file. */
const asApiKey = (state: object) => (setup: Setup) => {
  claude(({ env }) => {
    Object.assign(env, { ANTHROPIC_API_KEY: KEY, ANTHROPIC_AUTH_TOKEN: '' })
    // With it the screen does not tell at its start that the key is not used (2.1.330).
    delete env.CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC
  })(setup)
  const projects = { [setup.place.scratch]: { hasTrustDialogAccepted: true } }
  setup.put('.claude.json', JSON.stringify({ hasCompletedOnboarding: true, projects, ...state }))
}

/** Codex as other switchers set it up: the key in auth.json. */
async function classic({ switchyard, put, relay }: Setup, auth: string, more = ''): Promise<void> {
  await switchyard('restore')
  const table = `[model_providers.r]\nname = "R"\nbase_url = "${relay.url}/v1"\nwire_api = "responses"\nrequires_openai_auth = true\n${noRetries}\n`
  put(config, `model = "${MODELS.codex}"\nmodel_provider = "r"\n${more}\n${table}`)
  put('.codex/auth.json', auth)
}
const keyFile = (key = KEY, more = {}) => JSON.stringify({ OPENAI_API_KEY: key, ...more })
const noKey = { code: 1, says: /unexpected status 401/, statuses: [401] } as const
const withoutKey = {
  ...noKey,
  asked: (prompts: readonly { credentials: readonly unknown[] }[]) => expect(prompts[0]?.credentials).toEqual([]),
}

/** Traps of each tool's own: what it reads, in which order, and what it passes over. */
export const toolCases: CasesOf = {
  claude: [
    {
      name: 'a trailing comma that voids settings.json',
      break: ({ change }) => change(settings, (content) => content.replace(/\n\}\s*$/, ',\n}\n')),
      finds: { 'config-parses': /nothing in it is in effect/ },
      did: { code: 1, says: /did not load|Not logged in/, statuses: [] },
      tried: /settings\.json/,
      explained: 'config-parses',
    },
    {
      name: 'one value of the wrong kind, which voids settings.json',
      break: claude((values) => Object.assign(values, { model: 5 })),
      finds: { 'claude-bad-value': /ignores the whole file/ },
      did: { code: 1, says: /did not load|Not logged in/, statuses: [] },
      tried: /settings\.json/,
      explained: 'claude-bad-value',
    },
    {
      name: 'a stale key of the shell, sent as well',
      break(setup) {
        claude((values) => delete values.env.ANTHROPIC_API_KEY)(setup)
        setup.env.ANTHROPIC_API_KEY = STALE
      },
      finds: { 'claude-second-credential': /ANTHROPIC_API_KEY from Your shell/, 'env-overrides': /ANTHROPIC_API_KEY/ },
      did: {
        code: 1,
        says: /Invalid API key/,
        statuses: [401],
        asked: (prompts) => expect(prompts[0]?.credentials.map(({ key }) => key).toSorted()).toEqual([KEY, STALE]),
      },
      explained: 'claude-second-credential',
    },
    {
      name: 'an apiKeyHelper that was left behind',
      break: claude((values) => Object.assign(values, { apiKeyHelper: `echo ${STALE}` })),
      finds: { 'claude-api-key-helper': /sent to the relay as well/ },
      did: {
        code: 0,
        says: /pong/,
        statuses: [401, 200],
        asked: (prompts) => expect(prompts[0]?.credentials.map(({ key }) => key)).toContain(STALE),
      },
    },
    {
      name: 'Bedrock in the shell',
      break(setup) {
        claude((values) => {
          delete values.env.CLAUDE_CODE_USE_BEDROCK
        })(setup)
        setup.env.CLAUDE_CODE_USE_BEDROCK = '1'
      },
      finds: { 'claude-provider-switch': /CLAUDE_CODE_USE_BEDROCK leads Claude Code past the relay/ },
      did: { says: /./, statuses: [] },
      limit: 20_000,
    },
    {
      name: "a project's settings that win over yours",
      break: ({ place, relay, put }) => {
        mkdirSync(`${place.scratch}/.claude`)
        put('../scratch/.claude/settings.local.json', JSON.stringify({ env: { ANTHROPIC_BASE_URL: `${relay.url}/elsewhere` } }))
      },
      finds: { 'why-ignored': /the base URL comes from the project's local settings/ },
      did: {
        code: 1,
        says: /issue with the selected model/,
        statuses: [404],
        asked: (prompts) => expect(prompts[0]?.path).toBe('/elsewhere/v1/messages'),
      },
      explained: 'why-ignored',
    },
    {
      name: 'a base URL without a key, beside a login',
      async break({ switchyard, put, relay }) {
        await switchyard('restore')
        put(settings, JSON.stringify({ env: { ANTHROPIC_BASE_URL: relay.url, ANTHROPIC_MODEL: MODELS.claude } }))
        const token = {
          accessToken: 'sk-ant-oat01-real0123456789',
          refreshToken: 'x',
          expiresAt: Date.now() + 3_600_000,
          scopes: ['user:inference'],
        }
        put('.claude/.credentials.json', JSON.stringify({ claudeAiOauth: token }))
      },
      finds: { 'login-leak': /sends the token of your own login/ },
      did: {
        says: /./,
        statuses: [401],
        asked: (prompts) => expect(prompts[0]?.credentials).toEqual([{ kind: 'bearer', key: 'sk-ant-oat01-real0123456789' }]),
      },
    },
    {
      name: 'null for a key, sent as a word',
      break: claude((values) => Object.assign(values.env, { ANTHROPIC_API_KEY: null })),
      finds: { 'claude-second-credential': /ANTHROPIC_API_KEY/ },
      did: {
        code: 1,
        says: /Invalid API key/,
        statuses: [401],
        asked: (prompts) => expect(prompts[0]?.credentials.map(({ key }) => key)).toContain('null'),
      },
      explained: 'claude-second-credential',
    },
    {
      name: 'a short name for a model that nothing maps',
      break: claude((values) => {
        for (const name of ['ANTHROPIC_MODEL', 'ANTHROPIC_DEFAULT_OPUS_MODEL']) delete values.env[name]
        values.model = 'opus'
      }),
      finds: { 'model-unnamed': /“opus” is only a short name for Claude Code: it asks for claude-opus-5-5/ },
      did: {
        code: 1,
        says: /issue with the selected model \(claude-opus-5-5\)/,
        statuses: [404],
        asked: (prompts) => expect(prompts[0]?.model).toBe('claude-opus-5-5'),
      },
    },
    {
      name: 'a first start that waits in its dialogs',
      break: ({ put }) => put('.claude.json', '{}'),
      finds: { 'claude-onboarding': /has not been through its first start/ },
      interactive: true,
      did: { code: null, says: /Let's get started/, statuses: [] },
    },
    {
      name: 'a key that Claude Code asks about before it uses it',
      break: asApiKey({}),
      finds: { 'claude-key-approval': /asks whether to use this key/ },
      interactive: true,
      did: { code: null, says: /Do you want to use this API key\?/, statuses: [] },
    },
    {
      name: 'a key that was once refused',
      break: asApiKey({ customApiKeyResponses: { approved: [], rejected: [KEY.slice(-20)] } }),
      finds: { 'claude-key-approval': /You once told Claude Code not to use this key/ },
      interactive: true,
      did: { code: null, says: /Not logged in/, statuses: [] },
      explained: 'claude-key-approval',
    },
  ],
  codex: [
    {
      name: 'a byte order mark in auth.json',
      break: (setup) => classic(setup, `\uFEFF${keyFile()}`),
      finds: { 'codex-auth-file': /byte order mark, so Codex sends no key/, 'own-doctor': /auth/ },
      did: withoutKey,
      tried: /sent none/,
      explained: 'codex-auth-file',
    },
    {
      name: 'a trailing comma in auth.json',
      break: (setup) => classic(setup, keyFile().replace('}', ',}')),
      finds: { 'codex-auth-file': /not valid JSON/ },
      did: withoutKey,
      explained: 'codex-auth-file',
    },
    {
      name: 'auth_mode in camel case',
      break: (setup) => classic(setup, keyFile(KEY, { auth_mode: 'apiKey' })),
      finds: { 'codex-auth-file': /unknown auth_mode/ },
      did: withoutKey,
      explained: 'codex-auth-file',
    },
    {
      name: 'a login that is kept in the keyring',
      break: (setup) => classic(setup, keyFile(), 'cli_auth_credentials_store = "keyring"'),
      finds: { 'codex-auth-file': /keyring/ },
      did: withoutKey,
      explained: 'codex-auth-file',
    },
    {
      name: 'the old wire API',
      break: ({ change }) => change(config, (content) => content.replace('wire_api = "responses"', 'wire_api = "chat"')),
      finds: { 'codex-wire-api': /wire_api = "chat"/ },
      did: { code: 1, says: /no longer supported/, statuses: [] },
      tried: /old wire API/,
      explained: 'codex-wire-api',
    },
    {
      name: 'profiles of the old kind',
      break: ({ change }) => change(config, (content) => `profile = "p"\n${content}\n[profiles.p]\nmodel = "m"\n`),
      finds: { 'codex-legacy-profiles': /profiles of the old kind/ },
      did: { code: 1, says: /profile/, statuses: [] },
      explained: 'codex-legacy-profiles',
    },
    {
      name: 'settings appended behind a table',
      break: ({ change }) =>
        change(config, (content) => {
          const root = content.split('\n').filter((line) => /^model/.test(line))
          return `[tui]\nnotifications = false\n${root.join('\n')}\n${content.replace(/^model.*\n/gm, '')}`
        }),
      finds: { 'codex-root-keys': /model_provider stands in \[tui\]/ },
      did: { code: null, says: /./, statuses: [] },
      limit: 12_000,
    },
    {
      name: 'a variable for the key that is not set',
      break: ({ change }) => change(config, (content) => content.replace('wire_api', 'env_key = "MY_RELAY_KEY"\nwire_api')),
      finds: { 'codex-env-key': /MY_RELAY_KEY, which is not set/ },
      did: { code: 1, says: /Missing environment variable/, statuses: [] },
      tried: /variable that is not set/,
      explained: 'codex-env-key',
    },
    {
      name: 'a provider that is not defined',
      break: ({ change }) => change(config, (content) => content.replace(/model_provider = ".*"/, 'model_provider = "gone"')),
      finds: { 'codex-provider': /“gone”, which it does not define/ },
      did: { code: 1, says: /Model provider `gone` not found/, statuses: [] },
      explained: 'codex-provider',
    },
    {
      name: 'CODEX_HOME that is not there',
      break: ({ env, path }) => {
        env.CODEX_HOME = path('nowhere')
      },
      finds: { 'config-folder': /CODEX_HOME/ },
      did: { code: 1, says: /CODEX_HOME points to/, statuses: [] },
    },
    {
      name: 'a ChatGPT login that would go to the relay',
      break: (setup) => classic(setup, JSON.stringify({ tokens: tokens(), last_refresh: new Date().toISOString() })),
      finds: { 'login-leak': /sends the token of your own login/ },
      did: {
        says: /./,
        statuses: [401],
        asked: (prompts) => expect(prompts[0]?.credentials.map(({ key }) => key)).toEqual([tokens().access_token]),
      },
      limit: 20_000,
    },
    {
      name: 'a provider without a key',
      break: ({ change }) => change(config, (content) => content.replace(/^experimental_bearer_token = .*\n/m, '')),
      finds: { 'codex-provider': /has no key, so Codex sends none/ },
      did: withoutKey,
      tried: /sent none/,
    },
    {
      name: 'no model of yours',
      break: ({ change }) => change(config, (content) => content.replace(/^model = .*\n/m, '')),
      finds: { 'model-unnamed': /No model is named for Codex: it asks for gpt-6\.1-sol/ },
      did: { code: 1, says: /gpt-6\.1-sol/, statuses: [404], asked: (prompts) => expect(prompts[0]?.model).toBe('gpt-6.1-sol') },
      tried: /model/,
    },
  ],
  gemini: [
    {
      name: 'a key of the shell that wins over the profile',
      break: ({ env }) => {
        env.GEMINI_API_KEY = STALE
      },
      finds: { 'env-overrides': /GEMINI_API_KEY in your shell overrides/, 'why-ignored': /the API key comes from your shell/ },
      did: {
        code: 1,
        says: /401/,
        statuses: [401],
        asked: (prompts) => expect(prompts[0]?.credentials.map(({ key }) => key)).toEqual([STALE]),
      },
      tried: /key/,
      explained: 'env-overrides',
    },
    {
      name: 'a folder that is not trusted',
      break: ({ put }) => put('.gemini/trustedFolders.json', '{}'),
      finds: { 'gemini-trust': /is not a trusted folder/, 'why-ignored': /not read at all/ },
      did: { says: /must specify the GEMINI_API_KEY|trusted directory/, statuses: [] },
      explained: 'gemini-trust',
    },
    {
      name: "a project's .gemini/.env that hides yours",
      break({ place, put }) {
        mkdirSync(`${place.scratch}/.gemini`)
        put('../scratch/.gemini/.env', 'UNRELATED=1\n')
      },
      finds: { 'gemini-env-shadow': /is the only \.env/, 'why-ignored': /not read at all/ },
      did: { says: /must specify the GEMINI_API_KEY/, statuses: [] },
      explained: 'gemini-env-shadow',
    },
    {
      name: 'no choice of a way to log in',
      break: ({ put }) => put('.gemini/settings.json', '{ "ui": {} }'),
      finds: { 'gemini-auth-type': /does not say how/ },
      did: { says: /Invalid auth method selected|auth method/i, statuses: [] },
      tried: /log in/,
      explained: 'gemini-auth-type',
    },
    {
      name: 'a trailing comma in settings.json',
      break: ({ change }) => change('.gemini/settings.json', (content) => content.replace(/\n\}\s*$/, ',\n}\n')),
      finds: { 'config-parses': /Gemini CLI cannot read/ },
      did: { code: 52, says: /settings\.json/, statuses: [] },
      explained: 'config-parses',
    },
    {
      name: "a guide's base URL in settings.json, where it has no effect",
      break({ put, relay }) {
        put('.gemini/settings.json', JSON.stringify({ baseUrl: relay.url, security: { auth: { selectedType: 'gemini-api-key' } } }))
        put('.gemini/.env', `GEMINI_API_KEY='${KEY}'\nGEMINI_MODEL='${MODELS.gemini}'\n`)
      },
      finds: { 'gemini-useless-settings': /baseUrl in settings\.json has no effect/ },
      did: { says: /./, statuses: [] },
      limit: 15_000,
    },
    {
      name: 'a key that is cut off at a #',
      options: { key: KEY },
      break: ({ change }) => change('.gemini/.env', (content) => content.replace(/GEMINI_API_KEY=.*/, `GEMINI_API_KEY=${STALE}#${KEY}`)),
      finds: { 'gemini-env-quotes': /GEMINI_API_KEY is cut off/ },
      did: {
        code: 1,
        says: /401/,
        statuses: [401],
        asked: (prompts) => expect(prompts[0]?.credentials.map(({ key }) => key)).toEqual([STALE]),
      },
    },
    {
      name: 'another way to log in that is enforced',
      break: ({ put }) =>
        put('.gemini/settings.json', '{"security":{"auth":{"selectedType":"gemini-api-key","enforcedType":"oauth-personal"}}}'),
      finds: { 'gemini-auth-type': /only the login “oauth-personal” is allowed/ },
      did: { code: 41, says: /enforced authentication type/, statuses: [] },
      explained: 'gemini-auth-type',
    },
    {
      name: 'a byte order mark in settings.json',
      break: ({ change }) => change('.gemini/settings.json', (content) => `\uFEFF${content}`),
      finds: { 'config-parses': /Gemini CLI cannot read/ },
      did: { code: 52, says: /not valid JSON/, statuses: [] },
      explained: 'config-parses',
    },
    {
      name: 'no model of yours',
      break({ change, put }) {
        change('.gemini/.env', (content) => content.replace(/^GEMINI_MODEL=.*\n/m, ''))
        put('.gemini/settings.json', '{"security":{"auth":{"selectedType":"gemini-api-key"}}}')
      },
      finds: { 'model-unnamed': /it asks for gemini-3\.5-flash-lite/ },
      did: {
        code: 1,
        says: /ModelNotFoundError/,
        statuses: [404],
        asked: (prompts) => expect(prompts[0]?.model).toBe('gemini-3.5-flash-lite'),
      },
      limit: 30_000,
    },
  ],
}

/** A login of ChatGPT's shape: Codex reads the claims of its tokens. */
function tokens() {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = {
    email: 'me@example.com',
    exp: 4_000_000_000,
    'https://api.openai.com/auth': { chatgpt_account_id: 'acc', chatgpt_plan_type: 'pro' },
  }
  const token = `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.${Buffer.from('signature').toString('base64url')}`
  return { id_token: token, access_token: token, refresh_token: 'refresh', account_id: 'acc' }
}
