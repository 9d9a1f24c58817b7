import { text } from '../../../shared/model/text'
import type { ConfigObject } from '../files/editor'
import { claudeManaged, managedInForce } from './claude-managed'
import { readFlags } from './flags'
import type { LayerSource, LayerValues, Said, ToolDoctor, WatchedVariable } from './layers'
import { pathFrom, pathsOf } from './paths'
import type { Place } from './tool'
import { valueAt } from './values'

const asText = (value: unknown): string | undefined =>
  value === undefined ? undefined : value === null ? 'null' : typeof value === 'object' ? undefined : String(value)

/** Variables by what they mean; a lower rank wins. Observed with 2.1.330: TOKEN and KEY are both sent, a model variable wins over `model`. */
const meanings: readonly (Pick<Said, 'name' | 'rank'> & { readonly variable: string })[] = [
  { name: 'baseUrl', rank: 0, variable: 'ANTHROPIC_BASE_URL' },
  { name: 'key', rank: 0, variable: 'ANTHROPIC_AUTH_TOKEN' },
  { name: 'key', rank: 1, variable: 'ANTHROPIC_API_KEY' },
  { name: 'key', rank: 3, variable: 'CLAUDE_CODE_OAUTH_TOKEN' },
  { name: 'model', rank: 0, variable: 'ANTHROPIC_MODEL' },
]
const authNames: Readonly<Record<string, string>> = {
  ANTHROPIC_AUTH_TOKEN: 'token',
  ANTHROPIC_API_KEY: 'api-key',
  CLAUDE_CODE_OAUTH_TOKEN: 'login',
}

function fromVariables(env: ConfigObject | undefined, prefix: readonly string[]): Said[] {
  return meanings.flatMap(({ name, rank, variable }): Said[] => {
    const value = asText(env?.[variable])
    if (value === undefined) return []
    const place = prefix.length === 0 ? {} : { path: [...prefix, variable] }
    const said: Said = { name, rank, setting: variable, value, ...place }
    const auth = authNames[variable]
    return auth === undefined ? [said] : [said, { ...said, name: 'auth', value: value.trim() === '' ? '' : auth }]
  })
}

function fromSettings(values: ConfigObject): Said[] {
  const env = valueAt(values, ['env'])
  const model = asText(values.model)
  const helper = asText(values.apiKeyHelper)
  return [
    ...fromVariables(typeof env === 'object' && env !== null && !Array.isArray(env) ? (env as ConfigObject) : undefined, ['env']),
    ...(model === undefined ? [] : [{ name: 'model', rank: 1, setting: 'model', value: model, path: ['model'] } as const]),
    ...(helper === undefined
      ? []
      : ([
          { name: 'key', rank: 2, setting: 'apiKeyHelper', value: helper.trim(), command: true, path: ['apiKeyHelper'] },
          { name: 'auth', rank: 2, setting: 'apiKeyHelper', value: helper.trim() === '' ? '' : 'helper', path: ['apiKeyHelper'] },
        ] as const)),
  ]
}

/** `--settings` takes a file or the JSON itself. */
function parsedSettings(given: string): ConfigObject {
  try {
    const value: unknown = JSON.parse(given)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as ConfigObject) : {}
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}

/** `--model` wins over everything, `--settings` over all settings but the managed ones (2.1.330). */
function flagLayers(place: Place, folder: string | undefined, given: string | undefined): readonly LayerSource[] {
  const paths = pathsOf(place)
  const label = text('Flags of your alias', '别名中的命令行参数')
  const own: LayerSource = {
    id: 'flags',
    kind: 'flag',
    label,
    read: ({ model, settings }) => [
      ...(typeof model === 'string' ? [{ name: 'model', rank: -1, setting: '--model', value: model } as const] : []),
      ...(typeof settings === 'string' && settings.trimStart().startsWith('{')
        ? fromSettings(parsedSettings(settings)).map(({ path: _inFlag, ...said }) => said)
        : []),
    ],
  }
  if (given === undefined || given.trimStart().startsWith('{')) return [own]
  const path = paths.resolve(folder ?? place.home, given.replace(/^~(?=[/\\])/, place.home))
  return [
    own,
    {
      id: 'flag-settings',
      kind: 'flag',
      label: text('Settings that --settings names', '--settings 指定的设置'),
      file: { path, format: 'json' },
      read: fromSettings,
    },
  ]
}

/** managed > --settings > project local > project > user > `env` of the state file > shell (2.1.330). */
function layers(place: Place, folder?: string, flags?: ConfigObject): readonly LayerSource[] {
  const { join } = pathsOf(place)
  const given = flags?.settings
  const moved = pathFrom(place, 'CLAUDE_CONFIG_DIR')
  const own = moved ?? join(place.home, '.claude')
  const settings = (id: string, kind: LayerSource['kind'], label: LayerSource['label'], path: string): LayerSource => ({
    id,
    kind,
    label,
    file: { path, format: 'json' },
    read: fromSettings,
  })
  return [
    ...claudeManaged(place, fromSettings),
    ...flagLayers(place, folder, typeof given === 'string' ? given : undefined),
    ...(folder === undefined
      ? []
      : [
          settings(
            'project-local',
            'project',
            text("The project's local settings", '项目的本地设置'),
            join(folder, '.claude', 'settings.local.json'),
          ),
          settings('project', 'project', text("The project's settings", '项目设置'), join(folder, '.claude', 'settings.json')),
        ]),
    settings('settings', 'user', text('Your settings', '用户设置'), join(own, 'settings.json')),
    {
      id: 'state',
      kind: 'state',
      label: text('State file', '状态文件'),
      file: { path: join(moved ?? place.home, '.claude.json'), format: 'json' },
      read: (values) => {
        const stored = asText(values.primaryApiKey)
        const env = valueAt(values, ['env'])
        return [
          ...fromVariables(typeof env === 'object' && env !== null && !Array.isArray(env) ? (env as ConfigObject) : undefined, ['env']),
          ...(stored === undefined
            ? []
            : [
                { name: 'key', rank: 4, setting: 'primaryApiKey', value: stored } as const,
                { name: 'auth', rank: 4, setting: 'primaryApiKey', value: 'login' } as const,
              ]),
        ]
      },
    },
    { id: 'environment', kind: 'environment', label: text('Your shell', '终端环境变量'), read: (values) => fromVariables(values, []) },
    {
      id: 'login',
      kind: 'login',
      label: text('Login with claude.ai', 'claude.ai 登录'),
      file: { path: join(own, '.credentials.json'), format: 'json' },
      read: (values) => {
        const token = asText(valueAt(values, ['claudeAiOauth', 'accessToken']))
        if (token === undefined) return []
        return [
          { name: 'key', rank: 5, setting: 'claudeAiOauth', value: token },
          { name: 'auth', rank: 5, setting: 'claudeAiOauth', value: 'login' },
        ]
      },
    },
  ]
}

/** What each layer of settings says about a variable, strongest first. */
const inSettings = (all: LayerValues, name: string) =>
  [...managedInForce(all), 'flag-settings', 'project-local', 'project', 'settings', 'state'].map((id) => valueAt(all[id], ['env', name]))

const setIn = (all: LayerValues, name: string): boolean => inSettings(all, name).some((value) => value !== undefined)

/** What the short names stand for where nothing maps them (2.1.330). */
const shortNames = { opus: 'claude-opus-5-5', sonnet: 'claude-sonnet-5-5', haiku: 'claude-haiku-5-5' } as const

/** Without a model Claude Code takes Opus; `opusplan` is Opus and Sonnet by turns. A suffix such as [1m] is not sent. */
function ownModels(model: string | undefined, all: LayerValues): readonly string[] {
  const asked = (model ?? 'opus')
    .replace(/\[.*\]$/, '')
    .trim()
    .toLowerCase()
  const named = asked === 'opusplan' ? (['opus', 'sonnet'] as const) : (['opus', 'sonnet', 'haiku'] as const).filter((one) => one === asked)
  return named.filter((one) => !isMapped(all, `ANTHROPIC_DEFAULT_${one.toUpperCase()}_MODEL`)).map((one) => shortNames[one])
}

const isMapped = (all: LayerValues, name: string): boolean => {
  const found = [...inSettings(all, name), valueAt(all.environment, [name])].find((value) => value !== undefined)
  return typeof found === 'string' && found.trim() !== ''
}

const watched = (name: string, effect: WatchedVariable['effect'], secret = false): WatchedVariable => ({
  name,
  effect,
  secret,
  harmless: (all) => setIn(all, name),
})

export const claudeDoctor: ToolDoctor = {
  layers,
  ownModels,
  flags: (args) => readFlags(args, { '--settings': { name: 'settings' }, '--model': { name: 'model' } }),
  variables: [
    watched('ANTHROPIC_BASE_URL', 'fills'),
    watched('ANTHROPIC_AUTH_TOKEN', 'adds', true),
    watched('ANTHROPIC_API_KEY', 'adds', true),
    watched('ANTHROPIC_MODEL', 'fills'),
    watched('CLAUDE_CODE_USE_BEDROCK', 'leads-away'),
    watched('CLAUDE_CODE_USE_VERTEX', 'leads-away'),
    watched('CLAUDE_CODE_USE_FOUNDRY', 'leads-away'),
  ],
  /** settings.local.json is read in projects only (2.1.330). */
  misplaced(place) {
    const { join } = pathsOf(place)
    return [
      ['.claude', 'settings.local.json'],
      ['.claude', 'config.json'],
      ['.claude', 'setting.json'],
      ['.config', 'claude', 'settings.json'],
      ['.config', 'claude-code', 'settings.json'],
      ['settings.json'],
    ].map((parts) => join(place.home, ...parts))
  },
  forgives: ['twice', 'utf16'],
  since: '1.0.128',
  tryArgs: () => ['-p'],
}
