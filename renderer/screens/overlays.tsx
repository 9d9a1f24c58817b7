import { lazy, Suspense, useEffect } from 'react'
import { useAppStore } from '../store/context'
import { useDiagnosticsAddress } from './diagnostics/address'
import { ProfileForm } from './profiles/form/profile-form'
import { KeyDialog } from './profiles/key-dialog'
import { KeysDialog } from './profiles/keys/keys-dialog'
import { RemoveAlert } from './profiles/remove-alert'
import { StatusPanel } from './status/status-panel'
import { PlanDialog } from './switching/plan-dialog'

const TestDialog = lazy(() => import('./testing/test-dialog').then((module) => ({ default: module.TestDialog })))
const loadPalette = () => import('./palette/palette')
const Palette = lazy(() => loadPalette().then((module) => ({ default: module.Palette })))
const KeyMap = lazy(() => import('./palette/key-map').then((module) => ({ default: module.KeyMap })))

const PasteDialog = lazy(() => import('./paste/paste-dialog').then((module) => ({ default: module.PasteDialog })))
const PassphraseOverlay = lazy(() => import('./vault/vault-dialogs').then((module) => ({ default: module.PassphraseOverlay })))

const ExportDialog = lazy(() => import('./transfer/export-dialog').then((module) => ({ default: module.ExportDialog })))
const ImportDialog = lazy(() => import('./transfer/import-dialog').then((module) => ({ default: module.ImportDialog })))

const DiagnosticsDialog = lazy(() => import('./diagnostics/diagnostics-page').then((module) => ({ default: module.DiagnosticsDialog })))

/** What lies over the screen. */
export function Overlays() {
  const overlay = useAppStore((state) => state.overlay)
  const planned = useAppStore((state) => state.plan !== null)
  const reading = useAppStore((state) => state.diagnostics !== null)
  useDiagnosticsAddress()
  // Typing follows Ctrl+K at once; so what it needs is fetched when the first screen is done.
  useEffect(() => {
    const timer = setTimeout(() => void loadPalette(), 1500)
    return () => clearTimeout(timer)
  }, [])
  return (
    <>
      {overlay?.kind === 'form' && <ProfileForm key={overlay.id ?? 'new'} id={overlay.id} prefill={overlay.prefill} />}
      {overlay?.kind === 'paste' && (
        <Suspense>
          <PasteDialog key={overlay.text} text={overlay.text} />
        </Suspense>
      )}
      {overlay?.kind === 'status' && <StatusPanel tool={overlay.tool} />}
      {overlay?.kind === 'key' && <KeyDialog id={overlay.id} keyId={overlay.keyId} />}
      {overlay?.kind === 'profile-keys' && <KeysDialog id={overlay.id} />}
      {overlay?.kind === 'remove' && <RemoveAlert id={overlay.id} />}
      {overlay?.kind === 'test' && (
        <Suspense>
          <TestDialog profileIds={overlay.profileIds} />
        </Suspense>
      )}
      <Suspense>
        {overlay?.kind === 'palette' && <Palette />}
        {overlay?.kind === 'keys' && <KeyMap />}
        {overlay?.kind === 'export' && <ExportDialog />}
        {overlay?.kind === 'import' && <ImportDialog />}
      </Suspense>
      {overlay?.kind === 'passphrase' && (
        <Suspense>
          <PassphraseOverlay purpose={overlay.for} />
        </Suspense>
      )}
      {planned && <PlanDialog />}
      <Suspense>{reading && <DiagnosticsDialog />}</Suspense>
    </>
  )
}
