import { useTranslation } from 'react-i18next'
import type { LocalText } from '../../shared/model/text'

/** Picks the words of a core's text in the language on screen. */
export function useLocal(): (text: LocalText) => string {
  const { i18n } = useTranslation()
  return (text) => (i18n.language === 'zh' ? text.zh : text.en)
}
