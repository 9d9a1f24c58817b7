/** What one client may cost the server. Times in milliseconds, sizes in bytes. */
export interface Limits {
  /** Until all headers have arrived. */
  readonly headersTime: number
  /** Until the whole request has arrived. */
  readonly requestTime: number
  readonly headerSize: number
  /** Of a call of who is signed in: a file to import is the longest. */
  readonly bodySize: number
  /** Of a sign-in: a token and no more. */
  readonly loginSize: number
  readonly bodyDepth: number
  readonly connections: number
  /** Tabs that may listen to events at the same time. */
  readonly eventStreams: number
  /** Browsers that may be signed in at the same time; the oldest gives way. */
  readonly sessions: number
  /** What may wait for a browser that does not read its events. */
  readonly eventBacklog: number
}

export const defaultLimits: Limits = {
  headersTime: 5_000,
  requestTime: 10_000,
  headerSize: 16 * 1024,
  bodySize: 12 * 1024 * 1024,
  loginSize: 4 * 1024,
  bodyDepth: 32,
  connections: 128,
  eventStreams: 64,
  sessions: 32,
  eventBacklog: 4 * 1024 * 1024,
}
