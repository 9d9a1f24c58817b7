import { text } from '../../../shared/model/text'
import type { Call } from '../call'
import { nameProfile } from '../find-profile'

export async function remove({ args, ui, openCore }: Call): Promise<undefined> {
  const core = await openCore('terminal')
  const { id, name } = await nameProfile(core, args.positionals[0] ?? '')
  await core.api['profiles.remove']({ id })
  ui.result({ removed: { id, name } }, () =>
    ui.say(text(`Removed "${name}". The tools keep what they have now.`, `已删除 "${name}"。各工具现有设置保持不变。`)),
  )
  return undefined
}
