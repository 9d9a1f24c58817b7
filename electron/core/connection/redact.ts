import { maskKey } from '../api-key'

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

/** Takes a key out of a text, also in the spellings that URLs and servers give it. */
export function withoutKey(said: string, key: string): string {
  const spellings = key === '' ? [] : [key, encodeURIComponent(key), Buffer.from(key).toString('base64')]
  const own = spellings.reduce((text, spelling) => text.split(spelling).join(maskKey(key) || '…'), said)
  return own.replace(/\b(sk-|AIza)[\w-]{12,}/g, (found) => maskKey(found))
}
