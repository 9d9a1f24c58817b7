import { useTranslation } from 'react-i18next'
import { Segmented } from '../../components/segmented'
import { useAppStore } from '../../store/context'
import { SettingRow, SettingSection, ToggleRow } from './setting-row'
import { ShortcutField } from './shortcut-field'

/** What only the desktop can do; each part only where this system can. */
export function DesktopSection() {
  const { t } = useTranslation()
  const settings = useAppStore((state) => state.settings)
  const host = useAppStore((state) => state.host)
  const change = useAppStore((state) => state.changeSettings)
  if (host?.shell !== 'desktop') return null
  const { tray, launchAtLogin } = host.can
  return (
    <SettingSection id="settings-desktop" title={t('settings.window')}>
      {tray && (
        <ToggleRow
          label={t('settings.closeToTray')}
          hint={t('settings.closeToTrayHint')}
          checked={settings.closeToTray}
          onChange={(closeToTray) => void change({ closeToTray })}
        />
      )}
      {tray && (
        <SettingRow label={t('settings.trayClick')} hint={t('settings.trayClickHint')}>
          <Segmented
            label={t('settings.trayClick')}
            value={settings.trayClick}
            onChange={(trayClick) => void change({ trayClick })}
            choices={[
              { id: 'window', label: t('settings.trayWindow') },
              { id: 'menu', label: t('settings.trayMenu') },
            ]}
          />
        </SettingRow>
      )}
      <ToggleRow
        label={t('settings.notifications')}
        hint={t('settings.notificationsHint')}
        checked={settings.notifications}
        onChange={(notifications) => void change({ notifications })}
      />
      <ShortcutField value={settings.globalShortcut} onChange={(globalShortcut) => void change({ globalShortcut })} />
      <ToggleRow
        label={t('settings.claimCcswitch')}
        hint={t('settings.claimCcswitchHint')}
        checked={settings.claimCcswitch}
        onChange={(claimCcswitch) => void change({ claimCcswitch })}
      />
      {launchAtLogin && (
        <ToggleRow
          label={t('settings.launchAtLogin')}
          checked={settings.launchAtLogin}
          onChange={(next) => void change({ launchAtLogin: next })}
        />
      )}
      {launchAtLogin && tray && (
        <ToggleRow
          label={t('settings.startHidden')}
          hint={t('settings.startHiddenHint')}
          disabled={!settings.launchAtLogin}
          checked={settings.startHidden}
          onChange={(startHidden) => void change({ startHidden })}
        />
      )}
    </SettingSection>
  )
}
