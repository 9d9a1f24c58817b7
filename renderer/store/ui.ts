import type { Events } from '../../shared/events'
import type { ProfileView } from '../../shared/model/profile'
import type { Problem, SwitchReport } from '../../shared/model/switch'
import type { Leaving } from '../lib/secret-clipboard'
import { toProblem } from '../lib/to-problem'
import type { AppState, Slice } from './app-state'

export type Screen = Events['show-screen']['screen']

/** What a new profile's form starts with. The key of pasted text stays in the core, under its draft. */
export interface FormPrefill {
  readonly url: string
  readonly name?: string
  readonly pasted?: { readonly draft: string; readonly keyMasked: string; readonly consent: boolean }
}

/** What lies over the screen, one at a time; the switch preview has its own state. */
export type Overlay =
  | { readonly kind: 'form'; readonly id?: string; readonly prefill?: FormPrefill }
  | { readonly kind: 'status'; readonly tool: string }
  /** A key in full: the one in use, where none is named. */
  | { readonly kind: 'key'; readonly id: string; readonly keyId?: string }
  /** All keys of a profile. */
  | { readonly kind: 'profile-keys'; readonly id: string }
  | { readonly kind: 'remove'; readonly id: string }
  /** The connection test; without ids it shows the last one, or asks about all profiles. */
  | { readonly kind: 'test'; readonly profileIds?: readonly string[] }
  /** Anything pasted or handed over, to be recognised and shown before it becomes a profile. */
  | { readonly kind: 'paste'; readonly text: string }
  /** What became of it: the saved profile, switched to or not; `prove` asks each tool's model for a word. */
  | { readonly kind: 'pasted'; readonly profile: ProfileView; readonly tools: readonly string[]; readonly prove: boolean }
  /** What was pasted gave a profile a further key. */
  | { readonly kind: 'key-added'; readonly profile: ProfileView }
  /** A new passphrase for the vault, or the present one for a new data key. */
  | { readonly kind: 'passphrase'; readonly for: 'protect' | 'rotate' }
  /** Profiles into a file, those with the ids chosen from the start; or profiles out of one. */
  | { readonly kind: 'export'; readonly ids?: readonly string[] }
  | { readonly kind: 'import' }
  /** The command palette. */
  | { readonly kind: 'palette' }
  /** The map of the keys. */
  | { readonly kind: 'keys' }

/** A short message; its words are made where it is drawn. */
export type Notification =
  | { readonly kind: 'switched'; readonly profile: string; readonly report: SwitchReport }
  /** `inTools`: some tool has the key now. */
  | { readonly kind: 'key-used'; readonly profile: string; readonly key: string; readonly inTools: boolean; readonly report: SwitchReport }
  | { readonly kind: 'undone' | 'restored' | 'fixed'; readonly report: SwitchReport }
  | { readonly kind: 'saved' | 'removed' | 'adopted'; readonly profile: string }
  /** A link came while a dialog was open that must not be lost. */
  | { readonly kind: 'linkWaits' }
  | { readonly kind: 'copied' }
  | { readonly kind: 'keyCopied'; readonly leaving: Leaving }
  /** A copied key was left on the clipboard, where something else may be by now. */
  | { readonly kind: 'keyMayStay' }
  | { readonly kind: 'vault'; readonly done: 'moved' | 'rotated' | 'locked' }
  | { readonly kind: 'problem'; readonly problem: Problem }

export type Toast = Notification & { readonly id: number }

/** `auto` goes by the width. */
export type DiffLayout = 'auto' | 'unified' | 'split'

const layoutSlot = 'switchyard.diff-layout'
const keptLayout = (): DiffLayout => {
  const kept = globalThis.localStorage?.getItem(layoutSlot)
  return kept === 'unified' || kept === 'split' ? kept : 'auto'
}

export interface UiSlice {
  readonly screen: Screen
  readonly overlay: Overlay | null
  /** A text that was handed over while `overlay` held typing: its turn comes when nothing lies over the screen. */
  readonly offered: string | null
  readonly toasts: readonly Toast[]
  /** How changes of files are drawn; kept in the browser, because it fits this screen and not the next one. */
  readonly diffLayout: DiffLayout
  setDiffLayout(layout: DiffLayout): void
  showScreen(screen: Screen): void
  openOverlay(overlay: Overlay): void
  closeOverlay(): void
  /** Shows what another program hands over, or lets it wait. */
  offer(text: string): void
  /** Shows what waited. */
  takeOffered(): void
  notify(notification: Notification): void
  dismissToast(id: number): void
  /** Hands everything to an action of the registry (lib/actions.ts), as it is at this moment. */
  act(run: (app: AppState) => void): void
  /** Runs an action whose failure has no better place than a toast. */
  attempt(action: () => Promise<unknown>): Promise<void>
}

/** These stay open: what is typed there must not be lost to a click in the tray or a link. */
const TYPED_IN: readonly Overlay['kind'][] = ['form', 'paste', 'profile-keys', 'passphrase', 'export', 'import']
const holdsTyping = (overlay: Overlay | null): boolean => overlay !== null && TYPED_IN.includes(overlay.kind)

/** More than this on screen at once is noise. */
const maxToasts = 3

export const uiSlice: Slice<UiSlice> = () => (set, get) => {
  let lastToast = 0
  return {
    screen: 'profiles',
    overlay: null,
    offered: null,
    toasts: [],
    diffLayout: keptLayout(),
    setDiffLayout(layout) {
      globalThis.localStorage?.setItem(layoutSlot, layout)
      set({ diffLayout: layout })
    },
    showScreen: (screen) => set({ screen, overlay: holdsTyping(get().overlay) ? get().overlay : null }),
    openOverlay: (overlay) => set({ overlay }),
    closeOverlay: () => set({ overlay: null }),
    offer(text) {
      if (!holdsTyping(get().overlay)) return set({ overlay: { kind: 'paste', text } })
      if (get().offered === null) get().notify({ kind: 'linkWaits' })
      set({ offered: text })
    },
    takeOffered() {
      const { offered, toasts } = get()
      if (offered === null) return
      set({ offered: null, overlay: { kind: 'paste', text: offered }, toasts: toasts.filter(({ kind }) => kind !== 'linkWaits') })
    },
    notify(notification) {
      lastToast += 1
      set({ toasts: [...get().toasts.slice(1 - maxToasts), { ...notification, id: lastToast }] })
    },
    dismissToast: (id) => set({ toasts: get().toasts.filter((toast) => toast.id !== id) }),
    act: (run) => run(get()),
    async attempt(action) {
      try {
        await action()
      } catch (error) {
        get().notify({ kind: 'problem', problem: toProblem(error) })
      }
    },
  }
}
