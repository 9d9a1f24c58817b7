import { text } from '../../../shared/model/text'
import type { Call } from '../call'
import { findProfile } from '../find-profile'
import { applyArguments, inputOf } from '../profile-input'
import { readKey } from '../read-key'
import { editOptions } from '../specs/profiles'
import { tellProfile } from '../tell-profile'
import { seeHelp, usage } from '../usage'

export async function edit(call: Call): Promise<undefined> {
  const { args, ui } = call
  if (!editOptions.some(({ name }) => args.flag(name)))
    throw usage(text('"edit" was not told what to change.', '"edit" 未指定要修改的内容。'), seeHelp('edit'))
  const key = await readKey(call)
  const core = await call.openCore('terminal')
  const found = await findProfile(core, args.positionals[0] ?? '')
  const descriptors = (await core.api['tools.list']({})).map(({ descriptor }) => descriptor)
  const view = await core.api['profiles.edit']({ id: found.id, profile: applyArguments(inputOf(found), args, key, descriptors) })
  ui.result({ profile: view }, () =>
    [ui.paint.good(ui.say(text(`Saved "${view.name}".`, `已保存 "${view.name}"。`))), tellProfile(ui, view)].join('\n'),
  )
  return undefined
}
