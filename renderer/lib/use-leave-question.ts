import { useEffect } from 'react'
import { useAppStore } from '../store/context'

/** Lets the browser ask before a tab with unsaved typing is closed or left. The desktop's window is hidden or ended by its own rules. */
export function useLeaveQuestion(unsaved: boolean): void {
  const inBrowser = useAppStore((state) => state.host?.shell === 'web')
  const active = unsaved && inBrowser
  useEffect(() => {
    if (!active) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [active])
}
