import type { Api } from '../../shared/contract'

/** One thing that a user asks for. */
export type Operation =
  | { readonly do: 'use'; readonly profile: string; readonly tools?: readonly string[]; readonly overwriteChanged?: boolean }
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
    case 'use': {
      const found = (await api['profiles.list']({})).find(({ name }) => name === operation.profile)
      if (found === undefined) throw new Error(`no profile ${operation.profile}`)
      return api['switch.apply']({
        profileId: found.id,
        ...(operation.tools === undefined ? {} : { tools: [...operation.tools] }),
        ...(operation.overwriteChanged === undefined ? {} : { overwriteChanged: operation.overwriteChanged }),
      })
    }
  }
}
