import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Language } from './walk'

interface Texts {
  readonly [name: string]: string | Texts
}

/** The texts of the user interface in a language, by their keys: what a test looks for is what the user reads. */
export function wordsOf(language: Language): (key: string, values?: Readonly<Record<string, string>>) => string {
  const folder = path.resolve(import.meta.dirname, '../../../renderer/i18n', language)
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  const all = files.map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Texts)
  return (key, values = {}) => {
    const [area = '', name = ''] = key.split('.')
    const found = all.map((texts) => texts[area]).find((texts) => typeof texts === 'object' && name in texts) as Texts | undefined
    const words = found?.[name]
    if (typeof words !== 'string') throw new Error(`there is no text ${key}`)
    return words.replace(/\{\{(\w+)\}\}/g, (_, value: string) => values[value] ?? '')
  }
}
