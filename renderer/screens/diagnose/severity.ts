import { CircleAlert, CircleCheck, CircleMinus, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { Severity } from '../../../shared/model/finding'

/** What people must see first stands first. */
export const severities: readonly Severity[] = ['fail', 'warn', 'ok', 'skip']

/** How a severity is drawn; the shape says it too. */
export const severityLooks: Readonly<Record<Severity, { readonly Icon: LucideIcon; readonly color: string }>> = {
  fail: { Icon: CircleAlert, color: 'text-danger' },
  warn: { Icon: TriangleAlert, color: 'text-warn' },
  ok: { Icon: CircleCheck, color: 'text-accent-text' },
  skip: { Icon: CircleMinus, color: 'text-ink-faint' },
}
