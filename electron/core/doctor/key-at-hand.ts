import type { Profile } from '../../../shared/model/profile'
import { ProblemError } from '../../../shared/transport'

/** A profile's key; undefined while the vault is locked, or cannot open it for another reason. */
export function keyAtHand({ relay }: Profile): string | undefined {
  try {
    return relay.key
  } catch (error) {
    if (error instanceof ProblemError) return undefined
    throw error
  }
}
