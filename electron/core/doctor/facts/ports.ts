import { connect } from 'node:net'

/** How long a port of this machine may take to answer, in milliseconds. */
const PATIENCE = 1_000

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?|0\.0\.0\.0)$/i

export const isLoopback = (host: string): boolean => loopback.test(host)

/**
 * False when nothing listens on this port of this machine: the system refuses at once. No answer in time is no proof, for a busy machine looks
 * the same. Other machines are never asked.
 */
export function isOpen(host: string, port: number): Promise<boolean> {
  if (!isLoopback(host)) return Promise.resolve(true)
  return new Promise((resolve) => {
    const socket = connect({ host: host.replace(/^\[|\]$/g, ''), port })
    const end = (open: boolean) => {
      socket.destroy()
      resolve(open)
    }
    socket.setTimeout(PATIENCE, () => end(true))
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
  })
}
