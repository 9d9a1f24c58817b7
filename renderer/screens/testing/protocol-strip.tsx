import { Check, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { protocolNames } from '../../../shared/model/probe'
import type { Protocol } from '../../../shared/model/tool'
import { useAppStore } from '../../store/context'

/** Which protocols a relay was found to speak, and when. Nothing where nothing is known. */
export function ProtocolStrip({ profileId }: { readonly profileId: string }) {
  const { t, i18n } = useTranslation()
  const known = useAppStore((state) => state.results[profileId]?.protocols)
  const found = (Object.keys(protocolNames) as Protocol[]).flatMap((id) => (known?.[id] ? [{ id, ...known[id] }] : []))
  if (found.length === 0) return null
  return (
    <section aria-label={t('protocols.title')} className="flex flex-wrap items-center gap-x-4 gap-y-1 text-small">
      <h3 className="font-medium text-ink-soft">{t('protocols.title')}</h3>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {found.map(({ id, speaks, at }) => (
          <li key={id} className={speaks ? 'flex items-center gap-1' : 'flex items-center gap-1 text-ink-faint'}>
            {speaks ? (
              <Check size={13} aria-hidden="true" className="text-accent-text" />
            ) : (
              <X size={13} aria-hidden="true" className="text-danger-text" />
            )}
            <span className="sr-only">{speaks ? t('protocols.speaks') : t('protocols.speaksNot')}</span>
            {protocolNames[id]} <span className="nums text-ink-faint">{new Date(at).toLocaleDateString(i18n.language)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
