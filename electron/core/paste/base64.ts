/**
 * Text in base64 as senders really write it: standard or URL-safe, with or without padding, with blanks where a form decoder ate the plus.
 * Undefined when it is no base64 or no UTF-8.
 */
export function readBase64(text: string): string | undefined {
  const code = text.trim().replaceAll(' ', '+').replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '')
  if (code === '' || code.length % 4 === 1 || !/^[A-Za-z0-9+/]+$/.test(code)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(code, 'base64'))
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** Base64, or the plain text where a sender did not encode. */
export const base64OrPlain = (text: string): string => (/^\s*[{["]/.test(text) ? text : (readBase64(text) ?? text))
