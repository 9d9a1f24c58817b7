import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { controlLook, Field } from '../../components/field'
import { classes } from '../../lib/classes'
import { useForgetful } from '../../lib/use-forgetful'

interface PasteFieldProps {
  readonly text: string
  readonly onChange: (text: string) => void
  /** Ctrl or Cmd and Enter. */
  readonly onSubmit: () => void
  readonly field?: RefObject<HTMLTextAreaElement | null>
}

/** The one field that takes anything. */
export function PasteField({ text, onChange, onSubmit, field }: PasteFieldProps) {
  const { t } = useTranslation()
  const own = useForgetful(field)
  return (
    <Field label={t('paste.field')} hint={t('paste.hint')}>
      {(wiring) => (
        <textarea
          {...wiring}
          ref={own}
          rows={4}
          value={text}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          placeholder={'https://relay.example.com   sk-…'}
          onChange={(event) => onChange(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmit()
          }}
          className={classes(controlLook, 'h-auto resize-y px-3 py-2.5 font-code text-base')}
        />
      )}
    </Field>
  )
}
