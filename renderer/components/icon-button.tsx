import type { ComponentProps } from 'react'
import { classes } from '../lib/classes'

interface IconButtonProps extends ComponentProps<'button'> {
  readonly label: string
}

export const iconLook =
  'inline-flex size-7 shrink-0 items-center justify-center rounded-md text-ink-faint transition-colors duration-(--quick) ' +
  'hover:bg-hover hover:text-ink active:bg-pressed data-popup-open:bg-pressed data-popup-open:text-ink disabled:opacity-40 disabled:pointer-events-none'

/** A button that shows an icon only; its name is also its tooltip. */
export function IconButton({ label, className, ...rest }: IconButtonProps) {
  return <button type="button" aria-label={label} data-tooltip={label} {...rest} className={classes(iconLook, className)} />
}
