import { TriangleAlert } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { PasteRisk } from '../../../shared/model/paste'
import type { TransferItem } from '../../../shared/model/transfer'
import { Segmented } from '../../components/segmented'
import { ToolGlyph } from '../../components/tool-glyph'
import { useLocal } from '../../i18n/use-local'
import { hostOf } from '../../lib/host-of'
import { useAppStore } from '../../store/context'
import { CheckMark } from '../paste/recognised'
import type { ItemChoice } from './use-import'

interface ImportRowProps {
  readonly item: TransferItem
  readonly choice: ItemChoice
  readonly onChoose: (choice: Partial<ItemChoice>) => void
}

/** One profile of the file: host and masked keys, its clash with a present name, and what speaks against it. */
export function ImportRow({ item, choice, onChoose }: ImportRowProps) {
  const { t } = useTranslation()
  const local = useLocal()
  const id = useId()
  const { name, url, endpoints, keys, conflict, notices, risks } = item
  const shownKeys = keys.map(({ masked, label }) => (label === undefined ? masked : `${masked} ${label}`))
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-3 gap-y-1.5 px-3 py-2.5 [contain-intrinsic-size:auto_56px] [content-visibility:auto]">
      <span className="mt-0.5">
        <CheckMark id={id} checked={choice.take} onChange={(take) => onChoose({ take })} />
      </span>
      <label id={`${id}-label`} htmlFor={id} className="min-w-0">
        <span className="font-medium break-path">{name}</span>
        <span className="block text-small text-ink-soft break-path">
          {hostOf(url)} <span className="font-code text-ink-faint">{shownKeys.join(', ')}</span>
        </span>
        {endpoints.length > 0 && <span className="block text-small text-ink-faint break-path">{endpoints.map(hostOf).join(', ')}</span>}
      </label>
      <Tools tools={item.tools} />
      <div className="col-span-2 col-start-2 flex flex-col gap-1.5 empty:hidden">
        {conflict && (
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
            <p className="text-small text-warn-text">{conflict.same ? t('transfer.same') : t('transfer.taken')}</p>
            {choice.take && (
              <Segmented
                label={t('transfer.onConflict', { name })}
                value={choice.onConflict}
                choices={[
                  { id: 'rename', label: t('transfer.rename') },
                  { id: 'replace', label: t('transfer.replace') },
                ]}
                onChange={(onConflict) => onChoose({ onConflict })}
              />
            )}
          </div>
        )}
        {risks.map((risk) => (
          <p key={`${risk.id} ${risk.evidence}`} className="flex gap-2 text-small">
            <TriangleAlert size={14} aria-hidden="true" className="mt-0.5 shrink-0 text-warn" />
            <span className="min-w-0 break-path">
              {local(risk.message)} {saysMore(risk) && <code className="font-code">{risk.evidence}</code>}
            </span>
          </p>
        ))}
        {notices.map((notice) => (
          <p key={notice.en} className="text-small text-ink-faint break-path">
            {local(notice)}
          </p>
        ))}
      </div>
    </li>
  )
}

const saysMore = ({ message, evidence }: PasteRisk): boolean => evidence !== undefined && !message.en.includes(evidence)

function Tools({ tools }: { readonly tools: readonly string[] }) {
  const known = useAppStore((state) => state.tools)
  const labels = known.filter(({ descriptor }) => tools.includes(descriptor.id)).map(({ descriptor }) => descriptor)
  return (
    <ul className="mt-0.5 flex gap-1.5 text-ink-soft">
      {labels.map(({ id, label }) => (
        <li key={id} title={label}>
          <ToolGlyph tool={id} />
          <span className="sr-only">{label}</span>
        </li>
      ))}
    </ul>
  )
}
