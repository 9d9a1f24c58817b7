/** Reads JSON of unknown shape without trusting it. */
export type Fields = Readonly<Record<string, unknown>>

export const fields = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
export const string = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
/** The same, with an empty text as nothing. */
export const words = (value: unknown): string | undefined => string(value) || undefined

/** The message of an error object in any of the shapes that relays use. */
export function errorText(value: unknown): string | undefined {
  if (typeof value === 'string') return value || undefined
  const { message, error, msg, detail, error_msg: errorMessage, code, type } = fields(value)
  for (const found of [message, msg, errorMessage, detail]) if (typeof found === 'string' && found !== '') return found
  const inner = error === undefined || error === null ? undefined : errorText(error)
  return inner ?? words(type) ?? (typeof code === 'string' || typeof code === 'number' ? String(code) : undefined)
}
