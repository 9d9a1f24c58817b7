import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { resolveLanguage } from '../i18n/i18n'
import { useAppStore } from '../store/context'

const systems: Readonly<Record<string, string>> = { darwin: 'mac', win32: 'windows' }

/** Keeps the page's theme and language as the settings say, and tells the styles whose window frame is around it. */
export function useAppearance() {
  const { i18n } = useTranslation()
  const theme = useAppStore((state) => state.settings.theme)
  const language = useAppStore((state) => resolveLanguage(state.settings.language, state.host?.locale ?? navigator.language))

  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])

  // In a browser the frame is the browser's.
  const os = useAppStore(({ host }) => (host?.shell === 'desktop' ? (systems[host.platform] ?? 'linux') : undefined))
  useEffect(() => {
    if (os !== undefined) document.documentElement.dataset.os = os
  }, [os])

  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en'
    if (i18n.language !== language) void i18n.changeLanguage(language)
  }, [i18n, language])
}
