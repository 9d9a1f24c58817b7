import { useState } from 'react'
import type { Recognised } from '../../../shared/model/paste'
import type { KeyNotes } from '../../store/keys'

/** Where a pasted key goes whose relay is known: into a new profile, or into one that has the relay, with the notes that it gets there. */
export function useKeyTarget(found: Recognised | undefined) {
  const [chosen, setChosen] = useState<string>()
  const [label, setLabel] = useState('')
  const [expiresAt, setExpiresAt] = useState('')
  const profiles = found?.sameRelay ?? []
  const notes: KeyNotes = { ...(label.trim() && { label }), ...(expiresAt && { expiresAt }) }
  return {
    profiles,
    /** Nothing while it becomes a new profile. */
    profileId: profiles.find(({ id }) => id === chosen)?.id,
    choose: setChosen,
    label,
    setLabel,
    expiresAt,
    setExpiresAt,
    notes,
    edited: label !== '' || expiresAt !== '',
  }
}

export type KeyTargetState = ReturnType<typeof useKeyTarget>
