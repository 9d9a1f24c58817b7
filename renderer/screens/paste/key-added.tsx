import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProfileView } from '../../../shared/model/profile'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { ProblemNote } from '../../components/problem-note'
import { useTask } from '../../lib/use-task'
import { useAppStore } from '../../store/context'

/** After a key was added to a profile that was there: it can be used at once. */
export function KeyAdded({ profile }: { readonly profile: ProfileView }) {
  const { t } = useTranslation()
  const takeKey = useAppStore((state) => state.takeKey)
  const close = useAppStore((state) => state.closeOverlay)
  const { run, busy, problem } = useTask()
  const done = useRef<HTMLButtonElement>(null)
  const added = profile.relay.keys?.at(-1)
  const use = async (keyId: string) => {
    if (await run(() => takeKey(profile.id, keyId))) close()
  }
  return (
    <Dialog
      title={t('paste.keyAdded', { name: profile.name })}
      onClose={close}
      initialFocus={done}
      footer={
        <>
          {added && (
            <Button busy={busy} onClick={() => void use(added.id)}>
              {t('paste.useIt')}
            </Button>
          )}
          <Button ref={done} look="primary" onClick={close}>
            {t('paste.done')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-ink-soft">{t('paste.keyWaits')}</p>
        {problem && <ProblemNote problem={problem} />}
      </div>
    </Dialog>
  )
}
