import { connect } from 'node:net'

/**
 * True when the D-Bus session bus at an address takes part in its handshake within the time, in milliseconds. Asked before the native module is:
 * that connects without a time limit and stops the whole process meanwhile. Addresses that are not paths of sockets count as answering.
 * Protocol: D-Bus Specification, "Authentication Protocol" (EXTERNAL).
 */
export function busAnswers(address: string | undefined, patience: number): Promise<boolean> {
  if (!address) return Promise.resolve(false)
  const path = /^unix:(?:[^;]*,)?path=([^,;]+)/.exec(address)?.[1]
  if (path === undefined) return Promise.resolve(true)
  return new Promise((resolve) => {
    const socket = connect(decodeURIComponent(path))
    const end = (answers: boolean) => {
      socket.destroy()
      resolve(answers)
    }
    socket.setTimeout(patience, () => end(false))
    socket.once('error', () => end(false))
    socket.once('connect', () => socket.write(`\0AUTH EXTERNAL ${Buffer.from(String(process.getuid?.() ?? 0)).toString('hex')}\r\n`))
    socket.once('data', () => end(true))
  })
}
