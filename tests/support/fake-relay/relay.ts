import { createServer, type Server } from 'node:http'
import { deliver } from './deliver'
import { createFaultPlan } from './faults'
import { readIncoming } from './incoming'
import { respond } from './respond'
import type { FakeRelay, FakeRelayOptions, RecordedRequest } from './types'

/** Starts a relay on 127.0.0.1 that speaks OpenAI, Anthropic and Gemini, checks keys and records requests. */
export async function startFakeRelay(options: FakeRelayOptions): Promise<FakeRelay> {
  const prefix = cleanPrefix(options.prefix)
  const requests: RecordedRequest[] = []
  const faults = createFaultPlan()

  const server = createServer((message, response) => {
    const serve = async () => {
      const { match, request } = await readIncoming(message, prefix)
      const reply = faults.apply(respond(options, match, request), request)
      requests.push({ ...request, status: reply.sendHeaders ? reply.status : 0 })
      await deliver(reply, response)
    }
    serve().catch(() => response.destroy())
  })
  const port = await listen(server, options.port ?? 0)

  return {
    url: `http://127.0.0.1:${port}${prefix}`,
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
    close: () => stop(server),
  }
}

function cleanPrefix(prefix = ''): string {
  const inner = prefix.replace(/^\/+|\/+$/g, '')
  return inner === '' ? '' : `/${inner}`
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('No TCP address'))
      else resolve(address.port)
    })
  })
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
