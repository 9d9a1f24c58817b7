import { createServer, type IncomingMessage } from 'node:http'

/** A relay that refuses everything and repeats all that it was sent: the worst that a server's error text can do. */
export async function startEchoingRelay(): Promise<{ readonly url: string; close(): void }> {
  const server = createServer(
    (request, response) => void answer(request).then((body) => response.writeHead(401, headers(request)).end(body)),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

const headers = ({ headers: sent }: IncomingMessage) => ({
  'Content-Type': 'application/json',
  'X-Echo': String(sent.authorization ?? sent['x-api-key'] ?? sent['x-goog-api-key'] ?? ''),
  'Retry-After': '1',
})

async function answer(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const piece of request) body += piece
  const said = `Incorrect API key provided: ${JSON.stringify(request.headers)} ${request.url} ${body}`
  return JSON.stringify({ type: 'error', error: { type: 'authentication_error', code: 'invalid_api_key', message: said } })
}
