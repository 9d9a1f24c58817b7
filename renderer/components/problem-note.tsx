import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Problem } from '../../shared/model/switch'
import { useLocal } from '../i18n/use-local'

/** `file:line:column`, as far as known. */
export const placeOf = ({ file, line, column }: Problem): string | undefined =>
  file && [file, line, line && column].filter(Boolean).join(':')

/** A problem in words: what, where and the cure. Announced when it appears. */
export function ProblemNote({ problem, children }: { readonly problem: Problem; readonly children?: ReactNode }) {
  const local = useLocal()
  const place = placeOf(problem)
  return (
    <div role="alert" className="flex gap-2.5 rounded-md bg-danger-soft px-3 py-2.5 text-base forced-colors:border">
      <CircleAlert size={16} className="mt-0.5 shrink-0 text-danger" aria-hidden="true" />
      <div className="min-w-0 flex-1">
        <p className="font-medium text-danger-text break-path">{local(problem.message)}</p>
        {place && <p className="mt-0.5 font-code text-small text-ink-soft break-path">{place}</p>}
        {problem.hint && <p className="mt-0.5 text-ink-soft break-path">{local(problem.hint)}</p>}
        {children && <div className="mt-2 flex flex-wrap gap-2">{children}</div>}
      </div>
    </div>
  )
}
