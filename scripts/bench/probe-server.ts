import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

export interface ProbeServer {
  readonly http: string
  readonly https: string
  close(): void
}

/**
 * A relay that does as little as possible, in a process of its own, so that neither it nor a client measures the other's work. Below `/slow` it
 * waits 200 ms. `x-own-ms` says how long it had the request.
 */
export async function startProbeServer(tls: { readonly cert: string; readonly key: string }): Promise<ProbeServer> {
  const child: ChildProcess = spawn(process.execPath, ['-e', program], {
    env: { TLS_OPTIONS: JSON.stringify(tls) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (child.stdout === null) throw new Error('the server has no output')
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  const ports = JSON.parse(line) as { readonly http: number; readonly https: number }
  return {
    http: `http://127.0.0.1:${ports.http}`,
    https: `https://127.0.0.1:${ports.https}`,
    close: () => void child.kill(),
  }
}

const program = `
const { performance } = require('node:perf_hooks')
const models = JSON.stringify({ data: [{ id: 'claude-x' }] })
const refused = JSON.stringify({ error: { type: 'invalid_request_error', message: 'messages: Field required' } })
const handle = (request, response) => {
  const start = performance.now()
  request.resume().on('end', () => {
    const answer = () => {
      const body = request.method === 'GET' ? models : refused
      response.writeHead(request.method === 'GET' ? 200 : 400, {
        'content-type': 'application/json',
        'content-length': body.length,
        'x-own-ms': (performance.now() - start).toFixed(3),
      })
      response.end(body)
    }
    if (request.url.startsWith('/slow')) setTimeout(answer, 200)
    else answer()
  })
}
const http = require('node:http').createServer(handle)
const https = require('node:https').createServer(JSON.parse(process.env.TLS_OPTIONS), handle)
http.listen(0, '127.0.0.1', 1024, () =>
  https.listen(0, '127.0.0.1', 1024, () => console.log(JSON.stringify({ http: http.address().port, https: https.address().port }))))
`
