import { useEffect } from 'react'
import { useAppStore } from '../store/context'
import { actions } from './actions'
import { isOffered } from './actions/action'
import { isTyping } from './keyboard'
import { digitOf, isPressed } from './shortcuts'

/** The keys that work everywhere while nothing lies over the screen. Escape is the dialogs' own. */
export function useShortcuts() {
  const covered = useAppStore(
    (state) => state.overlay !== null || state.plan !== null || state.fix !== null || state.diagnostics !== null || state.unlocking,
  )
  const act = useAppStore((state) => state.act)

  useEffect(() => {
    if (covered) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const typing = isTyping(event.target)
      const action = actions.find(({ shortcuts }) =>
        shortcuts?.some((keys) => !keys.native && isPressed(keys, event) && !(keys.outsideText && typing)),
      )
      if (!action) return
      event.preventDefault()
      act((app) => isOffered(action, app) && action.run(app, digitOf(event)))
    }
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (event.defaultPrevented || isTyping(event.target) || text.trim() === '') return
      event.preventDefault()
      act((app) => app.openOverlay({ kind: 'paste', text }))
    }
    window.addEventListener('keydown', onKeyDown)
    window.addEventListener('paste', onPaste)
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      window.removeEventListener('paste', onPaste)
    }
  }, [covered, act])
}
