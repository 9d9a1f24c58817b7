import { type Action, profileAt } from './action'

/** What changes the files of the tools. */
export const switchActions: readonly Action[] = [
  {
    id: 'switch-nth',
    group: 'switch',
    title: (t) => t('action.switchNth'),
    shortcuts: [{ mod: true, key: '1-9' }],
    keysOnly: true,
    when: (app) => profileAt(app, 1) !== undefined,
    run: (app, digit) => {
      const profile = profileAt(app, digit)
      if (profile) void app.openPlan({ kind: 'switch', profileId: profile.id })
    },
  },
  {
    id: 'switch-nth-now',
    group: 'switch',
    title: (t) => t('action.switchNthNow'),
    shortcuts: [{ mod: true, alt: true, key: '1-9' }],
    keysOnly: true,
    when: (app) => profileAt(app, 1) !== undefined,
    run: (app, digit) => {
      const profile = profileAt(app, digit)
      if (profile) void app.switchNow(profile.id)
    },
  },
  {
    id: 'undo',
    group: 'switch',
    title: (t) => t('action.undo'),
    words: 'revert back',
    shortcuts: [{ mod: true, key: 'z', outsideText: true }],
    run: (app) => void app.undo(),
  },
  {
    id: 'restore',
    group: 'switch',
    title: (t) => t('action.restore'),
    words: 'uninstall official reset',
    run: (app) => void app.openPlan({ kind: 'restore' }),
  },
]
