import { useTranslation } from 'react-i18next'
import { HealthDot } from '../../components/health-dot'
import { healthOf, timeText } from '../../lib/health'
import { useAppStore } from '../../store/context'
import { outcomeWords } from './outcome-words'

interface HealthMarkProps {
  readonly id: string
  readonly name: string
  readonly tabIndex: number
}

/** What the last test of a profile said; opens the test. */
export function HealthMark({ id, name, tabIndex }: HealthMarkProps) {
  const { t } = useTranslation()
  const connection = useAppStore((state) => state.results[id])
  const profile = useAppStore((state) => state.profiles.find((one) => one.id === id))
  const openOverlay = useAppStore((state) => state.openOverlay)
  const tools = Object.entries(profile?.tools ?? {}).flatMap(([tool, { enabled }]) => (enabled ? [tool] : []))
  const health = healthOf(connection, tools)
  if (!health) return null
  const words = outcomeWords(health.outcome, t)
  const short = health.outcome === 'fails' || health.ms === undefined ? words : timeText(health.ms)
  const label = t('test.lastOf', { name, result: short === words ? words : `${words}, ${short}` })
  return (
    <button
      type="button"
      aria-label={label}
      data-tooltip={label}
      data-column="health"
      tabIndex={tabIndex}
      onClick={() => openOverlay({ kind: 'test', profileIds: [id] })}
      className="flex h-7 shrink-0 items-center gap-1.5 rounded-md px-2 text-small text-ink-soft transition-colors duration-(--quick) hover:bg-pressed hover:text-ink"
    >
      <HealthDot outcome={health.outcome} />
      <span className="nums">{short}</span>
    </button>
  )
}
