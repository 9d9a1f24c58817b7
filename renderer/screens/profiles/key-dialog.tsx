import { Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog'
import { IconButton } from '../../components/icon-button'
import { ProblemNote } from '../../components/problem-note'
import { Spinner } from '../../components/spinner'
import type { Leaving } from '../../lib/secret-clipboard'
import { useTask } from '../../lib/use-task'
import { useAppStore } from '../../store/context'

/** Shows a stored key, because the user asked for it. It lives as long as the dialog. */
export function KeyDialog({ id, keyId }: { readonly id: string; readonly keyId?: string }) {
  const { t } = useTranslation()
  const name = useAppStore((state) => state.profiles.find((profile) => profile.id === id)?.name ?? id)
  const revealKey = useAppStore((state) => state.revealKey)
  const copyKey = useAppStore((state) => state.copyKey)
  const close = useAppStore((state) => state.closeOverlay)
  const keyLeaving = useAppStore((state) => state.keyLeaving)
  const [key, setKey] = useState<string>()
  const [leaving, setLeaving] = useState<Leaving>()
  const { run, problem } = useTask()

  useEffect(() => {
    void run(async () => {
      setLeaving(await keyLeaving())
      setKey(await revealKey(id, keyId))
    })
  }, [id, keyId, keyLeaving, revealKey, run])

  const words = { cleared: t('key.cleared'), unseen: t('toast.keyUnseen'), stays: t('toast.keyStays') }
  return (
    <Dialog title={t('key.title', { name })} description={t('key.caution')} onClose={close}>
      {problem && <ProblemNote problem={problem} />}
      {!problem && key === undefined && <Spinner />}
      {key !== undefined && (
        <>
          <div className="flex items-center gap-2 rounded-md border border-line bg-canvas py-1.5 pr-1.5 pl-3">
            <code className="min-w-0 flex-1 font-code text-base break-all select-all">{key}</code>
            <IconButton label={t('profiles.copyKey')} onClick={() => void copyKey(id, keyId)}>
              <Copy size={15} aria-hidden="true" />
            </IconButton>
          </div>
          {leaving && <p className="mt-2 text-small text-ink-soft">{words[leaving]}</p>}
        </>
      )}
    </Dialog>
  )
}
