import { checkSuite, STRAY_KEY } from '../../support/check-suite'
import { KEY_A } from '../../support/relay-input'
import type { TempHome } from '../../support/temp-home'

const settings = '.claude/settings.json'
const change = (home: TempHome, file: string, edit: (values: Record<string, unknown>) => void) => {
  const values = JSON.parse(home.read(file)) as Record<string, unknown>
  edit(values)
  home.write(file, `${JSON.stringify(values, null, 2)}\n`, 0o600)
}
const env = (values: Record<string, unknown>) => values.env as Record<string, unknown>

checkSuite({
  id: 'claude-bad-value',
  broken: [
    {
      name: 'mends a model that is a number',
      break: (home) => change(home, settings, (values) => Object.assign(values, { model: 5 })),
      severity: 'fail',
      cause: /ignores the whole file/,
      mends: true,
    },
    {
      name: 'mends permissions that are a list',
      break: (home) => change(home, settings, (values) => Object.assign(values, { permissions: ['Bash'] })),
      severity: 'fail',
      cause: /wrong kind/,
      mends: true,
    },
  ],
})

checkSuite({
  id: 'claude-second-credential',
  broken: [
    {
      name: 'blanks an API key besides the token',
      break: (home) => change(home, settings, (values) => Object.assign(env(values), { ANTHROPIC_API_KEY: STRAY_KEY })),
      severity: 'warn',
      cause: /sends ANTHROPIC_API_KEY from Your settings besides its own key/,
      mends: true,
    },
    {
      name: 'blanks a stale key of the shell',
      env: { ANTHROPIC_API_KEY: STRAY_KEY },
      break: (home) => change(home, settings, (values) => delete env(values).ANTHROPIC_API_KEY),
      severity: 'warn',
      cause: /ANTHROPIC_API_KEY from Your shell/,
      mends: true,
    },
    {
      name: 'blanks null, which is sent as a word',
      break: (home) => change(home, settings, (values) => Object.assign(env(values), { ANTHROPIC_API_KEY: null })),
      severity: 'warn',
      cause: /ANTHROPIC_API_KEY/,
      mends: true,
    },
  ],
})

checkSuite({
  id: 'claude-api-key-helper',
  broken: [
    {
      name: 'blanks a helper that was left behind',
      break: (home) => change(home, settings, (values) => Object.assign(values, { apiKeyHelper: '/old/helper.sh' })),
      severity: 'warn',
      cause: /apiKeyHelper/,
      mends: true,
    },
  ],
})

const asApiKey = (home: TempHome) =>
  change(home, settings, (values) => Object.assign(env(values), { ANTHROPIC_API_KEY: KEY_A, ANTHROPIC_AUTH_TOKEN: '' }))

checkSuite({
  id: 'claude-key-approval',
  broken: [
    {
      name: 'approves a key that Claude Code would ask about',
      break: asApiKey,
      severity: 'warn',
      cause: /asks whether to use this key/,
      mends: true,
    },
    {
      name: 'takes a key out of the refused ones',
      break(home) {
        asApiKey(home)
        change(home, '.claude.json', (values) =>
          Object.assign(values, { customApiKeyResponses: { approved: [], rejected: [KEY_A.slice(-20)] } }),
        )
      },
      severity: 'fail',
      cause: /not to use this key/,
      mends: true,
    },
  ],
})

checkSuite({
  id: 'claude-provider-switch',
  broken: [
    {
      name: 'blanks Bedrock of the shell where the file does not',
      env: { CLAUDE_CODE_USE_BEDROCK: '1' },
      break: (home) => change(home, settings, (values) => delete env(values).CLAUDE_CODE_USE_BEDROCK),
      severity: 'fail',
      cause: /CLAUDE_CODE_USE_BEDROCK leads Claude Code past the relay/,
      mends: true,
    },
  ],
})

checkSuite({
  id: 'claude-onboarding',
  broken: [
    {
      name: 'marks the first start as done',
      break: (home) => home.write('.claude.json', '{"numStartups": 1}\n', 0o600),
      severity: 'warn',
      cause: /first start/,
      mends: true,
    },
  ],
})

checkSuite({
  id: 'claude-config-dir-in-settings',
  broken: [
    {
      name: 'blanks the variable that splits the state',
      break: (home) => change(home, settings, (values) => Object.assign(env(values), { CLAUDE_CONFIG_DIR: '/elsewhere' })),
      severity: 'warn',
      cause: /CLAUDE_CONFIG_DIR/,
      mends: true,
    },
  ],
})

const HEADERS = 'ANTHROPIC_CUSTOM_HEADERS'

checkSuite({
  id: 'claude-custom-headers',
  ok: (home) => change(home, settings, (values) => Object.assign(env(values), { [HEADERS]: 'X-Team: a\nX-Note: api-key: no' })),
  broken: [
    {
      name: 'takes a key out of headers in settings.json',
      break: (home) => change(home, settings, (values) => Object.assign(env(values), { [HEADERS]: `X-Team: a\nx-api-key: ${STRAY_KEY}` })),
      severity: 'fail',
      cause: /from Your settings holds a key in x-api-key/,
      mends: true,
    },
    {
      name: 'hides headers of the shell that hold a key',
      env: { [HEADERS]: `Authorization: Bearer ${STRAY_KEY}` },
      break: () => undefined,
      severity: 'fail',
      cause: /from Your shell holds a key in Authorization/,
      mends: true,
    },
    {
      name: 'names headers of a project that hold a key',
      folder: 'work',
      break: (home) => home.write('work/.claude/settings.json', JSON.stringify({ env: { [HEADERS]: `x-api-key: ${STRAY_KEY}` } })),
      severity: 'fail',
      cause: /from The project's settings/,
    },
  ],
})
