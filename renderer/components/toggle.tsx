import { Switch } from '@base-ui/react/switch'
import { type ReactNode, useId } from 'react'
import { classes } from '../lib/classes'

interface ToggleProps {
  readonly label: string
  readonly hint?: ReactNode
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean
  /** Shows the lever alone; the label stays for assistive technology. */
  readonly bare?: boolean
}

/** On or off, drawn as a lever. */
export function Toggle({ label, hint, checked, onChange, disabled, bare }: ToggleProps) {
  const id = useId()
  const lever = (
    <Switch.Root
      checked={checked}
      onCheckedChange={onChange}
      disabled={disabled}
      aria-labelledby={`${id}-label`}
      aria-describedby={hint ? `${id}-hint` : undefined}
      className={classes(
        'inline-flex h-[18px] w-8 shrink-0 items-center rounded-full border border-edge bg-sunken p-px transition-colors duration-(--quick)',
        'data-checked:border-accent data-checked:bg-accent data-disabled:opacity-50',
      )}
    >
      <Switch.Thumb className="size-3.5 rounded-full bg-ink-faint transition-[translate] duration-(--quick) data-checked:translate-x-3.5 data-checked:bg-on-accent forced-colors:bg-[ButtonText]" />
    </Switch.Root>
  )
  if (bare)
    return (
      <span className="inline-flex">
        {lever}
        <span id={`${id}-label`} className="sr-only">
          {label}
        </span>
      </span>
    )
  return (
    <div className="flex items-start justify-between gap-6">
      <div className="min-w-0">
        <div id={`${id}-label`} className="text-base text-ink">
          {label}
        </div>
        {hint && (
          <p id={`${id}-hint`} className="text-small text-ink-faint">
            {hint}
          </p>
        )}
      </div>
      <span className="mt-0.5 inline-flex">{lever}</span>
    </div>
  )
}
