import type { TFunction } from 'i18next'
import type { ToolStatus } from '../../../shared/model/switch'
import type { Tone } from '../../components/chip'

/** A tool's state in one or two words, and its tone. */
export function stateWords(state: ToolStatus['state'], t: TFunction): { readonly word: string; readonly tone: Tone } {
  const words: Readonly<Record<ToolStatus['state'], { readonly word: string; readonly tone: Tone }>> = {
    'in-sync': { word: t('state.inSync'), tone: 'lit' },
    outdated: { word: t('state.outdated'), tone: 'warn' },
    changed: { word: t('state.changed'), tone: 'warn' },
    foreign: { word: t('state.foreign'), tone: 'warn' },
    official: { word: t('state.official'), tone: 'quiet' },
    unreadable: { word: t('state.unreadable'), tone: 'danger' },
  }
  return words[state]
}
