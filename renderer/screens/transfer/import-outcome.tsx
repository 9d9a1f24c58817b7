import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Imported } from '../../../shared/model/transfer'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'

/** What an import did. Nothing is switched by it. */
export function ImportOutcome({ done, onClose }: { readonly done: Imported; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const button = useRef<HTMLButtonElement>(null)
  const lines = [
    { title: t('transfer.added'), names: done.added },
    { title: t('transfer.replaced'), names: done.replaced },
    { title: t('transfer.skipped'), names: done.skipped },
  ].filter(({ names }) => names.length > 0)
  return (
    <Dialog
      title={t('transfer.imported')}
      description={t('transfer.notSwitched')}
      onClose={onClose}
      initialFocus={button}
      footer={
        <Button ref={button} look="primary" onClick={onClose}>
          {t('transfer.done')}
        </Button>
      }
    >
      <dl className="flex flex-col gap-2">
        {lines.map(({ title, names }) => (
          <div key={title}>
            <dt className="text-small font-medium text-ink-soft">{title}</dt>
            <dd className="break-path">{names.join(', ')}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
