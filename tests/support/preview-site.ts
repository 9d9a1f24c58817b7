import path from 'node:path'
import { build, preview } from 'vite'

/** The app on a host in memory, built and served: every state can be had by its address, and nothing leaves the page. */
export async function previewSite(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const configFile = path.resolve(import.meta.dirname, '../renderer/preview.config.ts')
  await build({ configFile, logLevel: 'error' })
  const server = await preview({ configFile, logLevel: 'error', preview: { port: 0, host: '127.0.0.1' } })
  return { url: `${server.resolvedUrls?.local[0]}preview.html`, close: () => server.close() }
}
