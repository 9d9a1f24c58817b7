import type { Api } from '../../shared/contract'
import type { ProfileView } from '../../shared/model/profile'

/** One thing that a user asks for. */
export type Operation =
  | { readonly do: 'use'; readonly profile: string; readonly tools?: readonly string[]; readonly overwriteChanged?: boolean }
  | { readonly do: 'add-key'; readonly profile: string; readonly key: string; readonly label: string }
  | { readonly do: 'use-key'; readonly profile: string; readonly label: string }
  | { readonly do: 'undo' }
  | { readonly do: 'restore' }
  | { readonly do: 'status' }
  | { readonly do: 'rotate' }
  | { readonly do: 'protect'; readonly protection: 'file' | 'passphrase' | 'keychain'; readonly passphrase?: string }

export async function operate(api: Api, operation: Operation): Promise<unknown> {
  switch (operation.do) {
    case 'status':
      return api['tools.status']({})
    case 'rotate':
      return api['vault.rotate']({})
    case 'protect':
      return api['vault.protect']({ protection: operation.protection, passphrase: operation.passphrase })
    case 'undo':
      return api['switch.undo']({})
    case 'restore':
      return api['switch.restore']({})
    case 'add-key':
      return api['keys.add']({ profileId: (await named(api, operation.profile)).id, key: operation.key, label: operation.label })
    case 'use-key': {
      const { id, relay } = await named(api, operation.profile)
      return api['keys.use']({ profileId: id, keyId: relay.keys?.find(({ label }) => label === operation.label)?.id ?? '' })
    }
    case 'use': {
      const found = await named(api, operation.profile)
      return api['switch.apply']({
        profileId: found.id,
        ...(operation.tools === undefined ? {} : { tools: [...operation.tools] }),
        ...(operation.overwriteChanged === undefined ? {} : { overwriteChanged: operation.overwriteChanged }),
      })
    }
  }
}

async function named(api: Api, profile: string): Promise<ProfileView> {
  const found = (await api['profiles.list']({})).find(({ name }) => name === profile)
  if (found === undefined) throw new Error(`no profile ${profile}`)
  return found
}
