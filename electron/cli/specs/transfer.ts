import { text } from '../../../shared/model/text'
import type { CommandSpec, OptionSpec } from '../spec'

const passphraseOptions: readonly OptionSpec[] = [
  { name: 'passphrase-stdin', about: text('read the passphrase from standard input', '从标准输入读取口令') },
  { name: 'passphrase-env', value: 'VAR', about: text('take the passphrase from this environment variable', '从该环境变量读取口令') },
]

export const transferSpecs: readonly CommandSpec[] = [
  {
    name: 'export',
    about: text('Write profiles with their keys into a file, sealed with a passphrase', '将配置及其密钥写入文件，并用口令密封'),
    positionals: [{ name: 'name', optional: true, many: true, completes: 'profile' }],
    options: [
      { name: 'out', value: 'FILE', about: text('the file to write', '要写入的文件') },
      ...passphraseOptions,
      {
        name: 'plain',
        about: text('do not seal it: whoever reads the file can use your keys', '不密封：任何读到该文件的人都能使用您的密钥'),
      },
      { name: 'force', about: text('overwrite the file if it exists', '文件已存在时覆盖') },
    ],
    examples: [
      'switchyard export --out relays.json',
      'switchyard export Work "Home lab" --out two.json',
      'pass show backup | switchyard export --out relays.json --passphrase-stdin',
    ],
  },
  {
    name: 'import',
    about: text(
      "Add the profiles of an export, of CC-Switch's SQL export or config.json, or of a file of links",
      '导入 Switchyard 导出文件、CC-Switch 的 SQL 导出或 config.json、或含链接的文件中的配置',
    ),
    positionals: [{ name: 'file' }],
    options: [
      { name: 'dry-run', about: text('list what is inside, keys masked, and change nothing', '只列出内容（密钥已遮盖），不做任何修改') },
      {
        name: 'on-conflict',
        value: 'skip|rename|replace',
        about: text('what to do with a name that is there already (default: skip)', '名称已存在时的处理方式（默认：skip 跳过）'),
      },
      { name: 'consent', about: text('import also what it warns of', '同意导入提示有风险的内容') },
      ...passphraseOptions,
    ],
    examples: [
      'switchyard import relays.json --dry-run',
      'switchyard import relays.json --on-conflict rename',
      'switchyard import cc-switch-export-20261120.sql',
    ],
  },
]
