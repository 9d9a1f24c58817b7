import type { Language } from '../../shared/model/text'
import { systemLocale } from '../core/system-locale'

/**
 * The language of the terminal: SWITCHYARD_LANG, else the locale as POSIX reads it (LC_ALL, LC_MESSAGES, LANG), else, where the system has no
 * such variables (Windows, macOS), the user's own.
 */
export function languageOf(env: Readonly<Record<string, string | undefined>>, platform: string): Language {
  const wish = env.SWITCHYARD_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || (platform === 'linux' ? '' : systemLocale())
  return wish.slice(0, 2).toLowerCase() === 'zh' && '-_.@'.includes(wish.charAt(2)) ? 'zh' : 'en'
}
