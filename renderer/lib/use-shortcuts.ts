import { useEffect } from 'react'
import { useAppStore } from '../store/context'
import { isTyping } from './keyboard'

/** Id of the search box, so that a shortcut can reach it from any screen. */
export const searchBoxId = 'profile-search'

/** The keys that work everywhere while nothing lies over the screen. Escape is the dialogs' own. */
export function useShortcuts() {
  const covered = useAppStore((state) => state.overlay !== null || state.plan !== null)
  const openOverlay = useAppStore((state) => state.openOverlay)
  const showScreen = useAppStore((state) => state.showScreen)
  const undo = useAppStore((state) => state.undo)

  useEffect(() => {
    if (covered) return
    const search = () => {
      showScreen('profiles')
      requestAnimationFrame(() => document.getElementById(searchBoxId)?.focus())
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.shiftKey) return
      const typing = isTyping(event.target)
      const command = event.ctrlKey || event.metaKey
      const key = event.key.toLowerCase()
      const act = (action: () => void) => {
        event.preventDefault()
        action()
      }
      if (command && key === 'n') act(() => openOverlay({ kind: 'paste', text: '' }))
      else if (command && key === 'f') act(search)
      else if (!command && key === '/' && !typing) act(search)
      else if (command && key === 'z' && !typing) act(() => void undo())
      else if (command && key === ',') act(() => showScreen('settings'))
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [covered, openOverlay, showScreen, undo])
}
