import { Info, TriangleAlert } from 'lucide-react'
import type { Notice } from '../../shared/model/switch'
import { useLocal } from '../i18n/use-local'

/** What the user should know, each with its cure. */
export function NoticeList({ notices }: { readonly notices: readonly Notice[] }) {
  const local = useLocal()
  if (notices.length === 0) return null
  return (
    <ul className="flex flex-col gap-1.5">
      {notices.map((notice) => (
        <li key={notice.id} className="flex gap-2 text-base">
          {notice.severity === 'warn' ? (
            <TriangleAlert size={15} className="mt-0.5 shrink-0 text-warn" aria-hidden="true" />
          ) : (
            <Info size={15} className="mt-0.5 shrink-0 text-ink-faint" aria-hidden="true" />
          )}
          <span className="min-w-0 break-path">
            {local(notice.message)} {notice.cure && <span className="text-ink-soft">{local(notice.cure)}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}
