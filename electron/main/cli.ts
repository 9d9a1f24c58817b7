import { createRequire } from 'node:module'
import { join } from 'node:path'
import { app } from 'electron'
import { ownCliCommand } from './own-program'

/** What follows `--cli` on the command line, or null when the window is wanted. */
export function cliArguments(argv: readonly string[]): readonly string[] | null {
  const at = argv.indexOf('--cli')
  return at === -1 ? null : argv.slice(at + 1)
}

/** Runs the terminal shell in this process (`switchyard-desktop --cli list`), for machines without Node. Its bundle lies beside the app's own. */
export async function runCli(argv: readonly string[]): Promise<void> {
  const bundle = join(app.getAppPath(), 'out', 'cli')
  const { main } = createRequire(import.meta.url)(join(bundle, 'full.js')) as {
    main(argv: readonly string[], around: object): Promise<number>
  }
  app.exit(
    await main(argv, { env: process.env, platform: process.platform, bundle, version: app.getVersion(), cliCommand: ownCliCommand() }),
  )
}
