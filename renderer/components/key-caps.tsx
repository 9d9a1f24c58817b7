import { capsOf, type Shortcut } from '../lib/shortcuts'
import { useAppStore } from '../store/context'

/** A shortcut as key caps, in this platform's spelling. */
export function KeyCaps({ shortcut }: { readonly shortcut: Shortcut }) {
  const platform = useAppStore((state) => state.host?.platform)
  return (
    <span className="inline-flex shrink-0 gap-1">
      {capsOf(shortcut, platform).map((cap) => (
        <kbd key={cap} className={capLook}>
          {cap}
        </kbd>
      ))}
    </span>
  )
}

export const capLook =
  'inline-flex h-5 min-w-5 items-center justify-center rounded-sm border border-line-firm bg-canvas px-1 font-ui text-mini text-ink-soft'
