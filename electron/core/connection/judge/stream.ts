import type { StreamReport } from '../../../../shared/model/probe'

/** Fewer pieces of text than this say nothing about spacing. */
const FEWEST = 5
/** A real model's words come over a time that can be seen; held back, they come at once after the wait. Milliseconds. */
const BURST = 20
const WAIT = 150
/** A fast model's short answer may take no longer than a burst, but it comes in more pieces than these. */
const FEW_READS = 3
/** When this process could not read for longer than this, a burst may be its own doing. */
const STALL = 50

/**
 * Tells a stream from an answer that a proxy collected first, by the times of its pieces of text.
 * @param times when each piece of text was complete, in ms since the request
 * @param reads how many separate reads these pieces came in
 * @param stalledMs how long this process was kept from reading; a burst is then no proof, and `too-short` says so
 */
export function judgeSpacing(times: readonly number[], reads: number, stalledMs = 0): StreamReport {
  const first = times[0] ?? 0
  const span = Math.round(((times.at(-1) ?? first) - first) * 10) / 10
  const gaps = times.slice(1).map((at, index) => Math.round((at - (times[index] ?? at)) * 10) / 10)
  const shape = { events: times.length, firstEventMs: first, spanMs: span, gaps: gaps.slice(0, 40) }
  if (times.length < FEWEST) return { kind: 'too-short', ...shape }
  const atOnce = reads === 1 && first >= 50
  const burst = span < BURST && first >= WAIT && reads <= FEW_READS
  if (!atOnce && !burst) return { kind: 'streaming', ...shape }
  return { kind: stalledMs > STALL ? 'too-short' : 'buffered', ...shape }
}
