import type { TFunction } from 'i18next'
import type { Outcome } from '../../lib/health'

/** How a test ended, in one or two words. */
export function outcomeWords(outcome: Outcome, t: TFunction): string {
  const words: Readonly<Record<Outcome, string>> = {
    works: t('outcome.works'),
    reached: t('outcome.reached'),
    warns: t('outcome.warns'),
    fails: t('outcome.fails'),
    cancelled: t('outcome.cancelled'),
  }
  return words[outcome]
}
