import type { Settings } from '../../shared/model/settings'
import type { Language } from '../../shared/model/text'

/** @param locale the system's language, as BCP 47 */
export function languageOf(setting: Settings['language'], locale: string): Language {
  if (setting !== 'system') return setting
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}
