import type { Evidence } from '../../../shared/model/finding'
import { text } from '../../../shared/model/text'

type Where = Omit<Evidence, 'text'>

/** Something that a check saw. */
export const seen = (en: string, zh: string, where: Where = {}): Evidence => ({ text: text(en, zh), ...where })

/** Something that is the same in every language: a setting and its value, a path, a version. */
export const fact = (words: string, where: Where = {}): Evidence => ({ text: text(words, words), ...where })
