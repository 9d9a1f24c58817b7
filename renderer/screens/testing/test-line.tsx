import { ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HealthDot } from '../../components/health-dot'
import { ToolGlyph } from '../../components/tool-glyph'
import { useLocal } from '../../i18n/use-local'
import { classes } from '../../lib/classes'
import { timeText } from '../../lib/health'
import { useAppStore } from '../../store/context'
import type { TestRow } from '../../store/testing'
import { outcomeWords } from '../profiles/outcome-words'
import { LatencyChart } from './latency-chart'
import { PhaseBar } from './phase-bar'
import { StepTrack } from './step-track'
import { stepWords } from './step-words'
import { TestDetails } from './test-details'

/** One tool of one profile: how far it came, what that means, how long it took, and how it was before. */
export function TestLine({ row }: { readonly row: TestRow }) {
  const { t } = useTranslation()
  const local = useLocal()
  const foldId = useId()
  const [open, setOpen] = useState(false)
  const label = useAppStore((state) => state.tools.find((tool) => tool.descriptor.id === row.tool)?.descriptor.label ?? row.tool)
  const history = useAppStore((state) => state.results[row.profileId]?.tools[row.tool]?.history)
  const active = useAppStore(
    (state) => state.test?.phase === 'running' && state.test.rows.some((one) => one.profileId === row.profileId && one.tool === row.tool),
  )
  const depth = useAppStore((state) => state.test?.depth)
  const { report, steps } = row
  const running = active && !report
  const at = steps.at(-1)
  return (
    <>
      <tr className={classes('align-top', open ? 'bg-hover' : 'hover:bg-hover')}>
        <th scope="row" className="py-2 pl-1.5 font-normal">
          <button
            type="button"
            aria-expanded={open}
            aria-controls={open ? foldId : undefined}
            disabled={!report}
            onClick={() => setOpen(!open)}
            className="flex min-h-6 max-w-full items-center gap-1.5 rounded-sm px-1 text-left"
          >
            <ChevronRight
              size={14}
              aria-hidden="true"
              className={classes(
                'shrink-0 text-ink-faint transition-transform duration-(--quick)',
                open && 'rotate-90',
                !report && 'opacity-0',
              )}
            />
            <ToolGlyph tool={row.tool} className="text-ink-soft" />
            <span className="truncate">{label}</span>
          </button>
        </th>
        <td className="py-3">
          <StepTrack steps={steps} depth={report?.depth ?? depth ?? 'answer'} running={running} />
        </td>
        <td className="min-w-0 py-2.5 pr-4">
          {report ? (
            <>
              <p className="flex items-center gap-1.5 font-medium">
                <HealthDot outcome={report.verdict.outcome} />
                {outcomeWords(report.verdict.outcome, t)}
              </p>
              {report.verdict.outcome !== 'works' && (
                <p className="text-small text-ink-soft break-path">
                  {local(report.verdict.cause)} {report.verdict.outcome !== 'cancelled' && local(report.verdict.cure)}
                </p>
              )}
            </>
          ) : (
            <p className="flex items-center gap-1.5 text-ink-faint">
              <HealthDot outcome={running ? 'running' : 'waiting'} />
              {running && at ? stepWords(at.id, t) : running ? t('test.waiting') : t('test.never')}
            </p>
          )}
        </td>
        <td className="py-2.5 pr-4">
          {report?.timings && (
            <div className="flex flex-col gap-1">
              <span className="nums">{timeText(report.timings.totalMs)}</span>
              <PhaseBar timings={report.timings} />
            </div>
          )}
        </td>
        <td className="py-2 pr-3">{history && <LatencyChart history={history} />}</td>
      </tr>
      {open && report && (
        <tr>
          <td colSpan={5} id={foldId} className="border-t border-line bg-canvas px-4 py-3">
            <TestDetails profileId={row.profileId} report={report} />
          </td>
        </tr>
      )}
    </>
  )
}
