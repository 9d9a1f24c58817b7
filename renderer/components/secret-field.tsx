import { Eye, EyeOff } from 'lucide-react'
import { type ReactNode, type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { classes } from '../lib/classes'
import { useForgetful } from '../lib/use-forgetful'
import { controlLook, Field, type FieldFault } from './field'

interface SecretFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly placeholder?: string
  readonly hint?: ReactNode
  readonly fault?: FieldFault
  readonly ref?: RefObject<HTMLInputElement | null>
  /** What the button beside it says, where the secret is no key. */
  readonly words?: { readonly show: string; readonly hide: string }
}

/** A key as it is typed: hidden, unless the user wants to see it. It never shows a stored key, and what was typed goes with the field. */
export function SecretField({ label, value, onChange, onBlur, placeholder, hint, fault, ref, words }: SecretFieldProps) {
  const { t } = useTranslation()
  const [visible, setVisible] = useState(false)
  const own = useForgetful(ref)
  return (
    <Field label={label} hint={hint} fault={fault}>
      {(wiring) => (
        <div className="relative">
          <input
            {...wiring}
            ref={own}
            type={visible ? 'text' : 'password'}
            autoComplete="off"
            spellCheck={false}
            value={value}
            placeholder={placeholder}
            onBlur={onBlur}
            onChange={(event) => onChange(event.currentTarget.value)}
            className={classes(controlLook, 'pr-9 font-code text-small')}
          />
          <button
            type="button"
            aria-label={visible ? (words?.hide ?? t('form.hideKey')) : (words?.show ?? t('form.showKey'))}
            aria-pressed={visible}
            disabled={value === ''}
            onClick={() => setVisible(!visible)}
            className="absolute inset-y-1 right-1 flex w-7 items-center justify-center rounded-sm text-ink-faint hover:bg-hover hover:text-ink disabled:opacity-40"
          >
            {visible ? <EyeOff size={15} aria-hidden="true" /> : <Eye size={15} aria-hidden="true" />}
          </button>
        </div>
      )}
    </Field>
  )
}
