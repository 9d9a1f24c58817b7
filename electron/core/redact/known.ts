import { maskKey } from '../mask-key'

/** Shorter texts would mask ordinary words. */
const SHORTEST = 8
/** Up to so many spellings are looked for one by one. */
const FEW = 24

/** A secret in the spellings that JSON, URLs and servers give it. */
export const spellingsOf = (secret: string): readonly string[] => [
  ...new Set([secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), Buffer.from(secret).toString('base64')]),
]

/** Secrets that this process has seen, and texts without them. */
export interface KnownSecrets {
  add(secret: string): void
  /** True while there is nothing to look for. */
  isEmpty(): boolean
  mask(words: string): string
}

export function knownSecrets(): KnownSecrets {
  const fresh = new Set<string>()
  const seen = new Set<string>()
  /** Spellings by their first characters, longest first, with what is shown instead. */
  const byStart = new Map<string, [spelling: string, masked: string][]>()
  let count = 0
  let few: readonly [spelling: string, masked: string][] = []
  const learn = () => {
    for (const secret of fresh) {
      const masked = maskKey(secret)
      for (const spelling of spellingsOf(secret)) {
        const start = spelling.slice(0, SHORTEST)
        byStart.set(
          start,
          [...(byStart.get(start) ?? []), [spelling, masked] as [string, string]].sort(([a], [b]) => b.length - a.length),
        )
        count += 1
      }
    }
    fresh.clear()
    few = count <= FEW ? [...byStart.values()].flat() : []
  }
  const replaceFew = (words: string): string => {
    let left = words
    for (const [spelling, masked] of few) if (left.includes(spelling)) left = left.replaceAll(spelling, masked)
    return left
  }
  /** Looks at every place of the text once, however many secrets there are. */
  const replaceMany = (words: string): string => {
    let left = ''
    let from = 0
    for (let at = 0; at + SHORTEST <= words.length; at++) {
      const found = byStart.get(words.slice(at, at + SHORTEST))?.find(([spelling]) => words.startsWith(spelling, at))
      if (found === undefined) continue
      left += words.slice(from, at) + found[1]
      from = at + found[0].length
      at = from - 1
    }
    return from === 0 ? words : left + words.slice(from)
  }
  return {
    add(secret) {
      if (secret.length < SHORTEST || seen.has(secret)) return
      seen.add(secret)
      fresh.add(secret)
    },
    isEmpty: () => seen.size === 0,
    mask(words) {
      if (words.length < SHORTEST || seen.size === 0) return words
      if (fresh.size > 0) learn()
      return count <= FEW ? replaceFew(words) : replaceMany(words)
    },
  }
}
