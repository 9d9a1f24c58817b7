import { ChevronRight } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { classes } from '../lib/classes'

interface FoldProps {
  readonly title: ReactNode
  readonly startsOpen?: boolean
  readonly children: ReactNode
}

/** A title that shows and hides what belongs to it. */
export function Fold({ title, startsOpen = false, children }: FoldProps) {
  const id = useId()
  const [open, setOpen] = useState(startsOpen)
  return (
    <div className="min-w-0">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        className="-ml-1 flex min-h-7 max-w-full items-center gap-1.5 rounded-sm px-1 text-left text-small font-medium text-ink-soft hover:text-ink"
      >
        <ChevronRight
          size={14}
          aria-hidden="true"
          className={classes('shrink-0 text-ink-faint transition-transform duration-(--quick)', open && 'rotate-90')}
        />
        {title}
      </button>
      {open && (
        <div id={id} className="pt-1">
          {children}
        </div>
      )}
    </div>
  )
}
