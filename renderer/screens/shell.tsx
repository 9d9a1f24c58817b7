import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { menuHostId } from '../components/menu-parts'
import { MessagePlaces } from '../components/message-place'
import { ProgressBar } from '../components/progress-bar'
import { late } from '../lib/late'
import { useAppearance } from '../lib/use-appearance'
import { useShortcuts } from '../lib/use-shortcuts'
import { useAppStore } from '../store/context'
import { Banners } from './banners'
import { ErrorBoundary } from './error-boundary'
import { LoadFailed, SessionEnded, Starting } from './full-page'
import { Overlays } from './overlays'
import { ProfilesScreen } from './profiles/profiles-screen'
import { Sidebar } from './sidebar'
import { ToastHost } from './toast-host'

const DiagnoseScreen = late(() => import('./diagnose/diagnose-screen').then((module) => module.DiagnoseScreen))
const HistoryScreen = late(() => import('./history/history-screen').then((module) => module.HistoryScreen))
const SettingsScreen = late(() => import('./settings/settings-screen').then((module) => module.SettingsScreen))
const UnlockDialog = late(() => import('./vault/vault-dialogs').then((module) => module.UnlockDialog))
const screens = { profiles: ProfilesScreen, diagnose: DiagnoseScreen, history: HistoryScreen, settings: SettingsScreen }

/** The frame around every screen. */
export function Shell() {
  useAppearance()
  const load = useAppStore((state) => state.load)
  const ended = useAppStore((state) => state.connection === 'ended')
  if (ended) return <SessionEnded />
  if (load === 'loading') return <Starting />
  if (load === 'failed') return <LoadFailed />
  return <Ready />
}

function Ready() {
  const { t } = useTranslation()
  useShortcuts()
  const screen = useAppStore((state) => state.screen)
  const unlocking = useAppStore((state) => state.unlocking)
  const Screen = screens[screen]
  return (
    <div className="flex h-full">
      <Sidebar />
      <main className="flex min-w-0 flex-1 flex-col">
        <Banners />
        <Suspense fallback={<ProgressBar label={t('common.loading')} />}>
          <ErrorBoundary key={screen}>
            <Screen />
          </ErrorBoundary>
        </Suspense>
        <div id={menuHostId} />
      </main>
      <MessagePlaces>
        <ErrorBoundary>
          <Overlays />
          <Suspense>{unlocking && <UnlockDialog />}</Suspense>
        </ErrorBoundary>
        <ToastHost />
      </MessagePlaces>
    </div>
  )
}
