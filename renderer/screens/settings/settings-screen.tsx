import { FolderOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button'
import { ScreenHeader } from '../../components/screen-header'
import { Segmented } from '../../components/segmented'
import { Toggle } from '../../components/toggle'
import { useAppStore } from '../../store/context'
import { HistoryLimit } from './history-limit'

/** The preferences; what this shell cannot do is not shown. */
export function SettingsScreen() {
  const { t } = useTranslation()
  const settings = useAppStore((state) => state.settings)
  const host = useAppStore((state) => state.host)
  const change = useAppStore((state) => state.changeSettings)
  const reveal = useAppStore((state) => state.reveal)
  if (!host) return null
  return (
    <>
      <ScreenHeader title={t('nav.settings')} />
      <div className="min-h-0 flex-1 overflow-y-auto px-6 pt-1 pb-10 max-mid:px-4">
        <div className="flex max-w-2xl flex-col gap-8">
          <Group title={t('settings.appearance')}>
            <Row label={t('settings.language')}>
              <Segmented
                label={t('settings.language')}
                value={settings.language}
                onChange={(language) => void change({ language })}
                choices={[
                  { id: 'system', label: t('settings.system') },
                  { id: 'en', label: 'English' },
                  { id: 'zh', label: '简体中文' },
                ]}
              />
            </Row>
            <Row label={t('settings.theme')}>
              <Segmented
                label={t('settings.theme')}
                value={settings.theme}
                onChange={(theme) => void change({ theme })}
                choices={[
                  { id: 'system', label: t('settings.system') },
                  { id: 'light', label: t('settings.light') },
                  { id: 'dark', label: t('settings.dark') },
                ]}
              />
            </Row>
          </Group>
          {(host.can.tray || host.can.launchAtLogin) && (
            <Group title={t('settings.window')}>
              {host.can.tray && (
                <Cell>
                  <Toggle
                    label={t('settings.closeToTray')}
                    hint={t('settings.closeToTrayHint')}
                    checked={settings.closeToTray}
                    onChange={(closeToTray) => void change({ closeToTray })}
                  />
                </Cell>
              )}
              {host.can.launchAtLogin && (
                <Cell>
                  <Toggle
                    label={t('settings.launchAtLogin')}
                    checked={settings.launchAtLogin}
                    onChange={(launchAtLogin) => void change({ launchAtLogin })}
                  />
                </Cell>
              )}
              {host.can.launchAtLogin && host.can.tray && (
                <Cell>
                  <Toggle
                    label={t('settings.startHidden')}
                    hint={t('settings.startHiddenHint')}
                    disabled={!settings.launchAtLogin}
                    checked={settings.startHidden}
                    onChange={(startHidden) => void change({ startHidden })}
                  />
                </Cell>
              )}
            </Group>
          )}
          <Group title={t('settings.data')}>
            <HistoryLimit value={settings.historyLimit} onChange={(historyLimit) => void change({ historyLimit })} />
            <Row label={t('settings.dataFolder')} hint={<span className="font-code">{host.dataFolder}</span>}>
              {host.can.reveal && (
                <Button size="small" onClick={() => void reveal('data')}>
                  <FolderOpen size={14} aria-hidden="true" />
                  {t('settings.reveal')}
                </Button>
              )}
            </Row>
            <Row label={t('settings.version')}>
              <span className="nums text-ink-soft">{host.version}</span>
            </Row>
          </Group>
        </div>
      </div>
    </>
  )
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-2">
      <h2 className="font-semibold">{title}</h2>
      <div className="divide-y divide-line rounded-lg border border-line bg-surface shadow-low">{children}</div>
    </section>
  )
}

function Cell({ children }: { readonly children: ReactNode }) {
  return <div className="px-4 py-3">{children}</div>
}

function Row({ label, hint, children }: { readonly label: string; readonly hint?: ReactNode; readonly children?: ReactNode }) {
  return (
    <div className="flex min-h-12 flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-2">
      <div className="min-w-0">
        <p>{label}</p>
        {hint && <p className="text-small text-ink-faint break-path">{hint}</p>}
      </div>
      {children}
    </div>
  )
}
