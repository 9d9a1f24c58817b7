import { useTranslation } from 'react-i18next'
import { CopyButton } from '../../components/copy-button'
import { Mark } from '../../components/mark'
import { useAppStore } from '../../store/context'
import { SettingRow, SettingSection } from './setting-row'

export function AboutSection() {
  const { t } = useTranslation()
  const host = useAppStore((state) => state.host)
  if (!host) return null
  const shells = { desktop: t('shell.desktop'), terminal: t('shell.terminal'), web: t('shell.web') }
  return (
    <SettingSection id="settings-about" title={t('settings.about')}>
      <SettingRow label={t('settings.version')} hint={t('settings.updates')} words="update 更新">
        <span className="flex items-center gap-2 text-ink-soft">
          <Mark className="size-5" />
          <span className="nums">
            {host.version} · {shells[host.shell]} · {host.platform}
          </span>
          <CopyButton text={`Switchyard ${host.version} (${host.shell}, ${host.platform})`} label={t('settings.versionCopy')} />
        </span>
      </SettingRow>
    </SettingSection>
  )
}
