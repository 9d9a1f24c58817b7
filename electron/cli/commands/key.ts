import type { Call } from '../call'
import { nameProfile } from '../find-profile'

export async function key({ args, ui, openCore }: Call): Promise<undefined> {
  const core = await openCore('terminal')
  const { id } = await nameProfile(core, args.positionals[0] ?? '')
  const revealed = await core.api['profiles.reveal']({ id })
  ui.result(revealed, () => revealed.key)
  return undefined
}
