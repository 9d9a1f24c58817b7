import { classes } from '../lib/classes'
import { controlLook, Field } from './field'

interface TextAreaProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
}

export function TextArea({ label, value, onChange, placeholder }: TextAreaProps) {
  return (
    <Field label={label}>
      {(wiring) => (
        <textarea
          {...wiring}
          rows={3}
          value={value}
          placeholder={placeholder}
          onChange={(event) => onChange(event.currentTarget.value)}
          className={classes(controlLook, 'h-auto resize-y py-1.5')}
        />
      )}
    </Field>
  )
}
