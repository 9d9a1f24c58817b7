import type { Server } from 'node:net'
import { deliver } from './deliver'
import { createFaultPlan } from './faults'
import { readIncoming } from './incoming'
import { plainListener, trackConnections } from './listener'
import { respond } from './respond'
import type { FakeRelay, FakeRelayOptions, RecordedRequest } from './types'

/** Starts a relay on this machine that speaks OpenAI, Anthropic and Gemini, checks keys and records requests. */
export async function startFakeRelay(options: FakeRelayOptions): Promise<FakeRelay> {
  const { listener = plainListener, host = '127.0.0.1' } = options
  const prefix = cleanPrefix(options.prefix)
  const requests: RecordedRequest[] = []
  const faults = createFaultPlan()

  const server = listener.createServer((message, response) => {
    const serve = async () => {
      const { match, request } = await readIncoming(message, { prefix, speaks: options.speaks })
      const reply = await faults.apply(respond(options, match, request), request)
      requests.push({ ...request, status: reply.sendHeaders ? reply.status : 0 })
      await deliver(reply, response, connections.reset)
    }
    serve().catch(() => response.destroy())
  })
  const connections = trackConnections(server)
  const port = await listen(server, options.port ?? 0, host)

  return {
    url: `${listener.scheme}://${host.includes(':') ? `[${host}]` : host}:${port}${prefix}`,
    port,
    requests,
    setFault(fault, scope) {
      faults.clear()
      if (fault !== null) faults.add(fault, scope)
    },
    addFault: (fault, scope) => faults.add(fault, scope),
    clear() {
      requests.length = 0
      faults.clear()
    },
    close: () => connections.close(),
  }
}

function cleanPrefix(prefix = ''): string {
  const inner = prefix.replace(/^\/+|\/+$/g, '')
  return inner === '' ? '' : `/${inner}`
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('No TCP address'))
      else resolve(address.port)
    })
  })
}
