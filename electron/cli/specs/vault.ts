import { text } from '../../../shared/model/text'
import type { CommandSpec } from '../spec'

export const vaultSpec: CommandSpec = {
  name: 'vault',
  about: text('How your keys are sealed: status, unlock, lock, rotate, protect', '密钥的密封方式：status、unlock、lock、rotate、protect'),
  positionals: [
    { name: 'action', optional: true },
    { name: 'protection', optional: true },
  ],
  options: [
    {
      name: 'passphrase-env',
      value: 'VAR',
      about: text(
        'take the passphrase from this environment variable (default: ask, or standard input)',
        '从该环境变量读取口令（默认：询问或读取标准输入）',
      ),
    },
  ],
  examples: [
    'switchyard vault status',
    'switchyard vault protect keychain',
    'switchyard vault protect passphrase',
    'switchyard vault unlock',
    'switchyard vault rotate',
  ],
}
