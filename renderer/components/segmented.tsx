import { type KeyboardEvent, useRef } from 'react'

interface SegmentedProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly choices: readonly { readonly id: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
}

const steps: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** A choice of a few short words, side by side. The arrow keys move the choice, as the pattern for radio groups wants it. */
export function Segmented<Value extends string>({ label, value, choices, onChange }: SegmentedProps<Value>) {
  const group = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key]
    const at = choices.findIndex(({ id }) => id === value)
    const next = step && choices[(at + step + choices.length) % choices.length]
    if (!next || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    onChange(next.id)
    group.current?.querySelectorAll<HTMLElement>('[role="radio"]')[choices.indexOf(next)]?.focus()
  }
  return (
    <div
      ref={group}
      role="radiogroup"
      aria-label={label}
      className="inline-flex shrink-0 gap-0.5 rounded-md border border-line bg-sunken p-0.5"
    >
      {choices.map(({ id, label: word }) => (
        // biome-ignore lint/a11y/useSemanticElements: in an input the app's single keys would be taken for typing.
        <button
          key={id}
          type="button"
          role="radio"
          aria-checked={id === value}
          tabIndex={id === value ? 0 : -1}
          onKeyDown={move}
          onClick={() => onChange(id)}
          className="inline-flex h-6.5 items-center rounded-sm px-3 text-small text-ink-soft transition-colors duration-(--quick) select-none hover:text-ink aria-checked:bg-raised aria-checked:font-medium aria-checked:text-ink aria-checked:shadow-low aria-checked:forced-color-adjust-none forced-colors:aria-checked:bg-[Highlight] forced-colors:aria-checked:text-[HighlightText]"
        >
          {word}
        </button>
      ))}
    </div>
  )
}
