import { useTranslation } from 'react-i18next'
import type { Severity } from '../../../shared/model/finding'
import { ProgressBar } from '../../components/progress-bar'
import { useLocal } from '../../i18n/use-local'
import { classes } from '../../lib/classes'
import { useAppStore } from '../../store/context'
import { severities, severityLooks } from './severity'

/** How far the run is, and what it counts up to now. */
export function Progress() {
  const { t } = useTranslation()
  const local = useLocal()
  const phase = useAppStore((state) => state.doctorPhase)
  const findings = useAppStore((state) => state.findings)
  const report = useAppStore((state) => state.doctorReport)
  const running = phase === 'running' || phase === 'cancelling'
  const words: Readonly<Record<Severity, string>> = {
    fail: t('severity.fail'),
    warn: t('severity.warn'),
    ok: t('severity.ok'),
    skip: t('severity.skip'),
  }
  const counted = severities.map((severity) => ({ severity, count: findings.filter((one) => one.severity === severity).length }))
  const bad = counted.some(({ severity, count }) => count > 0 && (severity === 'fail' || severity === 'warn'))
  const last = findings.at(-1)
  const line = running
    ? last
      ? t('diagnose.lately', { title: local(last.title) })
      : t('diagnose.starting')
    : report?.cancelled
      ? t('diagnose.cancelled')
      : phase !== 'done'
        ? ''
        : bad
          ? t('diagnose.found')
          : t('diagnose.clean')
  return (
    <div className="flex flex-col gap-2">
      <div className="h-0.5">{running && <ProgressBar label={t('diagnose.running')} />}</div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <p className={classes('min-w-0 truncate', running ? 'text-ink-soft' : 'text-large font-semibold')}>{line}</p>
        <ul aria-label={t('diagnose.counts')} className="ml-auto flex gap-3.5">
          {counted.map(({ severity, count }) => {
            const { Icon, color } = severityLooks[severity]
            return (
              <li key={severity} className="flex items-center gap-1 text-small text-ink-soft">
                <Icon size={14} aria-hidden="true" className={color} />
                <span className="nums font-medium text-ink">{count}</span>
                {words[severity]}
              </li>
            )
          })}
        </ul>
      </div>
      {/* Each single line would be too much to hear; the end is not. */}
      <p role="status" className="sr-only">
        {running ? t('diagnose.running') : line}
      </p>
    </div>
  )
}
