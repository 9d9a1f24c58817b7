import { setTimeout as sleep } from 'node:timers/promises'
import { ProbeCancelled } from './net/failure'

/** Our own repeats of a request that a relay turned away for the moment. */
export interface RetryRule {
  /** Repeats at most. */
  readonly times: number
  /** First pause in ms; it doubles. */
  readonly baseMs: number
  /** No pause is longer; a relay that asks for more is not asked again. */
  readonly longestMs: number
}

export const defaultRetry: RetryRule = { times: 2, baseMs: 500, longestMs: 5000 }

/**
 * How long to wait before the next try, in ms; undefined: do not try again. What the relay asks for is never cut short. Without its word the pause
 * doubles, with up to half of it by chance, so that many clients do not come back together.
 * @param chance from 0 up to 1
 */
export function pauseBefore(rule: RetryRule, tried: number, asked: number | undefined, chance: number): number | undefined {
  if (tried >= rule.times) return undefined
  if (asked !== undefined) return asked <= rule.longestMs ? asked + rule.baseMs * chance * 0.2 : undefined
  const full = Math.min(rule.longestMs, rule.baseMs * 2 ** tried)
  return full / 2 + (full / 2) * chance
}

/** @throws {ProbeCancelled} */
export async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await sleep(ms, undefined, { signal })
  } catch (error) {
    if (signal?.aborted) throw new ProbeCancelled('cancelled')
    throw error
  }
}

/** Statuses that may be over in a moment. */
export const isPassing = (status: number): boolean => status === 429 || status === 529 || (status >= 500 && status <= 504 && status !== 501)
