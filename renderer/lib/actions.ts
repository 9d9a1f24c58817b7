import type { TFunction } from 'i18next'
import type { AppState } from '../store/app-state'
import { copyText } from './copy-text'
import type { Shortcut } from './shortcuts'

/** Id of the search box, so that a shortcut can reach it from any screen. */
export const searchBoxId = 'profile-search'

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

/** The relay that a digit stands for: the first nine, in the order of the list. */
export const profileAt = (app: Pick<AppState, 'profiles'>, digit: number | undefined) =>
  app.profiles.filter(({ kind }) => kind === 'relay')[(digit ?? 0) - 1]

const busyDoctor = (app: AppState): boolean => app.doctorPhase === 'running' || app.doctorPhase === 'cancelling'

/** Copies what `make` finds, and says so. */
export const copied = (app: AppState, make: () => string | Promise<string>): void =>
  void app.attempt(async () => {
    await copyText(await make())
    app.notify({ kind: 'copied' })
  })

function search(app: AppState): void {
  app.showScreen('profiles')
  requestAnimationFrame(() => document.getElementById(searchBoxId)?.focus())
}

/** Every action of the app that is not about one profile; those are in profile-actions.ts. */
export const actions: readonly Action[] = [
  {
    id: 'palette',
    group: 'go',
    title: (t) => t('action.palette'),
    shortcuts: [{ mod: true, key: 'k' }],
    keysOnly: true,
    run: (app) => app.openOverlay({ kind: 'palette' }),
  },
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
  {
    id: 'test-all',
    group: 'check',
    title: (t) => t('action.testAll'),
    words: 'connection latency speed health',
    when: (app) => profileAt(app, 1) !== undefined,
    run: (app) => app.openOverlay({ kind: 'test' }),
  },
  {
    id: 'diagnose',
    group: 'check',
    title: (t) => t('action.diagnose'),
    words: 'doctor check problem',
    shortcuts: [{ mod: true, shift: true, key: 'd' }],
    when: (app) => !busyDoctor(app),
    run: (app) => {
      app.showScreen('diagnose')
      void app.runDoctor()
    },
  },
  {
    id: 'stop-diagnose',
    group: 'check',
    title: (t) => t('action.stopDiagnose'),
    when: busyDoctor,
    run: (app) => void app.cancelDoctor(),
  },
  {
    id: 'fix',
    group: 'check',
    title: (t) => t('action.fix'),
    words: 'mend repair doctor',
    when: (app) => !busyDoctor(app) && app.findings.some(({ fixable }) => fixable),
    run: (app) => {
      app.showScreen('diagnose')
      const finding = app.findings.find(({ fixable }) => fixable)
      if (finding) void app.openFix(finding.check)
    },
  },
  {
    id: 'copy-report',
    group: 'check',
    title: (t) => t('action.copyReport'),
    when: (app) => app.doctorReport !== undefined,
    run: (app) => copied(app, () => app.reportText(false)),
  },
  {
    id: 'read-again',
    group: 'check',
    title: (t) => t('action.readAgain'),
    words: 'refresh reload status',
    run: (app) => void app.checkTools(),
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
  {
    id: 'theme-system',
    group: 'look',
    title: (t) => t('action.themeSystem'),
    words: 'theme appearance',
    when: (app) => app.settings.theme !== 'system',
    run: (app) => void app.changeSettings({ theme: 'system' }),
  },
  {
    id: 'theme-light',
    group: 'look',
    title: (t) => t('action.themeLight'),
    words: 'theme appearance',
    when: (app) => app.settings.theme !== 'light',
    run: (app) => void app.changeSettings({ theme: 'light' }),
  },
  {
    id: 'theme-dark',
    group: 'look',
    title: (t) => t('action.themeDark'),
    words: 'theme appearance night',
    when: (app) => app.settings.theme !== 'dark',
    run: (app) => void app.changeSettings({ theme: 'dark' }),
  },
  {
    id: 'language-system',
    group: 'look',
    title: (t) => t('action.languageSystem'),
    words: 'language 语言',
    when: (app) => app.settings.language !== 'system',
    run: (app) => void app.changeSettings({ language: 'system' }),
  },
  {
    id: 'language-en',
    group: 'look',
    title: (t) => t('action.languageEnglish'),
    words: 'language english 语言 英文',
    when: (app) => app.settings.language !== 'en',
    run: (app) => void app.changeSettings({ language: 'en' }),
  },
  {
    id: 'language-zh',
    group: 'look',
    title: (t) => t('action.languageChinese'),
    words: 'language chinese 中文 语言',
    when: (app) => app.settings.language !== 'zh',
    run: (app) => void app.changeSettings({ language: 'zh' }),
  },
]

/** True when the action can be done now. */
export const isOffered = (action: Action, app: AppState): boolean => action.when?.(app) ?? true
