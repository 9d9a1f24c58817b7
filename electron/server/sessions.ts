import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** Who may use the server: one link that works once, and the browsers that used one. Nothing is kept on disk; all ends with the process. */
export interface Sessions {
  /** Makes a new one-time token; an unused older one stops working. */
  issue(): string
  /** Exchanges a token for the secret of a new session; undefined when the token is unknown or used. */
  exchange(token: string): string | undefined
  has(secret: string | undefined): boolean
}

/** @param limit how many sessions are kept; the oldest gives way. @param first the first token, random when left out */
export function createSessions(limit: number, first?: string): Sessions {
  let open: Buffer | undefined = first === undefined ? undefined : digest(first)
  const sessions: Buffer[] = []
  return {
    issue() {
      const token = secret()
      open = digest(token)
      return token
    },
    exchange(token) {
      if (!open || !timingSafeEqual(open, digest(token))) return undefined
      open = undefined
      const session = secret()
      sessions.push(digest(session))
      if (sessions.length > limit) sessions.shift()
      return session
    },
    has(session) {
      if (session === undefined) return false
      const wanted = digest(session)
      return sessions.some((known) => timingSafeEqual(known, wanted))
    },
  }
}

const secret = (): string => randomBytes(32).toString('base64url')
/** Of equal length whatever came in, so that comparing takes the same time. */
const digest = (value: string): Buffer => createHash('sha256').update(value).digest()

/** The value of a cookie in a Cookie header. */
export function cookie(header: string | undefined, name: string): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return undefined
}
