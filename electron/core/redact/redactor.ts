import type { Problem } from '../../../shared/model/switch'
import { ProblemError } from '../../../shared/transport'
import { everyText } from '../every-text'
import { knownSecrets } from './known'
import { maskShapes } from './shapes'

/**
 * How much is taken out of what leaves the core. `keys`: the keys that this process has opened; for what a form shows and saves again, where a
 * mask in the user's own words would be saved with them. `all`: these, and whatever looks like a secret.
 */
export type Depth = 'keys' | 'all'

/** The one way for texts to leave the core. */
export interface Redactor {
  /** From now on these are taken out of every text. Cheap; may be told the same again. */
  learn(secrets: Iterable<string>): void
  text(words: string): string
  /** The same value where there is nothing to take out, else a copy. Identifiers are left as they are. */
  value<T>(value: T, depth: Depth): T
  problem(problem: Problem): Problem
  /** What was thrown, without secrets in its words. */
  thrown(error: unknown): unknown
}

/** Fields that are compared and handed back, not read: made by the core, never of a key alone. */
const IDENTIFIERS: ReadonlySet<string> = new Set([
  'id',
  'profileId',
  'historyId',
  'activeKey',
  'draft',
  'run',
  'token',
  'newest',
  'before',
  'after',
  'undoneBy',
  'tool',
  'kind',
  'code',
  'check',
])

/** As well what a profile says for a tool's file: a mask that is saved again would be written there. */
const FORM: ReadonlySet<string> = new Set([...IDENTIFIERS, 'extra', 'options'])

export function createRedactor(): Redactor {
  const known = knownSecrets()
  const text = (words: string): string => maskShapes(known.mask(words))
  const problem = (one: Problem): Problem => everyText(one, text, IDENTIFIERS)
  const thrown = (error: unknown): unknown => {
    if (error instanceof ProblemError) {
      const clean = problem(error.problem)
      return clean === error.problem ? error : new ProblemError(clean)
    }
    if (typeof error === 'string') return text(error)
    if (!(error instanceof Error)) return error
    for (const field of ['message', 'stack'] as const) {
      const words = error[field]
      const clean = words === undefined ? words : text(words)
      // Not enumerable, as it was.
      if (clean !== words) Object.defineProperty(error, field, { value: clean, configurable: true, writable: true })
    }
    if (error.cause !== undefined) error.cause = thrown(error.cause)
    return error
  }
  return {
    learn(secrets) {
      for (const secret of secrets) known.add(secret)
    },
    text,
    value(value, depth) {
      if (depth === 'keys' && known.isEmpty()) return value
      return depth === 'keys' ? everyText(value, known.mask, FORM) : everyText(value, text, IDENTIFIERS)
    },
    problem,
    thrown,
  }
}
