import { ChevronsUpDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { classes } from '../lib/classes'
import { controlLook, Field } from './field'

interface SelectProps extends Omit<ComponentProps<'select'>, 'onChange'> {
  readonly choices: readonly { readonly id: string; readonly label: string }[]
  readonly onPick: (value: string) => void
}

/** The system's own list behind a control of ours. Its name is a label's or `aria-label`. */
export function Select({ choices, onPick, className, ...rest }: SelectProps) {
  return (
    <div className={classes('relative', className)}>
      <select
        {...rest}
        onChange={(event) => onPick(event.currentTarget.value)}
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
  )
}

interface SelectFieldProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly choices: SelectProps['choices']
  readonly onChange: (value: string) => void
}

/** A choice of one out of several longer texts. */
export function SelectField({ label, hint, value, choices, onChange }: SelectFieldProps) {
  return (
    <Field label={label} hint={hint}>
      {(wiring) => <Select {...wiring} value={value} choices={choices} onPick={onChange} />}
    </Field>
  )
}
