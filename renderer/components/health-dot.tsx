import { classes } from '../lib/classes'
import type { Outcome } from '../lib/health'

/** The shapes differ too: full, ring, triangle, square. */
const looks: Readonly<Record<Outcome | 'waiting' | 'running', string>> = {
  works: 'rounded-full bg-accent',
  reached: 'rounded-full border-2 border-accent',
  warns: 'bg-warn [clip-path:polygon(50%_0,100%_100%,0_100%)]',
  fails: 'rounded-[2px] bg-danger',
  cancelled: 'rounded-full border-2 border-ink-faint',
  waiting: 'rounded-full border-2 border-line-firm',
  running: 'breathe rounded-full bg-ink-faint',
}

/** The result of a test at a glance; its words are the owner's. */
export function HealthDot({ outcome }: { readonly outcome: keyof typeof looks }) {
  return <span aria-hidden="true" className={classes('inline-block size-2 shrink-0 forced-color-adjust-none', looks[outcome])} />
}
