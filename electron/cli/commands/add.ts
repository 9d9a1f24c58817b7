import { text } from '../../../shared/model/text'
import type { Call } from '../call'
import { applyArguments, emptyProfile } from '../profile-input'
import { readKey } from '../read-key'
import { tellSaved } from '../tell-saved'
import { seeHelp, usage } from '../usage'

export async function add(call: Call): Promise<undefined> {
  const { args } = call
  if (['into', 'label', 'expires'].some(args.flag)) {
    const { checkInto } = await import('../add-pasted-key')
    checkInto(call)
  }
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
