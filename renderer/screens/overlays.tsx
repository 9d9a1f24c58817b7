import { lazy, Suspense } from 'react'
import { useAppStore } from '../store/context'
import { ProfileForm } from './profiles/form/profile-form'
import { KeyDialog } from './profiles/key-dialog'
import { RemoveAlert } from './profiles/remove-alert'
import { StatusPanel } from './status/status-panel'
import { PlanDialog } from './switching/plan-dialog'

const TestDialog = lazy(() => import('./testing/test-dialog').then((module) => ({ default: module.TestDialog })))

const PasteDialog = lazy(() => import('./paste/paste-dialog').then((module) => ({ default: module.PasteDialog })))

/** What lies over the screen. */
export function Overlays() {
  const overlay = useAppStore((state) => state.overlay)
  const planned = useAppStore((state) => state.plan !== null)
  return (
    <>
      {overlay?.kind === 'form' && <ProfileForm key={overlay.id ?? 'new'} id={overlay.id} prefill={overlay.prefill} />}
      {overlay?.kind === 'paste' && (
        <Suspense>
          <PasteDialog key={overlay.text} text={overlay.text} />
        </Suspense>
      )}
      {overlay?.kind === 'status' && <StatusPanel tool={overlay.tool} />}
      {overlay?.kind === 'key' && <KeyDialog id={overlay.id} />}
      {overlay?.kind === 'remove' && <RemoveAlert id={overlay.id} />}
      {overlay?.kind === 'test' && (
        <Suspense>
          <TestDialog profileIds={overlay.profileIds} />
        </Suspense>
      )}
      {planned && <PlanDialog />}
    </>
  )
}
