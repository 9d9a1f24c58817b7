import { ShieldAlert, TriangleAlert, Unplug, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/button'
import { IconButton } from '../components/icon-button'
import { placeOf } from '../components/problem-note'
import { useLocal } from '../i18n/use-local'
import { useAppStore } from '../store/context'

/** What is wrong with the app itself: the server is gone, a store was set aside. */
export function Banners() {
  const { t } = useTranslation()
  const local = useLocal()
  const lost = useAppStore((state) => state.connection === 'lost')
  const problems = useAppStore((state) => state.host?.problems)
  const read = useAppStore((state) => state.problemsRead)
  const dismiss = useAppStore((state) => state.dismissProblems)
  const note = useAppStore((state) => state.fileNote)
  const dismissNote = useAppStore((state) => state.dismissFileNote)
  const openOverlay = useAppStore((state) => state.openOverlay)
  return (
    <>
      {note && (
        <div role="status" className="flex items-center gap-2.5 border-b border-line bg-warn-soft py-1.5 pr-3 pl-6">
          <ShieldAlert size={16} className="shrink-0 text-warn" aria-hidden="true" />
          <p className="min-w-0 flex-1 text-warn-text">{local(note.message)}</p>
          <Button
            size="small"
            onClick={() => {
              dismissNote()
              openOverlay({ kind: 'passphrase', for: 'protect' })
            }}
          >
            {t('vault.fileNoteAct')}
          </Button>
          <IconButton label={t('banner.dismiss')} onClick={dismissNote}>
            <X size={16} aria-hidden="true" />
          </IconButton>
        </div>
      )}
      {lost && (
        <div role="status" className="flex items-center gap-2.5 border-b border-line bg-warn-soft px-6 py-2 text-warn-text">
          <Unplug size={16} aria-hidden="true" />
          {t('connection.lost')}
        </div>
      )}
      {!read && problems && problems.length > 0 && (
        <div role="alert" className="flex gap-2.5 border-b border-line bg-warn-soft py-2.5 pr-3 pl-6">
          <TriangleAlert size={16} className="mt-0.5 shrink-0 text-warn" aria-hidden="true" />
          <ul className="flex min-w-0 flex-1 flex-col gap-2">
            {problems.map((problem) => (
              <li key={problem.code}>
                <p className="font-medium text-warn-text">{local(problem.message)}</p>
                {problem.hint && <p className="text-ink-soft break-path">{local(problem.hint)}</p>}
                {problem.file && <p className="font-code text-small text-ink-soft break-path">{placeOf(problem)}</p>}
              </li>
            ))}
          </ul>
          <IconButton label={t('banner.dismiss')} onClick={dismiss}>
            <X size={16} aria-hidden="true" />
          </IconButton>
        </div>
      )}
    </>
  )
}
