import { useTranslation } from 'react-i18next'
import { useAppStore } from '../../store/context'
import { PassphraseDialog } from './passphrase-dialog'

/** Asked by any call that the locked vault refused; it lies over whatever made the call. */
export function UnlockDialog() {
  const { t } = useTranslation()
  const unlock = useAppStore((state) => state.unlockVault)
  const answer = useAppStore((state) => state.answerUnlock)
  const wish = useWish()
  return (
    <PassphraseDialog
      above
      title={t('vault.unlockTitle')}
      description={wish === undefined ? t('vault.unlockText') : `${t('vault.unlockText')} ${wish}`}
      action={t('vault.unlock')}
      onSubmit={unlock}
      onDone={() => answer(true)}
      onClose={() => answer(false)}
    />
  )
}

/** What is done once the vault is open, where the tray was asked for it. */
function useWish(): string | undefined {
  const { t } = useTranslation()
  const wish = useAppStore((state) => state.wish)
  const profile = useAppStore((state) => state.profiles.find(({ id }) => wish?.kind === 'switch' && id === wish.profileId))
  const tool = useAppStore((state) => state.tools.find(({ descriptor: { id } }) => wish?.kind === 'switch' && id === wish.tool))
  if (wish === undefined) return undefined
  if (wish.kind === 'undo') return t('vault.thenUndo')
  const name = profile?.kind === 'official' ? t('official.name') : (profile?.name ?? '')
  return tool === undefined ? t('vault.thenSwitchAll', { name }) : t('vault.thenSwitch', { tool: tool.descriptor.label, name })
}

/** Sets a passphrase, or a new one; or takes the present one for a new data key. */
export function PassphraseOverlay({ purpose }: { readonly purpose: 'protect' | 'rotate' }) {
  const { t } = useTranslation()
  const protect = useAppStore((state) => state.protectVault)
  const rotate = useAppStore((state) => state.rotateVault)
  const unlock = useAppStore((state) => state.unlockVault)
  const notify = useAppStore((state) => state.notify)
  const close = useAppStore((state) => state.closeOverlay)
  const changes = useAppStore((state) => state.vault?.protection === 'passphrase')
  const isNew = purpose === 'protect'
  const submit = async (passphrase: string, session: boolean) => {
    await (isNew ? protect('passphrase', passphrase) : rotate(passphrase))
    // The new data key is open here already; the login session has to be told of it.
    if (session) await unlock(passphrase, true)
  }
  return (
    <PassphraseDialog
      fresh={isNew}
      title={isNew ? (changes ? t('vault.changeTitle') : t('vault.setTitle')) : t('vault.rotateTitle')}
      description={isNew ? t('vault.setText') : t('vault.rotateHint')}
      action={isNew ? t('vault.protect') : t('vault.rotate')}
      onSubmit={submit}
      onDone={() => {
        close()
        notify({ kind: 'vault', done: isNew ? 'moved' : 'rotated' })
      }}
      onClose={close}
    />
  )
}
