import { text } from '../../../shared/model/text'
import type { VaultStatus } from '../../../shared/model/vault'
import type { Call } from '../call'
import { readPassphrase } from '../read-passphrase'
import { usage } from '../usage'

const kinds = ['keychain', 'passphrase', 'file'] as const

const meanings = {
  keychain: text("protected by the system's keychain", '由系统钥匙串保护'),
  passphrase: text('protected by a passphrase', '由口令保护'),
  file: text('protected by a file: anyone who can read your home can read it', '由文件保护：任何能读取您主目录的人都能读取它'),
} as const

export async function vault(call: Call): Promise<undefined> {
  const { args, ui, openCore } = call
  const [action = 'status', kind] = args.positionals
  const protection = kinds.find((known) => known === kind)
  if (action === 'protect' && protection === undefined) throw usage(text('Name a protection.', '请指定一种保护方式。'), choices())
  if (action !== 'protect' && kind !== undefined)
    throw usage(text(`"vault ${action}" takes nothing more.`, `"vault ${action}" 不接受更多参数。`))
  const { api } = await openCore('terminal')
  const now = await api['vault.status']({})
  const status = await act()
  ui.result(status, () => tell(status))
  return undefined

  async function act(): Promise<VaultStatus> {
    switch (action) {
      case 'status':
        return now
      case 'lock':
        return api['vault.lock']({})
      case 'rotate':
        return api['vault.rotate'](now.protection === 'passphrase' ? { passphrase: await readPassphrase(call, 'present') } : {})
      case 'protect':
        return api['vault.protect']({
          protection: protection ?? 'file',
          ...(protection === 'passphrase' ? { passphrase: await readPassphrase(call, 'new') } : {}),
        })
      case 'unlock':
        return unlock()
      default:
        throw usage(
          text(`There is no "vault ${action}".`, `没有 "vault ${action}"。`),
          text('Try: status, unlock, lock, rotate, protect.', '可用：status、unlock、lock、rotate、protect。'),
        )
    }
  }

  async function unlock(): Promise<VaultStatus> {
    if (now.protection !== 'passphrase')
      throw usage(
        text('The vault has no passphrase.', '保险库没有设置口令。'),
        text('Look at: switchyard vault status', '请查看：switchyard vault status'),
      )
    if (!now.session)
      throw usage(
        text('This system keeps nothing until you log out ($XDG_RUNTIME_DIR).', '此系统没有登录会话存储（$XDG_RUNTIME_DIR）。'),
        text('Set SWITCHYARD_PASSPHRASE for each command instead.', '请改为在每条命令中设置 SWITCHYARD_PASSPHRASE。'),
      )
    return api['vault.unlock']({ passphrase: await readPassphrase(call, 'present'), session: true })
  }

  function tell({ exists, protection: by, open, pinned }: VaultStatus): string {
    if (!exists || by === undefined)
      return ui.say(text('There is no vault yet: no key has been saved.', '还没有保险库：尚未保存任何密钥。'))
    const state = open ? text('open', '已解锁') : by === 'keychain' ? text('opened when needed', '需要时打开') : text('locked', '已锁定')
    const pin = pinned === undefined ? '' : ` (SWITCHYARD_VAULT=${pinned})`
    return `${ui.say(text(`Your keys are sealed, ${meanings[by].en}`, `密钥已密封，${meanings[by].zh}`))}${pin}\n${ui.say(state)}`
  }
}

const choices = () => text(`One of: ${kinds.join(', ')}.`, `可选：${kinds.join('、')}。`)
