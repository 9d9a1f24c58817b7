import { text } from '../../../shared/model/text'
import type { CommandSpec, OptionSpec } from '../spec'
import { toolsOption } from './common'

const name = { name: 'name', completes: 'profile' } as const

const fields: readonly OptionSpec[] = [
  { name: 'url', value: 'URL', about: text("the relay's URL, in any spelling", '中转服务的地址，任意写法均可') },
  {
    name: 'endpoint',
    value: 'URL',
    many: true,
    about: text('a further URL of the same relay, to choose the fastest from', '同一中转的其他地址，可从中选择最快的'),
  },
  { name: 'key-stdin', about: text('read the API key from standard input', '从标准输入读取 API 密钥') },
  { name: 'key-env', value: 'VAR', about: text('take the API key from this environment variable', '从该环境变量读取 API 密钥') },
  {
    name: 'key',
    value: 'KEY',
    about: text('the API key itself (other users of this machine can see it)', '直接给出 API 密钥（本机其他用户可能看到）'),
  },
  {
    name: 'key-delivery',
    value: 'HOW',
    about: text(
      'how tools get the key: file (written into their files) or command (they ask Switchyard; no plain key on the disk)',
      '工具获取密钥的方式：file（写入工具的文件）或 command（向 Switchyard 获取，磁盘上没有明文密钥）',
    ),
    completes: 'key-delivery',
  },
  { ...toolsOption, about: text('tools that use this profile (default: all)', '使用此配置的工具（默认：全部）') },
  { name: 'model', value: 'tool[.slot]=ID', many: true, about: text('model of a tool', '某个工具的模型') },
  { name: 'option', value: 'tool.id=VALUE', many: true, about: text("one of a tool's options", '某个工具的选项') },
  { name: 'base-url', value: 'tool=URL', many: true, about: text('base URL of a tool, as it is', '某个工具的基础地址，原样使用') },
  {
    name: 'extra',
    value: 'tool.KEY=VALUE',
    many: true,
    about: text("further setting, in the tool's own terms", '更多设置，使用该工具自己的名称'),
  },
  { name: 'website', value: 'URL', about: text("the relay's website", '中转服务的网站') },
  {
    name: 'tag',
    value: 'TAG',
    many: true,
    about: text('a tag to find it by; an empty one takes all away', '用于查找的标签；留空则清除全部'),
  },
  { name: 'notes', value: 'TEXT', about: text('a note for yourself', '备注') },
]

/** The ways to hand a key over. */
export const keyOptions: readonly OptionSpec[] = fields.filter(({ name }) => ['key-stdin', 'key-env', 'key'].includes(name))

/** What the user says of a key. */
export const keyNotes: readonly OptionSpec[] = [
  { name: 'label', value: 'LABEL', about: text('what you call the key', '密钥的标签') },
  { name: 'expires', value: 'DAY', about: text('its last day, as in 2027-01-31', '到期日，例如 2027-01-31') },
]

/** What `edit` can change. */
export const editOptions: readonly OptionSpec[] = [
  { name: 'name', value: 'NAME', about: text('new name', '新名称') },
  ...fields.map((field) =>
    field.name === 'tools'
      ? { ...field, about: text('tools that use this profile, in place of the present ones', '使用此配置的工具，替换现有选择') }
      : field,
  ),
]

export const profileSpecs: readonly CommandSpec[] = [
  {
    name: 'add',
    about: text('Save a relay as a profile', '将中转服务保存为配置'),
    positionals: [{ name: 'name', optional: true }],
    options: [
      {
        name: 'paste',
        about: text('read anything that holds a URL and a key from standard input', '从标准输入读取任何含有 URL 和密钥的内容'),
      },
      { name: 'accept-risks', about: text('save what --paste warns of', '保存 --paste 提示有风险的内容') },
      {
        name: 'into',
        value: 'NAME',
        about: text('with --paste: give this profile the key as a further one', '配合 --paste：把密钥作为另一个密钥加给此配置'),
        completes: 'profile',
      },
      ...keyNotes,
      ...fields,
      { name: 'replace', about: text('replace a profile of the same name', '替换同名配置') },
    ],
    examples: [
      'switchyard add Work --url https://relay.example.com --key-stdin < key.txt',
      'RELAY_KEY=sk-… switchyard add Work --url relay.example.com/v1 --key-env RELAY_KEY --model claude=claude-sonnet-4-5',
      'wl-paste | switchyard add --paste        # a curl command, export lines, JSON, TOML, a ccswitch:// link…',
      'wl-paste | switchyard add --paste --into Work --label team   # a further key of a profile',
      'pass show relay | switchyard add Work --url relay.example.com --key-stdin --tools claude,codex',
    ],
  },
  {
    name: 'edit',
    about: text('Change a profile', '修改配置'),
    positionals: [name],
    options: editOptions,
    examples: [
      'switchyard edit Work --key-stdin < new-key.txt',
      'switchyard edit Work --key-delivery command',
      'switchyard edit Work --name "Work (Asia)" --url https://asia.relay.example.com',
      'switchyard edit Work --endpoint https://asia.relay.example.com --endpoint https://eu.relay.example.com',
      'switchyard edit Work --model codex=gpt-5.1-codex --model claude=   # an empty value takes the model out',
    ],
  },
  {
    name: 'remove',
    about: text('Delete a profile; the tools keep what they have', '删除配置；工具现有设置不变'),
    positionals: [name],
    options: [],
    examples: ['switchyard remove Work'],
  },
  {
    name: 'list',
    about: text('List all profiles', '列出所有配置'),
    positionals: [],
    options: [],
    examples: ['switchyard list', "switchyard list --json | jq -r '.profiles[].name'"],
  },
  {
    name: 'show',
    about: text('Show a profile and what each tool gets from it', '显示配置以及各工具得到的设置'),
    positionals: [name],
    options: [{ name: 'reveal', about: text('show the API key in full', '完整显示 API 密钥') }],
    examples: ['switchyard show Work', 'switchyard show Work --reveal --json'],
  },
]
