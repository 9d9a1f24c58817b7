import { useEffect, useRef, useState } from 'react'
import type { PasteProbe, Recognised } from '../../../shared/model/paste'
import type { Derivation, ProfileInput } from '../../../shared/model/profile'
import { freeName } from '../../lib/free-name'
import { hostOf } from '../../lib/host-of'
import { toProblem } from '../../lib/to-problem'
import { useAppStore } from '../../store/context'

/** Milliseconds of rest after typing before the text is looked at. */
const pause = 120

export interface ToolChoice {
  readonly enabled: boolean
  readonly models: Readonly<Record<string, string>>
}

/** What a text turned out to be; nothing for an empty one, and for one that could not be looked at. */
interface Reading {
  readonly text: string
  readonly found?: Recognised
  readonly derivation?: Derivation
}

/**
 * Everything known of a pasted text: what it is, what its relay says, and what the user chose. The key is not among it.
 * @param taken names that profiles have already
 */
export function usePaste(start: string, taken: readonly string[]) {
  const recognise = useAppStore((state) => state.recognise)
  const probePaste = useAppStore((state) => state.probePaste)
  const forgetPaste = useAppStore((state) => state.forgetPaste)
  const derive = useAppStore((state) => state.derive)
  const notify = useAppStore((state) => state.notify)
  const tools = useAppStore((state) => state.tools)
  const [text, setText] = useState(start)
  const [reading, setReading] = useState<Reading>({ text: '' })
  const [answer, setAnswer] = useState<{ readonly draft: string; readonly probe: PasteProbe }>()
  const [asking, setAsking] = useState(false)
  const [changed, setChanged] = useState<Readonly<Record<string, ToolChoice>>>({})
  const [consent, setConsent] = useState(false)
  const [typedName, setTypedName] = useState<string>()
  const draft = useRef<string>(undefined)
  const [asked, setAsked] = useState(0)

  useEffect(() => {
    let stale = false
    const take = (next: Reading) => {
      setReading(next)
      setChanged({})
      setConsent(false)
    }
    const look = async () => {
      try {
        const found = await recognise(text, draft.current)
        if (stale) return void forgetPaste(found.draft)
        draft.current = found.draft
        const derivation = found.url ? await derive(found.url, {}) : undefined
        if (!stale) take({ text, found, derivation })
      } catch (error) {
        if (stale) return
        take({ text })
        notify({ kind: 'problem', problem: toProblem(error) })
      }
    }
    if (text.trim() === '') {
      take({ text })
      return
    }
    const timer = setTimeout(() => void look(), pause)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [text, recognise, forgetPaste, derive, notify])

  // While the text changes, what was found last stays in sight; but nothing is asked, chosen or saved with it.
  const found = reading.found
  const settled = reading.text === text
  // A link's relay is asked only after the user agreed to its risks: the host could be anyone's.
  const agreed = consent || !found?.risks.some((risk) => risk.consent)
  const usable = settled && found?.url && found.keyMasked && agreed ? found.draft : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` counts the user's wish to ask again.
  useEffect(() => {
    if (usable === undefined) return
    let stale = false
    setAnswer(undefined)
    setAsking(true)
    probePaste(usable)
      .then((probe) => !stale && setAnswer({ draft: usable, probe }))
      .catch((error: unknown) => !stale && notify({ kind: 'problem', problem: toProblem(error) }))
      .finally(() => !stale && setAsking(false))
    return () => {
      stale = true
      setAsking(false)
    }
  }, [usable, asked, probePaste, notify])

  const choiceOf = (tool: string): ToolChoice =>
    changed[tool] ?? {
      enabled: found === undefined || found.tools.length === 0 || found.tools.includes(tool),
      models: found?.models[tool] ?? {},
    }
  const chosen = tools.map(({ descriptor }) => descriptor.id).filter((tool) => choiceOf(tool).enabled)
  const suggestedName = freeName(found?.name || hostOf(found?.url ?? ''), taken)
  const ownName = typedName?.trim() ?? ''
  const nameTaken = taken.some((name) => name.toLowerCase() === ownName.toLowerCase())
  return {
    text,
    setText,
    found,
    /** True when `found` is of the present text. */
    settled,
    probe: answer !== undefined && answer.draft === found?.draft ? answer.probe : undefined,
    asking,
    derivation: reading.derivation,
    consent,
    setConsent,
    choiceOf,
    change: (tool: string, patch: Partial<ToolChoice>) => setChanged({ ...changed, [tool]: { ...choiceOf(tool), ...patch } }),
    chosen,
    /** As typed; without a word typed: the one that was found, made unique. */
    name: typedName ?? suggestedName,
    suggestedName,
    nameTaken,
    setName: setTypedName,
    askAgain: () => setAsked(asked + 1),
    /** The draft's key is forgotten; nothing was written. */
    forget: () => {
      if (draft.current !== undefined) void forgetPaste(draft.current)
    },
    /** True when more was done than to paste: that is not pasted again in a moment. */
    edited: found !== undefined && (typedName !== undefined || Object.keys(changed).length > 0),
    /** True when the text has all that a relay needs, and its risks are agreed to. */
    usable: usable !== undefined,
    /** True when a profile can be made of the present text. */
    ready: usable !== undefined && chosen.length > 0 && !nameTaken,
    /** Without the key: the core adds it. */
    input: (): ProfileInput => ({
      name: ownName || suggestedName,
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
