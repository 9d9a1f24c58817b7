import { comparable } from '../profile-names'

/** Longest name of a profile. */
const MOST = 200

/** The name with the first number that nobody has; `taken` are names as `comparable` makes them. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number += 1) {
    const ending = ` (${number})`
    const free = `${name.slice(0, MOST - ending.length)}${ending}`
    if (!taken.has(comparable(free))) return free
  }
}
