import { once } from 'node:events'
import { request } from 'node:http'
import { connect, type Socket } from 'node:net'
import type { Login } from '../support/lab'

export interface Way {
  /** `host:port`. */
  readonly target: string
  readonly login?: Login
}

/** A socket through an HTTP proxy's tunnel; fails with the status that the proxy refuses with. */
export async function overTunnel(proxyPort: number, { target, login }: Way): Promise<Socket> {
  const headers =
    login === undefined ? {} : { 'proxy-authorization': `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}` }
  const asking = request({ port: proxyPort, host: '127.0.0.1', method: 'CONNECT', path: target, headers, agent: false })
  asking.end()
  return new Promise((resolve, reject) => {
    asking.on('error', reject)
    asking.on('connect', (answer, socket) => {
      if (answer.statusCode === 200) return resolve(socket)
      socket.destroy()
      reject(new Error(`proxy ${answer.statusCode} ${answer.headers['proxy-authenticate'] ?? ''}`.trim()))
    })
  })
}

/** A socket through a SOCKS5 proxy; fails with the code that the proxy refuses with. */
export async function overSocks(proxyPort: number, { target, login }: Way): Promise<Socket> {
  const socket = connect(proxyPort, '127.0.0.1')
  await once(socket, 'connect')
  const hear = async (): Promise<Buffer> => {
    const [said] = await Promise.race([once(socket, 'data'), once(socket, 'end').then(() => Promise.reject(new Error('proxy fin')))])
    return said
  }
  const turn = (...bytes: readonly (number | string)[]) => {
    socket.write(Buffer.concat(bytes.map((part) => (typeof part === 'number' ? Buffer.from([part]) : Buffer.from(part)))))
    return hear()
  }
  const method = (await turn(5, 1, login === undefined ? 0 : 2))[1]
  if (method === 0xff) throw refused(socket, 'no method')
  if (login !== undefined) {
    const said = await turn(1, Buffer.byteLength(login.user), login.user, Buffer.byteLength(login.password), login.password)
    if (said[1] !== 0) throw refused(socket, 'login')
  }
  const colon = target.lastIndexOf(':')
  const port = Number(target.slice(colon + 1))
  const host = target.slice(0, colon)
  const code = (await turn(5, 1, 0, 3, host.length, host, port >> 8, port & 0xff))[1]
  if (code !== 0) throw refused(socket, String(code))
  return socket
}

function refused(socket: Socket, why: string): Error {
  socket.destroy()
  return new Error(`proxy ${why}`)
}
