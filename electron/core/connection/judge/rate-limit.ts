import type { RateLimit } from '../../../../shared/model/probe'

type Headers = Readonly<Record<string, string>>

/** Retry-After and the x-ratelimit (OpenAI and most relays) and anthropic-ratelimit headers; undefined when there are none. Pure. */
export function readRateLimit(headers: Headers, now: Date): RateLimit | undefined {
  const retryAfterMs = retryAfter(headers, now)
  const names = Object.keys(headers).flatMap((name) => {
    const found = /^(?:x-ratelimit-(limit|remaining|reset)-?(.*)|(?:anthropic-)ratelimit-(.+)-(limit|remaining|reset))$/.exec(name)
    return found
      ? [{ name: (found[2] ?? found[3] ?? '') || 'requests', field: found[1] ?? found[4] ?? '', value: headers[name] ?? '' }]
      : []
  })
  const limits = [...new Set(names.map(({ name }) => name))].map((name) => ({
    name,
    ...Object.fromEntries(names.filter((each) => each.name === name).map(({ field, value }) => [field, value.slice(0, 60)])),
  }))
  return retryAfterMs === undefined && limits.length === 0 ? undefined : { retryAfterMs, limits }
}

/** Seconds or a date (RFC 9110), or OpenAI's milliseconds. */
function retryAfter(headers: Headers, now: Date): number | undefined {
  const ms = Number(headers['retry-after-ms'])
  if (headers['retry-after-ms'] !== undefined && Number.isFinite(ms)) return Math.max(0, ms)
  const value = headers['retry-after']?.trim()
  if (!value) return undefined
  const seconds = Number(value)
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000)
  const date = Date.parse(value)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime())
}
