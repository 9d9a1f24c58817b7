import type { Call } from '../call'
import { pickKey } from '../find-key'
import { findProfile, nameProfile } from '../find-profile'

export async function key({ args, ui, openCore }: Call): Promise<undefined> {
  const core = await openCore('terminal')
  const [name = '', written] = args.positionals
  const revealed = await core.api['profiles.reveal'](
    written === undefined ? { id: (await nameProfile(core, name)).id } : await named(written),
  )
  ui.result(revealed, () => revealed.key)
  return undefined

  async function named(label: string) {
    const profile = await findProfile(core, name)
    return { id: profile.id, keyId: pickKey(profile, label).id }
  }
}
