import type { Call } from '../call'
import { findProfile } from '../find-profile'
import { plain } from '../paint'
import { tellProfile } from '../tell-profile'

export async function show({ args, ui, openCore }: Call): Promise<undefined> {
  const core = await openCore('terminal')
  const profile = await findProfile(core, args.positionals[0] ?? '')
  const revealed = args.flag('reveal') && profile.kind === 'relay' ? await core.api['profiles.reveal']({ id: profile.id }) : undefined
  ui.result({ profile, ...revealed }, () => `${ui.paint.bold(plain(profile.name))}\n${tellProfile(ui, profile, revealed?.key)}`)
  return undefined
}
