import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VaultStatus } from '../../../shared/model/vault'
import { Alert } from '../../components/alert'
import { Button } from '../../components/button'
import { ProblemNote } from '../../components/problem-note'
import { useSlow, useTask } from '../../lib/use-task'
import { useAppStore } from '../../store/context'
import type { Protection } from '../../store/vault'
import { SettingRow, WideRow } from './setting-row'

/** The three protections: which one holds now, and the way to each other. One that `SWITCHYARD_VAULT` rules out is not offered. */
export function ProtectionRows({ vault }: { readonly vault: VaultStatus }) {
  const { t } = useTranslation()
  const openOverlay = useAppStore((state) => state.openOverlay)
  const protect = useAppStore((state) => state.protectVault)
  const notify = useAppStore((state) => state.notify)
  const [sure, setSure] = useState(false)
  const [moving, setMoving] = useState<Protection>()
  const { run, busy, problem } = useTask()
  const slow = useSlow(busy)

  const move = async (protection: Protection) => {
    setSure(false)
    setMoving(protection)
    if (await run(() => protect(protection))) notify({ kind: 'vault', done: 'moved' })
  }
  const { protection: now, pinned } = vault
  const rows = [
    {
      id: 'keychain',
      label: t('vault.keychain'),
      hint: t('vault.keychainHint'),
      action: t('vault.toKeychain'),
      go: () => void move('keychain'),
    },
    {
      id: 'passphrase',
      label: t('vault.passphrase'),
      hint: t('vault.passphraseHint'),
      action: now === 'passphrase' ? t('vault.changePassphrase') : t('vault.toPassphrase'),
      go: () => openOverlay({ kind: 'passphrase', for: 'protect' }),
    },
    { id: 'file', label: t('vault.file'), hint: t('vault.fileHint'), action: t('vault.toFile'), go: () => setSure(true) },
  ] as const
  return (
    <>
      {rows.map(({ id, label, hint, action, go }) => (
        <Fragment key={id}>
          <SettingRow label={label} hint={hint} words={t('vault.words')}>
            <span className="flex items-center gap-3">
              {now === id && <span className="text-small font-medium text-accent-text">{t('vault.inUse')}</span>}
              {(now !== id || id === 'passphrase') && (
                <Button
                  size="small"
                  busy={busy && moving === id}
                  disabled={(busy && moving !== id) || (pinned !== undefined && pinned !== id)}
                  onClick={go}
                >
                  {action}
                </Button>
              )}
            </span>
          </SettingRow>
          {moving === id && (slow || problem) && (
            <WideRow words={t('vault.words')}>
              {slow && <p className="text-small text-ink-soft">{id === 'keychain' ? t('vault.movingToKeychain') : t('vault.moving')}</p>}
              {problem && <ProblemNote problem={problem} />}
            </WideRow>
          )}
        </Fragment>
      ))}
      <p role="status" className="sr-only">
        {busy && t('vault.moving')}
      </p>
      {sure && (
        <Alert
          title={t('vault.toFileTitle')}
          description={t('vault.toFileText')}
          onClose={() => setSure(false)}
          actions={
            <>
              <Button onClick={() => setSure(false)}>{t('common.cancel')}</Button>
              <Button look="danger" onClick={() => void move('file')}>
                {t('vault.toFileSure')}
              </Button>
            </>
          }
        />
      )}
    </>
  )
}
