import { useEffect, useState } from 'react'
import type { Derivation } from '../../../../shared/model/profile'
import { toProblem } from '../../../lib/to-problem'
import { useAppStore } from '../../../store/context'

/** Milliseconds of rest before the host is asked. */
const pause = 150

export interface Derived {
  /** The last answer stays until the next is there, so that nothing flickers. */
  readonly derivation: Derivation | undefined
  /** False while it is still the answer to what was typed before. */
  readonly isCurrent: boolean
}

/** What the host makes of the typed URL. */
export function useDerivation(url: string, overrides: Readonly<Record<string, string>>): Derived {
  const derive = useAppStore((state) => state.derive)
  const notify = useAppStore((state) => state.notify)
  const [answered, setAnswered] = useState<{ readonly question: string; readonly derivation: Derivation | undefined }>()
  const question = JSON.stringify([url, overrides])

  useEffect(() => {
    let stale = false
    const [askedUrl, askedOverrides] = JSON.parse(question) as [string, Record<string, string>]
    const timer = setTimeout(async () => {
      if (askedUrl.trim() === '') {
        setAnswered({ question, derivation: undefined })
        return
      }
      try {
        const answer = await derive(askedUrl, askedOverrides)
        if (!stale) setAnswered({ question, derivation: answer })
      } catch (error) {
        if (!stale) notify({ kind: 'problem', problem: toProblem(error) })
      }
    }, pause)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [question, derive, notify])
  return { derivation: answered?.derivation, isCurrent: answered?.question === question }
}
