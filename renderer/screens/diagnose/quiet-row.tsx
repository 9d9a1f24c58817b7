import { useTranslation } from 'react-i18next'
import type { Finding } from '../../../shared/model/finding'
import { Fold } from '../../components/fold'
import { useLocal } from '../../i18n/use-local'
import { CheckLink } from '../diagnostics/check-link'
import { RunAgain } from './check-actions'
import { EvidenceList } from './evidence-list'
import { severityLooks } from './severity'
import { ValueChain } from './value-chain'

/** A check that found nothing, or did not run: one line, and what it saw. */
export function QuietRow({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation()
  const local = useLocal()
  const { Icon, color } = severityLooks[finding.severity]
  const title = local(finding.title)
  return (
    <li data-testid={`finding-${finding.check}`} className="flex min-h-9 items-start gap-2.5 py-1 pr-1.5 pl-3.5">
      <Icon size={15} aria-hidden="true" className={`mt-1.5 shrink-0 ${color}`} />
      <div className="min-w-0 flex-1 py-1">
        <p className="break-path">
          {title} {finding.cause && <span className="text-ink-faint">{local(finding.cause)}</span>}
        </p>
        <EvidenceList evidence={finding.evidence} />
        {finding.values && finding.values.length > 0 && (
          <Fold title={t('diagnose.chainAll')}>
            <ValueChain values={finding.values} />
          </Fold>
        )}
        <CheckLink check={finding.check} label={t('diagnose.aboutOf', { title })}>
          {t('diagnose.about')}
        </CheckLink>
      </div>
      <RunAgain finding={finding} />
    </li>
  )
}
