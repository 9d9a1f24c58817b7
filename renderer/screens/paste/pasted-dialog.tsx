import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProfileView } from '../../../shared/model/profile'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { useAppStore } from '../../store/context'
import { isActive } from '../profiles/active'
import { Proof } from './proof'

interface PastedDialogProps {
  readonly profile: ProfileView
  readonly tools: readonly string[]
  readonly prove: boolean
}

/** After the paste and the preview: switched, with a real answer for each tool; or saved and not switched. */
export function PastedDialog({ profile, tools, prove }: PastedDialogProps) {
  const { t } = useTranslation()
  const planned = useAppStore((state) => state.plan !== null)
  const active = useAppStore((state) => tools.every((tool) => isActive(profile, tool, state.status)))
  const openPlan = useAppStore((state) => state.openPlan)
  const startTest = useAppStore((state) => state.startTest)
  const cancelTest = useAppStore((state) => state.cancelTest)
  const test = useAppStore((state) => state.test)
  const closeOverlay = useAppStore((state) => state.closeOverlay)
  const asked = test?.rows.some((row) => row.profileId === profile.id) ?? false
  const done = useRef<HTMLButtonElement>(null)
  const begun = useRef(false)

  useEffect(() => {
    if (!active || !prove || begun.current) return
    begun.current = true
    void startTest([profile.id], 'answer')
  }, [active, prove, profile.id, startTest])

  const close = () => {
    if (asked && test?.phase === 'running') void cancelTest()
    closeOverlay()
  }
  // The preview has the screen to itself; two windows one over the other would fight for the focus.
  if (planned) return null
  return (
    <Dialog
      frame="large"
      title={active ? t('paste.switched', { name: profile.name }) : t('paste.saved', { name: profile.name })}
      onClose={close}
      initialFocus={done}
      footer={
        <>
          {!active && <Button onClick={() => void openPlan({ kind: 'switch', profileId: profile.id, tools })}>{t('paste.changes')}</Button>}
          {active && test?.phase !== 'running' && (
            <Button onClick={() => void startTest([profile.id], 'answer')}>{asked ? t('paste.retry') : t('paste.proveNow')}</Button>
          )}
          <Button ref={done} look="primary" onClick={close}>
            {t('paste.done')}
          </Button>
        </>
      }
    >
      {active && asked && <Proof profileId={profile.id} />}
    </Dialog>
  )
}
