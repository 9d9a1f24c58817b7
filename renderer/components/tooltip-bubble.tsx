import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { TooltipTarget } from '../lib/use-tooltip-target'

export interface TooltipBubbleProps {
  readonly target: TooltipTarget
  readonly open: boolean
}

/** A hint beside what it is about. */
export function TooltipBubble({ target, open }: TooltipBubbleProps) {
  return (
    <Base.Root open={open}>
      <Base.Portal>
        <Base.Positioner anchor={target.element} sideOffset={6} className="z-50 data-anchor-hidden:invisible">
          {/* The element's own name says the same, so assistive technology must not hear it twice. */}
          <Base.Popup
            aria-hidden="true"
            data-tooltip-bubble=""
            className="pop max-w-72 rounded-sm bg-ink px-2 py-1 text-small text-canvas shadow-high break-path"
          >
            {target.text}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
