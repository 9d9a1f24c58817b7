import { type Action, copied } from './action'

/** Ways to other places. */
export const goActions: readonly Action[] = [
  {
    id: 'palette',
    group: 'go',
    title: (t) => t('action.palette'),
    shortcuts: [{ mod: true, key: 'k' }],
    keysOnly: true,
    run: (app) => app.openOverlay({ kind: 'palette' }),
  },
  {
    id: 'go-profiles',
    group: 'go',
    title: (t) => t('action.profiles'),
    words: 'home start',
    shortcuts: [{ mod: true, shift: true, key: 'p' }],
    run: (app) => app.showScreen('profiles'),
  },
  {
    id: 'go-diagnose',
    group: 'go',
    title: (t) => t('action.goDiagnose'),
    words: 'doctor',
    shortcuts: [{ mod: true, key: 'd' }],
    run: (app) => app.showScreen('diagnose'),
  },
  {
    id: 'go-history',
    group: 'go',
    title: (t) => t('action.history'),
    words: 'timeline log',
    shortcuts: [{ mod: true, key: 'y', outsideText: true }],
    run: (app) => app.showScreen('history'),
  },
  {
    id: 'go-settings',
    group: 'go',
    title: (t) => t('action.settings'),
    words: 'preferences options',
    shortcuts: [{ mod: true, key: ',' }],
    run: (app) => app.showScreen('settings'),
  },
  {
    id: 'keys',
    group: 'go',
    title: (t) => t('action.keys'),
    words: 'shortcuts hotkeys help',
    shortcuts: [{ key: '?', outsideText: true }],
    run: (app) => app.openOverlay({ kind: 'keys' }),
  },
  {
    id: 'data-folder',
    group: 'go',
    title: (t) => t('action.dataFolder'),
    when: (app) => app.host?.can.reveal === true,
    run: (app) => void app.reveal('data'),
  },
  {
    id: 'copy-data-folder',
    group: 'go',
    title: (t) => t('action.copyDataFolder'),
    run: (app) => copied(app, () => app.host?.dataFolder ?? ''),
  },
]
