import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Settings } from '../../shared/model/settings'
import type { Language } from '../../shared/model/text'
import { english } from './en/index'
import { chinese } from './zh/index'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof english }
  }
}

/** An i18next of its own with both languages in it; nothing is loaded later. */
export function createI18n(language: Language): i18n {
  const instance = i18next.createInstance()
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: english }, zh: { translation: chinese } },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  return instance
}

/** The language to speak; `locale` is the system's, as BCP 47. */
export function resolveLanguage(setting: Settings['language'], locale: string): Language {
  if (setting !== 'system') return setting
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}
