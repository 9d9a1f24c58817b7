import { LockKeyholeOpen, RotateCw, Terminal } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CurlSource, Finding } from '../../../shared/model/finding'
import { Button } from '../../components/button'
import { IconButton } from '../../components/icon-button'
import { Spinner } from '../../components/spinner'
import { useLocal } from '../../i18n/use-local'
import { copyText } from '../../lib/copy-text'
import { useAppStore } from '../../store/context'

/** Runs this one check again. What was asked to leave the machine once may do so again. */
export function RunAgain({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation()
  const local = useLocal()
  const busy = useAppStore((state) => state.rechecking.includes(finding.check))
  const blocked = useAppStore((state) => state.rechecking.length > 0 || state.doctorPhase === 'running')
  const recheck = useAppStore((state) => state.recheck)
  const network = finding.group === 'network' || finding.group === 'trial' ? true : undefined
  return (
    <IconButton
      label={t('diagnose.recheck', { title: local(finding.title) })}
      aria-busy={busy || undefined}
      aria-disabled={blocked || undefined}
      onClick={() => void recheck(finding.check, network)}
    >
      {busy ? <Spinner /> : <RotateCw size={15} aria-hidden="true" />}
    </IconButton>
  )
}

/** Beside the finding that the vault is locked: asks for the passphrase, then runs everything with the keys. */
export function UnlockAndRun() {
  const { t } = useTranslation()
  const askUnlock = useAppStore((state) => state.askUnlock)
  const attempt = useAppStore((state) => state.attempt)
  const run = useAppStore((state) => state.runDoctor)
  const needsPassphrase = useAppStore((state) => state.vault?.needsPassphrase !== false)
  const unlock = async () => {
    if (await askUnlock()) await run()
  }
  // A system's keychain is opened elsewhere.
  if (!needsPassphrase) return null
  return (
    <Button size="small" onClick={() => void attempt(unlock)}>
      <LockKeyholeOpen size={13} aria-hidden="true" />
      {t('vault.unlockAsk')}
    </Button>
  )
}

/** The request behind a finding, as a command to run by hand. The key in it is masked. */
export function CopyCurl({ finding, source }: { readonly finding: Finding; readonly source: CurlSource }) {
  const { t } = useTranslation()
  const local = useLocal()
  const curl = useAppStore((state) => state.curl)
  const shell = useAppStore((state) => (state.host?.platform === 'win32' ? 'powershell' : 'bash'))
  const attempt = useAppStore((state) => state.attempt)
  const notify = useAppStore((state) => state.notify)
  const copy = async () => {
    await copyText(await curl({ ...source, shell, reveal: false }))
    notify({ kind: 'copied' })
  }
  return (
    <IconButton label={t('curl.copyStep', { step: local(finding.title) })} onClick={() => void attempt(copy)}>
      <Terminal size={15} aria-hidden="true" />
    </IconButton>
  )
}
