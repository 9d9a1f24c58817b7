import { useTranslation } from 'react-i18next'
import type { Finding, Severity } from '../../../shared/model/finding'
import { Fold } from '../../components/fold'
import { useAppStore } from '../../store/context'
import { FindingRow } from './finding-row'
import { QuietRow } from './quiet-row'
import { severities } from './severity'

/** Everything that was found: what needs a hand first, what is well behind a fold. */
export function FindingGroups() {
  const findings = useAppStore((state) => state.findings)
  return severities.map((severity) => {
    const group = findings.filter((finding) => finding.severity === severity)
    return group.length > 0 && <Group key={severity} severity={severity} findings={group} />
  })
}

function Group({ severity, findings }: { readonly severity: Severity; readonly findings: readonly Finding[] }) {
  const { t } = useTranslation()
  const count = findings.length
  const titles: Readonly<Record<Severity, string>> = {
    fail: t('diagnose.fails', { count }),
    warn: t('diagnose.warns', { count }),
    ok: t('diagnose.oks', { count }),
    skip: t('diagnose.skips', { count }),
  }
  const title = titles[severity]
  if (severity === 'ok' || severity === 'skip')
    return (
      <Fold title={title}>
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {findings.map((finding) => (
            <QuietRow key={finding.check} finding={finding} />
          ))}
        </ul>
      </Fold>
    )
  return (
    <section aria-label={title} className="flex flex-col gap-2">
      <h2 className="text-small font-medium text-ink-soft">{title}</h2>
      <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface shadow-low">
        {findings.map((finding) => (
          <FindingRow key={finding.check} finding={finding} />
        ))}
      </ul>
    </section>
  )
}
