import type { ProfileView } from '../../../shared/model/profile'
import { text } from '../../../shared/model/text'
import type { Call } from '../call'
import { applyArguments, emptyProfile } from '../profile-input'
import { readKey } from '../read-key'
import { tellProfile } from '../tell-profile'
import { seeHelp, usage } from '../usage'

export async function add(call: Call): Promise<undefined> {
  const { args } = call
  if (args.flag('paste')) {
    const { addPasted } = await import('../add-pasted')
    return addPasted(call)
  }
  if (args.positionals[0] === undefined) throw usage(text('"add" needs a name.', '"add" 需要一个名称。'), seeHelp('add'))
  if (!args.flag('url')) throw usage(text('"add" needs --url.', '"add" 需要 --url。'), seeHelp('add'))
  const key = await readKey(call)
  if (key === undefined) {
    const hint = text('Give the API key with --key-stdin or --key-env VAR.', '请用 --key-stdin 或 --key-env VAR 提供 API 密钥。')
    throw usage(text('"add" needs an API key.', '"add" 需要 API 密钥。'), hint)
  }
  const core = await call.openCore('terminal')
  const descriptors = (await core.api['tools.list']({})).map(({ descriptor }) => descriptor)
  const profile = applyArguments(emptyProfile(args.positionals[0], descriptors), args, key, descriptors)
  const view = await core.api['profiles.add']({ profile, ...(args.flag('replace') && { replace: true }) })
  const { notes } = await core.api['profiles.derive']({ url: args.value('url') ?? '' })
  call.ui.result({ profile: view }, () => [...notes.map((note) => call.ui.say(note)), tellSaved(call, view)].join('\n'))
  return undefined
}

/** What was saved, and how to go on. */
export function tellSaved({ ui }: Pick<Call, 'ui'>, view: ProfileView): string {
  return [
    ui.paint.good(ui.say(text(`Saved "${view.name}".`, `已保存 "${view.name}"。`))),
    tellProfile(ui, view),
    ui.say(text(`Switch to it with: switchyard use ${quoted(view.name)}`, `切换到它：switchyard use ${quoted(view.name)}`)),
  ].join('\n')
}

/** A name as it can be typed in a shell. */
const quoted = (name: string): string => (/^[\w.-]+$/.test(name) ? name : `"${name.replace(/(["\\$`])/g, '\\$1')}"`)
