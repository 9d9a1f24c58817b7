import { useTranslation } from 'react-i18next'
import type { LatencyPoint } from '../../../shared/model/probe'
import { timeText } from '../../lib/health'

const width = 96
const height = 22
const margin = 2

/** The times of earlier tests as a line, oldest first; a test that got no answer is a mark below and breaks the line. */
export function LatencyChart({ history }: { readonly history: readonly LatencyPoint[] }) {
  const { t } = useTranslation()
  const times = history.flatMap((point) => point.totalMs ?? [])
  if (history.length < 2 || times.length === 0) return null
  const top = Math.max(...times)
  const lost = history.length - times.length
  const label = t('test.history', { count: history.length, fastest: timeText(Math.min(...times)), slowest: timeText(top), lost })
  const x = (n: number) => margin + (n / (history.length - 1)) * (width - 2 * margin)
  const y = (ms: number) => height - margin - (ms / top) * (height - 2 * margin - 3)
  const path = history
    .map((point, n) => {
      if (point.totalMs === undefined) return ''
      return `${history[n - 1]?.totalMs === undefined ? 'M' : 'L'} ${x(n).toFixed(1)} ${y(point.totalMs).toFixed(1)}`
    })
    .join(' ')
  const last = history.at(-1)
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      className="shrink-0 overflow-visible"
    >
      <title>{label}</title>
      <path d={`M 0 ${height - 0.5} H ${width}`} className="stroke-line" strokeWidth="1" />
      <path d={path} fill="none" className="stroke-accent" strokeWidth="1.5" strokeLinejoin="round" strokeLinecap="round" />
      {history.map((point, n) =>
        point.totalMs === undefined ? (
          <path key={point.at} d={`M ${x(n).toFixed(1)} ${height - 5} v 5`} className="stroke-danger" strokeWidth="2" />
        ) : null,
      )}
      {last?.totalMs !== undefined && <circle cx={x(history.length - 1)} cy={y(last.totalMs)} r="2" className="fill-accent" />}
    </svg>
  )
}
