import { CircleAlert, CircleCheck, Link, Undo2, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Notice } from '../../shared/model/switch'
import { Button } from '../components/button'
import { Fold } from '../components/fold'
import { IconButton } from '../components/icon-button'
import { NoticeList } from '../components/notice-list'
import { placeOf } from '../components/problem-note'
import { useLocal } from '../i18n/use-local'
import { useAppStore } from '../store/context'
import type { Toast } from '../store/ui'

/** Milliseconds on screen; what can be undone or must be read stays longer, and that a link waits for as long as it does. */
const lifetime = (toast: Toast) =>
  toast.kind === 'problem' || toast.kind === 'keyMayStay' || (toast.kind === 'keyCopied' && toast.leaving !== 'cleared')
    ? 20_000
    : 'report' in toast
      ? 12_000
      : toast.kind === 'keyCopied'
        ? 8_000
        : 4_000

/** `covered`: a dialog lies over it, so its time does not run. */
export function ToastCard({ toast, covered = false }: { readonly toast: Toast; readonly covered?: boolean }) {
  const { t } = useTranslation()
  const dismissToast = useAppStore((state) => state.dismissToast)
  const undo = useAppStore((state) => state.undo)
  const emptyClipboard = useAppStore((state) => state.emptyClipboard)
  const [held, setHeld] = useState(false)
  const { id } = toast

  useEffect(() => {
    if (held || covered || toast.kind === 'linkWaits') return
    const timer = setTimeout(() => dismissToast(id), lifetime(toast))
    return () => clearTimeout(timer)
  }, [dismissToast, held, covered, id, toast])

  const historyId = 'report' in toast && toast.kind !== 'undone' ? toast.report.historyId : undefined
  const Icon = toast.kind === 'linkWaits' ? Link : toast.kind === 'problem' || toast.kind === 'keyMayStay' ? CircleAlert : CircleCheck
  const color = toast.kind === 'problem' ? 'text-danger' : toast.kind === 'keyMayStay' ? 'text-warn-text' : 'text-accent-text'
  return (
    <li
      className="rise pointer-events-auto flex gap-2.5 rounded-lg bg-raised py-2.5 pr-2 pl-3 shadow-high forced-colors:border"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon size={16} className={`mt-0.5 shrink-0 ${color}`} aria-hidden="true" />
      <div className="max-h-(--message-height) min-w-0 flex-1 overflow-y-auto">
        <ToastText toast={toast} />
        {historyId && (
          <Button
            size="small"
            className="mt-2"
            onClick={() => {
              dismissToast(id)
              void undo(historyId)
            }}
          >
            <Undo2 size={14} aria-hidden="true" />
            {t('common.undo')}
          </Button>
        )}
        {toast.kind === 'keyMayStay' && (
          <Button
            size="small"
            className="mt-2"
            onClick={() => {
              dismissToast(id)
              void emptyClipboard()
            }}
          >
            {t('toast.emptyClipboard')}
          </Button>
        )}
      </div>
      <IconButton label={t('toast.dismiss')} onClick={() => dismissToast(id)} className="-mt-1">
        <X size={15} aria-hidden="true" />
      </IconButton>
    </li>
  )
}

/** A few are read at a glance; of many only the warnings are. */
function Notes({ notices }: { readonly notices: readonly Notice[] }) {
  const { t } = useTranslation()
  if (notices.length <= 2) return <NoticeList notices={notices} />
  const quiet = notices.filter(({ severity }) => severity !== 'warn')
  return (
    <>
      <NoticeList notices={notices.filter(({ severity }) => severity === 'warn')} />
      {quiet.length > 0 && (
        <Fold title={t('toast.notes', { count: quiet.length })}>
          <NoticeList notices={quiet} />
        </Fold>
      )}
    </>
  )
}

function ToastText({ toast }: { readonly toast: Toast }) {
  const { t } = useTranslation()
  const local = useLocal()
  if (toast.kind === 'problem') {
    const { problem } = toast
    return (
      <div className="break-path">
        <p className="font-medium">{local(problem.message)}</p>
        {problem.file && <p className="font-code text-small text-ink-soft">{placeOf(problem)}</p>}
        {problem.hint && <p className="text-ink-soft">{local(problem.hint)}</p>}
      </div>
    )
  }
  if (toast.kind === 'copied') return <p className="font-medium">{t('common.copied')}</p>
  if (toast.kind === 'keyCopied') {
    const leaving = { cleared: t('toast.keyCleared'), unseen: t('toast.keyUnseen'), stays: t('toast.keyStays') }
    return (
      <>
        <p className="font-medium">{t('common.copied')}</p>
        <p className="text-ink-soft">{leaving[toast.leaving]}</p>
      </>
    )
  }
  if (toast.kind === 'linkWaits') return <p className="font-medium">{t('toast.linkWaits')}</p>
  if (toast.kind === 'keyMayStay') return <p className="font-medium">{t('toast.keyMayStay')}</p>
  if (toast.kind === 'vault') {
    const done = { moved: t('toast.vaultMoved'), rotated: t('toast.vaultRotated'), locked: t('toast.vaultLocked') }
    return <p className="font-medium">{done[toast.done]}</p>
  }
  if (!('report' in toast)) {
    const words = {
      saved: t('toast.saved', { name: toast.profile }),
      removed: t('toast.removed', { name: toast.profile }),
      adopted: t('toast.adopted', { name: toast.profile }),
    }
    return <p className="font-medium break-path">{words[toast.kind]}</p>
  }

  const { files, notices } = toast.report
  const titles = {
    switched: t('toast.switched', { name: 'profile' in toast ? toast.profile : '' }),
    'key-used': t('profileKeys.used', { profile: 'profile' in toast ? toast.profile : '', key: 'key' in toast ? toast.key : '' }),
    undone: t('toast.undone'),
    restored: t('toast.restored'),
    fixed: t('toast.fixed'),
  }
  return (
    <div className="flex flex-col gap-1.5">
      <p className="font-medium break-path">{titles[toast.kind]}</p>
      {files.length === 0 ? (
        <p className="text-ink-soft">
          {toast.kind === 'key-used' && !toast.inTools ? t('profileKeys.usedLater') : t('toast.nothingChanged')}
        </p>
      ) : (
        <ul className="font-code text-small text-ink-soft break-path" aria-label={t('toast.files', { count: files.length })}>
          {files.map((file) => (
            <li key={file.path}>{file.path}</li>
          ))}
        </ul>
      )}
      <Notes notices={notices} />
    </div>
  )
}
