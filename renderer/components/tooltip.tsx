import { Tooltip as Base } from '@base-ui/react/tooltip'
import { createContext, type ReactElement, type ReactNode, use, useState } from 'react'

const HandleContext = createContext<Base.Handle<string> | null>(null)

/** One tooltip for all triggers below it: long lists stay light. */
export function TooltipProvider({ children }: { readonly children: ReactNode }) {
  const [handle] = useState(() => Base.createHandle<string>())
  return (
    <HandleContext value={handle}>
      <Base.Provider delay={500}>
        {children}
        <Base.Root handle={handle}>
          {({ payload }) => (
            <Base.Portal>
              <Base.Positioner sideOffset={6} className="z-50">
                {/* The trigger's own name says the same, so assistive technology must not hear it twice. */}
                <Base.Popup
                  aria-hidden="true"
                  className="pop max-w-72 rounded-sm bg-ink px-2 py-1 text-small text-canvas shadow-high break-path"
                >
                  {payload}
                </Base.Popup>
              </Base.Positioner>
            </Base.Portal>
          )}
        </Base.Root>
      </Base.Provider>
    </HandleContext>
  )
}

/** A short hint on hover and focus. The trigger must have an accessible name of its own. */
export function Tooltip({ text, children }: { readonly text: string; readonly children: ReactElement }) {
  const handle = use(HandleContext)
  if (!handle) throw new Error('Tooltip needs a TooltipProvider')
  return <Base.Trigger handle={handle} payload={text} render={children} />
}
