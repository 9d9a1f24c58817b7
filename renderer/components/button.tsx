import type { ComponentProps } from 'react'
import { classes } from '../lib/classes'
import { Spinner } from './spinner'

/** In forced colours text gets a plate of the page's colour, so that a filled button would hide its own words. */
const solid = 'forced-colors:border-[ButtonText] forced-colors:bg-[ButtonFace] forced-colors:text-[ButtonText]'

const looks = {
  primary: `bg-accent text-on-accent hover:bg-accent-hover border-transparent font-semibold ${solid}`,
  plain: 'bg-raised text-ink border-line-firm hover:bg-hover active:bg-pressed shadow-low',
  ghost: 'bg-transparent text-ink-soft border-transparent hover:bg-hover hover:text-ink active:bg-pressed',
  danger: `bg-danger text-on-danger border-transparent font-semibold hover:opacity-90 ${solid}`,
}
const sizes = { small: 'h-7 px-2.5 text-small gap-1.5', medium: 'h-8 px-3 text-base gap-2' }

export interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: keyof typeof looks
  readonly size?: keyof typeof sizes
  /** Work is going on: the button keeps its focus and does nothing. */
  readonly busy?: boolean
}

export function Button({ look = 'plain', size = 'medium', busy = false, className, children, onClick, disabled, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? undefined : onClick}
      className={classes(
        'relative inline-flex shrink-0 items-center justify-center whitespace-nowrap rounded-md border transition-colors duration-(--quick) select-none',
        'disabled:opacity-50 disabled:pointer-events-none',
        looks[look],
        sizes[size],
        className,
      )}
    >
      {busy && <Spinner className="absolute" />}
      <span className={classes('inline-flex items-center gap-[inherit]', busy && 'opacity-0')}>{children}</span>
    </button>
  )
}
