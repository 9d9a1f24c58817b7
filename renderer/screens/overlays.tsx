import { Suspense, useEffect } from 'react'
import { MenuLayer } from '../components/menu'
import { fetchAhead, late } from '../lib/late'
import { useAppStore } from '../store/context'
import { useDiagnosticsAddress } from './diagnostics/address'

const PlanDialog = late(() => import('./switching/plan-dialog').then((module) => module.PlanDialog))
const PasteDialog = late(() => import('./paste/paste-dialog').then((module) => module.PasteDialog))
const PastedDialog = late(() => import('./paste/pasted-dialog').then((module) => module.PastedDialog))
const KeyAdded = late(() => import('./paste/key-added').then((module) => module.KeyAdded))
const ProfileForm = late(() => import('./profiles/form/profile-form').then((module) => module.ProfileForm))
const Palette = late(() => import('./palette/palette').then((module) => module.Palette))
const StatusPanel = late(() => import('./status/status-panel').then((module) => module.StatusPanel))
const TestDialog = late(() => import('./testing/test-dialog').then((module) => module.TestDialog))
const KeysDialog = late(() => import('./profiles/keys/keys-dialog').then((module) => module.KeysDialog))
const KeyDialog = late(() => import('./profiles/key-dialog').then((module) => module.KeyDialog))
const RemoveAlert = late(() => import('./profiles/remove-alert').then((module) => module.RemoveAlert))
const KeyMap = late(() => import('./palette/key-map').then((module) => module.KeyMap))
const PassphraseOverlay = late(() => import('./vault/vault-dialogs').then((module) => module.PassphraseOverlay))
const ExportDialog = late(() => import('./transfer/export-dialog').then((module) => module.ExportDialog))
const ImportDialog = late(() => import('./transfer/import-dialog').then((module) => module.ImportDialog))

/** What one press on the first screen opens, most wanted first. The rest is two presses away, and is loaded when it is opened. */
const soon = [
  MenuLayer,
  PlanDialog,
  PasteDialog,
  PastedDialog,
  ProfileForm,
  Palette,
  StatusPanel,
  TestDialog,
  KeysDialog,
  KeyDialog,
  RemoveAlert,
  KeyMap,
]

const DiagnosticsDialog = late(() => import('./diagnostics/diagnostics-page').then((module) => module.DiagnosticsDialog))

/** What lies over the screen. Loaded once the first screen is drawn, for none of it is seen at the start. */
export function Overlays() {
  const kind = useAppStore((state) => state.overlay?.kind)
  const planned = useAppStore((state) => state.plan !== null)
  const reading = useAppStore((state) => state.diagnostics !== null)
  const offered = useAppStore((state) => state.offered !== null)
  const takeOffered = useAppStore((state) => state.takeOffered)
  useDiagnosticsAddress()
  useEffect(() => {
    if (offered && kind === undefined && !planned) takeOffered()
  }, [offered, kind, planned, takeOffered])
  useEffect(() => fetchAhead(soon), [])
  return (
    <>
      <Suspense>{kind && <OpenOverlay key={kind} />}</Suspense>
      <Suspense>{planned && <PlanDialog />}</Suspense>
      <Suspense>{reading && <DiagnosticsDialog />}</Suspense>
    </>
  )
}

/** One for each kind: React keeps what a component showed last, and that may be a text with a key. */
function OpenOverlay() {
  const overlay = useAppStore((state) => state.overlay)
  switch (overlay?.kind) {
    case undefined:
      return null
    case 'form':
      return <ProfileForm key={overlay.id ?? 'new'} id={overlay.id} prefill={overlay.prefill} />
    case 'paste':
      return <PasteDialog key={overlay.text} text={overlay.text} />
    case 'pasted':
      return <PastedDialog profile={overlay.profile} tools={overlay.tools} prove={overlay.prove} />
    case 'key-added':
      return <KeyAdded profile={overlay.profile} />
    case 'status':
      return <StatusPanel tool={overlay.tool} />
    case 'key':
      return <KeyDialog id={overlay.id} keyId={overlay.keyId} />
    case 'profile-keys':
      return <KeysDialog id={overlay.id} />
    case 'remove':
      return <RemoveAlert id={overlay.id} />
    case 'test':
      return <TestDialog profileIds={overlay.profileIds} />
    case 'palette':
      return <Palette />
    case 'keys':
      return <KeyMap />
    case 'export':
      return <ExportDialog ids={overlay.ids} />
    case 'import':
      return <ImportDialog />
    case 'passphrase':
      return <PassphraseOverlay purpose={overlay.for} />
  }
}
