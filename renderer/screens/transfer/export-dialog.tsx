import { TriangleAlert } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SHORTEST_PASSPHRASE } from '../../../shared/model/transfer'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { ProblemNote } from '../../components/problem-note'
import { SecretField } from '../../components/secret-field'
import { Toggle } from '../../components/toggle'
import { saveFile } from '../../lib/save-file'
import { useTask } from '../../lib/use-task'
import { useAppStore } from '../../store/context'

/** All profiles into a file: sealed with a passphrase, or, after a plain warning, for everyone to read. */
export function ExportDialog() {
  const { t } = useTranslation()
  const count = useAppStore((state) => state.profiles.filter(({ kind }) => kind === 'relay').length)
  const exportProfiles = useAppStore((state) => state.exportProfiles)
  const close = useAppStore((state) => state.closeOverlay)
  const { run, busy, problem } = useTask()
  const field = useRef<HTMLInputElement>(null)
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [plain, setPlain] = useState(false)
  const [checked, setChecked] = useState(false)
  const [saved, setSaved] = useState<string>()

  const short = passphrase.length < SHORTEST_PASSPHRASE
  const ready = plain || (!short && passphrase === again)
  const save = () => {
    setChecked(true)
    if (!ready || busy) return
    void run(async () => {
      const { text, fileName } = await exportProfiles(plain ? undefined : passphrase)
      saveFile(fileName, text)
      setSaved(fileName)
    })
  }
  if (saved)
    return (
      <Dialog
        title={t('transfer.exported')}
        description={<span className="font-code text-small">{saved}</span>}
        onClose={close}
        footer={
          <Button look="primary" onClick={close}>
            {t('transfer.done')}
          </Button>
        }
      >
        <p className="text-ink-soft">{plain ? t('transfer.exportedPlain') : t('transfer.exportedSealed')}</p>
      </Dialog>
    )
  return (
    <Dialog
      title={t('transfer.export')}
      description={t('transfer.exportText', { count })}
      initialFocus={field}
      onClose={close}
      footer={
        <>
          <Button onClick={close}>{t('common.cancel')}</Button>
          <Button look={plain ? 'danger' : 'primary'} busy={busy} onClick={save}>
            {plain ? t('transfer.savePlain') : t('transfer.save')}
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        {problem && <ProblemNote problem={problem} />}
        {!plain && (
          <>
            <SecretField
              ref={field}
              label={t('transfer.passphrase')}
              value={passphrase}
              onChange={setPassphrase}
              hint={t('transfer.passphraseHint', { count: SHORTEST_PASSPHRASE })}
              fault={checked && short ? { message: t('transfer.passphraseShort', { count: SHORTEST_PASSPHRASE }) } : undefined}
            />
            <SecretField
              label={t('transfer.again')}
              value={again}
              onChange={setAgain}
              fault={checked && !short && passphrase !== again ? { message: t('transfer.differ') } : undefined}
            />
          </>
        )}
        <Toggle label={t('transfer.plain')} checked={plain} onChange={setPlain} />
        {plain && (
          <p role="alert" className="flex gap-2.5 rounded-md bg-danger-soft px-3 py-2.5 forced-colors:border">
            <TriangleAlert size={16} aria-hidden="true" className="mt-0.5 shrink-0 text-danger" />
            <span>{t('transfer.plainWarning')}</span>
          </p>
        )}
        <button type="submit" hidden />
      </form>
    </Dialog>
  )
}
