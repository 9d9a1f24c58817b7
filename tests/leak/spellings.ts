/** A key without any service's shape, with characters that URLs, JSON and shells spell in their own ways. */
export const KEY = 'Zq4+Leak/9f8e7d6c~5b4a3928='

/** How a key may be written: as it is, in URLs, in JSON, in base64 (which depends on what stands before it), in hex. */
function spellings(key: string): readonly string[] {
  const inBase64 = [0, 1, 2].map((before) => {
    const code = Buffer.from(`${' '.repeat(before)}${key}`).toString('base64')
    // The first and the last characters hold bits of the neighbours.
    return code.slice(before === 0 ? 0 : 4, Math.floor(((before + key.length) * 8) / 6) - 1)
  })
  return [key, encodeURIComponent(key), encodeURI(key), JSON.stringify(key).slice(1, -1), ...inBase64, Buffer.from(key).toString('hex')]
}

/** The words around the first place where a text holds the key in any spelling. */
export function leakIn(text: string, key = KEY): string | undefined {
  for (const spelling of spellings(key)) {
    const at = text.indexOf(spelling)
    if (at >= 0) return text.slice(Math.max(0, at - 120), at + spelling.length + 40)
  }
  return undefined
}
