import type { MouseEvent, ReactNode } from 'react'
import { useAppStore } from '../../store/context'
import { diagnosticsAddress } from './address'

interface CheckLinkProps {
  /** The anchor in docs/diagnostics.md; absent: the page as a whole. */
  readonly check?: string
  readonly label?: string
  readonly children: ReactNode
}

/** A link to the documentation of a check, which opens over what is there. As any link it may also be opened in another tab, or copied. */
export function CheckLink({ check, label, children }: CheckLinkProps) {
  const open = useAppStore((state) => state.openDiagnostics)
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    void open(check)
  }
  return (
    <a
      href={diagnosticsAddress(check)}
      aria-label={label}
      onClick={follow}
      className="rounded-sm text-small text-accent-text break-path underline underline-offset-2 hover:text-ink"
    >
      {children}
    </a>
  )
}
