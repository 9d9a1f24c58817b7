import { useEffect, useRef, useState } from 'react'
import type { PasteProbe, Recognised } from '../../../shared/model/paste'
import type { Derivation, ProfileInput } from '../../../shared/model/profile'
import { hostOf } from '../../lib/host-of'
import { toProblem } from '../../lib/to-problem'
import { useAppStore } from '../../store/context'

/** Milliseconds of rest after typing before the text is looked at. */
const pause = 120

export interface ToolChoice {
  readonly enabled: boolean
  readonly models: Readonly<Record<string, string>>
}

/** Everything known of a pasted text: what it is, what its relay says, and what the user chose. The key is not among it. */
export function usePaste(start: string) {
  const recognise = useAppStore((state) => state.recognise)
  const probePaste = useAppStore((state) => state.probePaste)
  const forgetPaste = useAppStore((state) => state.forgetPaste)
  const derive = useAppStore((state) => state.derive)
  const notify = useAppStore((state) => state.notify)
  const tools = useAppStore((state) => state.tools)
  const [text, setText] = useState(start)
  const [found, setFound] = useState<Recognised>()
  const [probe, setProbe] = useState<PasteProbe>()
  const [asking, setAsking] = useState(false)
  const [derivation, setDerivation] = useState<Derivation>()
  const [changed, setChanged] = useState<Readonly<Record<string, ToolChoice>>>({})
  const [consent, setConsent] = useState(false)
  const draft = useRef<string>(undefined)
  const [asked, setAsked] = useState(0)

  useEffect(() => {
    let stale = false
    const look = async () => {
      try {
        const next = await recognise(text, draft.current)
        if (stale) return void forgetPaste(next.draft)
        draft.current = next.draft
        setFound(next)
        setChanged({})
        setConsent(false)
        setDerivation(next.url ? await derive(next.url, {}) : undefined)
      } catch (error) {
        if (!stale) notify({ kind: 'problem', problem: toProblem(error) })
      }
    }
    if (text.trim() === '') {
      setFound(undefined)
      return
    }
    const timer = setTimeout(() => void look(), pause)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [text, recognise, forgetPaste, derive, notify])

  // A link's relay is asked only after the user agreed to its risks: the host could be anyone's.
  const agreed = consent || !found?.risks.some((risk) => risk.consent)
  const probable = found?.url && found.keyMasked && agreed ? found.draft : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` counts the user's wish to ask again.
  useEffect(() => {
    setProbe(undefined)
    if (probable === undefined) return
    let stale = false
    setAsking(true)
    probePaste(probable)
      .then((answer) => !stale && setProbe(answer))
      .catch((error: unknown) => !stale && notify({ kind: 'problem', problem: toProblem(error) }))
      .finally(() => !stale && setAsking(false))
    return () => {
      stale = true
      setAsking(false)
    }
  }, [probable, asked, probePaste, notify])

  const choiceOf = (tool: string): ToolChoice =>
    changed[tool] ?? {
      enabled: found === undefined || found.tools.length === 0 || found.tools.includes(tool),
      models: found?.models[tool] ?? {},
    }
  const chosen = tools.map(({ descriptor }) => descriptor.id).filter((tool) => choiceOf(tool).enabled)
  const name = found?.name || hostOf(found?.url ?? '')
  return {
    text,
    setText,
    found,
    probe,
    asking,
    derivation,
    consent,
    setConsent,
    agreed,
    choiceOf,
    change: (tool: string, patch: Partial<ToolChoice>) => setChanged({ ...changed, [tool]: { ...choiceOf(tool), ...patch } }),
    chosen,
    name,
    askAgain: () => setAsked(asked + 1),
    /** The draft's key is forgotten; nothing was written. */
    forget: () => {
      if (draft.current !== undefined) void forgetPaste(draft.current)
    },
    ready: Boolean(found?.url && found.keyMasked && agreed && chosen.length > 0),
    /** Without the key: the core adds it. Names that are taken get a number. */
    input: (taken: readonly string[]): ProfileInput => ({
      name: freeName(name, taken),
      relay: { url: found?.url ?? '', website: found?.website, notes: found?.notes },
      tools: Object.fromEntries(
        tools.map(({ descriptor: { id } }) => {
          const { enabled, models } = choiceOf(id)
          const named = Object.fromEntries(Object.entries(models).filter(([, model]) => model.trim() !== ''))
          return [id, { enabled, models: named, options: { ...found?.options[id] }, extra: {} }]
        }),
      ),
    }),
  }
}

export type PasteState = ReturnType<typeof usePaste>

function freeName(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map((each) => each.toLowerCase()))
  if (!used.has(name.toLowerCase())) return name
  for (let number = 2; ; number += 1) if (!used.has(`${name} ${number}`.toLowerCase())) return `${name} ${number}`
}
