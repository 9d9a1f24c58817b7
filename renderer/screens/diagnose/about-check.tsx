import { useTranslation } from 'react-i18next'
import type { Finding } from '../../../shared/model/finding'
import { CopyButton } from '../../components/copy-button'
import { Fold } from '../../components/fold'
import { useLocal } from '../../i18n/use-local'

/** Where the documentation speaks about a check. */
const anchorOf = (check: string) => `docs/diagnostics.md#${check}`

/** What the documentation says about a check, in place, and where it says so. */
export function AboutCheck({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation()
  const local = useLocal()
  return (
    <Fold title={t('diagnose.about')}>
      <p className="max-w-prose text-ink-soft break-path">{local(finding.why)}</p>
      <p className="mt-1 flex flex-wrap items-center gap-x-1.5 text-small text-ink-faint">
        <span className="font-code break-path">{anchorOf(finding.check)}</span>
        <CopyButton text={anchorOf(finding.check)} label={t('diagnose.copyAnchor', { title: local(finding.title) })} />
        {finding.seed.length > 0 && <span>{t('diagnose.guide', { numbers: finding.seed.join(', ') })}</span>}
      </p>
    </Fold>
  )
}
