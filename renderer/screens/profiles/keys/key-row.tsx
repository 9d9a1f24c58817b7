import { Check, Eye, Pencil, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { KeyView } from '../../../../shared/model/profile'
import { Button } from '../../../components/button'
import { IconButton } from '../../../components/icon-button'
import { classes } from '../../../lib/classes'
import { expiryWords, keyName } from '../../../lib/key-words'
import { useAppStore } from '../../../store/context'

interface KeyRowProps {
  readonly profileId: string
  readonly of: KeyView
  readonly busy: boolean
  readonly onTake: () => void
  readonly onEdit: () => void
  readonly onRemove: () => void
}

/** One key, masked. */
export function KeyRow({ profileId, of: key, busy, onTake, onEdit, onRemove }: KeyRowProps) {
  const { t, i18n } = useTranslation()
  const openOverlay = useAppStore((state) => state.openOverlay)
  const name = keyName(key)
  const note = expiryWords(key, t)
  const day = key.expiresAt && new Date(`${key.expiresAt}T00:00:00`).toLocaleDateString(i18n.language, { dateStyle: 'medium' })
  return (
    <li className="flex min-h-14 items-center gap-1 py-2 pr-1.5 pl-3">
      <div className="mr-2 min-w-0 flex-1">
        <p className={classes('truncate', key.label ? 'font-medium' : 'font-code text-small')} title={name}>
          {name}
        </p>
        {key.label && <p className="truncate font-code text-small text-ink-faint">{key.masked}</p>}
        {day && (
          <p className={classes('text-small', note?.state === 'expired' ? 'text-danger-text' : note ? 'text-warn-text' : 'text-ink-faint')}>
            {note ? `${note.text} · ${day}` : t('profileKeys.until', { day })}
          </p>
        )}
      </div>
      {key.active ? (
        <span className="mr-1 inline-flex h-7 items-center gap-1.5 px-2 text-small font-medium text-accent-text">
          <Check size={14} aria-hidden="true" />
          {t('profileKeys.inUse')}
        </span>
      ) : (
        <Button size="small" className="mr-1" busy={busy} aria-label={t('profileKeys.useNamed', { key: name })} onClick={onTake}>
          {t('profileKeys.use')}
        </Button>
      )}
      <IconButton label={t('profileKeys.show', { key: name })} onClick={() => openOverlay({ kind: 'key', id: profileId, keyId: key.id })}>
        <Eye size={15} aria-hidden="true" />
      </IconButton>
      <IconButton label={t('profileKeys.edit', { key: name })} onClick={onEdit}>
        <Pencil size={15} aria-hidden="true" />
      </IconButton>
      <IconButton label={t('profileKeys.remove', { key: name })} disabled={key.active} onClick={onRemove}>
        <Trash2 size={15} aria-hidden="true" />
      </IconButton>
    </li>
  )
}
