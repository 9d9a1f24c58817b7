import type { Call } from '../call'
import { pickKey } from '../find-key'
import { findProfile, nameProfile } from '../find-profile'

export async function key({ args, ui, openCore }: Call): Promise<undefined> {
  const core = await openCore('terminal')
  const [name = '', written] = args.positionals
  // Tools ask by id; no profile that was given this id for its name may answer instead.
  const revealed = await core.api['profiles.reveal'](
    written === undefined ? { id: (core.findById(name) ?? (await nameProfile(core, name))).id } : await named(written),
  )
  ui.result(revealed, () => revealed.key)
  return undefined

  async function named(label: string) {
    const profile = await findProfile(core, name)
    return { id: profile.id, keyId: pickKey(profile, label).id }
  }
}
