import { CircleStop, Stethoscope } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button'
import { ProblemNote } from '../../components/problem-note'
import { ScreenHeader } from '../../components/screen-header'
import { useAppStore } from '../../store/context'
import { CheckLink } from '../diagnostics/check-link'
import { ExplainBox } from './explain-box'
import { FindingGroups } from './finding-groups'
import { FixDialog } from './fix-dialog'
import { Progress } from './progress'
import { ReportMenu } from './report-menu'
import { ScopeFields } from './scope-fields'
import { TryBox } from './try-box'

/** Why it does not work, line by line, each with its cause and its cure. */
export function DiagnoseScreen() {
  const { t } = useTranslation()
  const phase = useAppStore((state) => state.doctorPhase)
  const problem = useAppStore((state) => state.doctorProblem)
  const started = useAppStore((state) => state.doctorPhase !== 'idle' || state.findings.length > 0)
  const fixing = useAppStore((state) => state.fix !== null)
  const run = useAppStore((state) => state.runDoctor)
  const cancel = useAppStore((state) => state.cancelDoctor)
  const running = phase === 'running' || phase === 'cancelling'
  return (
    <>
      <ScreenHeader title={t('nav.diagnose')}>
        {phase === 'done' && <ReportMenu />}
        {running ? (
          <Button busy={phase === 'cancelling'} onClick={() => void cancel()}>
            <CircleStop size={15} aria-hidden="true" />
            {t('common.cancel')}
          </Button>
        ) : (
          <Button look="primary" onClick={() => void run()}>
            <Stethoscope size={15} aria-hidden="true" />
            {started ? t('diagnose.again') : t('diagnose.run')}
          </Button>
        )}
      </ScreenHeader>
      <div className="min-h-0 flex-1 overflow-y-auto px-6 pt-1 pb-8 max-mid:px-4">
        <div className="grid grid-cols-[minmax(0,1fr)_20rem] items-start gap-x-8 gap-y-6 max-wide:grid-cols-1">
          <div className="flex min-w-0 flex-col gap-5">
            <ScopeFields />
            {problem && <ProblemNote problem={problem} />}
            {started ? (
              <>
                <Progress />
                <FindingGroups />
              </>
            ) : (
              <Intro />
            )}
          </div>
          <div className="flex min-w-0 flex-col gap-6">
            <ExplainBox />
            {started && <TryBox />}
            <p>
              <CheckLink>{t('diagnose.allChecks')}</CheckLink>
            </p>
          </div>
        </div>
      </div>
      {fixing && <FixDialog />}
    </>
  )
}

function Intro() {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col items-center gap-2 rounded-lg border border-line bg-surface px-6 py-14 text-center">
      <Stethoscope size={28} className="text-ink-faint" aria-hidden="true" />
      <p className="text-large font-medium">{t('diagnose.title')}</p>
      <p className="max-w-md text-ink-soft">{t('diagnose.text')}</p>
    </div>
  )
}
