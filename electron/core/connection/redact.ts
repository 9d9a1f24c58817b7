import { maskKey } from '../mask-key'
import { spellingsOf } from '../redact/known'
import { maskShapes } from '../redact/shapes'

const longest = 300

/** What a server said, fit to be shown: one line, short, and without the key even where the server repeats it. */
export function evidenceOf(said: string, key: string): string {
  const line = said
    .replace(/\p{C}+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const bare = withoutKey(line, key)
  return bare.length > longest ? `${bare.slice(0, longest - 1)}…` : bare
}

/** Before the text is cut short: half a key is none that could be found later. */
function withoutKey(said: string, key: string): string {
  const spellings = key === '' ? [] : spellingsOf(key)
  return maskShapes(spellings.reduce((text, spelling) => text.replaceAll(spelling, maskKey(key) || '…'), said))
}
