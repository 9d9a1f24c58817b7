import type { TFunction } from 'i18next'
import type { ProfileView } from '../../shared/model/profile'
import type { ToolInfo } from '../../shared/model/tool'
import type { AppState } from '../store/app-state'
import { copied } from './actions/action'
import { keyName, spareKeys } from './key-words'

/** Something to do with one profile. */
export interface ProfileAction {
  readonly id: string
  title(t: TFunction): string
  /** A tool's icon belongs to it. */
  readonly tool?: string
  /** Where the id has no icon of its own. */
  readonly icon?: string
  run(app: AppState, t: TFunction): void
}

/** Everything that can be done with a profile, the usual thing first. */
export function profileActions(profile: ProfileView, tools: readonly ToolInfo[]): readonly ProfileAction[] {
  const { id, name, relay } = profile
  const official = profile.kind === 'official'
  const served = tools.filter(({ descriptor }) => official || profile.tools[descriptor.id]?.enabled)
  const switches: readonly ProfileAction[] = [
    { id: 'switch', title: (t) => t('action.switchAll'), run: (app) => void app.openPlan({ kind: 'switch', profileId: id }) },
    ...served.map(
      ({ descriptor }): ProfileAction => ({
        id: `switch-${descriptor.id}`,
        tool: descriptor.id,
        title: (t) => t('action.switchTool', { tool: descriptor.label }),
        run: (app) => void app.openPlan({ kind: 'switch', profileId: id, tools: [descriptor.id] }),
      }),
    ),
    { id: 'switch-now', title: (t) => t('action.switchNow'), run: (app) => void app.switchNow(id) },
  ]
  if (official) return switches
  return [
    ...switches,
    { id: 'test', title: (t) => t('action.test'), run: (app) => app.openOverlay({ kind: 'test', profileIds: [id] }) },
    { id: 'edit', title: (t) => t('action.edit'), run: (app) => app.openOverlay({ kind: 'form', id }) },
    {
      id: 'duplicate',
      title: (t) => t('action.duplicate'),
      run: (app, t) => void app.duplicateProfile(id, t('profiles.copyName', { name })),
    },
    { id: 'copy-url', title: (t) => t('action.copyUrl'), run: (app) => copied(app, () => relay.url) },
    { id: 'copy-key', title: (t) => t('action.copyKey'), run: (app) => void app.copyKey(id) },
    { id: 'show-key', title: (t) => t('action.showKey'), run: (app) => app.openOverlay({ kind: 'key', id }) },
    { id: 'profile-keys', title: (t) => t('profileKeys.menu'), run: (app) => app.openOverlay({ kind: 'profile-keys', id }) },
    ...spareKeys(profile).map(
      (key): ProfileAction => ({
        id: `use-key-${key.id}`,
        icon: 'use-key',
        title: (t) => t('profileKeys.useNamed', { key: keyName(key) }),
        run: (app) => void app.attempt(() => app.takeKey(id, key.id)),
      }),
    ),
    { id: 'export', title: (t) => t('action.exportOne'), run: (app) => app.openOverlay({ kind: 'export', ids: [id] }) },
    { id: 'remove', title: (t) => t('action.remove'), run: (app) => app.openOverlay({ kind: 'remove', id }) },
  ]
}
