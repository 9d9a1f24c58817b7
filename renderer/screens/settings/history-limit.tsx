import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { controlLook } from '../../components/field'
import { classes } from '../../lib/classes'
import { WideRow } from './setting-row'

const [least, most] = [10, 100_000]

/** How many entries are kept; saved when the field is left or on Enter, and only when it is a possible number. */
export function HistoryLimit({ value, onChange }: { readonly value: number; readonly onChange: (value: number) => void }) {
  const { t } = useTranslation()
  const id = useId()
  const [typed, setTyped] = useState<string>()
  const text = typed ?? String(value)
  const wrong = !/^\d+$/.test(text) || Number(text) < least || Number(text) > most
  const save = () => {
    if (wrong) return
    if (Number(text) !== value) onChange(Number(text))
    setTyped(undefined)
  }
  return (
    <WideRow words={`${t('settings.historyLimit')} ${t('settings.historyLimitHint')}`}>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <label htmlFor={id}>{t('settings.historyLimit')}</label>
          <p id={`${id}-hint`} aria-live="polite" className={classes('text-small', wrong ? 'text-danger-text' : 'text-ink-faint')}>
            {wrong ? t('settings.historyLimitFault', { least, most }) : t('settings.historyLimitHint')}
          </p>
        </div>
        <input
          id={id}
          inputMode="numeric"
          value={text}
          aria-invalid={wrong || undefined}
          aria-describedby={`${id}-hint`}
          onChange={(event) => setTyped(event.currentTarget.value.trim())}
          onBlur={save}
          onKeyDown={(event) => event.key === 'Enter' && save()}
          className={classes(controlLook, 'nums w-28! text-right')}
        />
      </div>
    </WideRow>
  )
}
