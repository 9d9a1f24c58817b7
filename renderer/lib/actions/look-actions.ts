import type { TFunction } from 'i18next'
import type { Settings } from '../../../shared/model/settings'
import type { Action } from './action'

type Title = (t: TFunction) => string

const theme = (to: Settings['theme'], title: Title, words: string): Action => ({
  id: `theme-${to}`,
  group: 'look',
  title,
  words: `theme appearance ${words}`,
  when: (app) => app.settings.theme !== to,
  run: (app) => void app.changeSettings({ theme: to }),
})

const language = (to: Settings['language'], title: Title, words: string): Action => ({
  id: `language-${to}`,
  group: 'look',
  title,
  words: `language 语言 ${words}`,
  when: (app) => app.settings.language !== to,
  run: (app) => void app.changeSettings({ language: to }),
})

/** What the app looks like and speaks; what it is already is not offered. */
export const lookActions: readonly Action[] = [
  theme('system', (t) => t('action.themeSystem'), 'auto'),
  theme('light', (t) => t('action.themeLight'), 'day'),
  theme('dark', (t) => t('action.themeDark'), 'night'),
  language('system', (t) => t('action.languageSystem'), 'auto'),
  language('en', (t) => t('action.languageEnglish'), 'english 英文'),
  language('zh', (t) => t('action.languageChinese'), 'chinese 中文'),
]
