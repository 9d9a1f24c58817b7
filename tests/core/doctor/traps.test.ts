import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { checks, checkWithId } from '../../../electron/core/doctor/index'

/** A trap of a tool, the check that tells of it, and the file of tests with its case (a name, or words of it). */
type Trap = readonly [trap: string, check: string, file: string, named: string]

const claude = 'core/doctor/claude'
const codex = 'core/doctor/codex'
const gemini = 'core/doctor/gemini'
const settings = 'core/doctor/settings'
const environment = 'core/doctor/environment'
const files = 'core/doctor/files'
const machine = 'core/doctor/machine'
const real = 'real/broken/tool-cases'
const managed = 'real/broken/managed-cases'

/** What makes the tools fail although the settings look right, as observed with Claude Code 2.1, Codex 0.169 and Gemini CLI 0.61. */
const traps: readonly Trap[] = [
  // Every tool
  ['a base URL in the form of another tool', 'base-url-shape', settings, "mends the guide's wrong form for Gemini CLI"],
  ['a full endpoint as base URL', 'base-url-shape', settings, 'mends an endpoint in place of a base URL'],
  ['/v1 twice', 'base-url-shape', settings, 'mends /v1 twice'],
  ['no scheme', 'base-url-shape', settings, 'refuses an address without https://'],
  ['one shell variable that tools read in different forms', 'env-shared', environment, 'other programs read too'],
  ['a key with Bearer, blanks or line breaks', 'key-format', settings, 'mends a key that was copied with “Bearer”'],
  ['a placeholder in place of a key', 'key-format', settings, 'tells of a placeholder'],
  ["the maker's own key at a relay", 'key-format', settings, "tells of Anthropic's own key at a relay"],
  ['a dead local proxy, also for 127.0.0.1', 'proxy-dead', environment, 'names a proxy that does not answer'],
  ['ALL_PROXY alone, which not every tool reads', 'proxy-rules', environment, 'only ALL_PROXY is set'],
  ['the proxy of the system, which no tool uses', 'proxy-system', 'core/doctor/shells', 'asked of gsettings within a desktop session'],
  ['a CA file where the tool does not read it', 'ca-file', environment, 'a CA file that is not there'],
  ['verification switched off', 'tls-verification', environment, 'switch-off of certificates'],
  ['a session that runs with old settings', 'running-sessions', machine, 'a session of a tool that was started before'],
  ['dead localhost proxies of other switchers', 'leftover-switcher', settings, 'dead proxy of CC-Switch'],
  ['two switchers on one file', 'two-switchers', settings, 'two that write the same file'],
  ['a wrong clock, which voids every certificate', 'clock', machine, 'a clock that stands before the last switch'],
  // Claude Code
  ['managed settings, their parts and policies', 'why-ignored', managed, 'managed settings of the machine, in the part that wins'],
  ["a project's settings over the user's", 'why-ignored', real, "a project's settings that win over yours"],
  ['CLAUDE_CONFIG_DIR in its own settings', 'claude-config-dir-in-settings', claude, 'splits the state'],
  ['settings.local.json in the home', 'config-misplaced', files, 'settings.local.json in the home'],
  ['token and key, both sent', 'claude-second-credential', claude, 'blanks an API key besides the token'],
  ['a stale key of the shell', 'claude-second-credential', claude, 'blanks a stale key of the shell'],
  ['a key among the further headers', 'claude-custom-headers', claude, 'takes a key out of headers in settings.json'],
  ['null, sent as a word', 'claude-second-credential', claude, 'blanks null'],
  ['an apiKeyHelper that was left behind', 'claude-api-key-helper', claude, 'blanks a helper'],
  ['a key that is asked about', 'claude-key-approval', claude, 'approves a key'],
  ['a key that was refused', 'claude-key-approval', claude, 'takes a key out of the refused ones'],
  ['the first start', 'claude-onboarding', claude, 'marks the first start as done'],
  ['Bedrock, Vertex or Foundry in the shell', 'claude-provider-switch', claude, 'blanks Bedrock'],
  ['a base URL without a key beside a login', 'login-leak', settings, 'a base URL without a key beside a claude.ai login'],
  ['comments and trailing commas', 'config-parses', files, 'mends a trailing comma'],
  ['one value of a wrong type, which voids the file', 'claude-bad-value', claude, 'mends a model that is a number'],
  ['a file that cannot be read', 'config-permissions', files, 'a file that its owner may not read'],
  ['short names of models that nothing maps', 'model-unnamed', real, 'a short name for a model that nothing'],
  // Codex
  ['CODEX_HOME that is not there', 'config-folder', real, 'CODEX_HOME that is not there'],
  ['a daemon with the old key', 'codex-daemon', codex, 'a daemon that has the old key'],
  ['a ChatGPT login that would go to the relay', 'login-leak', settings, 'a ChatGPT login that Codex would send'],
  ['a provider without a key', 'codex-provider', codex, 'a provider without a key'],
  ['a variable for the key that is not set', 'codex-env-key', codex, 'a variable that is not set'],
  ['OPENAI_BASE_URL and OPENAI_API_KEY, which it ignores', 'env-useless', environment, "the guide's variables for Codex"],
  ['CODEX_API_KEY over auth.json', 'env-overrides', codex, 'a key of the shell that wins over auth.json'],
  ['auth_mode in camel case', 'codex-auth-file', codex, 'auth_mode in camel case'],
  ['logins in the keyring', 'codex-auth-file', codex, 'takes the login out of the keyring'],
  ['a byte order mark in auth.json', 'codex-auth-file', codex, 'takes a byte order mark off'],
  ['a trailing comma in auth.json', 'codex-auth-file', codex, 'takes a trailing comma out'],
  ['a line break in the key', 'codex-auth-file', codex, 'takes a line break out of the key'],
  ['the old wire API', 'codex-wire-api', codex, 'mends the old wire API'],
  ['settings behind a table', 'codex-root-keys', codex, 'appended behind a table'],
  ['a reserved provider', 'codex-provider', codex, 'tells of a reserved name'],
  ['a provider that is not defined or has no name', 'codex-provider', codex, 'tells of a provider that is not defined'],
  ['broken TOML', 'config-parses', files, 'leaves a file alone that it cannot mend'],
  ['openai_base_url, with which it tries a WebSocket first', 'codex-websocket', codex, 'so that no WebSocket is tried'],
  ['profiles of the old kind', 'codex-legacy-profiles', codex, 'comments old profiles out'],
  ['a model that Codex changed at its start', 'codex-model-migration', codex, 'sets the model back'],
  ['requirements.toml over everything', 'why-ignored', managed, 'a provider that requirements.toml demands'],
  ['managed_config.toml over flags', 'why-ignored', managed, 'a model in managed_config.toml'],
  ['no model, so its own is asked for', 'model-unnamed', real, 'no model of yours'],
  ['a version that reads no key in config.toml', 'tool-too-old', machine, 'a Codex that does not read what is written'],
  // Gemini CLI
  ['base URL or key in settings.json, without effect', 'gemini-useless-settings', gemini, 'tells of a base URL in settings.json'],
  ['no way to log in chosen', 'gemini-auth-type', gemini, 'sets the way to log in where there is none'],
  ['a Google login that ignores the key', 'gemini-auth-type', gemini, 'a Google login would ignore the key'],
  ['a login that the settings of the machine demand', 'gemini-auth-type', managed, 'a login that the settings of the machine demand'],
  ['settings of the machine that others may write, which it skips', 'gemini-system-settings', gemini, 'skips because others may write'],
  [
    'the same on Windows, where the usual place is one that every user may write to',
    'gemini-system-settings',
    'core/doctor/windows-access',
    'passed over in the usual place',
  ],
  ['another version of the API in the path', 'gemini-changed-requests', gemini, 'a version out that leads to another path'],
  ['a key among the further headers, which wins', 'gemini-changed-requests', gemini, 'headers out that send a key'],
  ['the key in a second header', 'gemini-auth-mechanism', gemini, 'takes back a header of another relay'],
  ['a folder that is not trusted', 'gemini-trust', gemini, 'trusts a folder'],
  ["a project's .env that hides the user's", 'gemini-env-shadow', gemini, "ignore a project's .env"],
  ["a project's .gemini/.env, which wins all the same", 'gemini-env-shadow', gemini, "a project's .gemini/.env"],
  ['shell variables over .env', 'env-overrides', environment, 'that wins over the profile'],
  ['a value that is cut off at a #', 'gemini-env-quotes', gemini, 'cut off at a #'],
  ['trailing commas and a byte order mark in settings.json', 'config-parses', files, 'a byte order mark off that Gemini CLI does not read'],
]

const testsOf = (file: string): string =>
  readFileSync(path.resolve(import.meta.dirname, `../../${file}${file.startsWith('real') ? '' : '.test'}.ts`), 'utf8')

describe('every trap that is known of the tools', () => {
  it.each(traps)('%s: %s', (_trap, check, file, named) => {
    expect(checkWithId(check), check).toBeDefined()
    // The title of a test or of a case, in either kind of quotes.
    const titles = testsOf(file).match(/(?:name: |\bit\()(["']).*?\1[,\n]/g) ?? []
    expect(
      titles.some((title) => title.includes(named)),
      named,
    ).toBe(true)
    expect(testsOf(file)).toContain(check)
  })
  it('and every check of one tool has a trap here', () => {
    const named = new Set(traps.map(([, check]) => check))
    expect(checks.filter(({ tool, id }) => tool !== undefined && !named.has(id)).map(({ id }) => id)).toEqual([])
  })
})
