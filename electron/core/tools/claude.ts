import { text } from '../../../shared/model/text'
import { commonProblems, namesSecret, variableProblems } from './checks'
import { claudeDescriptor } from './claude-descriptor'
import { claudeEnv, envName, helperOf, keyIn, noKeys, owned, smallModel } from './claude-env'
import { claudeNotices } from './claude-notices'
import { claudeProbe } from './claude-probe'
import { launchFile } from './launch'
import { pathFrom, pathsOf } from './paths'
import type { LiveConfig, ToolAdapter, ToolContext, ToolSetting, ToolTarget } from './tool'
import { present, stringAt, valueAt } from './values'

/** An empty helper counts as none; the key in force before comes back with the put-back of the engine. */
const noHelper = ''

/** Claude Code keeps the last 20 characters of a key that its user agreed to (2.1.330); without them it asks at the next start. */
const approvalOf = (key: string): string => key.slice(-20)

function settings(target: ToolTarget, context: ToolContext): readonly ToolSetting[] {
  const helper = helperOf(target)
  const env = { ...claudeEnv(target, helper === undefined ? keyIn(target) : noKeys), ...smallModel(target, context) }
  const extra = Object.entries(target.extra).map(([name, value]) => [name, String(value), namesSecret(name)] as const)
  const own = Object.entries(env).map(([name, value]) => [name, value, value !== '' && namesSecret(name)] as const)
  return [
    ...[...own, ...extra].map(
      ([name, value, secret]): ToolSetting => ({ file: 'settings', op: 'set', path: ['env', name], value, ...(secret && { secret }) }),
    ),
    ...(helper === undefined && valueAt(context.values.settings, ['apiKeyHelper']) === undefined
      ? []
      : [{ file: 'settings', op: 'set', path: ['apiKeyHelper'], value: helper ?? noHelper } as const]),
    { file: 'state', op: 'set', path: ['hasCompletedOnboarding'], value: true },
    ...(helper === undefined && target.options.auth === 'api-key'
      ? [{ file: 'state', op: 'include', path: ['customApiKeyResponses', 'approved'], item: approvalOf(target.key), secret: true } as const]
      : []),
  ]
}

function read(values: Readonly<Record<string, Parameters<typeof stringAt>[0]>>): LiveConfig {
  const env = (name: string) => stringAt(values.settings, ['env', name])
  const token = env('ANTHROPIC_AUTH_TOKEN')
  const apiKey = env('ANTHROPIC_API_KEY')
  const helper = token === undefined && apiKey === undefined ? stringAt(values.settings, ['apiKeyHelper']) : undefined
  const main = env(envName.main)
  // A slot that says what the main model says is how `settings` fills an empty slot: left out, it comes out the same.
  const mapped = (name: string) => (env(name) === main ? undefined : env(name))
  const quiet = valueAt(values.settings, ['env', 'CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC'])
  return {
    baseUrl: env('ANTHROPIC_BASE_URL'),
    key: token ?? apiKey,
    ...(helper === undefined ? {} : { keyCommand: helper }),
    models: present({ main, opus: mapped(envName.opus), sonnet: mapped(envName.sonnet), haiku: mapped(envName.haiku) }),
    options: {
      ...(token !== undefined ? { auth: 'token' } : apiKey !== undefined ? { auth: 'api-key' } : {}),
      quiet: quiet !== undefined && quiet !== '' && quiet !== '0' && quiet !== false,
    },
  }
}

/**
 * Claude Code. Facts from 2.1.330, 2.1.197, 2.0.77 and 1.0.128 against a recording relay: `env` of settings.json wins over the shell, the token
 * goes as `Authorization: Bearer` and needs no approval, the base URL has no ending. settings.json is strict JSON.
 */
export const claude: ToolAdapter = {
  descriptor: claudeDescriptor,
  doctor: async () => (await import('./claude-doctor')).claudeDoctor,
  command: { name: 'claude', npmPackage: '@anthropic-ai/claude-code' },
  /** CLAUDE_CONFIG_DIR moves both files into one folder. */
  locate(place) {
    const paths = pathsOf(place)
    const moved = pathFrom(place, 'CLAUDE_CONFIG_DIR')
    return [
      { id: 'settings', path: paths.join(moved ?? paths.join(place.home, '.claude'), 'settings.json'), format: 'json' },
      { id: 'state', path: paths.join(moved ?? place.home, '.claude.json'), format: 'json' },
    ]
  },
  baseUrl: (root) => root,
  baseUrlNote: text('Claude Code adds /v1/messages by itself.', 'Claude Code 会自己加上 /v1/messages。'),
  settings,
  read,
  asks: helperOf,
  notices: claudeNotices,
  /**
   * Variables alone do not do: settings.json wins over them. `--settings` with a file wins over settings.json and over a project's settings, keeps
   * everything else of the user's, and puts no key on the command line. (CLAUDE_CONFIG_DIR would lose the user's settings and history.) The key
   * stands in that file only if it may stand in files at all.
   */
  launch(target, context) {
    const helper = helperOf(target)
    const others = {
      ...present(Object.fromEntries(Object.entries(target.extra).map(([name, value]) => [name, String(value)]))),
      ...(context ? smallModel(target, context) : {}),
    }
    const inFile = { ...claudeEnv(target, helper === undefined ? keyIn(target) : noKeys), ...others }
    const content = JSON.stringify({ env: inFile, apiKeyHelper: helper ?? noHelper }, null, 2)
    return {
      env: { ...claudeEnv(target, keyIn(target)), ...others },
      args: ['--settings', launchFile('settings')],
      files: [{ id: 'settings', name: 'settings.json', content, secret: helper === undefined }],
    }
  },
  probe: claudeProbe,
  check: (target) => [...commonProblems(target, claudeDescriptor), ...variableProblems(target.extra, owned)],
}
