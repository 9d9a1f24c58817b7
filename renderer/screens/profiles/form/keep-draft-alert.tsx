import { useTranslation } from 'react-i18next'
import { Alert } from '../../../components/alert'
import { Button } from '../../../components/button'

interface KeepDraftAlertProps {
  /** A typed key will not be kept; say so. */
  readonly withKey: boolean
  readonly onStay: () => void
  readonly onKeep: () => void
  readonly onDiscard: () => void
}

/** Asks what to do with a draft when the form closes. */
export function KeepDraftAlert({ withKey, onStay, onKeep, onDiscard }: KeepDraftAlertProps) {
  const { t } = useTranslation()
  return (
    <Alert
      title={t('draft.title')}
      description={withKey ? t('draft.textWithKey') : t('draft.text')}
      onClose={onStay}
      actions={
        <>
          <Button look="ghost" onClick={onStay}>
            {t('draft.stay')}
          </Button>
          <Button onClick={onDiscard}>{t('draft.discard')}</Button>
          <Button look="primary" onClick={onKeep}>
            {t('draft.keep')}
          </Button>
        </>
      }
    />
  )
}
