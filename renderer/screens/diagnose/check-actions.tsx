import { RotateCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../../shared/model/finding'
import { IconButton } from '../../components/icon-button'
import { Spinner } from '../../components/spinner'
import { useLocal } from '../../i18n/use-local'
import { useAppStore } from '../../store/context'

/** Runs this one check again. What was asked to leave the machine once may do so again. */
export function RunAgain({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation()
  const local = useLocal()
  const busy = useAppStore((state) => state.rechecking.includes(finding.check))
  const blocked = useAppStore((state) => state.rechecking.length > 0 || state.doctorPhase === 'running')
  const recheck = useAppStore((state) => state.recheck)
  const network = finding.group === 'network' || finding.group === 'trial' ? true : undefined
  return (
    <IconButton
      label={t('diagnose.recheck', { title: local(finding.title) })}
      aria-busy={busy || undefined}
      aria-disabled={blocked || undefined}
      onClick={() => void recheck(finding.check, network)}
    >
      {busy ? <Spinner /> : <RotateCw size={15} aria-hidden="true" />}
    </IconButton>
  )
}
