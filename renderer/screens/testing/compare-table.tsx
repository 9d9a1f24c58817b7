import { useTranslation } from 'react-i18next'
import type { RouteComparison } from '../../../shared/model/probe'
import { useLocal } from '../../i18n/use-local'
import { timeText } from '../../lib/health'
import { PhaseBar } from './phase-bar'

/** The same request on several ways, side by side. */
export function CompareTable({ ways }: { readonly ways: readonly RouteComparison[] }) {
  const { t } = useTranslation()
  const local = useLocal()
  const names: Readonly<Record<RouteComparison['way'], string>> = {
    direct: t('way.direct'),
    proxy: t('way.proxy'),
    system: t('way.system'),
    ipv4: 'IPv4',
    ipv6: 'IPv6',
  }
  const longest = Math.max(...ways.map(({ timings }) => timings?.totalMs ?? 0), 1)
  return (
    <dl aria-label={t('way.label')} className="grid grid-cols-[8rem_4rem_minmax(0,1fr)] items-center gap-x-3 gap-y-1 text-small">
      {ways.map(({ way, timings, failure }) => (
        <div key={way} className="contents">
          <dt className="text-ink-soft">{names[way]}</dt>
          <dd className="nums text-right">{timings ? timeText(timings.totalMs) : '–'}</dd>
          <dd className="min-w-0 text-ink-soft break-path">
            {timings ? (
              <div style={{ width: `${(timings.totalMs / longest) * 100}%` }}>
                <PhaseBar timings={timings} />
              </div>
            ) : (
              failure && local(failure)
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
