/** As the terminal asks for it. */
export const shortest = 8

export type Strength = 'short' | 'weak' | 'fair' | 'strong'

/** The kinds of characters, each with how many there are of it. */
const kinds: readonly (readonly [RegExp, number])[] = [
  [/[a-z]/, 26],
  [/[A-Z]/, 26],
  [/\d/, 10],
  [/[ -/:-@[-`{-~]/, 33],
  [/[^ -~]/, 1000],
]

/** A rough guess, in bits of random choice; what is repeated counts little. It knows no dictionary, and so praises nothing too early. */
export function strengthOf(passphrase: string): Strength {
  if (passphrase.length < shortest) return 'short'
  const choices = kinds.reduce((sum, [kind, size]) => (kind.test(passphrase) ? sum + size : sum), 0)
  const bits = Math.min(passphrase.length, 2 * new Set(passphrase).size) * Math.log2(choices)
  return bits < 60 ? 'weak' : bits < 90 ? 'fair' : 'strong'
}
