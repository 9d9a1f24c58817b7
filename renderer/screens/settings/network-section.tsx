import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Segmented } from '../../components/segmented'
import { useAppStore } from '../../store/context'
import { PathField } from './path-field'
import { SettingRow, SettingSection, WideRow } from './setting-row'

type Way = 'system' | 'direct' | 'own'

/** How our own tests reach a relay; the tools go by their own settings. */
export function NetworkSection() {
  const { t } = useTranslation()
  const { proxy, caFile } = useAppStore((state) => state.settings)
  const save = useAppStore((state) => state.saveSettings)
  const change = useAppStore((state) => state.changeSettings)
  const stored: Way = proxy === '' ? 'system' : proxy === 'direct' ? 'direct' : 'own'
  // "Own" has nothing to store until the address is there.
  const [asking, setAsking] = useState(false)
  const way: Way = asking ? 'own' : stored
  const choose = (next: Way) => {
    setAsking(next === 'own')
    if (next !== 'own') void change({ proxy: next === 'system' ? '' : 'direct' })
  }
  return (
    <SettingSection id="settings-network" title={t('settings.network')}>
      <SettingRow label={t('settings.proxy')} hint={t('settings.proxyHint')} words="proxy 代理">
        <Segmented
          label={t('settings.proxy')}
          value={way}
          onChange={choose}
          choices={[
            { id: 'system', label: t('settings.system') },
            { id: 'direct', label: t('settings.proxyDirect') },
            { id: 'own', label: t('settings.proxyOwn') },
          ]}
        />
      </SettingRow>
      {way === 'own' && (
        <WideRow words={`${t('settings.proxyUrl')} proxy`}>
          <PathField
            label={t('settings.proxyUrl')}
            placeholder="http://127.0.0.1:7890"
            value={stored === 'own' ? proxy : ''}
            onSave={async (next) => {
              await save({ proxy: next })
              setAsking(false)
            }}
          />
        </WideRow>
      )}
      <WideRow words={`${t('settings.caFile')} ca certificate tls pem`}>
        <PathField
          label={t('settings.caFile')}
          hint={t('settings.caFileHint')}
          placeholder="/path/to/company-ca.pem"
          value={caFile}
          onSave={(next) => save({ caFile: next })}
        />
      </WideRow>
    </SettingSection>
  )
}
