import type { ComponentProps } from 'react'
import { classes } from '../lib/classes'

const tones = {
  lit: 'bg-accent-soft text-accent-text',
  quiet: 'bg-hover text-ink-soft',
  warn: 'bg-warn-soft text-warn-text',
  danger: 'bg-danger-soft text-danger-text',
}
export type Tone = keyof typeof tones

const look =
  'inline-flex h-5.5 shrink-0 items-center gap-1.5 whitespace-nowrap rounded-full px-2 text-small font-medium forced-colors:border'

/** A state in one or two words that opens its explanation. */
export function ChipButton({ tone, className, ...rest }: ComponentProps<'button'> & { readonly tone: Tone }) {
  return (
    <button
      type="button"
      {...rest}
      className={classes(look, tones[tone], 'transition-shadow duration-(--quick) hover:shadow-[inset_0_0_0_1px_currentColor]', className)}
    />
  )
}
