import { Plus, X } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/button'
import { controlLook, type FieldFault } from '../../../components/field'
import { IconButton } from '../../../components/icon-button'
import { classes } from '../../../lib/classes'
import type { ExtraRow } from './draft'

interface ExtraRowsProps {
  readonly tool: string
  readonly hint: string
  readonly rows: readonly ExtraRow[]
  readonly fault?: FieldFault
  readonly onTouch: () => void
  readonly onChange: (rows: readonly ExtraRow[]) => void
}

/** Further settings in the tool's own terms, as rows of key and value. */
export function ExtraRows({ tool, hint, rows, fault, onTouch, onChange }: ExtraRowsProps) {
  const { t } = useTranslation()
  const faultId = useId()
  const change = (id: number, patch: Partial<ExtraRow>) => onChange(rows.map((row) => (row.id === id ? { ...row, ...patch } : row)))
  const add = () => onChange([...rows, { id: Math.max(-1, ...rows.map((row) => row.id)) + 1, key: '', value: '' }])
  const look = classes(controlLook, 'font-code text-small')
  const wiring = {
    'aria-invalid': fault ? true : undefined,
    'aria-describedby': fault ? faultId : undefined,
    onBlur: onTouch,
    spellCheck: false,
    autoComplete: 'off',
  } as const
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="text-small font-medium text-ink-soft">{t('extra.title')}</legend>
      <p className="text-small text-ink-faint">{hint}</p>
      {rows.map((row) => (
        <div key={row.id} className="flex items-center gap-1.5">
          <input
            {...wiring}
            aria-label={t('extra.key')}
            placeholder="NAME"
            value={row.key}
            onChange={(event) => change(row.id, { key: event.currentTarget.value })}
            className={look}
          />
          <span aria-hidden="true" className="text-ink-faint">
            =
          </span>
          <input
            {...wiring}
            aria-label={t('extra.value', { key: row.key })}
            value={row.value}
            onChange={(event) => change(row.id, { value: event.currentTarget.value })}
            className={look}
          />
          <IconButton label={t('extra.remove', { key: row.key })} onClick={() => onChange(rows.filter((other) => other.id !== row.id))}>
            <X size={15} aria-hidden="true" />
          </IconButton>
        </div>
      ))}
      <div id={faultId} aria-live="polite" className="empty:hidden">
        {fault && (
          <p className="text-small text-danger-text">
            {fault.message} <span className="text-ink-soft">{fault.cure}</span>
          </p>
        )}
      </div>
      <Button size="small" look="ghost" className="-ml-2 self-start" onClick={add} aria-label={t('extra.addTo', { tool })}>
        <Plus size={14} aria-hidden="true" />
        {t('extra.add')}
      </Button>
    </fieldset>
  )
}
