/** Days before its last one from which a key's end is told. */
const NOTICE_DAYS = 14
const MS_PER_DAY = 86_400_000

export interface KeyExpiry {
  readonly state: 'fine' | 'soon' | 'expired'
  /** Calendar days until the key's last day, which is 0; negative afterwards. */
  readonly days: number
}

/** True for a day of the calendar as ISO 8601 writes it: `2027-01-31`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

/** How near a key's last day is, counted in days of the calendar where `now` is looked at. Nothing for a key without one, or with one that is no day. */
export function keyExpiry(expiresAt: string | undefined, now: Date): KeyExpiry | undefined {
  if (expiresAt === undefined || !isDay(expiresAt)) return undefined
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())
  const days = Math.round((Date.parse(`${expiresAt}T00:00:00Z`) - today) / MS_PER_DAY)
  return { state: days < 0 ? 'expired' : days <= NOTICE_DAYS ? 'soon' : 'fine', days }
}
