import { classes } from '../lib/classes'
import { Mark } from './mark'

interface AvatarProps {
  readonly name: string
  readonly color?: string
  readonly official?: boolean
  readonly size?: 'small' | 'medium'
}

const sizes = { small: 'size-6 rounded-sm text-mini', medium: 'size-8 rounded-md text-base' }

/** A profile's first letter on its colour; "official" shows the mark. */
export function Avatar({ name, color, official, size = 'medium' }: AvatarProps) {
  const letter = Array.from(name.trim())[0]?.toUpperCase() ?? '?'
  return (
    <span
      aria-hidden="true"
      className={classes(
        'inline-flex shrink-0 items-center justify-center border border-line bg-sunken font-semibold text-ink-soft select-none',
        sizes[size],
      )}
      style={
        color && !official
          ? {
              color: `color-mix(in oklab, ${color} 72%, var(--ink))`,
              background: `color-mix(in oklab, ${color} 14%, var(--surface))`,
              borderColor: `color-mix(in oklab, ${color} 30%, var(--surface))`,
            }
          : undefined
      }
    >
      {official ? <Mark unlit className="size-[66%]" /> : letter}
    </span>
  )
}
