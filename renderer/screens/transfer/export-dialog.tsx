import { TriangleAlert } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SHORTEST_PASSPHRASE } from '../../../shared/model/transfer'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { ProblemNote } from '../../components/problem-note'
import { SecretField } from '../../components/secret-field'
import { Segmented } from '../../components/segmented'
import { Toggle } from '../../components/toggle'
import { saveFile } from '../../lib/save-file'
import { useTask } from '../../lib/use-task'
import { useAppStore } from '../../store/context'
import { ExportChoice } from './export-choice'

/**
 * Profiles into a file, all or those that are chosen: sealed with a passphrase, or, after a plain warning, for everyone to read.
 * @param ids chosen from the start
 */
export function ExportDialog({ ids }: { readonly ids?: readonly string[] }) {
  const { t } = useTranslation()
  const all = useAppStore((state) => state.profiles)
  const profiles = useMemo(() => all.filter(({ kind }) => kind === 'relay'), [all])
  const exportProfiles = useAppStore((state) => state.exportProfiles)
  const close = useAppStore((state) => state.closeOverlay)
  const { run, busy, problem } = useTask()
  const field = useRef<HTMLInputElement>(null)
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [plain, setPlain] = useState(false)
  const [checked, setChecked] = useState(false)
  const [saved, setSaved] = useState<string>()
  const [scope, setScope] = useState<'all' | 'some'>(ids ? 'some' : 'all')
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set(ids))

  const words = { show: t('transfer.show'), hide: t('transfer.hide') }
  const short = passphrase.length < SHORTEST_PASSPHRASE
  // One that was removed meanwhile is not missed.
  const chosen = scope === 'all' ? profiles : profiles.filter(({ id }) => picked.has(id))
  const ready = chosen.length > 0 && (plain || (!short && passphrase === again))
  const save = () => {
    setChecked(true)
    if (!ready || busy) return
    void run(async () => {
      const { text, fileName } = await exportProfiles(
        plain ? undefined : passphrase,
        scope === 'all' ? undefined : chosen.map(({ id }) => id),
      )
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
      description={t('transfer.exportText')}
      initialFocus={field}
      onClose={close}
      footer={
        <>
          <Button onClick={close}>{t('common.cancel')}</Button>
          <Button look={plain ? 'danger' : 'primary'} busy={busy} disabled={chosen.length === 0} onClick={save}>
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
        <div className="flex flex-col items-start gap-3">
          <Segmented
            label={t('transfer.which')}
            value={scope}
            onChange={setScope}
            choices={[
              { id: 'all', label: t('transfer.whichAll', { count: profiles.length }) },
              { id: 'some', label: t('transfer.whichSome') },
            ]}
          />
          {scope === 'some' && <ExportChoice profiles={profiles} picked={picked} onPick={setPicked} />}
        </div>
        {!plain && (
          <>
            <SecretField
              ref={field}
              label={t('transfer.passphrase')}
              value={passphrase}
              onChange={setPassphrase}
              hint={t('transfer.passphraseHint', { count: SHORTEST_PASSPHRASE })}
              fault={checked && short ? { message: t('transfer.passphraseShort', { count: SHORTEST_PASSPHRASE }) } : undefined}
              words={words}
            />
            <SecretField
              label={t('transfer.again')}
              value={again}
              onChange={setAgain}
              fault={checked && !short && passphrase !== again ? { message: t('transfer.differ') } : undefined}
              words={words}
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
