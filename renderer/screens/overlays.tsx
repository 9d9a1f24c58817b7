import { lazy, Suspense } from 'react'
import { useAppStore } from '../store/context'
import { ProfileForm } from './profiles/form/profile-form'
import { KeyDialog } from './profiles/key-dialog'
import { RemoveAlert } from './profiles/remove-alert'
import { StatusPanel } from './status/status-panel'
import { PlanDialog } from './switching/plan-dialog'

const TestDialog = lazy(() => import('./testing/test-dialog').then((module) => ({ default: module.TestDialog })))
const Palette = lazy(() => import('./palette/palette').then((module) => ({ default: module.Palette })))
const KeyMap = lazy(() => import('./palette/key-map').then((module) => ({ default: module.KeyMap })))

/** What lies over the screen. */
export function Overlays() {
  const overlay = useAppStore((state) => state.overlay)
  const planned = useAppStore((state) => state.plan !== null)
  return (
    <>
      {overlay?.kind === 'form' && <ProfileForm key={overlay.id ?? 'new'} id={overlay.id} prefill={overlay.prefill} />}
      {overlay?.kind === 'status' && <StatusPanel tool={overlay.tool} />}
      {overlay?.kind === 'key' && <KeyDialog id={overlay.id} />}
      {overlay?.kind === 'remove' && <RemoveAlert id={overlay.id} />}
      {overlay?.kind === 'test' && (
        <Suspense>
          <TestDialog profileIds={overlay.profileIds} />
        </Suspense>
      )}
      <Suspense>
        {overlay?.kind === 'palette' && <Palette />}
        {overlay?.kind === 'keys' && <KeyMap />}
      </Suspense>
      {planned && <PlanDialog />}
    </>
  )
}
