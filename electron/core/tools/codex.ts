import { createHash } from 'node:crypto'
import type { Notice } from '../../../shared/model/switch'
import { text } from '../../../shared/model/text'
import type { ConfigValue } from '../files/editor'
import { commonProblems, controlProblems, type FieldProblem, namesSecret, ownedExtra } from './checks'
import { codexDescriptor } from './codex-descriptor'
import { commandIn, commandOf, commandPatience, commandText, fileStore, keyPlace, PROVIDER, providerName } from './codex-layout'
import { codexNotices } from './codex-notices'
import { codexProbe } from './codex-probe'
import { pathFrom, pathsOf } from './paths'
import { parseDottedKey } from './toml-key'
import type { FileValues, LiveConfig, ToolAdapter, ToolContext, ToolSetting, ToolTarget } from './tool'
import { present, stringAt, valueAt } from './values'

const table = ['model_providers', PROVIDER] as const
const owned: readonly (readonly string[])[] = [
  ['model'],
  ['model_provider'],
  ['cli_auth_credentials_store'],
  // Both are errors since 0.98 at the latest; both would lead past our provider before that.
  ['profile'],
  ['profiles'],
  // Any other source of a key in our own table would win over the token or fight with it.
  ...['name', 'base_url', 'wire_api', 'experimental_bearer_token', 'requires_openai_auth', 'env_key', 'auth'].map((key) => [...table, key]),
]

const isPrefix = (short: readonly string[], long: readonly string[]) => short.every((key, index) => long[index] === key)
const collide = (one: readonly string[], other: readonly string[]) => isPrefix(one, other) || isPrefix(other, one)

function settings(target: ToolTarget, context: ToolContext): readonly ToolSetting[] {
  const config = (path: readonly string[], value: ConfigValue, secret = false): ToolSetting => ({
    file: 'config',
    op: 'set',
    path,
    value,
    ...(secret && { secret }),
  })
  const auth = (path: readonly string[], value: string, secret = false): ToolSetting => ({
    file: 'auth',
    op: 'set',
    path,
    value,
    ...(secret && { secret }),
  })
  const command = commandOf(target, context.version)
  const inConfig = keyPlace(target, context.version) === 'config'
  // Where auth_mode or the store say nothing, or say what we need, nothing is written; our own value is written again, so the list is stable.
  const hasMode = valueAt(context.values.auth, ['auth_mode']) !== undefined
  return [
    config(['model_provider'], PROVIDER),
    ...(target.models.main === undefined ? [] : [config(['model'], target.models.main)]),
    config([...table, 'name'], providerName),
    config([...table, 'base_url'], target.baseUrl),
    config([...table, 'wire_api'], 'responses'),
    ...(command !== undefined
      ? [
          config([...table, 'auth', 'command'], command.program),
          config([...table, 'auth', 'args'], command.args),
          config([...table, 'auth', 'timeout_ms'], commandPatience),
        ]
      : inConfig
        ? [config([...table, 'experimental_bearer_token'], target.key, true)]
        : [
            config([...table, 'requires_openai_auth'], true),
            ...(fileStore(context) ? [config(['cli_auth_credentials_store'], 'file')] : []),
            ...(hasMode ? [auth(['auth_mode'], 'apikey')] : []),
            auth(['OPENAI_API_KEY'], target.key, true),
          ]),
    ...Object.entries(target.extra).map(([key, value]) => config(parseDottedKey(key) ?? [key], value, namesSecret(key))),
  ]
}

function read(values: FileValues): LiveConfig {
  const provider = stringAt(values.config, ['model_provider'])
  const at = (key: string) => (provider === undefined ? undefined : stringAt(values.config, ['model_providers', provider, key]))
  const token = at('experimental_bearer_token')
  const fromAuth = provider === undefined || valueAt(values.config, ['model_providers', provider, 'requires_openai_auth']) === true
  const keyCommand = provider === undefined ? undefined : commandIn(values.config, ['model_providers', provider, 'auth'])
  const main = stringAt(values.config, ['model'])
  return {
    baseUrl: provider === undefined || provider === 'openai' ? stringAt(values.config, ['openai_base_url']) : at('base_url'),
    key: token ?? (fromAuth || provider === 'openai' ? stringAt(values.auth, ['OPENAI_API_KEY']) : undefined),
    ...(keyCommand === undefined ? {} : { keyCommand }),
    models: present({ main }),
    options: token !== undefined ? { keyIn: 'config' } : at('base_url') !== undefined && fromAuth ? { keyIn: 'auth-json' } : {},
  }
}

function extraProblems(extra: ToolTarget['extra']): readonly FieldProblem[] {
  const paths = Object.keys(extra).map((key) => ({ key, path: parseDottedKey(key) }))
  return paths.flatMap(({ key, path }): readonly FieldProblem[] => {
    if (path === undefined)
      return [
        {
          field: `extra.${key}`,
          message: text('This is no key of config.toml.', '这不是 config.toml 的合法键名。'),
          hint: text(
            'Write it with dots, with quotes around names that hold dots: notice.model_migrations."gpt-5.5"',
            '请用点号分隔；名称本身含点号时加引号：notice.model_migrations."gpt-5.5"',
          ),
        },
      ]
    const value = extra[key]
    if (owned.some((one) => collide(one, path))) return [ownedExtra(key)]
    if (paths.some((other) => other.key !== key && other.path !== undefined && collide(other.path, path)))
      return [
        {
          field: `extra.${key}`,
          message: text('Two entries set the same place.', '有两项设置了同一个位置。'),
          hint: text('Keep one of them.', '请只保留其中一项。'),
        },
      ]
    return value === undefined ? [] : controlProblems(key, value)
  })
}

/**
 * One variable per relay. Codex's background daemon keeps the environment of its start, so a name shared by all relays would let it send one
 * relay's key to another; with this name it has no key at all and says so.
 */
const keyVariable = (baseUrl: string): string =>
  `SWITCHYARD_KEY_${createHash('sha256').update(baseUrl).digest('hex').slice(0, 8).toUpperCase()}`

/** Arguments are visible to every program of the machine, so what may be a secret does not go there. */
const leftOut = (keys: readonly string[]): Notice => ({
  id: 'codex-run-extra',
  severity: 'warn',
  message: text(
    `Left out for this command, because it may be secret: ${keys.join(', ')}`,
    `以下设置可能是机密，本次命令不使用：${keys.join('、')}`,
  ),
  cure: text('Switch to the profile if the command needs it.', '如果命令需要它，请切换到该配置。'),
})

/**
 * Codex CLI. Facts from 0.169, 0.150, 0.128, 0.98 and 0.63 against a recording relay: only the Responses API is left; a bearer token in
 * config.toml needs no login, leaves the ChatGPT login in auth.json alone, and switches together with the URL, also in a running daemon.
 */
export const codex: ToolAdapter = {
  descriptor: codexDescriptor,
  doctor: async () => (await import('./codex-doctor')).codexDoctor,
  command: { name: 'codex', npmPackage: '@openai/codex' },
  /** CODEX_HOME moves the folder. */
  locate(place) {
    const paths = pathsOf(place)
    const folder = pathFrom(place, 'CODEX_HOME') ?? paths.join(place.home, '.codex')
    return [
      { id: 'config', path: paths.join(folder, 'config.toml'), format: 'toml' },
      { id: 'auth', path: paths.join(folder, 'auth.json'), format: 'json' },
    ]
  },
  baseUrl: (root) => `${root}/v1`,
  baseUrlNote: text(
    'Codex adds /responses by itself; a relay that has only /chat/completions cannot serve it.',
    'Codex 会自己加上 /responses；只支持 /chat/completions 的中转站无法用于 Codex。',
  ),
  settings,
  read,
  asks(target, version) {
    const command = commandOf(target, version)
    return command && commandText([command.program, ...command.args])
  },
  notices: codexNotices,
  /**
   * Overrides for this start alone, under the same provider id, so that the history stays in view. `env_key` wins over every other source of a key,
   * but beside a command Codex refuses to start (0.169): where config.toml has one for our provider, the start gets one too.
   */
  launch(target, context) {
    const name = keyVariable(target.baseUrl)
    const override = (path: readonly string[], value: string | number | boolean | readonly string[]) => [
      '-c',
      `${path.map((key) => (/^[A-Za-z0-9_-]+$/.test(key) ? key : JSON.stringify(key))).join('.')}=${JSON.stringify(value)}`,
    ]
    const open = Object.entries(target.extra).filter(([key]) => !namesSecret(key))
    const secret = Object.keys(target.extra).filter(namesSecret)
    return {
      env: { [name]: target.key },
      args: [
        ...(target.models.main === undefined ? [] : override(['model'], target.models.main)),
        ...override(['model_provider'], PROVIDER),
        ...override([...table, 'name'], providerName),
        ...override([...table, 'base_url'], target.baseUrl),
        ...override([...table, 'wire_api'], 'responses'),
        ...override([...table, 'requires_openai_auth'], false),
        ...(target.keyCommand !== undefined && valueAt(context?.values.config, [...table, 'auth']) !== undefined
          ? [
              ...override([...table, 'auth', 'command'], target.keyCommand.program),
              ...override([...table, 'auth', 'args'], target.keyCommand.args),
            ]
          : override([...table, 'env_key'], name)),
        ...open.flatMap(([key, value]) => override(parseDottedKey(key) ?? [key], value)),
      ],
      notices: secret.length === 0 ? [] : [leftOut(secret)],
    }
  },
  probe: codexProbe,
  check: (target) => [...commonProblems(target, codexDescriptor), ...extraProblems(target.extra)],
}
