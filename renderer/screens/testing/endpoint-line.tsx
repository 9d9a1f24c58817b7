import { useTranslation } from 'react-i18next'
import type { EndpointReport } from '../../../shared/model/probe'
import { Button } from '../../components/button'
import { useLocal } from '../../i18n/use-local'
import { timeText } from '../../lib/health'
import { PhaseBar } from './phase-bar'

interface EndpointLineProps {
  readonly url: string
  readonly isCurrent: boolean
  readonly isFastest: boolean
  readonly report?: EndpointReport
  readonly running: boolean
  /** The longest time of all, in ms: the whole width of a bar. */
  readonly longest: number
  readonly busy: boolean
  readonly onUse: () => void
}

/** One of the relay's URLs: how soon it answers, phase by phase, or why it does not. */
export function EndpointLine({ url, isCurrent, isFastest, report, running, longest, busy, onUse }: EndpointLineProps) {
  const { t } = useTranslation()
  const local = useLocal()
  return (
    <li className="grid min-h-9 grid-cols-[minmax(0,5fr)_4rem_minmax(0,4fr)_6.5rem] items-center gap-x-3 px-3 py-1 text-small">
      <span className="min-w-0 font-code break-path">{url}</span>
      <span className={isFastest ? 'nums text-right font-medium text-accent-text' : 'nums text-right text-ink-soft'}>
        {report?.latencyMs === undefined ? (report ? '–' : running ? '…' : '') : timeText(report.latencyMs)}
      </span>
      <span className="min-w-0">
        {report?.timings ? (
          <span className="block" style={{ width: `${((report.latencyMs ?? 0) / longest) * 100}%` }}>
            <PhaseBar timings={{ ...report.timings, totalMs: report.latencyMs ?? 0 }} />
          </span>
        ) : (
          report && <span className="text-danger-text">{local(report.verdict.cause)}</span>
        )}
      </span>
      {isCurrent ? (
        <span className="px-2.5 text-right text-ink-faint">{t('endpoints.current')}</span>
      ) : (
        <Button
          size="small"
          look="ghost"
          className="justify-self-end"
          disabled={busy}
          aria-label={t('endpoints.useOf', { url })}
          onClick={onUse}
        >
          {t('endpoints.use')}
        </Button>
      )}
    </li>
  )
}
