import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build, preview } from 'vite'

export interface BuiltSite {
  /** Ends with a slash. */
  readonly url: string
  close(): Promise<void>
}

/** What a Vite configuration builds, served from a folder of its own: two workers that build the same must not empty each other's. */
export async function builtSite(configFile: string): Promise<BuiltSite> {
  const outDir = mkdtempSync(path.join(tmpdir(), 'switchyard-site-'))
  const config = { configFile, logLevel: 'error', build: { outDir, emptyOutDir: true } } as const
  await build(config)
  const server = await preview({ ...config, preview: { port: 0, host: '127.0.0.1' } })
  return {
    url: server.resolvedUrls?.local[0] ?? '',
    async close() {
      await server.close()
      rmSync(outDir, { recursive: true })
    },
  }
}
