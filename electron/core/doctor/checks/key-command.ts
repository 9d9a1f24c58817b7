import { type LocalText, text } from '../../../../shared/model/text'
import { launcherFile, launcherText } from '../../key-command'
import { readIfThere } from '../../launcher'
import type { Check, Verdict } from '../check'
import type { Facts } from '../facts'
import type { ToolFacts } from '../facts/tools'
import { files } from '../mend'
import { runTool } from '../run-tool'
import { fact } from '../seen'
import { fail, ok, skip, together } from '../verdict'

/** Milliseconds; a keychain may have to be opened. */
const PATIENCE = 20_000

export const keyCommand: Check = {
  id: 'key-command',
  group: 'settings',
  title: text('Tools that ask Switchyard for their key get it', '向 Switchyard 获取密钥的工具能拿到密钥'),
  badTitle: text('A tool asks Switchyard for its key and gets none', '工具向 Switchyard 获取密钥但没有拿到'),
  why: text(
    'A tool that asks a command for its key goes without one when the vault is locked or Switchyard was moved; the relay then answers 401.',
    '通过命令获取密钥的工具，在保险库锁定或 Switchyard 被移动后就拿不到密钥，中转站会返回 401。',
  ),
  seed: [1],
  async run(facts) {
    const asking = facts.tools.filter(({ live, target, adapter, installation }) => {
      const command = target && adapter.asks?.(target, installation?.version)
      return command !== undefined && live.keyCommand === command
    })
    if (asking.length === 0) return skip(text('No tool asks for its key.', '没有工具通过命令获取密钥。'))
    return together(await Promise.all(asking.map((tool) => ask(facts, tool))))
  },
  fix: {
    about: text('Writes anew the small program that tools start for their key.', '重新写入工具用来获取密钥的小程序。'),
    async plan({ host, place }) {
      const path = launcherFile(host.dataFolder, place.platform)
      if (host.cliCommand === undefined) return undefined
      const after = launcherText(host.cliCommand, host)
      return after === readIfThere(path) ? undefined : files({ path, after, mode: 0o700 })
    },
  },
}

/** Asks as the tool does, with the variables of a new terminal. */
async function ask(facts: Facts, { id, label, target, profile }: ToolFacts): Promise<Verdict> {
  const command = target?.keyCommand
  if (command === undefined || profile === undefined) return ok()
  const program = readIfThere(command.program)
  const evidence = [fact(`${command.program} ${command.args.join(' ')}`, { tool: id })]
  const bad = (said: LocalText, fixable: boolean) =>
    fail({
      cause: text(`${label} gets no key: ${said.en}`, `${label} 拿不到密钥：${said.zh}`),
      cure: text(
        'Unlock the vault (switchyard vault unlock), or switch to the profile again.',
        '请解锁保险库（switchyard vault unlock），或重新切换到该配置。',
      ),
      evidence,
      fixable,
    })
  if (program === undefined) return bad(text('the program that it asks is gone.', '用于获取密钥的程序不存在。'), true)
  const { code, output } = await runTool(facts, command.program, command.args, { limit: PATIENCE })
  if (code === 0 && output.trim() === profile.relay.key) return ok(...evidence)
  if (code === 0) return bad(text('what it is told is not the key of the profile.', '得到的内容不是该配置的密钥。'), false)
  const said = output.trim().split(/\r?\n/).slice(-3).join(' ') || `${code ?? 'no answer'}`
  return bad(text(said, said), facts.host.cliCommand !== undefined && program !== launcherText(facts.host.cliCommand, facts.host))
}
