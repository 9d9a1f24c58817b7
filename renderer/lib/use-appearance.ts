import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { resolveLanguage } from '../i18n/i18n'
import { useAppStore } from '../store/context'

/** Keeps the page's theme and language as the settings say. */
export function useAppearance() {
  const { i18n } = useTranslation()
  const theme = useAppStore((state) => state.settings.theme)
  const language = useAppStore((state) => resolveLanguage(state.settings.language, state.host?.locale ?? navigator.language))

  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])

  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en'
    if (i18n.language !== language) void i18n.changeLanguage(language)
  }, [i18n, language])
}
