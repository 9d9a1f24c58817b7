import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { useLocal } from '../../i18n/use-local'
import { useAppStore } from '../../store/context'
import { PlanBody } from '../switching/plan-body'

/** What a fix will write, exactly, before it is written. */
export function FixDialog() {
  const { t } = useTranslation()
  const local = useLocal()
  const fix = useAppStore((state) => state.fix)
  const finding = useAppStore((state) => state.findings.find((one) => one.check === state.fix?.check))
  const openFix = useAppStore((state) => state.openFix)
  const applyFix = useAppStore((state) => state.applyFix)
  const closeFix = useAppStore((state) => state.closeFix)
  const confirm = useRef<HTMLButtonElement>(null)
  if (!fix) return null
  const { plan, phase, problem, check } = fix
  const nothing = plan?.tools.every((tool) => tool.files.length === 0) ?? false
  return (
    <Dialog
      frame="large"
      reading
      title={t('fix.title', { title: finding ? local(finding.title) : check })}
      description={t('fix.text')}
      onClose={closeFix}
      initialFocus={confirm}
      footer={
        <>
          <Button onClick={closeFix} disabled={phase === 'applying'}>
            {nothing ? t('common.close') : t('common.cancel')}
          </Button>
          {!nothing && (
            <Button ref={confirm} look="primary" busy={phase === 'applying'} disabled={!plan} onClick={() => void applyFix()}>
              {t('diagnose.fix')}
            </Button>
          )}
        </>
      }
    >
      <PlanBody phase={phase} plan={plan} problem={problem} nothing={nothing} onLookAgain={() => void openFix(check)} />
    </Dialog>
  )
}
