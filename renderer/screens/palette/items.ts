import type { TFunction } from 'i18next'
import type { ProfileView } from '../../../shared/model/profile'
import { actions } from '../../lib/actions'
import { type Action, type ActionGroup, isOffered } from '../../lib/actions/action'
import { hostOf } from '../../lib/host-of'
import { type ProfileAction, profileActions } from '../../lib/profile-actions'
import type { Shortcut } from '../../lib/shortcuts'
import type { AppState } from '../../store/app-state'
import { findNamed, findProfiles, maxResults } from './search'

/** One line of the palette. */
export interface PaletteItem {
  readonly id: string
  readonly group: ActionGroup
  readonly title: string
  /** Stands after the title, quieter. */
  readonly aside?: string
  readonly words?: string
  /** Whose icon it shows. */
  readonly icon: { readonly action: string } | { readonly tool: string } | { readonly profile: ProfileView }
  readonly shortcut?: Shortcut
  /** The profile whose own actions lie behind this line. */
  readonly profile?: ProfileView
  run(app: AppState): void
}

export type PaletteState = Pick<AppState, 'profiles' | 'tools'>

const profileName = (profile: ProfileView, t: TFunction): string => (profile.kind === 'official' ? t('official.name') : profile.name)

/** A profile as a line: Enter shows what a switch to it would write. */
function profileItem(profile: ProfileView, position: number, t: TFunction): PaletteItem {
  const shortcut: Shortcut | undefined = position > 0 && position < 10 ? { mod: true, key: String(position) } : undefined
  return {
    id: `profile:${profile.id}`,
    group: 'switch',
    title: t('profiles.switchTo', { name: profileName(profile, t) }),
    aside: profile.kind === 'official' ? undefined : hostOf(profile.relay.url),
    icon: { profile },
    shortcut,
    profile,
    run: (app) => void app.openPlan({ kind: 'switch', profileId: profile.id }),
  }
}

function actionItem(action: Action, t: TFunction): PaletteItem {
  const { id, group, words, shortcuts } = action
  return { id, group, title: action.title(t), words, icon: { action: id }, shortcut: shortcuts?.[0], run: action.run }
}

function ofProfile(profile: ProfileView, action: ProfileAction, t: TFunction, aside?: string): PaletteItem {
  return {
    id: `profile:${profile.id}:${action.id}`,
    group: 'profiles',
    title: action.title(t),
    aside,
    icon: action.tool ? { tool: action.tool } : action.id === 'switch' ? { profile } : { action: action.icon ?? action.id },
    run: (app) => action.run(app, t),
  }
}

/** The lines for one profile: everything that can be done with it. */
export function profilePage(profile: ProfileView, { tools }: PaletteState, query: string, t: TFunction): readonly PaletteItem[] {
  return findNamed(
    profileActions(profile, tools).map((action) => ofProfile(profile, action, t)),
    query,
  )
}

/**
 * The lines for a query: actions, and profiles to switch to. Words that are not about a profile are about what to do with it, so that
 * "edit harbor" and "codex harbor" find just that. At most `maxResults`, whatever the number of profiles.
 */
export function paletteItems(app: AppState, query: string, t: TFunction): readonly PaletteItem[] {
  const { profiles, tools } = app
  const positions = new Map<ProfileView, number>()
  for (const profile of profiles) if (positions.size < 9 && profile.kind === 'relay') positions.set(profile, positions.size + 1)
  const found = findProfiles(profiles, query, query ? maxResults : 6)
  const switches = found.filter(({ rest }) => rest === '').map(({ profile }) => profileItem(profile, positions.get(profile) ?? 0, t))
  const deeds = found
    .filter(({ rest }) => rest !== '')
    .flatMap(({ profile, rest }) =>
      findNamed(
        profileActions(profile, tools).map((action) => ofProfile(profile, action, t, profileName(profile, t))),
        rest,
      ),
    )
  const offered = actions.filter((action) => !action.keysOnly && isOffered(action, app)).map((action) => actionItem(action, t))
  const named = findNamed(offered, query)
  return (query ? [...switches, ...named, ...deeds] : [...switches, ...named]).slice(0, maxResults)
}

/** Neighbours of one group stand together under its heading; the groups come in the order of their best line. */
export function grouped(items: readonly PaletteItem[]): readonly { readonly group: ActionGroup; readonly items: readonly PaletteItem[] }[] {
  const groups = new Map<ActionGroup, PaletteItem[]>()
  for (const item of items) groups.set(item.group, [...(groups.get(item.group) ?? []), item])
  return [...groups].map(([group, own]) => ({ group, items: own }))
}
