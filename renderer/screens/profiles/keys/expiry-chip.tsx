import { useTranslation } from 'react-i18next'
import type { ProfileView } from '../../../../shared/model/profile'
import { ChipButton } from '../../../components/chip'
import { activeKey, expiryWords, keyName } from '../../../lib/key-words'
import { useAppStore } from '../../../store/context'

interface ExpiryChipProps {
  readonly profile: ProfileView
  readonly tabIndex: number
}

/** Says that the key in use ends soon, or has ended; opens the profile's keys. Nothing before that. */
export function ExpiryChip({ profile, tabIndex }: ExpiryChipProps) {
  const { t } = useTranslation()
  const openOverlay = useAppStore((state) => state.openOverlay)
  const key = activeKey(profile)
  const note = expiryWords(key, t)
  if (!key || !note) return null
  const label = t('profileKeys.chipLabel', { profile: profile.name, key: keyName(key), when: note.text, day: key.expiresAt })
  return (
    <ChipButton
      tone={note.state === 'expired' ? 'danger' : 'warn'}
      data-column="expiry"
      tabIndex={tabIndex}
      aria-label={label}
      title={label}
      onClick={() => openOverlay({ kind: 'profile-keys', id: profile.id })}
    >
      {note.text}
    </ChipButton>
  )
}
