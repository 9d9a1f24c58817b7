import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { ProblemNote } from '../../components/problem-note'
import { SecretField } from '../../components/secret-field'
import { useLocal } from '../../i18n/use-local'
import { useAppStore } from '../../store/context'
import { ConsentBox } from './consent-box'
import { FilePicker } from './file-picker'
import { ImportList } from './import-list'
import { ImportOutcome } from './import-outcome'
import { type ImportState, useImport } from './use-import'

/** Profiles out of a file: what is in it is shown before anything is written. */
export function ImportDialog() {
  const { t } = useTranslation()
  const local = useLocal()
  const state = useImport()
  const closeOverlay = useAppStore((app) => app.closeOverlay)
  const close = () => {
    state.leave()
    closeOverlay()
  }
  const { list, file, done, task } = state
  if (done) return <ImportOutcome done={done} onClose={closeOverlay} />
  if (!list)
    return (
      <Dialog title={t('transfer.import')} description={state.sealed ? file?.name : t('transfer.importText')} onClose={close}>
        <div className="flex flex-col gap-3">
          {state.sealed ? <Unlock state={state} /> : <FilePicker busy={task.busy} onPick={state.pick} />}
          {task.problem && <ProblemNote problem={task.problem} />}
        </div>
      </Dialog>
    )
  return (
    <Dialog
      frame="large"
      title={t('transfer.import')}
      description={t('transfer.from', { source: local(list.source), file: file?.name ?? '' })}
      onClose={close}
      footer={
        <>
          {task.problem && (
            <div className="mb-1 w-full">
              <ProblemNote problem={task.problem} />
            </div>
          )}
          {state.needsConsent && <ConsentBox checked={state.consent} onChange={state.setConsent} />}
          <Button look="ghost" className="mr-auto" onClick={state.leave}>
            {t('transfer.otherFile')}
          </Button>
          <Button onClick={close}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            busy={task.busy}
            disabled={state.chosen.length === 0 || (state.needsConsent && !state.consent)}
            onClick={state.save}
          >
            {t('transfer.take', { count: state.chosen.length })}
          </Button>
        </>
      }
    >
      <ImportList state={state} />
    </Dialog>
  )
}

function Unlock({ state }: { readonly state: ImportState }) {
  const { t } = useTranslation()
  const [passphrase, setPassphrase] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (passphrase !== '' && !state.task.busy) state.unlock(passphrase)
      }}
    >
      <SecretField
        ref={field}
        label={t('transfer.passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        hint={t('transfer.passphraseOf')}
      />
      <div className="flex justify-end gap-2">
        <Button look="ghost" onClick={state.leave}>
          {t('transfer.otherFile')}
        </Button>
        <Button type="submit" look="primary" busy={state.task.busy} disabled={passphrase === ''}>
          {t('transfer.open')}
        </Button>
      </div>
    </form>
  )
}
