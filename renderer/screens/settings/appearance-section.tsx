import { useTranslation } from 'react-i18next'
import { Segmented } from '../../components/segmented'
import { useAppStore } from '../../store/context'
import { SettingRow, SettingSection } from './setting-row'

export function AppearanceSection() {
  const { t } = useTranslation()
  const { language, theme } = useAppStore((state) => state.settings)
  const change = useAppStore((state) => state.changeSettings)
  return (
    <SettingSection id="settings-appearance" title={t('settings.appearance')}>
      <SettingRow label={t('settings.language')} words="language 语言 english 中文">
        <Segmented
          label={t('settings.language')}
          value={language}
          onChange={(next) => void change({ language: next })}
          choices={[
            { id: 'system', label: t('settings.system') },
            { id: 'en', label: 'English' },
            { id: 'zh', label: '简体中文' },
          ]}
        />
      </SettingRow>
      <SettingRow label={t('settings.theme')} words={`${t('settings.light')} ${t('settings.dark')}`}>
        <Segmented
          label={t('settings.theme')}
          value={theme}
          onChange={(next) => void change({ theme: next })}
          choices={[
            { id: 'system', label: t('settings.system') },
            { id: 'light', label: t('settings.light') },
            { id: 'dark', label: t('settings.dark') },
          ]}
        />
      </SettingRow>
    </SettingSection>
  )
}
