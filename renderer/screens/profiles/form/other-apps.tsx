import { useTranslation } from 'react-i18next'
import type { Derivation } from '../../../../shared/model/profile'
import { CopyButton } from '../../../components/copy-button'

/** URLs for applications that Switchyard does not write. */
export function OtherApps({ others }: { readonly others: Derivation['others'] }) {
  const { t } = useTranslation()
  if (others.length === 0) return null
  return (
    <section aria-labelledby="form-others" className="flex flex-col gap-2">
      <h3 id="form-others" className="font-semibold">
        {t('form.others')} <span className="font-normal text-ink-faint">{t('form.othersHint')}</span>
      </h3>
      <ul className="flex flex-col rounded-lg bg-canvas px-3 py-1">
        {others.map((other) => (
          <li key={other.id} className="flex items-center gap-3 py-0.5">
            <span className="w-44 shrink-0 truncate text-small text-ink-soft max-mid:w-32" title={other.label}>
              {other.label}
            </span>
            <code className="min-w-0 flex-1 font-code text-small text-ink break-path">{other.baseUrl}</code>
            <CopyButton text={other.baseUrl} label={t('form.copyFor', { app: other.label })} />
          </li>
        ))}
      </ul>
    </section>
  )
}
