import type { Profile, ToolProfile } from '../../../shared/model/profile'
import { defaultSettings } from '../../../shared/model/settings'
import { text } from '../../../shared/model/text'
import { fakeTools } from './descriptors'
import { type FakeState, targetOf } from './state'

const on = (model?: string): ToolProfile => ({ enabled: true, models: model ? { main: model } : {}, options: {}, extra: {} })
const off: ToolProfile = { enabled: false, models: {}, options: {}, extra: {} }

const profile = (id: string, name: string, url: string, tools: Profile['tools'], more: Partial<Profile> = {}): Profile => ({
  id,
  name,
  relay: { url, key: `sk-${id}-4f9a02c7d1e8b36a5577` },
  tools,
  createdAt: '2026-11-02T08:00:00.000Z',
  updatedAt: '2026-11-20T08:00:00.000Z',
  ...more,
})

const base = (): FakeState => ({
  profiles: [],
  tools: Object.fromEntries(fakeTools.map(({ descriptor }) => [descriptor.id, {}])),
  history: [],
  settings: defaultSettings,
  host: {
    version: '0.1.0',
    shell: 'desktop',
    platform: 'linux',
    dataFolder: '/home/ada/.config/Switchyard',
    locale: 'en-GB',
    can: { reveal: true, tray: true, launchAtLogin: true, openLink: true, copyKey: true },
    problems: [],
  },
  counter: 0,
  vault: { exists: true, protection: 'file', open: true, needsPassphrase: false, session: true },
  passphrase: '',
})

const northline = profile(
  'northline',
  'Northline',
  'https://api.northline.example',
  { claude: on('claude-opus-5-5'), codex: on('gpt-5.5'), gemini: on('gemini-2.5-pro') },
  { color: '#2f7de1' },
)
const harbor = profile(
  'harbor',
  'Harbor (team key)',
  'https://relay.harbor.example/openai',
  { claude: on(), codex: on('gpt-5.5-codex'), gemini: off },
  {
    color: '#c2571a',
    relay: {
      url: 'https://relay.harbor.example/openai',
      key: 'sk-harbor-77d0c1aa93be',
      website: 'https://harbor.example',
      notes: 'Billing renews on the 3rd.',
      endpoints: ['https://asia.harbor.example/openai', 'https://eu.harbor.example/openai', 'https://old.harbor.example/openai'],
    },
  },
)
const yunqiao = profile(
  'yunqiao',
  '云桥中转站',
  'https://gateway.yunqiao.example',
  { claude: on('deepseek-v4'), codex: off, gemini: on() },
  { color: '#7a4fd0' },
)
const long = profile(
  'long',
  'A very long profile name that somebody typed to see whether anything at all gets lost in the list',
  'https://a-very-long-subdomain-for-a-relay.in-some-region.some-provider-of-gateways.example:8443/with/a/long/path',
  { claude: on('a-vendor/a-model-with-a-very-long-identifier-2026-11-23-preview'), codex: on(), gemini: on() },
)

function working(): FakeState {
  const state = base()
  state.profiles = [northline, harbor, yunqiao, long]
  state.tools = {
    claude: { live: targetOf(northline, 'claude'), profileId: 'northline' },
    codex: { live: targetOf(northline, 'codex'), profileId: 'northline' },
    gemini: {},
  }
  return state
}

/** Starting points by name. */
export const scenarios = {
  /** Nothing set up yet. */
  'first-run': base,
  /** Four profiles; two tools run over one of them. */
  working,
  /** Every state that needs a decision, and a store that was set aside. */
  trouble(): FakeState {
    const state = working()
    state.tools = {
      claude: {
        live: { ...targetOf(harbor, 'claude'), baseUrl: 'https://elsewhere.example', model: 'claude-haiku-5-5' },
        profileId: 'harbor',
        changes: [
          {
            file: '/home/ada/.claude/settings.json',
            setting: 'env.ANTHROPIC_BASE_URL',
            expected: 'https://relay.harbor.example/openai',
            found: 'https://elsewhere.example',
          },
          { file: '/home/ada/.claude/settings.json', setting: 'env.ANTHROPIC_MODEL', found: 'claude-haiku-5-5' },
        ],
      },
      codex: { live: { baseUrl: 'https://old-relay.example/v1', key: 'sk-somebody-else-1234', model: 'gpt-5.4' } },
      gemini: {
        problem: {
          code: 'file-syntax',
          kind: 'refused',
          message: text('settings.json is not valid JSON: a comma is missing.', 'settings.json 不是有效的 JSON：缺少逗号。'),
          hint: text('Open the file, add the comma, then check again.', '请打开文件补上逗号，然后再检查一次。'),
          file: '/home/ada/.gemini/settings.json',
          line: 7,
          column: 3,
        },
      },
    }
    const problem = {
      code: 'store-set-aside',
      kind: 'internal' as const,
      message: text(
        'The profiles file could not be read. Switchyard started with an empty list.',
        '无法读取配置文件，Switchyard 以空列表启动。',
      ),
      hint: text(
        'The old file was kept: profiles.broken-2026-11-23.json. Nothing in it was changed.',
        '旧文件已保留：profiles.broken-2026-11-23.json，内容未作任何改动。',
      ),
      file: '/home/ada/.config/Switchyard/profiles.broken-2026-11-23.json',
    }
    state.host = { ...state.host, problems: [problem] }
    return state
  },
  /** A vault that a passphrase protects, and that is locked. */
  locked(): FakeState {
    const vault = { exists: true, protection: 'passphrase' as const, open: false, needsPassphrase: true, session: true }
    return { ...working(), vault, passphrase: 'correct horse battery' }
  },
  /** A list that must scroll. */
  many(): FakeState {
    const state = working()
    for (let n = 1; n <= 200; n += 1)
      state.profiles.push(
        profile(`p${n}`, `Relay ${n}`, `https://relay-${n}.example`, { claude: on(), codex: on(), gemini: n % 2 ? on() : off }),
      )
    return state
  },
} satisfies Record<string, () => FakeState>

export type Scenario = keyof typeof scenarios
