import type { AppState } from '../../store/app-state'
import { type Action, profileAt } from './action'

/** Id of the search box, so that a shortcut can reach it from any screen. */
export const searchBoxId = 'profile-search'

function search(app: AppState): void {
  app.showScreen('profiles')
  requestAnimationFrame(() => document.getElementById(searchBoxId)?.focus())
}

/** What is done with the list of profiles and their keys. */
export const listActions: readonly Action[] = [
  {
    id: 'add',
    group: 'profiles',
    title: (t) => t('action.add'),
    words: 'new create relay provider paste import clipboard curl ccswitch export env',
    shortcuts: [{ mod: true, key: 'n' }],
    run: (app) => app.openOverlay({ kind: 'paste', text: '' }),
  },
  {
    id: 'paste',
    group: 'profiles',
    title: (t) => t('action.paste'),
    shortcuts: [{ mod: true, key: 'v', outsideText: true, native: true }],
    keysOnly: true,
    run: (app) => app.openOverlay({ kind: 'paste', text: '' }),
  },
  {
    id: 'add-by-hand',
    group: 'profiles',
    title: (t) => t('action.addByHand'),
    words: 'new create relay provider form',
    shortcuts: [{ mod: true, shift: true, key: 'n' }],
    run: (app) => app.openOverlay({ kind: 'form' }),
  },
  {
    id: 'search',
    group: 'profiles',
    title: (t) => t('action.search'),
    words: 'find filter',
    shortcuts: [
      { mod: true, key: 'f' },
      { key: '/', outsideText: true },
    ],
    run: search,
  },
  {
    id: 'unlock',
    group: 'profiles',
    title: (t) => t('vault.unlockNow'),
    words: 'vault passphrase keys 保险库',
    when: (app) => app.vault?.needsPassphrase === true,
    run: (app) => void app.attempt(app.askUnlock),
  },
  {
    id: 'lock',
    group: 'profiles',
    title: (t) => t('vault.lockNow'),
    words: 'vault passphrase keys 保险库',
    when: (app) => app.vault?.protection === 'passphrase' && !app.vault.needsPassphrase,
    run: (app) =>
      void app.attempt(async () => {
        await app.lockVault()
        app.notify({ kind: 'vault', done: 'locked' })
      }),
  },
  {
    id: 'import',
    group: 'profiles',
    title: (t) => t('action.import'),
    words: 'open file restore backup ccswitch cherry migrate 导入',
    run: (app) => app.openOverlay({ kind: 'import' }),
  },
  {
    id: 'export',
    group: 'profiles',
    title: (t) => t('action.export'),
    words: 'save file backup share move 导出',
    when: (app) => profileAt(app, 1) !== undefined,
    run: (app) => app.openOverlay({ kind: 'export' }),
  },
]
