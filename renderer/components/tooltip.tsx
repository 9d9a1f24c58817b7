import { Suspense, useState } from 'react'
import { late } from '../lib/late'
import { type TooltipTarget, useTooltipTarget } from '../lib/use-tooltip-target'

const TooltipBubble = late(() => import('./tooltip-bubble').then((module) => module.TooltipBubble))

/**
 * Shows the hints of all elements below it: short ones, on hover and on focus by the keyboard. An element says its own as `data-tooltip`, and must have
 * an accessible name beside it. One host for all, listening from above, so that long lists stay light.
 */
export function Tooltips() {
  const target = useTooltipTarget(TooltipBubble.fetch)
  // While it goes away it still says what it said.
  const [last, setLast] = useState<TooltipTarget>()
  if (target && target !== last) setLast(target)
  if (!last) return null
  return (
    <Suspense>
      <TooltipBubble target={last} open={target !== undefined} />
    </Suspense>
  )
}
