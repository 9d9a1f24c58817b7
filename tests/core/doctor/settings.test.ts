import { utimesSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkSuite, findingOf, healthyHome } from '../../support/check-suite'
import { closedPort, openPort } from '../../support/local-ports'
import { KEY_A, relayInput } from '../../support/relay-input'
import type { TempHome } from '../../support/temp-home'

const claude = '.claude/settings.json'
const change = (home: TempHome, file: string, edit: (content: string) => string) => home.write(file, edit(home.read(file)), 0o600)
/** A home without a profile, as other tools or guides leave it. */
const restored = async (home: TempHome) => void (await home.core.api['switch.restore']({}))

checkSuite({
  id: 'live-matches-profile',
  broken: [
    {
      name: 'tells of a value that was changed by hand, and writes the profile again',
      break: (home) => change(home, '.codex/config.toml', (content) => content.replace('Alpha-gpt', 'my-own')),
      severity: 'warn',
      cause: /Something in Codex's files was changed/,
      mends: true,
    },
    {
      name: 'tells of a profile that was edited since',
      async break(home) {
        const [, profile] = await home.core.api['profiles.list']({})
        await home.core.api['profiles.edit']({ id: profile?.id ?? '', profile: relayInput('Alpha', KEY_A, 'https://other.example') })
      },
      severity: 'warn',
      cause: /edited since/,
      mends: true,
    },
  ],
})

checkSuite({
  id: 'why-ignored',
  broken: [
    {
      name: "names the project's settings that win over yours",
      break: (home) => home.write('work/.claude/settings.local.json', '{"env":{"ANTHROPIC_BASE_URL":"https://project.example"}}'),
      severity: 'fail',
      cause: /the base URL comes from the project's local settings \(ANTHROPIC_BASE_URL\)/,
      folder: 'work',
    },
    {
      name: 'names a variable of the shell that wins for Gemini CLI',
      env: { GEMINI_MODEL: 'shell-model' },
      break: () => undefined,
      severity: 'fail',
      cause: /Gemini CLI does not use what the profile says: the model comes from your shell/,
    },
    {
      name: "names a project's .env that hides the one with the relay",
      break: (home) => {
        home.write('work/.gemini/.env', 'UNRELATED=1\n')
      },
      severity: 'fail',
      cause: /the base URL is not read at all/,
      folder: 'work',
    },
  ],
})

checkSuite({
  id: 'base-url-shape',
  broken: [
    {
      name: 'mends an endpoint in place of a base URL for Claude Code',
      break: (home) => change(home, claude, (content) => content.replace('https://alpha.example', 'https://alpha.example/v1/messages')),
      severity: 'fail',
      cause: /needs https:\/\/alpha\.example\./,
      mends: true,
    },
    {
      name: 'mends /v1 twice for Codex',
      break: (home) => change(home, '.codex/config.toml', (content) => content.replace('alpha.example/v1', 'alpha.example/v1/v1')),
      severity: 'fail',
      cause: /needs https:\/\/alpha\.example\/v1/,
      mends: true,
    },
    {
      name: "mends the guide's wrong form for Gemini CLI",
      break: (home) => change(home, '.gemini/.env', (content) => content.replace('alpha.example', 'alpha.example/v1beta/models')),
      severity: 'fail',
      cause: /adds \/v1beta\/models by itself/,
      mends: true,
    },
    {
      name: 'refuses an address without https://',
      break: (home) => change(home, claude, (content) => content.replace('https://alpha.example', 'ftp://alpha.example')),
      severity: 'fail',
      cause: /does not start with http/,
    },
  ],
})

/** Notes the last day of the key in use, counted from today. */
async function expiring(home: TempHome, inDays: number): Promise<void> {
  const [, profile] = await home.core.api['profiles.list']({})
  const at = new Date(Date.now() + inDays * 86_400_000)
  const expiresAt = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
  await home.core.api['keys.edit']({ profileId: profile?.id ?? '', keyId: profile?.relay.keys?.[0]?.id ?? '', expiresAt })
}

checkSuite({
  id: 'key-expiring',
  ok: (home) => expiring(home, 40),
  broken: [
    {
      name: 'tells of a key that ends in some days',
      break: (home) => expiring(home, 5),
      severity: 'warn',
      cause: /The key that Claude Code uses ends on 20/,
    },
    {
      name: 'tells of a key that has ended',
      break: (home) => expiring(home, -3),
      severity: 'warn',
      cause: /The key that Claude Code uses ended on 20/,
    },
  ],
})

checkSuite({
  id: 'key-format',
  broken: [
    {
      name: 'mends a key that was copied with “Bearer”',
      break: (home) => change(home, claude, (content) => content.replace(KEY_A, `Bearer ${KEY_A}`)),
      severity: 'fail',
      cause: /something around it/,
      mends: true,
    },
    {
      name: 'tells of a placeholder',
      break: (home) => change(home, claude, (content) => content.replace(KEY_A, 'sk-your-key')),
      severity: 'fail',
      cause: /placeholder/,
    },
    {
      name: 'tells of a key with a line break',
      break: (home) => change(home, claude, (content) => content.replace(KEY_A, `${KEY_A.slice(0, 20)}\\n${KEY_A.slice(20)}`)),
      severity: 'fail',
      cause: /line break/,
    },
    {
      name: "tells of Anthropic's own key at a relay",
      break: (home) => change(home, claude, (content) => content.replace(KEY_A, 'sk-ant-api03-0123456789abcdef')),
      severity: 'warn',
      cause: /one of Anthropic's own/,
    },
    {
      name: 'tells of a key that does not look like the others of the relay',
      async break(home) {
        await home.core.api['profiles.add']({ profile: relayInput('Beta', 'sk-0123456789abcdef', 'https://alpha.example') })
        change(home, claude, (content) => content.replace(KEY_A, 'ABCDEFGHIJKLMNOPQRSTUV'))
      },
      severity: 'warn',
      cause: /does not start with “sk-”/,
    },
  ],
})

checkSuite({
  id: 'login-leak',
  broken: [
    {
      name: 'finds a base URL without a key beside a claude.ai login',
      async break(home) {
        await restored(home)
        home.write(claude, '{"env":{"ANTHROPIC_BASE_URL":"https://r.example"}}')
        home.write('.claude/.credentials.json', '{"claudeAiOauth":{"accessToken":"sk-ant-oat01-secret0123456789"}}', 0o600)
      },
      severity: 'fail',
      cause: /sends the token of your own login to https:\/\/r\.example/,
    },
    {
      name: 'finds a ChatGPT login that Codex would send, and writes the profile again',
      break(home) {
        const config = home.read('.codex/config.toml').replace(/experimental_bearer_token = .*/, 'requires_openai_auth = true')
        home.write('.codex/config.toml', config, 0o600)
        home.write('.codex/auth.json', '{"tokens":{"access_token":"eyJhbGciOiJub25lIn0.secret"}}', 0o600)
      },
      severity: 'fail',
      cause: /Codex has a relay's address and no key/,
      mends: true,
    },
  ],
})

checkSuite({
  id: 'leftover-switcher',
  broken: [
    {
      name: 'finds the dead proxy of CC-Switch and writes the profile again',
      break: (home) => change(home, claude, (content) => content.replace('https://alpha.example', 'http://127.0.0.1:15721')),
      severity: 'fail',
      cause: /nothing answers: it was the proxy of CC-Switch/,
      mends: true,
    },
    {
      name: 'finds the placeholder PROXY_MANAGED',
      break: (home) => change(home, claude, (content) => content.replace(KEY_A, 'PROXY_MANAGED')),
      severity: 'fail',
      cause: /PROXY_MANAGED/,
    },
  ],
  async ok(home) {
    const port = await openPort()
    change(home, claude, (content) => content.replace('https://alpha.example', `http://127.0.0.1:${port}`))
  },
})

/** The active profile itself names a port of this machine. */
async function ownLocalRelay(home: TempHome, port: number): Promise<void> {
  const [, profile] = await home.core.api['profiles.list']({})
  const id = profile?.id ?? ''
  await home.core.api['profiles.edit']({ id, profile: relayInput('Alpha', KEY_A, `http://127.0.0.1:${port}`) })
  await home.core.api['switch.apply']({ profileId: id })
}

checkSuite({
  id: 'relay-local',
  ok: async (home) => ownLocalRelay(home, await openPort()),
  broken: [
    {
      name: 'tells of a relay of one’s own that does not run',
      break: async (home) => ownLocalRelay(home, await closedPort()),
      severity: 'fail',
      cause: /Claude Code goes to http:\/\/127\.0\.0\.1:\d+, and nothing listens/,
    },
    {
      name: 'tells it also of a port that another switcher uses, where the profile names it',
      break: (home) => ownLocalRelay(home, 15721),
      severity: 'fail',
      cause: /nothing listens on port 15721/,
    },
  ],
})

describe('a profile of one’s own on this machine', () => {
  it.each([15721, 3000])('is no left-over of another switcher, although nothing listens on port %i', async (port) => {
    const home = await healthyHome()
    await ownLocalRelay(home, port)
    expect(await findingOf(home, 'leftover-switcher')).toMatchObject({ severity: 'ok' })
  })
  it('is an address of one’s own in a file that no profile wrote, too', async () => {
    const home = await healthyHome()
    await restored(home)
    home.write(claude, `{"env":{"ANTHROPIC_BASE_URL":"http://localhost:${await closedPort()}","ANTHROPIC_AUTH_TOKEN":"${KEY_A}"}}`, 0o600)
    expect(await findingOf(home, 'leftover-switcher')).toMatchObject({ severity: 'ok' })
    expect(await findingOf(home, 'relay-local')).toMatchObject({ severity: 'fail' })
  })
})

checkSuite({
  id: 'two-switchers',
  healthy: 'skip',
  broken: [
    {
      name: 'tells of another switcher that was used after the last switch',
      break(home) {
        home.write('.cc-switch/config.json', '{}')
        const later = new Date(Date.now() + 60_000)
        utimesSync(home.path('.cc-switch/config.json'), later, later)
      },
      severity: 'warn',
      cause: /CC-Switch was used after/,
    },
    {
      name: 'tells of two that write the same file by turns',
      break(home) {
        home.write('.cc-switch/cc-switch.db', '')
        change(home, claude, (content) => content.replace('https://alpha.example', 'https://theirs.example'))
        const later = new Date(Date.now() + 60_000)
        utimesSync(home.path(claude), later, later)
      },
      severity: 'warn',
      cause: /CC-Switch is used as well, and Claude Code's files were changed after Switchyard wrote them/,
    },
  ],
})
