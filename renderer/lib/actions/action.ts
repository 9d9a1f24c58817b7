import type { TFunction } from 'i18next'
import type { AppState } from '../../store/app-state'
import { copyText } from '../copy-text'
import type { Shortcut } from '../shortcuts'

export type ActionGroup = 'switch' | 'profiles' | 'check' | 'go' | 'look'

/** Something that the app can do. Palette, keyboard map and shortcuts are all made of this list. */
export interface Action {
  readonly id: string
  readonly group: ActionGroup
  title(t: TFunction): string
  /** Further words by which it is found, in any language. */
  readonly words?: string
  readonly shortcuts?: readonly Shortcut[]
  /** Works by its keys alone: the palette has a better way to offer it. */
  readonly keysOnly?: boolean
  /** When it can be done; without it: always. */
  when?(app: AppState): boolean
  /** `digit` is the one pressed, for shortcuts with `1-9`. */
  run(app: AppState, digit?: number): void
}

/** True when the action can be done now. */
export const isOffered = (action: Action, app: AppState): boolean => action.when?.(app) ?? true

/** The relay that a digit stands for: the first nine, in the order of the list. */
export const profileAt = (app: Pick<AppState, 'profiles'>, digit: number | undefined) =>
  app.profiles.filter(({ kind }) => kind === 'relay')[(digit ?? 0) - 1]

/** Copies what `make` finds, and says so. */
export const copied = (app: AppState, make: () => string | Promise<string>): void =>
  void app.attempt(async () => {
    await copyText(await make())
    app.notify({ kind: 'copied' })
  })
