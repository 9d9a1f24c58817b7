import { Wrench } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { EffectiveValue, Finding } from '../../../shared/model/finding'
import { Button } from '../../components/button'
import { Fold } from '../../components/fold'
import { useLocal } from '../../i18n/use-local'
import { useAppStore } from '../../store/context'
import { CheckLink } from '../diagnostics/check-link'
import { CopyCurl, RunAgain, UnlockAndRun } from './check-actions'
import { EvidenceList } from './evidence-list'
import { severityLooks } from './severity'
import { ValueChain } from './value-chain'

/** Something that needs a hand: what, why, what to do, and the proof. */
export function FindingRow({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation()
  const local = useLocal()
  const openFix = useAppStore((state) => state.openFix)
  const { Icon, color } = severityLooks[finding.severity]
  const title = local(finding.title)
  return (
    <li data-testid={`finding-${finding.check}`} className="rise flex gap-3 py-3 pr-2.5 pl-3.5">
      <Icon size={17} aria-hidden="true" className={`mt-0.5 shrink-0 ${color}`} />
      <div className="min-w-0 flex-1">
        <h3 className="font-semibold break-path">{title}</h3>
        {finding.cause && <p className="mt-0.5 break-path">{local(finding.cause)}</p>}
        {finding.cure && <p className="mt-0.5 text-ink-soft break-path">{local(finding.cure)}</p>}
        {finding.values && finding.values.length > 0 ? <Values values={finding.values} /> : <EvidenceList evidence={finding.evidence} />}
        <div className="mt-1">
          <CheckLink check={finding.check} label={t('diagnose.aboutOf', { title })}>
            {t('diagnose.about')}
          </CheckLink>
        </div>
      </div>
      <div className="flex shrink-0 items-start gap-1">
        {finding.fixable && (
          <Button size="small" aria-label={t('diagnose.fixOf', { title })} onClick={() => void openFix(finding.check)}>
            <Wrench size={13} aria-hidden="true" />
            {t('diagnose.fix')}
          </Button>
        )}
        {finding.check === 'vault-open' && <UnlockAndRun />}
        {finding.curl && <CopyCurl finding={finding} source={finding.curl} />}
        <RunAgain finding={finding} />
      </div>
    </li>
  )
}

/** The values that are not what the profile wants; the others behind a fold. */
function Values({ values }: { readonly values: readonly EffectiveValue[] }) {
  const { t } = useTranslation()
  const lost = values.filter(({ asProfile }) => !asProfile)
  const others = values.filter(({ asProfile }) => asProfile)
  return (
    <section aria-label={t('diagnose.why')} className="mt-2 flex flex-col gap-1.5">
      <ValueChain values={lost} />
      {others.length > 0 && (
        <Fold title={t('diagnose.chain')}>
          <ValueChain values={others} />
        </Fold>
      )}
    </section>
  )
}
