import { text } from '../../../shared/model/text'
import type { ConfigObject } from '../files/editor'
import { readFlags } from './flags'
import type { LayerSource, LayerValues, Said, ToolDoctor, WatchedVariable } from './layers'
import { pathFrom, pathsOf } from './paths'
import type { Place } from './tool'
import { stringAt, valueAt } from './values'

const meanings: readonly (Pick<Said, 'name'> & { readonly variable: string })[] = [
  { name: 'baseUrl', variable: 'GOOGLE_GEMINI_BASE_URL' },
  { name: 'key', variable: 'GEMINI_API_KEY' },
  { name: 'model', variable: 'GEMINI_MODEL' },
]

const fromVariables = (values: ConfigObject): Said[] =>
  meanings.flatMap(({ name, variable }) => {
    const value = values[variable]
    return typeof value === 'string' ? [{ name, rank: 0, setting: variable, value, path: [variable] }] : []
  })

/** settings.json sets neither base URL nor key, whatever guides say (0.61). */
function fromSettings(values: ConfigObject): Said[] {
  const model = stringAt(values, ['model', 'name'])
  const auth = stringAt(values, ['security', 'auth', 'selectedType'])
  return [
    ...(model === undefined ? [] : [{ name: 'model', rank: 1, setting: 'model.name', value: model, path: ['model', 'name'] } as const]),
    ...(auth === undefined
      ? []
      : [
          {
            name: 'auth',
            rank: 0,
            setting: 'security.auth.selectedType',
            value: auth,
            path: ['security', 'auth', 'selectedType'],
          } as const,
        ]),
  ]
}

/** True when a folder or one above it is trusted by the list of trusted folders. */
export function isTrusted(folder: string, place: Place, all: LayerValues): boolean {
  const separator = pathsOf(place).sep
  if (valueAt(all.settings, ['security', 'folderTrust', 'enabled']) === false) return true
  const rules = Object.entries(all.trust ?? {})
    .filter(([path]) => folder === path || folder.startsWith(path.endsWith(separator) ? path : `${path}${separator}`))
    .sort(([a], [b]) => b.length - a.length)
  return rules[0]?.[1] === 'TRUST_FOLDER'
}

function upwards(folder: string, place: Place): readonly string[] {
  const above = pathsOf(place).dirname(folder)
  return above === folder ? [folder] : [folder, ...upwards(above, place)]
}

const authTypeOf = (all: LayerValues): string | undefined =>
  ['system', 'workspace', 'settings', 'system-defaults']
    .map((id) => stringAt(all[id], ['security', 'auth', 'selectedType']))
    .find((type) => type !== undefined)

const ignoresLocal = (all: LayerValues): boolean => valueAt(all.settings, ['advanced', 'ignoreLocalEnv']) === true

/** “Security Warning: Skipping system settings file” (0.61; 0.59 reads them whoever owns them). */
const rootOnly = { since: '0.60' }

/** Exactly one .env is read: the nearest of `.gemini/.env` and `.env` upwards, else the one of the home folder; the shell wins over it (0.61). */
function layers(place: Place, folder?: string): readonly LayerSource[] {
  const { join, dirname } = pathsOf(place)
  const home = pathFrom(place, 'GEMINI_CLI_HOME') ?? place.home
  const own = join(home, '.gemini')
  const usual = {
    linux: '/etc/gemini-cli/settings.json',
    darwin: '/Library/Application Support/GeminiCli/settings.json',
    win32: 'C:\\ProgramData\\gemini-cli\\settings.json',
  }[place.platform]
  const system = pathFrom(place, 'GEMINI_CLI_SYSTEM_SETTINGS_PATH') ?? usual
  const settings = (id: string, kind: LayerSource['kind'], label: LayerSource['label'], path: string): LayerSource => ({
    id,
    kind,
    label,
    file: { path, format: 'jsonc' },
    read: fromSettings,
  })
  const ofMachine = (...given: Parameters<typeof settings>): LayerSource => ({ ...settings(...given), rootOnly })
  const local = folder === undefined ? [] : upwards(folder, place).filter((at) => at !== home)
  const projectEnv = local.flatMap((at): LayerSource[] => [
    {
      id: `env:${at}:own`,
      kind: 'dotenv',
      label: text("The project's .gemini/.env", '项目的 .gemini/.env'),
      file: { path: join(at, '.gemini', '.env'), format: 'dotenv' },
      group: 'dotenv',
      read: fromVariables,
    },
    {
      id: `env:${at}`,
      kind: 'dotenv',
      label: text("The project's .env", '项目的 .env'),
      file: { path: join(at, '.env'), format: 'dotenv' },
      group: 'dotenv',
      passedOver: (all) => (ignoresLocal(all) ? text('advanced.ignoreLocalEnv is on.', '已开启 advanced.ignoreLocalEnv。') : undefined),
      read: fromVariables,
    },
  ])
  return [
    ofMachine('system', 'managed', text('Settings of this machine', '本机的系统设置'), system),
    {
      id: 'flags',
      kind: 'flag',
      label: text('Flags of your alias', '别名中的命令行参数'),
      read: ({ model }) => (typeof model === 'string' ? [{ name: 'model', rank: -1, setting: '--model', value: model }] : []),
    },
    {
      id: 'environment',
      kind: 'environment',
      label: text('Your shell', '终端环境变量'),
      read: fromVariables,
    },
    ...(folder === undefined
      ? []
      : [
          settings('workspace', 'project', text("The project's settings", '项目设置'), join(folder, '.gemini', 'settings.json')),
          ...projectEnv,
        ]),
    {
      id: 'env',
      kind: 'dotenv',
      label: text('Your .gemini/.env', '用户的 .gemini/.env'),
      file: { path: join(own, '.env'), format: 'dotenv' },
      group: 'dotenv',
      passedOver: (all) =>
        folder === undefined || isTrusted(folder, place, all)
          ? undefined
          : text(
              'The folder is not trusted, so Gemini CLI does not read it (0.41 and later).',
              '该文件夹未受信任，Gemini CLI 不读取它（0.41 起）。',
            ),
      read: fromVariables,
    },
    settings('settings', 'user', text('Your settings', '用户设置'), join(own, 'settings.json')),
    ofMachine(
      'system-defaults',
      'default',
      text('Defaults of this machine', '本机的默认设置'),
      pathFrom(place, 'GEMINI_CLI_SYSTEM_DEFAULTS_PATH') ?? join(dirname(system), 'system-defaults.json'),
    ),
    {
      id: 'login',
      kind: 'login',
      label: text('Login with Google', 'Google 登录'),
      file: { path: join(own, 'oauth_creds.json'), format: 'json' },
      passedOver: (all) =>
        authTypeOf(all) === 'oauth-personal'
          ? undefined
          : text('Another way to log in is chosen (security.auth.selectedType).', '选择了其他登录方式（security.auth.selectedType）。'),
      // With this way to log in the key is ignored, whatever sets it (0.61).
      read(values) {
        const token = stringAt(values, ['access_token']) ?? stringAt(values, ['refresh_token'])
        return token === undefined ? [] : [{ name: 'key', rank: -1, setting: 'security.auth.selectedType = oauth-personal', value: token }]
      },
    },
    {
      id: 'trust',
      kind: 'state',
      label: text('Trusted folders', '受信任的文件夹'),
      file: { path: pathFrom(place, 'GEMINI_CLI_TRUSTED_FOLDERS_PATH') ?? join(own, 'trustedFolders.json'), format: 'jsonc' },
      read: () => [],
    },
  ]
}

const watched = (name: string, effect: WatchedVariable['effect'], secret: boolean): WatchedVariable => ({ name, effect, secret })

export const geminiDoctor: ToolDoctor = {
  layers,
  // Its classifier first, then one of the two (0.61).
  ownModels: (model) => (model === undefined ? ['gemini-3.5-flash-lite', 'gemini-3.8-flash', 'gemini-3.1-pro-preview'] : []),
  flags: (args) => readFlags(args, { '-m': { name: 'model' }, '--model': { name: 'model' } }),
  variables: [
    watched('GEMINI_API_KEY', 'wins', true),
    watched('GOOGLE_GEMINI_BASE_URL', 'wins', false),
    watched('GEMINI_MODEL', 'wins', false),
    // Judged by checks of their own: a profile may ask for them.
    { ...watched('GEMINI_API_KEY_AUTH_MECHANISM', 'adds', false), harmless: () => true },
    { ...watched('GEMINI_CLI_CUSTOM_HEADERS', 'adds', true), harmless: () => true },
    { ...watched('GOOGLE_GENAI_API_VERSION', 'leads-away', false), harmless: () => true },
    // GOOGLE_GENAI_USE_VERTEXAI has no effect beside selectedType "gemini-api-key" (0.61).
  ],
  misplaced(place) {
    const { join } = pathsOf(place)
    return [
      ['.gemini', 'config.json'],
      ['.gemini', 'settings.local.json'],
      ['.gemini', 'env'],
      ['.config', 'gemini', 'settings.json'],
      ['.config', 'gemini-cli', 'settings.json'],
    ].map((parts) => join(place.home, ...parts))
  },
  forgives: ['twice'],
  since: '0.20',
  tryArgs: () => ['--skip-trust', '-p'],
}
