import { useEffect } from 'react'

/**
 * Asks before a page with unsaved typing goes: a browser when its tab is closed or left, the desktop's main process when the app is told to quit
 * (`leave-question.ts`). A window that is only hidden asks nothing.
 */
export function useLeaveQuestion(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [unsaved])
}
