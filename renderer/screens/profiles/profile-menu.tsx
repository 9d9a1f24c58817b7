import {
  Activity,
  ArrowDown,
  ArrowLeftRight,
  ArrowUp,
  Copy,
  CopyPlus,
  Eye,
  Globe,
  KeyRound,
  MoreHorizontal,
  Pencil,
  RotateCcw,
  Trash2,
  Upload,
  Zap,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { OFFICIAL_ID, type ProfileView } from '../../../shared/model/profile'
import { IconButton } from '../../components/icon-button'
import { Menu, MenuItem, MenuSeparator } from '../../components/menu'
import { keyName, spareKeys } from '../../lib/key-words'
import { isMac } from '../../lib/keyboard'
import { useOpenLink } from '../../lib/use-open-link'
import { useAppStore } from '../../store/context'

interface ProfileMenuProps {
  readonly profile: ProfileView
  readonly name: string
  readonly tabIndex: number
}

const size = 15

/** Everything else that can be done with a profile. */
export function ProfileMenu({ profile, name, tabIndex }: ProfileMenuProps) {
  const { t } = useTranslation()
  const trigger = (
    <IconButton label={t('profiles.menu', { name })} data-column="menu" tabIndex={tabIndex}>
      <MoreHorizontal size={16} aria-hidden="true" />
    </IconButton>
  )
  return <Menu trigger={trigger}>{profile.kind === 'official' ? <OfficialItems /> : <RelayItems profile={profile} />}</Menu>
}

function SwitchNowItem({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const switchNow = useAppStore((state) => state.switchNow)
  const mac = useAppStore((state) => isMac(state.host?.platform))
  return (
    <MenuItem
      icon={<Zap size={size} />}
      keys={mac ? t('profiles.optionClick') : t('profiles.altClick')}
      onSelect={() => void switchNow(id)}
    >
      {t('profiles.switchNow')}
    </MenuItem>
  )
}

function OfficialItems() {
  const { t } = useTranslation()
  const openPlan = useAppStore((state) => state.openPlan)
  return (
    <>
      <SwitchNowItem id={OFFICIAL_ID} />
      <MenuSeparator />
      <MenuItem icon={<RotateCcw size={size} />} onSelect={() => void openPlan({ kind: 'restore' })}>
        {t('restore.action')}
      </MenuItem>
    </>
  )
}

function RelayItems({ profile }: { readonly profile: ProfileView }) {
  const { t } = useTranslation()
  const { id, name, relay } = profile
  const openOverlay = useAppStore((state) => state.openOverlay)
  const duplicateProfile = useAppStore((state) => state.duplicateProfile)
  const moveProfile = useAppStore((state) => state.moveProfile)
  const copyKey = useAppStore((state) => state.copyKey)
  const takeKey = useAppStore((state) => state.takeKey)
  const attempt = useAppStore((state) => state.attempt)
  const openLink = useOpenLink()
  return (
    <>
      <SwitchNowItem id={id} />
      <MenuItem icon={<Activity size={size} />} onSelect={() => openOverlay({ kind: 'test', profileIds: [id] })}>
        {t('test.one')}
      </MenuItem>
      <MenuItem icon={<Pencil size={size} />} onSelect={() => openOverlay({ kind: 'form', id })}>
        {t('profiles.edit')}
      </MenuItem>
      <MenuItem icon={<CopyPlus size={size} />} onSelect={() => void duplicateProfile(id, t('profiles.copyName', { name }))}>
        {t('profiles.duplicate')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Copy size={size} />} onSelect={() => void copyKey(id)}>
        {t('profiles.copyKey')}
      </MenuItem>
      <MenuItem icon={<Eye size={size} />} onSelect={() => openOverlay({ kind: 'key', id })}>
        {t('profiles.showKey')}
      </MenuItem>
      <MenuItem icon={<KeyRound size={size} />} onSelect={() => openOverlay({ kind: 'profile-keys', id })}>
        {t('profileKeys.menu')}
      </MenuItem>
      {spareKeys(profile).map((key) => (
        <MenuItem key={key.id} icon={<ArrowLeftRight size={size} />} onSelect={() => void attempt(() => takeKey(id, key.id))}>
          {t('profileKeys.useNamed', { key: keyName(key) })}
        </MenuItem>
      ))}
      {relay.website && (
        <MenuItem icon={<Globe size={size} />} onSelect={() => openLink(relay.website ?? '')}>
          {t('profiles.website')}
        </MenuItem>
      )}
      <MenuSeparator />
      <MenuItem icon={<ArrowUp size={size} />} keys="Alt+↑" onSelect={() => void moveProfile(id, -1)}>
        {t('profiles.moveUp')}
      </MenuItem>
      <MenuItem icon={<ArrowDown size={size} />} keys="Alt+↓" onSelect={() => void moveProfile(id, 1)}>
        {t('profiles.moveDown')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Upload size={size} />} onSelect={() => openOverlay({ kind: 'export', ids: [id] })}>
        {t('action.exportOne')}
      </MenuItem>
      <MenuItem danger icon={<Trash2 size={size} />} onSelect={() => openOverlay({ kind: 'remove', id })}>
        {t('profiles.remove')}
      </MenuItem>
    </>
  )
}
