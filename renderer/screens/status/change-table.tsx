import { useTranslation } from 'react-i18next'
import type { ValueChange } from '../../../shared/model/switch'

/** Values that differ: what the profile says, and what the file says. */
export function ChangeTable({ changes }: { readonly changes: readonly ValueChange[] }) {
  const { t } = useTranslation()
  return (
    <ul className="flex flex-col gap-2">
      {changes.map((change) => (
        <li key={`${change.file} ${change.setting}`} className="overflow-hidden rounded-md border border-line bg-surface">
          <p className="border-b border-line bg-canvas px-3 py-1 font-code text-small break-path">
            <span className="font-semibold">{change.setting}</span> <span className="text-ink-faint">{change.file}</span>
          </p>
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] font-code text-small">
            <dt className="bg-removed px-3 py-0.5 font-ui text-removed-text">{t('change.expected')}</dt>
            <dd className="bg-removed py-0.5 pr-3 text-removed-text break-path">{change.expected ?? t('change.unset')}</dd>
            <dt className="bg-added px-3 py-0.5 font-ui text-added-text">{t('change.found')}</dt>
            <dd className="bg-added py-0.5 pr-3 text-added-text break-path">{change.found ?? t('change.absent')}</dd>
          </dl>
        </li>
      ))}
    </ul>
  )
}
