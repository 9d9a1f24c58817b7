/** Milliseconds after which a silence counts as none coming. */
export interface Timeouts {
  readonly dns: number
  readonly connect: number
  readonly tls: number
  /** From the request sent to the first byte: models that think are slow. */
  readonly headers: number
  /** Between two pieces of an answer. */
  readonly idle: number
  /** A whole answer, however steadily it drips. */
  readonly body: number
}

export const defaultTimeouts: Timeouts = { dns: 8000, connect: 8000, tls: 8000, headers: 45_000, idle: 20_000, body: 90_000 }
