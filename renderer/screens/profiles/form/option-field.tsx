import type { ToolOption } from '../../../../shared/model/tool'
import { SelectField } from '../../../components/select-field'
import { TextField } from '../../../components/text-field'
import { Toggle } from '../../../components/toggle'
import { useLocal } from '../../../i18n/use-local'

interface OptionFieldProps {
  readonly option: ToolOption
  /** Absent means the option's default. */
  readonly value: string | boolean | undefined
  readonly onChange: (value: string | boolean) => void
}

/** An option of a tool, drawn by its kind. */
export function OptionField({ option, value, onChange }: OptionFieldProps) {
  const local = useLocal()
  const label = local(option.label)
  const hint = local(option.hint)
  switch (option.kind) {
    case 'toggle':
      return <Toggle label={label} hint={hint} checked={typeof value === 'boolean' ? value : option.default} onChange={onChange} />
    case 'choice':
      return (
        <SelectField
          label={label}
          hint={hint}
          value={typeof value === 'string' ? value : option.default}
          choices={option.choices.map((choice) => ({ id: choice.id, label: local(choice.label) }))}
          onChange={onChange}
        />
      )
    case 'text':
      return (
        <TextField
          code
          label={label}
          hint={hint}
          value={typeof value === 'string' ? value : option.default}
          placeholder={option.placeholder}
          onChange={onChange}
        />
      )
  }
}
