import { tick } from './clock'

/** Often enough to see what spoils the spacing of a stream, and seldom enough to cost nothing. */
const EVERY = 25

/**
 * Watches how long this process was kept from reading, by a timer that comes late. What arrives meanwhile is read in one piece, as if something on the
 * way had held it back. The returned function ends the watch and gives the longest such time in ms.
 */
export function watchStalls(): () => number {
  let last = tick()
  let longest = 0
  const look = () => {
    const now = tick()
    longest = Math.max(longest, now - last - EVERY)
    last = now
  }
  const timer = setInterval(look, EVERY).unref()
  return () => {
    clearInterval(timer)
    look()
    return Math.round(longest)
  }
}
