import { useEffect, useState } from 'react'
import type { Derivation } from '../../../../shared/model/profile'
import { toProblem } from '../../../lib/to-problem'
import { useAppStore } from '../../../store/context'

/** Milliseconds of rest before the host is asked. */
const pause = 150

/** What the host makes of the typed URL. The last answer stays until the next is there, so that nothing flickers. */
export function useDerivation(url: string, overrides: Readonly<Record<string, string>>): Derivation | undefined {
  const derive = useAppStore((state) => state.derive)
  const notify = useAppStore((state) => state.notify)
  const [derivation, setDerivation] = useState<Derivation>()
  const question = JSON.stringify([url, overrides])

  useEffect(() => {
    let stale = false
    const [askedUrl, askedOverrides] = JSON.parse(question) as [string, Record<string, string>]
    const timer = setTimeout(async () => {
      if (askedUrl.trim() === '') {
        setDerivation(undefined)
        return
      }
      try {
        const answer = await derive(askedUrl, askedOverrides)
        if (!stale) setDerivation(answer)
      } catch (error) {
        if (!stale) notify({ kind: 'problem', problem: toProblem(error) })
      }
    }, pause)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [question, derive, notify])
  return derivation
}
