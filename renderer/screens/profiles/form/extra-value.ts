/**
 * What a typed value means: `true`, `false` and numbers are themselves, everything else is a text. Quotes make a text of anything: `"5"`.
 */
export function parseExtra(typed: string): string | number | boolean {
  const text = typed.trim()
  if (text === 'true') return true
  if (text === 'false') return false
  if (isNumber(text)) return Number(text)
  if (text.length >= 2 && text.startsWith('"') && text.endsWith('"')) return text.slice(1, -1)
  return text
}

/** The way back: `parseExtra(formatExtra(value))` is the value. */
export function formatExtra(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value)
  const plain = value === value.trim() && parseExtra(value) === value
  return plain ? value : `"${value}"`
}

/** Only numbers that come back as they were written, so that `007` and `1e999` stay texts. */
const isNumber = (text: string) => text !== '' && String(Number(text)) === text && Number.isFinite(Number(text))
