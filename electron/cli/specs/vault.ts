import { text } from '../../../shared/model/text'
import type { CommandSpec } from '../spec'

export const keySpec: CommandSpec = {
  name: 'key',
  about: text(
    "Print a profile's API key and nothing else, for programs that ask a command for it",
    '只输出配置的 API 密钥，供需要用命令获取密钥的程序使用',
  ),
  positionals: [
    { name: 'name', completes: 'profile' },
    { name: 'key', optional: true },
  ],
  options: [],
  examples: ['switchyard key Work team', 'RELAY_KEY="$(switchyard key Work)" python my_agent.py'],
}

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
