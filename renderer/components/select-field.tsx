import { ChevronsUpDown } from 'lucide-react'
import { classes } from '../lib/classes'
import { controlLook, Field } from './field'

interface SelectFieldProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly choices: readonly { readonly id: string; readonly label: string }[]
  readonly onChange: (value: string) => void
}

/** A choice of one out of several longer texts, with the system's own list. */
export function SelectField({ label, hint, value, choices, onChange }: SelectFieldProps) {
  return (
    <Field label={label} hint={hint}>
      {(wiring) => (
        <div className="relative">
          <select
            {...wiring}
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
            className={classes(controlLook, 'appearance-none truncate pr-8')}
          >
            {choices.map((choice) => (
              <option key={choice.id} value={choice.id} className="bg-raised text-ink">
                {choice.label}
              </option>
            ))}
          </select>
          <ChevronsUpDown
            size={14}
            aria-hidden="true"
            className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 text-ink-faint"
          />
        </div>
      )}
    </Field>
  )
}
