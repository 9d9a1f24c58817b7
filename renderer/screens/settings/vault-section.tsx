import { LockKeyhole, LockKeyholeOpen, ShieldAlert, ShieldCheck } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { VaultStatus } from '../../../shared/model/vault'
import { Button } from '../../components/button'
import { ProblemNote } from '../../components/problem-note'
import { useTask } from '../../lib/use-task'
import { useAppStore } from '../../store/context'
import { ProtectionRows } from './protection-rows'
import { SettingRow, SettingSection, WideRow } from './setting-row'

/** How keys are sealed, said plainly, and everything that can be done about it. */
export function VaultSection() {
  const { t } = useTranslation()
  const vault = useAppStore((state) => state.vault)
  const load = useAppStore((state) => state.loadVault)
  const { run, problem } = useTask()
  // A terminal may have changed it.
  useEffect(() => {
    void run(load)
  }, [run, load])
  return (
    <SettingSection id="settings-vault" title={t('vault.title')}>
      {problem && (
        <WideRow words={t('vault.words')}>
          <ProblemNote problem={problem} />
        </WideRow>
      )}
      {vault && !problem && (
        <>
          <WideRow words={t('vault.words')}>
            <Protection vault={vault} />
          </WideRow>
          <ProtectionRows vault={vault} />
          {vault.exists && <RotateRow needsPassphrase={vault.protection === 'passphrase'} />}
        </>
      )}
    </SettingSection>
  )
}

function Protection({ vault }: { readonly vault: VaultStatus }) {
  const { t } = useTranslation()
  const { protection, pinned } = vault
  const isWeak = protection === 'file' || (pinned !== undefined && protection !== undefined && pinned !== protection)
  const Icon = isWeak ? ShieldAlert : ShieldCheck
  const meanings = { keychain: t('vault.byKeychain'), passphrase: t('vault.byPassphrase'), file: t('vault.byFile') }
  const states = vault.needsPassphrase ? t('vault.isLocked') : t('vault.isOpen')
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <div className="flex min-w-0 flex-1 basis-64 gap-2.5">
        <Icon size={18} className={isWeak ? 'mt-px shrink-0 text-warn' : 'mt-px shrink-0 text-accent-text'} aria-hidden="true" />
        <div className="min-w-0">
          <p className="font-medium">{protection ? meanings[protection] : t('vault.none')}</p>
          <p className="text-small text-ink-soft">{protection === 'passphrase' ? states : t('vault.sealed')}</p>
          {pinned && (
            <p className="mt-1 text-small text-ink-soft">
              {t('vault.pinned')} <code className="font-code text-ink">SWITCHYARD_VAULT={pinned}</code>
            </p>
          )}
          {pinned && protection && pinned !== protection && <p className="mt-1 text-small text-warn-text">{t('vault.pinnedElse')}</p>}
        </div>
      </div>
      {protection === 'passphrase' && <LockButton locked={vault.needsPassphrase} />}
    </div>
  )
}

function LockButton({ locked }: { readonly locked: boolean }) {
  const { t } = useTranslation()
  const ask = useAppStore((state) => state.askUnlock)
  const lock = useAppStore((state) => state.lockVault)
  const attempt = useAppStore((state) => state.attempt)
  const Icon = locked ? LockKeyholeOpen : LockKeyhole
  return (
    <Button size="small" onClick={() => void attempt(locked ? ask : lock)}>
      <Icon size={14} aria-hidden="true" />
      {locked ? t('vault.unlockAsk') : t('vault.lock')}
    </Button>
  )
}

function RotateRow({ needsPassphrase }: { readonly needsPassphrase: boolean }) {
  const { t } = useTranslation()
  const openOverlay = useAppStore((state) => state.openOverlay)
  const rotate = useAppStore((state) => state.rotateVault)
  const notify = useAppStore((state) => state.notify)
  const { run, busy, problem } = useTask()
  const now = async () => {
    if (needsPassphrase) return openOverlay({ kind: 'passphrase', for: 'rotate' })
    if (await run(() => rotate())) notify({ kind: 'vault', done: 'rotated' })
  }
  return (
    <>
      <SettingRow label={t('vault.rotateTitle')} hint={t('vault.rotateHint')} words={t('vault.words')}>
        <Button size="small" busy={busy} onClick={() => void now()}>
          {needsPassphrase ? t('vault.rotateAsk') : t('vault.rotate')}
        </Button>
      </SettingRow>
      {problem && (
        <WideRow words={t('vault.words')}>
          <ProblemNote problem={problem} />
        </WideRow>
      )}
    </>
  )
}
