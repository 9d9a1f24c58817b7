import { useTranslation } from 'react-i18next'
import type { KeyView } from '../../../../shared/model/profile'
import { Alert } from '../../../components/alert'
import { Button } from '../../../components/button'
import { ProblemNote } from '../../../components/problem-note'
import { keyName } from '../../../lib/key-words'
import { useTask } from '../../../lib/use-task'
import { useAppStore } from '../../../store/context'

interface RemoveKeyAlertProps {
  readonly profileId: string
  readonly of: KeyView
  readonly onClose: () => void
}

/** Asks before a key is gone: nothing brings it back but the relay's website. */
export function RemoveKeyAlert({ profileId, of: key, onClose }: RemoveKeyAlertProps) {
  const { t } = useTranslation()
  const removeKey = useAppStore((state) => state.removeKey)
  const { run, busy, problem } = useTask()
  const remove = async () => {
    if (await run(() => removeKey(profileId, key.id))) onClose()
  }
  return (
    <Alert
      title={t('profileKeys.removeTitle', { key: keyName(key) })}
      description={t('profileKeys.removeText')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="danger" busy={busy} onClick={() => void remove()}>
            {t('profileKeys.removeNow')}
          </Button>
        </>
      }
    >
      {problem && <ProblemNote problem={problem} />}
    </Alert>
  )
}
