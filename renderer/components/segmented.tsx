import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'

interface SegmentedProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly choices: readonly { readonly id: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
}

/** A choice of a few short words, side by side. */
export function Segmented<Value extends string>({ label, value, choices, onChange }: SegmentedProps<Value>) {
  return (
    <RadioGroup
      aria-label={label}
      value={value}
      onValueChange={(next) => onChange(next as Value)}
      className="inline-flex shrink-0 gap-0.5 rounded-md border border-line bg-sunken p-0.5"
    >
      {choices.map((choice) => (
        <Radio.Root
          key={choice.id}
          value={choice.id}
          aria-label={choice.label}
          className="inline-flex h-6.5 items-center rounded-sm px-3 text-small text-ink-soft transition-colors duration-(--quick) select-none hover:text-ink data-checked:bg-raised data-checked:font-medium data-checked:text-ink data-checked:shadow-low data-checked:forced-color-adjust-none forced-colors:data-checked:bg-[Highlight] forced-colors:data-checked:text-[HighlightText]"
        >
          {choice.label}
        </Radio.Root>
      ))}
    </RadioGroup>
  )
}
