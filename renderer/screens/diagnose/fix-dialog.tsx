import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { ProblemNote } from '../../components/problem-note'
import { ProgressBar } from '../../components/progress-bar'
import { useLocal } from '../../i18n/use-local'
import { useSlow } from '../../lib/use-task'
import { useAppStore } from '../../store/context'
import { PlanView } from '../switching/plan-view'

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
  const slow = useSlow(fix !== null && fix.phase !== 'ready')
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
      <div className="flex flex-col gap-4">
        {slow && <ProgressBar label={phase === 'applying' ? t('plan.applying') : t('plan.loading')} />}
        {problem && (
          <ProblemNote problem={problem}>
            <Button size="small" onClick={() => void openFix(check)}>
              {t('plan.lookAgain')}
            </Button>
          </ProblemNote>
        )}
        {phase === 'loading' && <p className="py-8 text-center text-ink-faint">{t('plan.loading')}</p>}
        {nothing && <p className="py-6 text-center text-ink-soft">{t('plan.nothing')}</p>}
        {plan && !nothing && <PlanView plan={plan} />}
      </div>
    </Dialog>
  )
}
