import { type ChildProcess, spawn } from 'node:child_process'
import { connect, type Socket } from 'node:net'
import path from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { program, type Terminal } from '../cli/terminal'

/** A `switchyard serve` of its own process, as users run it. */
export interface Victim {
  readonly child: ChildProcess
  readonly port: number
  readonly origin: string
  /** The one-time token of its link. */
  readonly token: string
  /** What it wrote to its standard output and error. */
  said(): string
}

export async function serveFor(terminal: Terminal, ...args: readonly string[]): Promise<Victim> {
  const child = spawn(process.execPath, [path.resolve(program), 'serve', '--json', '--port', '0', ...args], { env: terminal.env })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (piece: string) => {
      said += piece
    })
  await expect.poll(() => /"port":\s*\d+/.test(said), { timeout: 10_000 }).toBe(true)
  const { url, origin, port } = JSON.parse(said.slice(said.indexOf('{'))) as { url: string; origin: string; port: number }
  return { child, port, origin, token: new URL(url).hash.slice('#token='.length), said: () => said }
}

/** Opens a plain connection; whatever happens to it is no error of the test. */
export function rawSocket(port: number, host = '127.0.0.1'): Socket {
  const socket = connect(port, host)
  onTestFinished(() => void socket.destroy())
  return socket.on('error', () => undefined)
}

/** Sends these very bytes and reads until the server closes, or until `wait` ms have passed without an end. */
export function sendRaw(port: number, bytes: string | Buffer, wait = 3000): Promise<string> {
  return new Promise((resolve) => {
    const socket = rawSocket(port)
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1')
    })
    const timer = setTimeout(() => socket.destroy(), wait)
    socket.on('close', () => {
      clearTimeout(timer)
      resolve(answer)
    })
    socket.write(bytes)
  })
}

export interface RawRequest {
  readonly method?: string
  readonly target?: string
  /** Lines in place of the ordinary ones, or in addition to them; undefined takes one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>
  readonly body?: string
}

/** The text of a request as the page itself would send it, but for what the attack changes. */
export function requestText(origin: string, { method = 'POST', target = '/api/call', headers = {}, body = '' }: RawRequest): string {
  const all: Readonly<Record<string, string | undefined>> = {
    Host: origin.replace(/^https?:\/\//, ''),
    Origin: origin,
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
    ...headers,
  }
  const lines = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]))
  return `${[`${method} ${target} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n${body}`
}

/** Status and error code of an answer: `403 wrong-origin`. */
export function verdictOf(answer: string): string {
  const status = /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 'nothing'
  const code = /"code":"([\w-]+)"/.exec(answer)?.[1]
  return code === undefined ? status : `${status} ${code}`
}
