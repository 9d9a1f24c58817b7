import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'

interface Places {
  /** The open dialogs' places, the dialog on top last. */
  readonly open: readonly HTMLElement[]
  /** A ref callback: the place counts for as long as it is drawn. */
  readonly add: (place: HTMLElement | null) => (() => void) | undefined
}

const Context = createContext<Places>({ open: [], add: () => undefined })

/** Knows where short messages are drawn while dialogs are open. */
export function MessagePlaces({ children }: { readonly children: ReactNode }) {
  const [open, setOpen] = useState<readonly HTMLElement[]>([])
  const [add] = useState((): Places['add'] => (place) => {
    if (!place) return undefined
    setOpen((places) => [...places, place])
    return () => setOpen((places) => places.filter((other) => other !== place))
  })
  return <Context value={useMemo(() => ({ open, add }), [open, add])}>{children}</Context>
}

/** A dialog's own: what is said while it is open is seen, read aloud and reached by the keyboard within it, and covers nothing. */
export function MessagePlace() {
  const { add } = useContext(Context)
  return (
    <ol
      ref={add}
      aria-live="polite"
      className="flex flex-col gap-2 px-5 [--message-height:22vh] not-empty:pb-4 *:border *:border-line *:shadow-none"
    />
  )
}

/** The open places, the one on top last. */
export const useMessagePlaces = (): Places['open'] => useContext(Context).open
