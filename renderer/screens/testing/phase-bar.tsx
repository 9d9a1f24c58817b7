import { useTranslation } from 'react-i18next'
import type { ProbeTimings } from '../../../shared/model/probe'
import { timeText } from '../../lib/health'
import { type Phase, phasesOf } from './step-words'

/** From the quiet ways to the relay to the relay's own time, which is lit. */
const colors: Readonly<Record<Phase['id'], string>> = {
  proxy: 'bg-warn',
  dns: 'bg-rail',
  tcp: 'bg-line-firm',
  tls: 'bg-edge',
  firstByte: 'bg-accent',
  rest: 'bg-accent opacity-50',
}

/** The phases of one request as one bar. */
export function PhaseBar({ timings, legend = false }: { readonly timings: ProbeTimings; readonly legend?: boolean }) {
  const { t } = useTranslation()
  const phases = phasesOf(timings, t)
  const words = phases.map(({ label, ms }) => `${label} ${timeText(ms)}`).join(', ')
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <div role="img" aria-label={t('phase.bar', { phases: words })} title={words} className="flex h-2 gap-px overflow-hidden rounded-full">
        {phases.map(({ id, ms }) => (
          <span key={id} className={`min-w-px forced-colors:border ${colors[id]}`} style={{ flexGrow: ms }} />
        ))}
      </div>
      {legend && (
        <ul aria-hidden="true" className="flex flex-wrap gap-x-4 gap-y-1 text-small text-ink-soft">
          {phases.map(({ id, label, ms }) => (
            <li key={id} className="flex items-center gap-1.5">
              <span className={`size-2 rounded-[2px] ${colors[id]}`} />
              {label} <span className="nums text-ink">{timeText(ms)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
