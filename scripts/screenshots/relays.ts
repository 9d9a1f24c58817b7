import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import path from 'node:path'
import { startFakeRelay, tlsListener } from '../../tests/support/fake-relay'
import { daysFromNow, makeAuthorities } from '../../tests/support/lab/authorities'
import { makeCertificate } from '../../tests/support/lab/certificate'

export const KEY = 'sk-demo-0000000000000000000000007f3a'
const hosts = ['api.3xcoder.com', 'relay.acme.example', 'relay.example.com']
const models = ['claude-sonnet-4-20250514', 'claude-opus-5-5', 'gpt-4o', 'gpt-6-sol', 'gemini-2.5-pro', 'gemini-3.8-flash']

/** Relays with the names of the pictures, on this machine: a proxy leads every name here, and nothing else is reached. */
export interface Relays {
  /** What `settings.json` must say for our tests to go this way. */
  readonly way: { readonly proxy: string; readonly caFile: string }
  close(): Promise<void>
}

/** @param folder where the file of certificates is put */
export async function startRelays(folder: string): Promise<Relays> {
  const { root } = makeAuthorities()
  const { certPem, keyPem } = makeCertificate({ name: { common: hosts[0] ?? '' }, hosts, issuer: root, ...daysFromNow(-1, 30) })
  const relay = await startFakeRelay({ keys: [KEY], models, gapMs: 30, listener: tlsListener({ cert: certPem, key: keyPem }) })
  const open = new Set<Socket>()
  const proxy = createServer((_request, response) => void response.writeHead(502).end())
  proxy.on('connect', (_request, client: Socket) => {
    const target = connect(relay.port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      target.pipe(client).pipe(target)
    })
    for (const socket of [client, target]) {
      open.add(socket)
      socket.on('error', () => socket.destroy())
    }
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const caFile = path.join(folder, 'ca.pem')
  writeFileSync(caFile, root.certPem)
  return {
    way: { proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, caFile },
    async close() {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => proxy.close(resolve))
      await relay.close()
    },
  }
}
