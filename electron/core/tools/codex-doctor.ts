import { text } from '../../../shared/model/text'
import type { ConfigObject } from '../files/editor'
import { commandIn } from './codex-layout'
import { codexManaged, codexManagedIds, codexSystemFolder } from './codex-managed'
import { readFlags } from './flags'
import type { LayerSource, LayerValues, Said, ToolDoctor } from './layers'
import { pathFrom, pathsOf } from './paths'
import type { Place } from './tool'
import { isObject, stringAt, valueAt } from './values'

/** The order of Codex's own layers: requirements.toml > managed_config.toml > flags > project > profile > config.toml > the machine's (0.169). */
const configLayers = [...codexManagedIds, 'flags', 'profile', 'user', 'system']

/** The first layer that says something under this path: the tables of all layers are merged (0.169). */
const merged = (all: LayerValues, path: readonly string[]) =>
  configLayers.map((id) => valueAt(all[id], path)).find((value) => value !== undefined)

const builtIn = 'openai'

function provider(all: LayerValues): string {
  const id = merged(all, ['model_provider'])
  return typeof id === 'string' ? id : builtIn
}

const needsLogin = (all: LayerValues): boolean =>
  provider(all) === builtIn || merged(all, ['model_providers', provider(all), 'requires_openai_auth']) === true

/** env_key > bearer token or a command (one of them: Codex refuses two) > (with requires_openai_auth) CODEX_API_KEY in `exec` > auth.json (0.169). */
function fromConfig(values: ConfigObject, all: LayerValues): Said[] {
  const id = provider(all)
  const table = ['model_providers', id]
  const said: Said[] = []
  const model = stringAt(values, ['model'])
  if (model !== undefined) said.push({ name: 'model', rank: 0, setting: 'model', value: model, path: ['model'] })
  const path = id === builtIn ? ['openai_base_url'] : [...table, 'base_url']
  const baseUrl = stringAt(values, path)
  if (baseUrl !== undefined) said.push({ name: 'baseUrl', rank: 0, setting: path.join('.'), value: baseUrl, path })
  const variable = stringAt(values, [...table, 'env_key'])
  if (variable !== undefined) {
    const value = valueAt(all.environment, [variable])
    said.push({ name: 'key', rank: 0, setting: `env_key = ${variable}`, value: typeof value === 'string' ? value : '' })
    said.push({ name: 'auth', rank: 0, setting: `env_key = ${variable}`, value: 'env-key' })
  }
  const token = stringAt(values, [...table, 'experimental_bearer_token'])
  if (token !== undefined) {
    said.push({ name: 'key', rank: 1, setting: 'experimental_bearer_token', value: token, path: [...table, 'experimental_bearer_token'] })
    said.push({ name: 'auth', rank: 1, setting: 'experimental_bearer_token', value: 'config' })
  }
  const command = commandIn(values, [...table, 'auth'])
  if (command !== undefined) {
    said.push({ name: 'key', rank: 1, setting: 'auth.command', value: command, command: true, path: [...table, 'auth', 'command'] })
    said.push({ name: 'auth', rank: 1, setting: 'auth.command', value: 'helper' })
  }
  return said
}

function fromAuth(values: ConfigObject): Said[] {
  const mode = stringAt(values, ['auth_mode'])
  const key = valueAt(values, ['OPENAI_API_KEY'])
  const token = stringAt(values, ['tokens', 'access_token'])
  const said: Said[] = []
  if (typeof key === 'string' && mode !== 'chatgpt') {
    said.push({ name: 'key', rank: 3, setting: 'OPENAI_API_KEY', value: key, path: ['OPENAI_API_KEY'] })
    said.push({ name: 'auth', rank: 3, setting: 'OPENAI_API_KEY', value: key.trim() === '' ? '' : 'auth-json' })
  }
  if (token !== undefined && mode !== 'apikey') {
    said.push({ name: 'key', rank: 4, setting: 'tokens', value: token })
    said.push({ name: 'auth', rank: 4, setting: 'tokens', value: 'login' })
  }
  return said
}

/** `-c key.key=value` (TOML, or a plain word), `-m`, `-p`; nested as in config.toml. */
function fromFlags(args: readonly string[]): ConfigObject {
  const {
    config = [],
    model,
    profile,
  } = readFlags(args, {
    '-c': { name: 'config', many: true },
    '--config': { name: 'config', many: true },
    '-m': { name: 'model' },
    '--model': { name: 'model' },
    '-p': { name: 'profile' },
    '--profile': { name: 'profile' },
  })
  const pairs = (typeof config === 'string' ? [config] : config).map((pair) => {
    const [, key = '', value = ''] = /^([^=]+)=(.*)$/s.exec(pair) ?? []
    return [key.trim().split('.'), value.trim().replace(/^(["'])(.*)\1$/s, '$2')] as const
  })
  const nested = pairs.reduce<ConfigObject>((all, [path, value]) => withValue(all, path, value === 'true' ? true : value), {})
  return { ...nested, ...(typeof model === 'string' ? { model } : {}), ...(typeof profile === 'string' ? { profile } : {}) }
}

function withValue(all: ConfigObject, [key = '', ...rest]: readonly string[], value: string | boolean): ConfigObject {
  const below = all[key]
  return { ...all, [key]: rest.length === 0 ? value : withValue(isObject(below) ? below : {}, rest, value) }
}

/** The folder and those above it, as far as home or the root; Codex reads `.codex` of each, the nearest first. */
function projectFolders(folder: string, place: Place): readonly string[] {
  const above = pathsOf(place).dirname(folder)
  if (folder === place.home) return []
  return above === folder ? [folder] : [folder, ...projectFolders(above, place)]
}

const isTrustedProject = (all: LayerValues, folders: readonly string[]): boolean =>
  folders.some((at) => valueAt(all.user, ['projects', at, 'trust_level']) === 'trusted')

function layers(place: Place, folder?: string, flags?: ConfigObject): readonly LayerSource[] {
  const { join } = pathsOf(place)
  const own = pathFrom(place, 'CODEX_HOME') ?? join(place.home, '.codex')
  const config = (id: string, kind: LayerSource['kind'], label: LayerSource['label'], path: string): LayerSource => ({
    id,
    kind,
    label,
    file: { path, format: 'toml' },
    read: fromConfig,
  })
  const profile = typeof flags?.profile === 'string' ? flags.profile : undefined
  return [
    ...codexManaged(place, own, fromConfig),
    {
      id: 'flags',
      kind: 'flag',
      label: text('Flags of your alias', '别名中的命令行参数'),
      read: (values, all) => fromConfig(values, all).map(({ path: _inFlag, ...said }) => said),
    },
    ...(folder === undefined
      ? []
      : projectFolders(folder, place).map(
          (at, index): LayerSource => ({
            id: index === 0 ? 'project' : `project:${at}`,
            kind: 'project',
            label: text("The project's settings", '项目设置'),
            file: { path: join(at, '.codex', 'config.toml'), format: 'toml' },
            passedOver: (all) =>
              isTrustedProject(all, projectFolders(folder, place))
                ? undefined
                : text('The project is not trusted, so Codex does not read it.', '项目未受信任，Codex 不读取它。'),
            // Codex ignores model_provider and model_providers of a project, with a warning (0.169).
            read: (values) => fromConfig({ model: values.model ?? '' }, {}).filter(({ name }) => name === 'model'),
          }),
        )),
    ...(profile === undefined
      ? []
      : [config('profile', 'flag', text('Profile that -p names', '-p 指定的 profile'), join(own, `${profile}.config.toml`))]),
    config('user', 'user', text('Your config.toml', '用户的 config.toml'), join(own, 'config.toml')),
    config('system', 'managed', text('Settings of this machine', '本机的系统设置'), join(codexSystemFolder(place), 'config.toml')),
    {
      id: 'environment',
      kind: 'environment',
      label: text('Your shell', '终端环境变量'),
      passedOver: (all) =>
        needsLogin(all)
          ? undefined
          : text('The provider has its own key, so Codex does not look at the shell.', '该服务自带密钥，Codex 不看环境变量。'),
      read(values) {
        const key = stringAt(values, ['CODEX_API_KEY'])
        if (key === undefined) return []
        return [
          { name: 'key', rank: 2, setting: 'CODEX_API_KEY (codex exec)', value: key },
          { name: 'auth', rank: 2, setting: 'CODEX_API_KEY (codex exec)', value: 'env-key' },
        ]
      },
    },
    {
      id: 'auth',
      kind: 'login',
      label: text('Stored login (auth.json)', '保存的登录（auth.json）'),
      file: { path: join(own, 'auth.json'), format: 'json' },
      passedOver(all) {
        const store = merged(all, ['cli_auth_credentials_store'])
        if (store === 'keyring')
          return text('config.toml says that logins are in the keyring.', 'config.toml 指定登录凭据存放在系统钥匙串中。')
        return needsLogin(all)
          ? undefined
          : text(
              'The provider does not ask for the stored login (requires_openai_auth).',
              '该服务未要求使用保存的登录（requires_openai_auth）。',
            )
      },
      read: fromAuth,
    },
  ]
}

/** True when the provider table that is in force brings its own key. */
const ownKey = (all: LayerValues): boolean => {
  const table = merged(all, ['model_providers', provider(all)])
  return isObject(table) && ['experimental_bearer_token', 'env_key', 'auth'].some((key) => table[key] !== undefined)
}

/** At 429 and 5xx Codex tries up to 30 times, and waits as long as Retry-After says (0.169). Only of a provider that is defined: this would define it. */
function withoutRetries(config: ConfigObject | undefined): readonly string[] {
  const id = stringAt(config, ['model_provider'])
  if (id === undefined || !/^[\w-]+$/.test(id) || !isObject(valueAt(config, ['model_providers', id]))) return []
  return ['-c', `model_providers.${id}.request_max_retries=0`, '-c', `model_providers.${id}.stream_max_retries=1`]
}

export const codexDoctor: ToolDoctor = {
  layers,
  // The default of 0.169; other versions have another one.
  ownModels: (model) => (model === undefined ? ['gpt-6.1-sol'] : []),
  flags: fromFlags,
  variables: [
    { name: 'OPENAI_BASE_URL', effect: 'useless', secret: false, harmless: () => false },
    { name: 'OPENAI_API_KEY', effect: 'useless', secret: true, harmless: () => false },
    { name: 'CODEX_API_KEY', effect: 'wins', secret: true, harmless: (all) => ownKey(all) || !needsLogin(all) },
  ],
  misplaced(place) {
    const { join } = pathsOf(place)
    return [
      ['.codex', 'config.json'],
      ['.codex', 'config.yaml'],
      ['.codex', 'settings.json'],
      ['.config', 'codex', 'config.toml'],
      ['.config', 'codex', 'auth.json'],
      ['config.toml'],
      ['auth.json'],
    ].map((parts) => join(place.home, ...parts))
  },
  since: '0.63',
  tryArgs: ({ config }) => ['exec', '--skip-git-repo-check', ...withoutRetries(config)],
  // Without a way to github.com it always warns of updates (0.169).
  ownDoctor: { args: ['doctor', '--json'], passedOver: ['updates', 'terminal', 'git', 'search', 'sandbox'] },
}
