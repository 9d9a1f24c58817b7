import { useTranslation } from 'react-i18next'
import { checkOfGuide, type ProbeFinding, type ToolProbeReport } from '../../../shared/model/probe'
import { useLocal } from '../../i18n/use-local'
import { CheckLink } from '../diagnostics/check-link'
import { CompareTable } from './compare-table'
import { PhaseBar } from './phase-bar'
import { StepList } from './step-list'
import { Suggestions } from './suggestions'

/** Everything that one test found. */
export function TestDetails({ profileId, report }: { readonly profileId: string; readonly report: ToolProbeReport }) {
  const { t, i18n } = useTranslation()
  const { route, systemProxy, rateLimit, stream } = report
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('fact.baseUrl'), report.baseUrl],
    [t('fact.model'), report.model],
    [t('test.answeredBy'), report.answeredBy === report.model ? undefined : report.answeredBy],
    [t('test.route'), route.kind === 'direct' ? undefined : [route.proxy, route.variable].filter(Boolean).join('  ')],
    [t('test.systemProxy'), systemProxy?.proxy ?? systemProxy?.script],
    [t('test.models'), report.models && String(report.models.count)],
    [
      t('test.limits'),
      rateLimit?.limits.map(({ name, remaining, limit }) => `${name} ${[remaining, limit].filter(Boolean).join('/')}`).join(', ') ||
        undefined,
    ],
    [t('test.retryAfter'), rateLimit?.retryAfterMs === undefined ? undefined : `${Math.ceil(rateLimit.retryAfterMs / 1000)} s`],
    [
      t('test.stream'),
      stream && t('test.streamFacts', { count: stream.events, first: Math.round(stream.firstEventMs), span: Math.round(stream.spanMs) }),
    ],
    [t('test.at'), new Date(report.at).toLocaleString(i18n.language)],
  ]
  return (
    <div className="flex flex-col gap-3">
      {report.verdict.outcome !== 'works' && <FindingNote finding={report.verdict} />}
      {report.verdict.suggestions && report.verdict.suggestions.length > 0 && (
        <Suggestions profileId={profileId} tool={report.tool} names={report.verdict.suggestions} />
      )}
      {report.warnings
        .filter((warning) => warning.code !== report.verdict.code)
        .map((warning) => (
          <FindingNote key={warning.code} finding={warning} />
        ))}
      {report.timings && <PhaseBar timings={report.timings} legend />}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-0.5 text-small">
        {facts.map(([name, value]) =>
          value ? (
            <div key={name} className="contents">
              <dt className="text-ink-faint">{name}</dt>
              <dd className="font-code break-path">{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {report.compare && report.compare.length > 0 && <CompareTable ways={report.compare} />}
      <StepList profileId={profileId} tool={report.tool} steps={report.steps} />
    </div>
  )
}

function FindingNote({ finding }: { readonly finding: ProbeFinding }) {
  const { t } = useTranslation()
  const local = useLocal()
  const check = checkOfGuide(finding.guide)
  return (
    <div className="flex flex-col gap-0.5 border-l-2 border-edge pl-3">
      <p className="break-path">
        <span className="font-medium">{local(finding.cause)}</span> <span className="text-ink-soft">{local(finding.cure)}</span>
      </p>
      {finding.evidence && <p className="font-code text-small text-ink-soft break-path">{finding.evidence}</p>}
      <p className="text-small text-ink-faint">
        <CheckLink check={check} label={t('diagnose.aboutOf', { title: local(finding.cause) })}>
          {t('diagnose.about')}
        </CheckLink>{' '}
        <span className="font-code">{finding.code}</span> {finding.guide !== undefined && t('diagnose.guide', { numbers: finding.guide })}
      </p>
    </div>
  )
}
