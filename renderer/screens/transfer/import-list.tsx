import { Info } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button'
import { useLocal } from '../../i18n/use-local'
import { ImportRow } from './import-row'
import type { ImportState } from './use-import'

/** What lies in the file, each with a box to take it, and what cannot be taken. */
export function ImportList({ state }: { readonly state: ImportState }) {
  const { t } = useTranslation()
  const local = useLocal()
  const { items = [], notices = [] } = state.list ?? {}
  const all = state.chosen.length === items.length
  return (
    <div className="flex flex-col gap-3 pt-1">
      {items.length === 0 ? (
        <p className="text-ink-soft">{t('transfer.nothing')}</p>
      ) : (
        <div className="flex items-center justify-between gap-3">
          <p className="text-ink-soft">{t('transfer.chosen', { count: state.chosen.length, all: items.length })}</p>
          <Button size="small" look="ghost" onClick={() => state.chooseAll(!all)}>
            {all ? t('transfer.none') : t('transfer.all')}
          </Button>
        </div>
      )}
      {items.length > 0 && (
        <ul aria-label={t('transfer.inside')} className="divide-y divide-line rounded-lg border border-line">
          {items.map((item) => (
            <ImportRow key={item.id} item={item} choice={state.choiceOf(item)} onChoose={(choice) => state.choose(item, choice)} />
          ))}
        </ul>
      )}
      {notices.length > 0 && (
        <ul className="flex flex-col gap-1 text-small text-ink-soft">
          {notices.map((notice) => (
            <li key={notice.en} className="flex gap-2">
              <Info size={14} aria-hidden="true" className="mt-0.5 shrink-0 text-ink-faint" />
              <span className="min-w-0 break-path">{local(notice)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
