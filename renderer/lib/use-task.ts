import { useCallback, useEffect, useRef, useState } from 'react'
import type { Problem } from '../../shared/model/switch'
import { toProblem } from './to-problem'

export interface Task {
  readonly busy: boolean
  readonly problem?: Problem
  /** Runs the action; false when it failed, and then `problem` says why. */
  run(action: () => Promise<unknown>): Promise<boolean>
  clear(): void
}

/** One action at a time, with its progress and its failure beside the place that asked for it. */
export function useTask(): Task {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const mounted = useRef(true)
  useEffect(() => {
    mounted.current = true
    return () => {
      mounted.current = false
    }
  }, [])
  const run = useCallback(async (action: () => Promise<unknown>) => {
    setBusy(true)
    setProblem(undefined)
    try {
      await action()
      return true
    } catch (error) {
      if (mounted.current) setProblem(toProblem(error))
      return false
    } finally {
      if (mounted.current) setBusy(false)
    }
  }, [])
  const clear = useCallback(() => setProblem(undefined), [])
  return { busy, problem, run, clear }
}

/** True once `active` has lasted for `after` milliseconds: the moment to show a progress indicator. */
export function useSlow(active: boolean, after = 1000): boolean {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    if (!active) return
    const timer = setTimeout(() => setSlow(true), after)
    return () => {
      clearTimeout(timer)
      setSlow(false)
    }
  }, [active, after])
  return slow && active
}
