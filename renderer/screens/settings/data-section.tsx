import { Download, FolderOpen, Upload } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button'
import { CopyButton } from '../../components/copy-button'
import { useAppStore } from '../../store/context'
import { HistoryLimit } from './history-limit'
import { SettingRow, SettingSection } from './setting-row'

export function DataSection() {
  const { t } = useTranslation()
  const host = useAppStore((state) => state.host)
  const limit = useAppStore((state) => state.settings.historyLimit)
  const change = useAppStore((state) => state.changeSettings)
  const reveal = useAppStore((state) => state.reveal)
  const openOverlay = useAppStore((state) => state.openOverlay)
  const isEmpty = useAppStore((state) => state.profiles.every(({ kind }) => kind !== 'relay'))
  if (!host) return null
  return (
    <SettingSection id="settings-data" title={t('settings.data')}>
      <HistoryLimit value={limit} onChange={(historyLimit) => void change({ historyLimit })} />
      <SettingRow label={t('settings.dataFolder')} words={host.dataFolder} hint={<span className="font-code">{host.dataFolder}</span>}>
        <span className="flex items-center gap-1">
          <CopyButton text={host.dataFolder} label={t('action.copyDataFolder')} />
          {host.can.reveal && (
            <Button size="small" onClick={() => void reveal('data')}>
              <FolderOpen size={14} aria-hidden="true" />
              {t('settings.reveal')}
            </Button>
          )}
        </span>
      </SettingRow>
      <SettingRow label={t('settings.transfer')} hint={t('settings.transferHint')} words={`${t('action.export')} ${t('action.import')}`}>
        <span className="flex items-center gap-2">
          <Button size="small" onClick={() => openOverlay({ kind: 'import' })}>
            <Download size={14} aria-hidden="true" />
            {t('settings.import')}
          </Button>
          <Button size="small" disabled={isEmpty} onClick={() => openOverlay({ kind: 'export' })}>
            <Upload size={14} aria-hidden="true" />
            {t('settings.export')}
          </Button>
        </span>
      </SettingRow>
    </SettingSection>
  )
}
