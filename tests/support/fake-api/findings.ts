import type { CheckGroup, EffectiveValue, Evidence, Explanation, Finding } from '../../../shared/model/finding'
import { type LocalText, text } from '../../../shared/model/text'

const finding = (check: string, group: CheckGroup, title: LocalText, more: Partial<Finding> = {}): Finding => ({
  check,
  group,
  title,
  why: text('What stands in the wrong place has no effect.', '写在错误位置的内容不起作用。'),
  severity: 'ok',
  evidence: [],
  seed: [],
  fixable: false,
  ms: 4,
  ...more,
})

const seen = (en: string, zh: string, more: Partial<Evidence> = {}): Evidence => ({ text: text(en, zh), ...more })

const baseUrlChain: EffectiveValue = {
  tool: 'claude',
  name: 'baseUrl',
  value: 'https://old-relay.example',
  expected: 'https://api.northline.example',
  asProfile: false,
  layers: [
    {
      layer: 'project-local',
      kind: 'project',
      label: text('Settings of this folder', '此文件夹的设置'),
      setting: 'env.ANTHROPIC_BASE_URL',
      file: '~/work/shop/.claude/settings.local.json',
      value: 'https://old-relay.example',
      wins: true,
      why: text('Settings of a folder stand above your own.', '文件夹的设置优先于用户设置。'),
    },
    {
      layer: 'user',
      kind: 'user',
      label: text('Your settings', '用户设置'),
      setting: 'env.ANTHROPIC_BASE_URL',
      file: '~/.claude/settings.json',
      value: 'https://api.northline.example',
      wins: false,
      why: text('Hidden by the settings of this folder.', '被此文件夹的设置覆盖。'),
    },
    {
      layer: 'environment',
      kind: 'environment',
      label: text('Shell', 'Shell 环境'),
      setting: 'ANTHROPIC_BASE_URL',
      value: 'http://127.0.0.1:8317',
      wins: false,
      why: text('The settings file stands above the shell.', '设置文件优先于 Shell 环境。'),
    },
  ],
}

const cures = {
  folder: text('Take the line out of the folder’s settings, or press Fix.', '从该文件夹的设置中去掉这一行，或点击“修复”。'),
  shell: text('Press Fix: the line becomes a comment. Then open a new terminal.', '点击“修复”把该行改为注释，然后新开一个终端。'),
}

/** What the doctor of this machine says, in the order of its checks. */
export const fakeFindings: readonly Finding[] = [
  finding('tool-installed', 'tools', text('A tool is not installed', '有工具没有安装'), {
    severity: 'warn',
    seed: [7],
    cause: text('Gemini CLI is not on your PATH, so its profile has no effect.', 'PATH 中没有 Gemini CLI，因此它的配置不会生效。'),
    cure: text('Install it: npm install -g @google/gemini-cli', '请安装：npm install -g @google/gemini-cli'),
    evidence: [seen('gemini was looked for in 9 folders', '已在 9 个文件夹中查找 gemini', { tool: 'gemini' })],
  }),
  finding('tool-several', 'tools', text('One installation of each tool', '每个工具只装了一份')),
  finding('tool-too-old', 'tools', text('The tools are new enough', '工具版本够新')),
  finding('config-parses', 'files', text('The settings files can be read', '设置文件可以读取')),
  finding('secrets-readable', 'files', text('Keys are readable by you alone', '密钥仅自己可读')),
  finding('effective-values', 'settings', text('Other values than the profile’s win', '生效的不是配置中的值'), {
    severity: 'fail',
    seed: [8, 9],
    cause: text(
      'Claude Code goes to https://old-relay.example in this folder: its own settings hide those of your profile.',
      'Claude Code 在此文件夹中使用 https://old-relay.example：该文件夹自己的设置盖过了配置。',
    ),
    cure: cures.folder,
    evidence: [
      seen('env.ANTHROPIC_BASE_URL = https://old-relay.example', 'env.ANTHROPIC_BASE_URL = https://old-relay.example', {
        tool: 'claude',
        file: '~/work/shop/.claude/settings.local.json',
        line: 4,
      }),
    ],
    values: [baseUrlChain],
    fixable: true,
  }),
  finding('base-url-form', 'settings', text('The base URL has the form that the tool wants', 'Base URL 的形式符合工具要求')),
  finding('key-form', 'settings', text('The key looks like a key', '密钥格式正常')),
  finding('env-overrides', 'environment', text('A variable of the shell overrides the profile', '有终端变量覆盖了配置'), {
    severity: 'warn',
    seed: [9],
    cause: text(
      'OPENAI_BASE_URL is set in your shell. Other programs that read it go to a relay that you left.',
      'Shell 中设置了 OPENAI_BASE_URL，读取它的其他程序会使用你已弃用的中转站。',
    ),
    cure: cures.shell,
    evidence: [
      seen('export OPENAI_BASE_URL=http://127.0.0.1:8317/v1', 'export OPENAI_BASE_URL=http://127.0.0.1:8317/v1', {
        file: '~/.bashrc',
        line: 118,
      }),
    ],
    fixable: true,
  }),
  finding('terminal-stale', 'environment', text('This terminal sees what a new one sees', '当前终端与新终端一致')),
  finding('proxy-alive', 'machine', text('The proxy on this machine is running', '本机代理正在运行'), {
    severity: 'skip',
    cause: text('No proxy is set.', '没有设置代理。'),
  }),
  finding('clock', 'machine', text('The clock is right', '系统时钟准确')),
  finding('disk', 'machine', text('There is room on the disk', '磁盘有可用空间')),
  finding('relay-key', 'network', text('The relay accepts the key', '中转站接受密钥'), { ms: 214 }),
  finding('relay-model', 'network', text('The relay has the model', '中转站提供该模型'), { ms: 380 }),
]

/** As it stands after its fix, or when it runs on request. */
export const healed = (old: Finding): Finding => finding(old.check, old.group, old.title, { seed: old.seed, ms: 6 })

export const tryIt: Finding = finding('try-it', 'trial', text('The tool itself gets an answer', '工具本身能得到回复'), {
  evidence: [seen('pong', 'pong', { tool: 'claude' })],
  seed: [7, 8, 9],
  ms: 4120,
})

export const fakeExplanations: readonly Explanation[] = [
  {
    id: 'claude-not-logged-in',
    tool: 'claude',
    said: 'Not logged in · Please run /login',
    cause: text(
      'Claude Code found no key at all: not that you must log in, but that the settings with your key are not read.',
      'Claude Code 没有找到任何密钥：并不是需要登录，而是没有读到带有密钥的设置。',
    ),
    cure: text('See which settings file wins, then open a new terminal.', '请查看哪个设置文件生效，然后新开一个终端。'),
    checks: ['effective-values', 'config-parses'],
  },
]
