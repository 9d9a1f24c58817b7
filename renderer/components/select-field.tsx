import { Select } from '@base-ui/react/select'
import { Check, ChevronsUpDown } from 'lucide-react'
import { useId } from 'react'
import { classes } from '../lib/classes'
import { controlLook } from './field'

interface SelectFieldProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly choices: readonly { readonly id: string; readonly label: string }[]
  readonly onChange: (value: string) => void
}

/** A choice of one out of several longer texts. */
export function SelectField({ label, hint, value, choices, onChange }: SelectFieldProps) {
  const id = useId()
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <span id={`${id}-label`} className="text-small font-medium text-ink-soft">
        {label}
      </span>
      <Select.Root
        value={value}
        onValueChange={(next) => onChange(String(next))}
        items={choices.map((choice) => ({ value: choice.id, label: choice.label }))}
      >
        <Select.Trigger
          aria-labelledby={`${id}-label`}
          aria-describedby={hint ? `${id}-hint` : undefined}
          className={classes(controlLook, 'flex items-center justify-between gap-2 text-left')}
        >
          <Select.Value className="truncate" />
          <Select.Icon className="text-ink-faint">
            <ChevronsUpDown size={14} aria-hidden="true" />
          </Select.Icon>
        </Select.Trigger>
        <Select.Portal>
          <Select.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50">
            <Select.Popup className="pop max-h-80 min-w-(--anchor-width) overflow-auto rounded-md bg-raised p-1 shadow-high">
              {choices.map((choice) => (
                <Select.Item
                  key={choice.id}
                  value={choice.id}
                  className="flex h-7 items-center gap-2 rounded-sm pr-3 pl-2 text-base select-none data-highlighted:bg-hover"
                >
                  <span className="flex w-4 justify-center">
                    <Select.ItemIndicator className="text-accent-text">
                      <Check size={14} aria-hidden="true" />
                    </Select.ItemIndicator>
                  </span>
                  <Select.ItemText>{choice.label}</Select.ItemText>
                </Select.Item>
              ))}
            </Select.Popup>
          </Select.Positioner>
        </Select.Portal>
      </Select.Root>
      {hint && (
        <p id={`${id}-hint`} className="text-small text-ink-faint">
          {hint}
        </p>
      )}
    </div>
  )
}
