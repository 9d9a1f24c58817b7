import type { ComponentProps, ReactNode } from 'react'
import { classes } from '../lib/classes'
import { controlLook, Field, type FieldFault } from './field'

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value' | 'id'> {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: ReactNode
  readonly fault?: FieldFault
  readonly aside?: ReactNode
  /** For URLs, keys, ids. */
  readonly code?: boolean
  readonly fieldClassName?: string
}

export function TextField({ label, value, onChange, hint, fault, aside, code, className, fieldClassName, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} fault={fault} aside={aside} className={fieldClassName}>
      {(wiring) => (
        <input
          type="text"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          {...rest}
          {...wiring}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          className={classes(controlLook, code && 'font-code text-small', className)}
        />
      )}
    </Field>
  )
}
