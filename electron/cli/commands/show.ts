import type { Call } from '../call'
import { findProfile } from '../find-profile'
import { plain } from '../paint'
import { tellProfile } from '../tell-profile'
import { tellProtocols } from '../tell-protocols'

export async function show({ args, ui, openCore }: Call): Promise<undefined> {
  const core = await openCore('terminal')
  const profile = await findProfile(core, args.positionals[0] ?? '')
  const revealed = args.flag('reveal') && profile.kind === 'relay' ? await core.api['profiles.reveal']({ id: profile.id }) : undefined
  const protocols = (await core.api['connection.results']({})).find(({ profileId }) => profileId === profile.id)?.protocols ?? {}
  ui.result({ profile, protocols, ...revealed }, () =>
    [ui.paint.bold(plain(profile.name)), tellProfile(ui, profile, revealed?.key), ...tellProtocols(ui, protocols)].join('\n'),
  )
  return undefined
}
