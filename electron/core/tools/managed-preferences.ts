import { text } from '../../../shared/model/text'
import type { LayerSource, PolicyStore } from './layers'
import { pathsOf, variable } from './paths'
import type { Place } from './tool'

/** The property lists that device management writes on macOS for one application, the user's before the machine's; none elsewhere. */
export function managedPreferences(place: Place, domain: string): readonly { readonly of: 'user' | 'machine'; readonly path: string }[] {
  if (place.platform !== 'darwin') return []
  const { basename, join } = pathsOf(place)
  const user = variable(place, 'USER') ?? basename(place.home)
  const folder = '/Library/Managed Preferences'
  return [
    { of: 'user', path: join(folder, user, `${domain}.plist`) },
    { of: 'machine', path: join(folder, `${domain}.plist`) },
  ]
}

/** A layer of settings that an organisation keeps in a store of the system. */
export const policyLayer = (id: string, policy: PolicyStore, rest: Pick<LayerSource, 'read' | 'group' | 'passedOver'>): LayerSource => ({
  id,
  kind: 'managed',
  label: text("Your organisation's policy", '所在组织的策略'),
  policy,
  ...rest,
})
