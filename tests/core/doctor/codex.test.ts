import { utimesSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkSuite, findingOf, healthyHome, STRAY_KEY } from '../../support/check-suite'
import { KEY_A, relayInput } from '../../support/relay-input'
import type { TempHome } from '../../support/temp-home'

const config = '.codex/config.toml'
const change = (home: TempHome, edit: (content: string) => string) => home.write(config, edit(home.read(config)), 0o600)
const classic = `model_provider = "r"\n\n[model_providers.r]\nname = "R"\nbase_url = "https://r.example/v1"\nrequires_openai_auth = true\n`

/** The classic layout: the key in auth.json, set by hand. */
async function byHand(home: TempHome, auth: string, toml = classic): Promise<void> {
  await home.core.api['switch.restore']({ tools: ['codex'] })
  home.write(config, toml, 0o600)
  home.write('.codex/auth.json', auth, 0o600)
}
const keyFile = (more: object = {}) => JSON.stringify({ OPENAI_API_KEY: STRAY_KEY, ...more })

checkSuite({
  id: 'codex-wire-api',
  broken: [
    {
      name: 'mends the old wire API',
      break: (home) =>
        change(
          home,
          (content) => `${content}\n[model_providers.old]\nname = "Old"\nbase_url = "https://o.example/v1"\nwire_api = "chat"\n`,
        ),
      severity: 'fail',
      cause: /wire_api = "chat" for old/,
      mends: true,
    },
  ],
})

checkSuite({
  id: 'codex-legacy-profiles',
  broken: [
    {
      name: 'comments old profiles out',
      break: (home) => change(home, (content) => `profile = "p"\n${content}\n[profiles.p]\nmodel = "m"\n\n[tui]\nx = 1\n`),
      severity: 'fail',
      cause: /profiles of the old kind/,
      mends: true,
    },
  ],
})

checkSuite({
  id: 'codex-root-keys',
  broken: [
    {
      name: 'writes settings that were appended behind a table above it',
      break: (home) => home.write(config, `[tui]\ntheme = "dark"\n\n${classic}`, 0o600),
      severity: 'fail',
      cause: /model_provider stands in \[tui\]/,
      mends: true,
    },
  ],
})

checkSuite({
  id: 'codex-provider',
  broken: [
    {
      name: 'tells of a provider that is not defined, and writes the profile again',
      break: (home) => change(home, (content) => content.replace('model_provider = "switchyard"', 'model_provider = "gone"')),
      severity: 'fail',
      cause: /provider “gone”, which it does not define/,
      mends: true,
    },
    {
      name: 'tells of a provider without a name',
      break: (home) => change(home, (content) => content.replace('name = "Switchyard"\n', '')),
      severity: 'fail',
      cause: /has no name/,
      mends: true,
    },
    {
      name: 'tells of a provider without a key, to which Codex sends none',
      break: (home) => change(home, (content) => content.replace(/^experimental_bearer_token = .*$/m, 'experimental_bearer_token = ""')),
      severity: 'fail',
      cause: /has no key, so Codex sends none/,
      mends: true,
    },
    {
      name: 'tells of a reserved name',
      break: (home) => change(home, (content) => `${content}\n[model_providers.openai]\nbase_url = "https://o.example/v1"\n`),
      severity: 'fail',
      cause: /a name that Codex keeps for itself/,
    },
  ],
})

const inBuiltIn = 'model = "m"\nopenai_base_url = "https://r.example/v1"\n'

checkSuite({
  id: 'codex-websocket',
  broken: [
    {
      name: 'gives a relay in openai_base_url a provider of its own, so that no WebSocket is tried',
      break: (home) => byHand(home, keyFile(), inBuiltIn),
      severity: 'warn',
      cause: /openai_base_url, so Codex tries a WebSocket/,
      mends: true,
    },
    {
      name: 'writes the profile again where something turned Codex back to openai_base_url',
      break: (home) => change(home, (content) => content.replace(/^model_provider = .*$/m, 'openai_base_url = "https://r.example/v1"')),
      severity: 'warn',
      cause: /openai_base_url, so Codex tries a WebSocket/,
      mends: true,
    },
  ],
})

describe('the WebSocket of Codex', () => {
  it("is no trouble at its maker's own servers, or where openai_base_url is not in force", async () => {
    const home = await healthyHome()
    change(home, (content) => `openai_base_url = "https://r.example/v1"\n${content}`)
    expect(await findingOf(home, 'codex-websocket')).toMatchObject({ severity: 'ok' })
    await byHand(home, keyFile(), inBuiltIn.replace('r.example', 'eu.api.openai.com'))
    expect(await findingOf(home, 'codex-websocket')).toMatchObject({ severity: 'ok' })
  })
  it('is mended with the same key and address', async () => {
    const home = await healthyHome()
    await byHand(home, keyFile(), inBuiltIn)
    const { token } = await home.core.api['doctor.previewFix']({ id: 'codex-websocket' })
    await home.core.api['doctor.applyFix']({ id: 'codex-websocket', token })
    const [codex] = (await home.core.api['tools.status']({})).filter(({ tool }) => tool === 'codex')
    expect(codex).toMatchObject({ baseUrl: 'https://r.example/v1', model: 'm' })
    expect(home.read(config)).toContain('requires_openai_auth = true')
    expect(home.read('.codex/auth.json')).toBe(keyFile())
  })
})

checkSuite({
  id: 'codex-auth-file',
  healthy: 'skip',
  broken: [
    {
      name: 'takes a byte order mark off',
      break: (home) => byHand(home, `\uFEFF${keyFile()}`),
      severity: 'fail',
      cause: /byte order mark, so Codex sends no key/,
      mends: true,
    },
    {
      name: 'takes a trailing comma out',
      break: (home) => byHand(home, keyFile().replace('}', ',}')),
      severity: 'fail',
      cause: /not valid JSON/,
      mends: true,
    },
    {
      name: 'corrects an auth_mode in camel case',
      break: (home) => byHand(home, keyFile({ auth_mode: 'apiKey' })),
      severity: 'fail',
      cause: /unknown auth_mode/,
      mends: true,
    },
    {
      name: 'takes the login out of the keyring',
      break: (home) => byHand(home, keyFile(), `cli_auth_credentials_store = "keyring"\n${classic}`),
      severity: 'fail',
      cause: /keyring/,
      mends: true,
    },
    {
      name: 'takes a line break out of the key',
      break: (home) => byHand(home, JSON.stringify({ OPENAI_API_KEY: `${STRAY_KEY}\n` })),
      severity: 'fail',
      cause: /line break/,
      mends: true,
    },
  ],
})

checkSuite({
  id: 'codex-env-key',
  healthy: 'skip',
  broken: [
    {
      name: 'tells of a variable that is not set, and writes the profile again',
      break: (home) => change(home, (content) => content.replace('wire_api', 'env_key = "MY_RELAY_KEY"\nwire_api')),
      severity: 'fail',
      cause: /MY_RELAY_KEY, which is not set/,
      mends: true,
    },
  ],
})

checkSuite({
  id: 'codex-daemon',
  healthy: 'skip',
  broken: [
    {
      name: 'tells of a daemon that has the old key',
      async break(home) {
        await byHand(home, keyFile())
        home.write('.codex/app-server-daemon/daemon.pid', `${process.pid}\n`)
        const later = new Date(Date.now() + 60_000)
        utimesSync(home.path('.codex/auth.json'), later, later)
      },
      severity: 'warn',
      cause: /still has the old one/,
    },
  ],
})

checkSuite({
  id: 'codex-model-migration',
  broken: [
    {
      name: 'sets the model back that Codex changed at its start',
      async break(home) {
        const [, profile] = await home.core.api['profiles.list']({})
        const input = relayInput('Alpha', KEY_A)
        const codex = { enabled: true, models: { main: 'gpt-5.5' }, options: {}, extra: {} }
        await home.core.api['profiles.edit']({ id: profile?.id ?? '', profile: { ...input, tools: { ...input.tools, codex } } })
        await home.core.api['switch.apply']({ profileId: profile?.id ?? '' })
        change(home, (content) => content.replace('gpt-5.5', 'gpt-6-sol'))
      },
      severity: 'warn',
      cause: /from gpt-5\.5 to gpt-6-sol/,
      mends: true,
    },
  ],
})

checkSuite({
  id: 'env-overrides',
  broken: [
    {
      name: 'tells of a key of the shell that wins over auth.json, in `codex exec`',
      async break(home) {
        await byHand(home, keyFile())
        home.write('.bashrc', 'export CODEX_API_KEY=sk-other0123456789abcdefother\n')
      },
      severity: 'fail',
      cause: /CODEX_API_KEY in your shell overrides/,
      mends: true,
    },
  ],
})
