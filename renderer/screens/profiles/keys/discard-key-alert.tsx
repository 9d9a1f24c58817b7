import { useTranslation } from 'react-i18next'
import { Alert } from '../../../components/alert'
import { Button } from '../../../components/button'

interface DiscardKeyAlertProps {
  readonly onStay: () => void
  readonly onDiscard: () => void
}

/** Asks before a half-filled key form is closed. It is not offered to be kept: without its key there is no draft of it. */
export function DiscardKeyAlert({ onStay, onDiscard }: DiscardKeyAlertProps) {
  const { t } = useTranslation()
  return (
    <Alert
      title={t('profileKeys.discardTitle')}
      description={t('profileKeys.discardText')}
      onClose={onStay}
      actions={
        <>
          <Button onClick={onStay}>{t('draft.stay')}</Button>
          <Button look="danger" onClick={onDiscard}>
            {t('draft.discard')}
          </Button>
        </>
      }
    />
  )
}
