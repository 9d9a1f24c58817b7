import { setTimeout as sleep } from 'node:timers/promises'

/** Lets few through at a time. Each gives its place back by the returned function, or loses it after `holdMs`. */
export interface Gate {
  enter(): Promise<() => void>
}

/**
 * A handshake keeps the processor busy for some milliseconds and then waits for the network. With many at once each would measure the others'
 * work. So few begin together, and one that waits for a far server does not hold up the rest.
 */
export function createGate(places: number, holdMs: number): Gate {
  let free = places
  const waiting: (() => void)[] = []
  const give = () => {
    const next = waiting.shift()
    if (next) next()
    else free += 1
  }
  return {
    async enter() {
      if (free > 0) free -= 1
      else await new Promise<void>((resolve) => waiting.push(resolve))
      let held = true
      const release = () => {
        if (!held) return
        held = false
        give()
      }
      void sleep(holdMs, undefined, { ref: false }).then(release)
      return release
    },
  }
}
