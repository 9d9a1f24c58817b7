import { useTranslation } from 'react-i18next'
import { Alert } from '../../components/alert'
import { Button } from '../../components/button'
import { ProblemNote } from '../../components/problem-note'
import { useTask } from '../../lib/use-task'
import { useAppStore } from '../../store/context'
import { draftPlaces, dropDraft } from './form/draft-storage'

/** Asks before a profile and its key are gone. */
export function RemoveAlert({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const name = useAppStore((state) => state.profiles.find((profile) => profile.id === id)?.name ?? id)
  const inUse = useAppStore((state) => state.status.some((one) => one.profileId === id))
  const removeProfile = useAppStore((state) => state.removeProfile)
  const notify = useAppStore((state) => state.notify)
  const close = useAppStore((state) => state.closeOverlay)
  const shell = useAppStore((state) => state.host?.shell)
  const { run, busy, problem } = useTask()

  const remove = async () => {
    if (!(await run(() => removeProfile(id)))) return
    dropDraft(draftPlaces(shell), id)
    close()
    notify({ kind: 'removed', profile: name })
  }
  return (
    <Alert
      title={t('remove.title', { name })}
      description={inUse ? t('remove.inUse') : t('remove.text')}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t('common.cancel')}</Button>
          <Button look="danger" busy={busy} onClick={() => void remove()}>
            {t('profiles.remove')}
          </Button>
        </>
      }
    >
      {problem && <ProblemNote problem={problem} />}
    </Alert>
  )
}
