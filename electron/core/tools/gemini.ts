import { text } from '../../../shared/model/text'
import type { ConfigObject, ConfigValue } from '../files/editor'
import { commonProblems, type FieldProblem, namesSecret, variableProblems } from './checks'
import { geminiDescriptor } from './gemini-descriptor'
import { geminiNotices, runNotices } from './gemini-notices'
import { geminiProbe } from './gemini-probe'
import { LAUNCH_FOLDER } from './launch'
import { pathFrom, pathsOf } from './paths'
import type { FileValues, LaunchFile, LiveConfig, ToolAdapter, ToolContext, ToolLaunch, ToolSetting, ToolTarget } from './tool'
import { present, stringAt, valueAt } from './values'
import { olderThan } from './version'

const ownedNames = ['GEMINI_API_KEY', 'GOOGLE_GEMINI_BASE_URL', 'GEMINI_MODEL', 'GEMINI_CLI_HOME', 'GEMINI_CLI_TRUSTED_FOLDERS_PATH']

/** What turns the API key on as the way to log in; without it a base URL gives "Invalid auth method selected." (0.61, exit 41). */
const authType = 'gemini-api-key'

const geminiEnv = (target: ToolTarget): Readonly<Record<string, string>> =>
  present({ GEMINI_API_KEY: target.key, GOOGLE_GEMINI_BASE_URL: target.baseUrl, GEMINI_MODEL: target.models.main })

const trustFolder = (target: ToolTarget): string =>
  typeof target.options.trustFolder === 'string' ? target.options.trustFolder.trim() : ''

function settings(target: ToolTarget, context: ToolContext): readonly ToolSetting[] {
  const env = (name: string, value: string, secret: boolean): ToolSetting => ({
    file: 'env',
    op: 'set',
    path: [name],
    value,
    ...(secret && { secret }),
  })
  const json = (path: readonly string[], value: string | boolean): ToolSetting => ({ file: 'settings', op: 'set', path, value })
  const folder = trustFolder(target)
  return [
    ...Object.entries(geminiEnv(target)).map(([name, value]) => env(name, value, name === 'GEMINI_API_KEY')),
    ...Object.entries(target.extra).map(([name, value]) => env(name, String(value), namesSecret(name))),
    json(['security', 'auth', 'selectedType'], authType),
    ...(target.models.main === undefined ? [] : [json(['model', 'name'], target.models.main)]),
    // Known from 0.52 on; 0.41 passes over it.
    ...(target.options.ignoreLocalEnv === false || olderThan(context.version, '0.52') ? [] : [json(['advanced', 'ignoreLocalEnv'], true)]),
    ...(folder === '' ? [] : [{ file: 'trust', op: 'set', path: [folder], value: 'TRUST_FOLDER' } as const]),
  ]
}

function read(values: FileValues): LiveConfig {
  const ignored = valueAt(values.settings, ['advanced', 'ignoreLocalEnv'])
  return {
    baseUrl: stringAt(values.env, ['GOOGLE_GEMINI_BASE_URL']),
    key: stringAt(values.env, ['GEMINI_API_KEY']),
    models: present({ main: stringAt(values.env, ['GEMINI_MODEL']) ?? stringAt(values.settings, ['model', 'name']) }),
    options: typeof ignored === 'boolean' ? { ignoreLocalEnv: ignored } : {},
  }
}

function trustProblems(target: ToolTarget): readonly FieldProblem[] {
  const folder = trustFolder(target)
  if (folder === '' || (/^(?:\/|[A-Za-z]:[\\/]|\\\\)/.test(folder) && !/\p{Cc}/u.test(folder))) return []
  return [
    {
      field: 'options.trustFolder',
      message: text('The folder to trust is not an absolute path.', '要信任的文件夹不是绝对路径。'),
      hint: text(
        'Write it out in full, such as /home/you/projects or C:\\Users\\you\\projects.',
        '请写完整路径，例如 /home/you/projects 或 C:\\Users\\you\\projects。',
      ),
    },
  ]
}

/**
 * Variables of the shell win over .env, so they do here. The way to log in has no variable and no argument (0.61; a settings file of the system
 * is read only if root owns it). Where settings.json has another one, the command gets a home of its own with a copy of the settings.
 */
function launch(target: ToolTarget, context?: ToolContext): ToolLaunch {
  const env = { ...geminiEnv(target), ...Object.fromEntries(Object.entries(target.extra).map(([name, value]) => [name, String(value)])) }
  if (context === undefined || stringAt(context.values.settings, ['security', 'auth', 'selectedType']) === authType)
    return { env, args: [] }
  const { security, ...others } = context.values.settings ?? {}
  const auth = { ...asObject(asObject(security).auth), selectedType: authType }
  const file = (id: string, name: string, content: ConfigObject): LaunchFile => ({
    id,
    name: `.gemini/${name}`,
    content: JSON.stringify(content, null, 2),
    secret: false,
  })
  return {
    env: { ...env, GEMINI_CLI_HOME: LAUNCH_FOLDER },
    args: [],
    files: [
      file('settings', 'settings.json', { ...others, security: { ...asObject(security), auth } }),
      file('trust', 'trustedFolders.json', context.values.trust ?? {}),
    ],
    notices: runNotices,
  }
}

const asObject = (value: ConfigValue | undefined): ConfigObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as ConfigObject) : {}

/**
 * Gemini CLI. Facts from 0.61, 0.52, 0.41, 0.30 and 0.20 against a recording relay: only the variable GOOGLE_GEMINI_BASE_URL sets the base URL,
 * so it goes into .env; the base URL is bare. settings.json may have comments, but no trailing comma and no BOM.
 */
export const gemini: ToolAdapter = {
  descriptor: geminiDescriptor,
  doctor: async () => (await import('./gemini-doctor')).geminiDoctor,
  command: { name: 'gemini', npmPackage: '@google/gemini-cli' },
  /** GEMINI_CLI_HOME stands for the home folder; GEMINI_CLI_TRUSTED_FOLDERS_PATH moves that one file. */
  locate(place) {
    const paths = pathsOf(place)
    const folder = paths.join(pathFrom(place, 'GEMINI_CLI_HOME') ?? place.home, '.gemini')
    return [
      { id: 'env', path: paths.join(folder, '.env'), format: 'dotenv' },
      { id: 'settings', path: paths.join(folder, 'settings.json'), format: 'jsonc' },
      {
        id: 'trust',
        path: pathFrom(place, 'GEMINI_CLI_TRUSTED_FOLDERS_PATH') ?? paths.join(folder, 'trustedFolders.json'),
        format: 'jsonc',
      },
    ]
  },
  baseUrl: (root) => root,
  baseUrlNote: text(
    'Gemini CLI adds /v1beta/models by itself. Guides that put it into the base URL lead to a doubled path and 404.',
    'Gemini CLI 会自己加上 /v1beta/models。有些教程把它写进基础地址，会造成路径重复并返回 404。',
  ),
  settings,
  read,
  notices: geminiNotices,
  launch,
  probe: geminiProbe,
  check: (target) => [
    ...commonProblems(target, geminiDescriptor),
    ...variableProblems(target.extra, (name) => ownedNames.includes(name)),
    ...trustProblems(target),
  ],
}
