import type { KeyReport } from '../../../shared/model/switch'
import { text } from '../../../shared/model/text'
import type { Call } from '../call'
import { pickKey } from '../find-key'
import { findProfile } from '../find-profile'
import { readKey } from '../read-key'
import { keyTable } from '../tell-keys'
import { fileLines, tellNotices } from '../tell-switch'
import { seeHelp, usage } from '../usage'

/** What each action takes beside the profile; `keys <name>` is `keys list <name>`. */
const actions = {
  list: { key: false, options: [] },
  add: { key: false, options: ['key-stdin', 'key-env', 'key', 'label', 'expires', 'use', 'force'] },
  use: { key: true, options: ['force'] },
  label: { key: true, options: ['label', 'expires'] },
  remove: { key: true, options: [] },
} as const
type Action = keyof typeof actions
export const keyActions: readonly string[] = Object.keys(actions)

export async function keys(call: Call): Promise<undefined> {
  const { args, ui } = call
  const { action, name, written } = understood(call)
  const notes = {
    ...(args.flag('label') && { label: args.value('label') }),
    ...(args.flag('expires') && { expiresAt: args.value('expires') }),
  }
  if (action === 'label' && Object.keys(notes).length === 0)
    throw usage(text('"keys label" needs --label or --expires.', '"keys label" 需要 --label 或 --expires。'), seeHelp('keys'))
  const given = action === 'add' ? await readKey(call) : undefined
  if (action === 'add' && given === undefined)
    throw usage(
      text('"keys add" needs an API key.', '"keys add" 需要 API 密钥。'),
      text('Give it with --key-stdin or --key-env VAR.', '请用 --key-stdin 或 --key-env VAR 提供。'),
    )
  const core = await call.openCore('terminal')
  const profile = await findProfile(core, name)
  const profileId = profile.id
  const keyId = actions[action].key ? pickKey(profile, written).id : ''
  const use = async (id: string) => {
    const report = await core.api['keys.use']({ profileId, keyId: id, ...(args.flag('force') && { overwriteChanged: true }) })
    tellNotices(ui, report.notices)
    ui.result(report, () => used(report, id))
  }
  switch (action) {
    case 'use':
      await use(keyId)
      return undefined
    case 'add': {
      const before = new Set(profile.relay.keys?.map(({ id }) => id))
      const added = await core.api['keys.add']({ profileId, key: given ?? '', ...notes })
      const fresh = added.relay.keys?.find(({ id, active }) => !before.has(id) && !active)
      if (args.flag('use') && fresh) await use(fresh.id)
      else ui.result({ profile: added }, () => keyTable(ui, added.relay.keys ?? []))
      return undefined
    }
    default: {
      const now =
        action === 'list'
          ? profile
          : action === 'label'
            ? await core.api['keys.edit']({ profileId, keyId, ...notes })
            : await core.api['keys.remove']({ profileId, keyId })
      ui.result({ profile: now }, () => keyTable(ui, now.relay.keys ?? []))
      return undefined
    }
  }

  function used(report: KeyReport, id: string): string {
    const key = report.profile.relay.keys?.find((known) => known.id === id)
    const shown = key?.label ?? key?.masked ?? ''
    const done = ui.paint.good(ui.say(text(`"${profile.name}" uses the key ${shown} now.`, `"${profile.name}" 已改用密钥 ${shown}。`)))
    if (report.tools.length === 0)
      return `${done}\n${ui.say(text('No tool uses the profile; it gets the key with the next switch.', '目前没有工具使用该配置；下次切换时生效。'))}`
    const tools = ui.say(text(`In: ${report.tools.join(', ')}`, `涉及工具：${report.tools.join('、')}`))
    if (report.files.length === 0) return `${done}\n${tools}`
    const undo = ui.paint.dim(ui.say(text('Take it back with: switchyard undo', '撤销：switchyard undo')))
    return [done, tools, fileLines(ui, report.files), undo].join('\n')
  }
}

/** The command line as an action; a first word that is none is a profile to list. */
function understood({ args }: Call): { readonly action: Action; readonly name: string; readonly written: string } {
  const [first = '', second, third] = args.positionals
  const isAction = keyActions.includes(first)
  if (isAction && second === undefined)
    throw usage(
      text(`"keys ${first}" needs a profile.`, `"keys ${first}" 需要指定配置。`),
      text(`Like: switchyard keys ${first} NAME`, `例如：switchyard keys ${first} 配置名`),
    )
  if (!isAction && second !== undefined)
    throw usage(
      text(`There is no "keys ${first}".`, `没有 "keys ${first}"。`),
      text(`Try: ${keyActions.join(', ')}.`, `可用：${keyActions.join('、')}。`),
    )
  const action = isAction ? (first as Action) : 'list'
  const wants: { readonly key: boolean; readonly options: readonly string[] } = actions[action]
  if (wants.key && third === undefined)
    throw usage(
      text(`"keys ${action}" needs the key, too.`, `"keys ${action}" 还需要指定密钥。`),
      text(`Like: switchyard keys ${action} NAME LABEL`, `例如：switchyard keys ${action} 配置名 标签`),
    )
  if (!wants.key && third !== undefined)
    throw usage(text(`"keys ${action}" takes a profile and nothing more.`, `"keys ${action}" 只接受一个配置名。`), seeHelp('keys'))
  const idle = ['key-stdin', 'key-env', 'key', 'label', 'expires', 'use', 'force'].find(
    (name) => args.flag(name) && !wants.options.includes(name),
  )
  if (idle !== undefined)
    throw usage(text(`"keys ${action}" does not take --${idle}.`, `"keys ${action}" 不接受 --${idle}。`), seeHelp('keys'))
  return { action, name: second ?? first, written: third ?? '' }
}
