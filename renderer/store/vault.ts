import type { TrayWish } from '../../shared/events'
import type { Problem } from '../../shared/model/switch'
import type { VaultStatus } from '../../shared/model/vault'
import { type Leaving, secretClipboard } from '../lib/secret-clipboard'
import type { Slice } from './app-state'

export type Protection = NonNullable<VaultStatus['protection']>

/** How keys are sealed, and the question for the passphrase. Actions throw a ProblemError, so that the place that asked can show it. */
export interface VaultSlice {
  /** Undefined until it is known. */
  readonly vault?: VaultStatus
  /** That a file protects the keys: there from the moment the vault is first made that way until the user puts it away. */
  readonly fileNote?: Problem
  dismissFileNote(): void
  /** True while calls wait for the passphrase. */
  readonly unlocking: boolean
  loadVault(): Promise<void>
  /** `session` keeps it open until the user logs out, where `vault.session` says that this can be done. */
  unlockVault(passphrase: string, session: boolean): Promise<void>
  lockVault(): Promise<void>
  rotateVault(passphrase?: string): Promise<void>
  protectVault(protection: Protection, passphrase?: string): Promise<void>
  /** Copies a profile's key (the one in use, where none is named) and says when it leaves the clipboard. Where the host can do it, the key does not come here. */
  copyKey(id: string, keyId?: string): Promise<void>
  /** The same for a text that holds a key. */
  copySecret(make: () => Promise<string>): Promise<void>
  /** What becomes of a key that is copied here. */
  keyLeaving(): Promise<Leaving>
  /** Takes off whatever is on the clipboard. */
  emptyClipboard(): Promise<void>
  /** Asks for the passphrase; true once the vault is open, false when the user gives up. All who ask at once share the question. */
  askUnlock(): Promise<boolean>
  answerUnlock(isOpen: boolean): void
  /** What the passphrase is asked for, where that was asked outside the window. */
  readonly wish?: TrayWish
  /** Asks for the passphrase, then does what was asked for in the tray. A later wish takes the place of one that still waits. */
  unlockFor(wish: TrayWish): Promise<void>
}

export const vaultSlice: Slice<VaultSlice> = (api) => (set, get) => {
  const clipboard = secretClipboard(() => get().notify({ kind: 'keyMayStay' }))
  let asked: { readonly answer: Promise<boolean>; readonly settle: (isOpen: boolean) => void } | undefined
  return {
    unlocking: false,
    dismissFileNote: () => set({ fileNote: undefined }),
    loadVault: async () => set({ vault: await api['vault.status']({}) }),
    unlockVault: async (passphrase, session) => set({ vault: await api['vault.unlock']({ passphrase, session }) }),
    lockVault: async () => set({ vault: await api['vault.lock']({}) }),
    rotateVault: async (passphrase) => set({ vault: await api['vault.rotate']({ passphrase }) }),
    protectVault: async (protection, passphrase) => set({ vault: await api['vault.protect']({ protection, passphrase }) }),
    async copyKey(id, keyId) {
      if (!get().host?.can.copyKey) return get().copySecret(() => get().revealKey(id, keyId))
      await get().attempt(async () => {
        await api['desktop.copyKey']({ id, keyId })
        get().notify({ kind: 'keyCopied', leaving: 'cleared' })
      })
    },
    async copySecret(make) {
      await get().attempt(async () => get().notify({ kind: 'keyCopied', leaving: await clipboard.copy(await make()) }))
    },
    keyLeaving: async () => (get().host?.can.copyKey ? 'cleared' : clipboard.leaving()),
    emptyClipboard: () => get().attempt(clipboard.empty),
    async askUnlock() {
      await get().loadVault()
      // Locked for another reason, such as the system's keychain: no passphrase helps.
      if (!get().vault?.needsPassphrase) return false
      if (asked === undefined) {
        let settle: (isOpen: boolean) => void = () => undefined
        const answer = new Promise<boolean>((resolve) => {
          settle = resolve
        })
        asked = { answer, settle }
      }
      set({ unlocking: true })
      return asked.answer
    },
    answerUnlock(isOpen) {
      set({ unlocking: false })
      asked?.settle(isOpen)
      asked = undefined
    },
    async unlockFor(wish) {
      set({ wish })
      await get().attempt(async () => {
        const isOpen = await get().askUnlock()
        if (get().wish !== wish) return
        set({ wish: undefined })
        // Unlocked in a terminal meanwhile: nobody was asked.
        if (!isOpen && get().vault?.needsPassphrase) return
        if (wish.kind === 'undo') await get().undo()
        else await get().switchNow(wish.profileId, wish.tool === undefined ? undefined : [wish.tool])
      })
    },
  }
}
