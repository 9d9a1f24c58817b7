import type { ConflictChoice, Exported, Imported, Inspection } from '../../shared/model/transfer'
import type { Slice } from './app-state'

/** Actions throw a ProblemError, so that the dialog that asked can show it. */
export interface TransferSlice {
  /** Profiles (all without ids) as a text to keep: sealed with the passphrase; without one with their keys for everyone to read. */
  exportProfiles(passphrase: string | undefined, ids?: readonly string[]): Promise<Exported>
  inspectFile(file: { readonly name: string; readonly text: string }, passphrase: string | undefined): Promise<Inspection>
  importItems(
    draft: string,
    take: readonly { readonly id: string; readonly onConflict: ConflictChoice }[],
    consent: boolean,
  ): Promise<Imported>
  forgetFile(draft: string): Promise<void>
}

export const transferSlice: Slice<TransferSlice> = (api) => () => ({
  exportProfiles: (passphrase, ids) =>
    api['transfer.export']({ ...(ids && { ids: [...ids] }), ...(passphrase === undefined ? { plain: true } : { passphrase }) }),
  inspectFile: ({ name, text }, passphrase) => api['transfer.inspect']({ text, file: name, passphrase }),
  importItems: (draft, take, consent) => api['transfer.import']({ draft, take: [...take], consent }),
  async forgetFile(draft) {
    await api['transfer.forget']({ draft })
  },
})
