import type { Call } from '../call'
import { nameProfile } from '../find-profile'

export async function key({ args, ui, openCore }: Call): Promise<undefined> {
  const core = await openCore('terminal')
  const asked = args.positionals[0] ?? ''
  // Tools ask by id; no profile that was given this id for its name may answer instead.
  const { id } = core.findById(asked) ?? (await nameProfile(core, asked))
  const revealed = await core.api['profiles.reveal']({ id })
  ui.result(revealed, () => revealed.key)
  return undefined
}
