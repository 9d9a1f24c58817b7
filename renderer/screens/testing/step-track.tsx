import { useTranslation } from 'react-i18next'
import { type ProbeDepth, probeSteps, type StepReport, tokenSteps } from '../../../shared/model/probe'
import { classes } from '../../lib/classes'

const looks: Readonly<Record<StepReport['state'], string>> = {
  ok: 'h-1.5 bg-accent',
  warn: 'h-2.5 bg-warn',
  fail: 'h-3.5 bg-danger',
  skipped: 'h-1.5 bg-line-firm',
  unknown: 'h-1.5 bg-edge',
}

/** The steps that a test of this depth takes. */
export const plannedSteps = (depth: ProbeDepth) =>
  probeSteps.filter((id) => (id === 'compare' ? depth === 'deep' : depth !== 'free' || !tokenSteps.includes(id)))

/** How far a test came: one tick per layer, lit as the line is travelled. */
export function StepTrack({
  steps,
  depth,
  running,
}: {
  readonly steps: readonly StepReport[]
  readonly depth: ProbeDepth
  readonly running: boolean
}) {
  const { t } = useTranslation()
  const planned = plannedSteps(depth)
  const done = steps.filter((step) => planned.includes(step.id)).length
  return (
    <span role="img" aria-label={t('test.steps', { done, all: planned.length })} className="flex h-3.5 w-24 items-center gap-0.5">
      {planned.map((id, n) => {
        const state = steps.find((step) => step.id === id)?.state
        return (
          <span
            key={id}
            className={classes(
              'flex-1 rounded-[1px] forced-color-adjust-none',
              state ? looks[state] : 'h-1.5 bg-rail',
              !state && running && n === done && 'breathe bg-ink-faint!',
            )}
          />
        )
      })}
    </span>
  )
}
