import { Check, Eye, Pencil, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { KeyView } from '../../../../shared/model/profile'
import { Button } from '../../../components/button'
import { IconButton } from '../../../components/icon-button'
import { classes } from '../../../lib/classes'
import { expiryWords, keyName } from '../../../lib/key-words'

interface KeyRowProps {
  readonly of: KeyView
  readonly busy: boolean
  readonly onTake: () => void
  readonly onShow: () => void
  readonly onEdit: () => void
  readonly onRemove: () => void
}

/** One key, masked. */
export function KeyRow({ of: key, busy, onTake, onShow, onEdit, onRemove }: KeyRowProps) {
  const { t, i18n } = useTranslation()
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
      {/* The same button before and after, so that the keyboard stays on it. */}
      <Button
        size="small"
        look={key.active ? 'ghost' : 'plain'}
        className={classes('mr-1 min-w-18', key.active && 'text-accent-text!')}
        busy={busy}
        aria-label={key.active ? t('profileKeys.inUseNamed', { key: name }) : t('profileKeys.useNamed', { key: name })}
        onClick={key.active ? undefined : onTake}
      >
        {key.active && <Check size={14} aria-hidden="true" />}
        {key.active ? t('profileKeys.inUse') : t('profileKeys.use')}
      </Button>
      <IconButton label={t('profileKeys.show', { key: name })} onClick={onShow}>
        <Eye size={15} aria-hidden="true" />
      </IconButton>
      <IconButton label={t('profileKeys.edit', { key: name })} data-focus={key.id} onClick={onEdit}>
        <Pencil size={15} aria-hidden="true" />
      </IconButton>
      <IconButton label={t('profileKeys.remove', { key: name })} disabled={key.active} onClick={onRemove}>
        <Trash2 size={15} aria-hidden="true" />
      </IconButton>
    </li>
  )
}
