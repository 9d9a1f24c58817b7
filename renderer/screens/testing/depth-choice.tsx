import { Coins } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ProbeDepth } from '../../../shared/model/probe'
import { Segmented } from '../../components/segmented'

interface DepthChoiceProps {
  readonly value: ProbeDepth
  readonly onChange: (depth: ProbeDepth) => void
  readonly disabled: boolean
  /** How many models will be asked. */
  readonly answers: number
}

/** How far the test goes, and which of its steps cost tokens. */
export function DepthChoice({ value, onChange, disabled, answers }: DepthChoiceProps) {
  const { t } = useTranslation()
  const costs: Readonly<Record<ProbeDepth, string>> = {
    free: t('depth.freeCost'),
    answer: t('depth.answerCost', { count: answers }),
    deep: t('depth.deepCost', { count: answers }),
  }
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <div inert={disabled} className={disabled ? 'opacity-60' : undefined}>
        <Segmented
          label={t('depth.label')}
          value={value}
          onChange={onChange}
          choices={[
            { id: 'free', label: t('depth.free') },
            { id: 'answer', label: t('depth.answer') },
            { id: 'deep', label: t('depth.deep') },
          ]}
        />
      </div>
      <p className="flex min-w-0 flex-1 basis-72 items-start gap-1.5 text-small text-ink-soft">
        <Coins size={14} aria-hidden="true" className="mt-0.5 shrink-0 text-ink-faint" />
        {costs[value]}
      </p>
    </div>
  )
}
