import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { KEY, leakIn } from './spellings'

/** Files below a folder that hold the key, by their paths in it; `own` are files whose purpose is to hold it. */
export function leakingFiles(folder: string, own: readonly string[], key = KEY): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((file) => !own.includes(file) && leakIn(readFileSync(path.join(folder, file), 'latin1'), key) !== undefined)
}

/** What the tools' adapters write keys into. */
export const TOOL_FILES = ['.claude/settings.json', '.codex/config.toml', '.codex/auth.json', '.gemini/.env', '.gemini/settings.json']

/** Command lines of other processes that hold the key, looked at again and again until `stop`. Linux only; elsewhere nothing is seen. */
export function watchCommandLines(key = KEY): { stop(): readonly string[] } {
  const seen = new Set<string>()
  const look = () => {
    for (const name of process.platform === 'linux' ? readdirSync('/proc') : []) {
      if (!/^\d+$/.test(name)) continue
      const words = tryRead(`/proc/${name}/cmdline`)
      if (leakIn(words, key) !== undefined) seen.add(words.replaceAll('\0', ' '))
    }
  }
  const timer = setInterval(look, 15)
  return {
    stop() {
      clearInterval(timer)
      return [...seen]
    },
  }
}

/** A process may be gone before it is looked at. */
function tryRead(file: string): string {
  try {
    return readFileSync(file, 'latin1')
  } catch {
    return ''
  }
}

/** A relay that refuses everything and repeats all that it was sent: the worst that a server's error text can do. */
export async function echoingRelay(): Promise<string> {
  const server = createServer(
    (request, response) => void answer(request).then((body) => response.writeHead(401, headers(request)).end(body)),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
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
