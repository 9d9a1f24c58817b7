import { type AddressInfo, createServer, type Server } from 'node:net'
import { onTestFinished } from 'vitest'

async function listening(): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer((socket) => socket.end())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, port: (server.address() as AddressInfo).port }
}

/** A port of this machine on which something listens until the test ends. */
export async function openPort(): Promise<number> {
  const { server, port } = await listening()
  onTestFinished(() => void server.close())
  return port
}

/** A port of this machine on which nothing listens any more. */
export async function closedPort(): Promise<number> {
  const { server, port } = await listening()
  await new Promise((resolve) => server.close(resolve))
  return port
}
