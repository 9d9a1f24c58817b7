import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocal } from '../../../i18n/use-local'
import { type Task, useTask } from '../../../lib/use-task'
import { useAppStore } from '../../../store/context'
import type { FormPrefill } from '../../../store/ui'
import { type Draft, draftOf, inputOf, newDraft, overridesOf, sameDraft, type ToolDraft } from './draft'
import { draftPlaces, dropDraft, isSafe, keepDraft, keptDraft, keptNewTarget, newTarget, noteDraft } from './draft-storage'
import { useDerivation } from './use-derivation'
import { type Faults, validate } from './validate'

/** Everything behind the profile form: the draft, what is wrong with it, and where it goes. */
export function useProfileForm(id: string | undefined, prefill?: FormPrefill) {
  const { t } = useTranslation()
  const local = useLocal()
  const tools = useAppStore((state) => state.tools)
  const profiles = useAppStore((state) => state.profiles)
  const stored = profiles.find((profile) => profile.id === id)
  const storedKey = stored?.relay.keyMasked ?? (prefill?.pasted?.keyMasked || undefined)
  const places = draftPlaces(useAppStore((state) => state.host?.shell))
  const [target] = useState(() => id ?? (prefill ? newTarget(prefill.url) : keptNewTarget(places)))
  const descriptors = useMemo(() => tools.map((tool) => tool.descriptor), [tools])
  // The starting point is fixed when the form opens: an event must not move it under the user's hands.
  const [start] = useState(() => (stored ? draftOf(stored, descriptors) : newDraft(descriptors)))
  const [filled] = useState<Draft>(() => (prefill ? { ...start, url: prefill.url, name: prefill.name ?? '' } : start))
  const [kept] = useState(() => keptDraft(places, target, start))
  const [draft, setDraft] = useState<Draft>(kept ?? filled)
  const [restored, setRestored] = useState(kept !== undefined)
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [tried, setTried] = useState(false)
  const task: Task = useTask()

  const { derivation, isCurrent } = useDerivation(draft.url, overridesOf(draft))
  const names = profiles.filter((profile) => profile.id !== id).map((profile) => profile.name)
  const faultsBy = (known: typeof derivation) =>
    validate(draft, { derivation: known, names, hasStoredKey: storedKey !== undefined, stored, local }, t)
  const faults = faultsBy(derivation)
  const shown: Faults = Object.fromEntries(
    Object.entries(faults).filter(
      ([field]) => tried || touched.has(field) || (field === 'url' && draft.url.trim() !== '') || (field === 'key' && draft.key !== ''),
    ),
  )

  const change = (patch: Partial<Draft>) => {
    const next = { ...draft, ...patch }
    setDraft(next)
    task.clear()
    if (sameDraft(next, start)) dropDraft(places, target)
    else noteDraft(places, target, next)
  }
  return {
    draft,
    stored,
    /** Masked: of the stored profile, or of what was pasted. */
    storedKey,
    derivation,
    faults: shown,
    task,
    restored,
    dirty: !sameDraft(draft, start),
    /** What a quit would lose. */
    unsaved: !sameDraft(draft, start) && !isSafe(places, target),
    change,
    changeTool: (tool: string, patch: Partial<ToolDraft>) => {
      const old = draft.tools[tool]
      if (old) change({ tools: { ...draft.tools, [tool]: { ...old, ...patch } } })
    },
    touch: (field: string) => setTouched(new Set([...touched, field])),
    keep: () => keepDraft(places, target, draft),
    discard: () => dropDraft(places, target),
    startOver: () => {
      dropDraft(places, target)
      setDraft(filled)
      setRestored(false)
    },
    /** The input for the host, or undefined while something is wrong; then every fault is shown. What was wrong with a URL that is no longer there holds nobody up. */
    submit: () => {
      setTried(true)
      return Object.keys(faultsBy(isCurrent ? derivation : undefined)).length === 0 ? inputOf(draft, stored) : undefined
    },
  }
}

export type ProfileFormState = ReturnType<typeof useProfileForm>
