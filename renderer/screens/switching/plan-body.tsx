import { useTranslation } from 'react-i18next'
import type { Problem, SwitchPlan } from '../../../shared/model/switch'
import { Button } from '../../components/button'
import { ProblemNote } from '../../components/problem-note'
import { ProgressBar } from '../../components/progress-bar'
import { useSlow } from '../../lib/use-task'
import { PlanView } from './plan-view'

interface PlanBodyProps {
  readonly phase: 'loading' | 'ready' | 'applying'
  readonly plan?: SwitchPlan
  readonly problem?: Problem
  /** True when the plan changes nothing. */
  readonly nothing: boolean
  onLookAgain(): void
}

/** A plan on its way, as it stands, or why there is none. */
export function PlanBody({ phase, plan, problem, nothing, onLookAgain }: PlanBodyProps) {
  const { t } = useTranslation()
  const slow = useSlow(phase !== 'ready')
  return (
    <div className="flex flex-col gap-4">
      {slow && <ProgressBar label={phase === 'applying' ? t('plan.applying') : t('plan.loading')} />}
      {problem && (
        <ProblemNote problem={problem}>
          <Button size="small" onClick={onLookAgain}>
            {t('plan.lookAgain')}
          </Button>
        </ProblemNote>
      )}
      {phase === 'loading' && <p className="py-8 text-center text-ink-faint">{t('plan.loading')}</p>}
      {nothing && <p className="py-6 text-center text-ink-soft">{t('plan.nothing')}</p>}
      {plan && !nothing && <PlanView plan={plan} />}
    </div>
  )
}
