#!/usr/bin/env node
import { writeSync } from 'node:fs'
import { bundleOf, loadBundle } from './load-bundle'
import type { main as Main } from './main'

declare const __VERSION__: string

async function start(argv: readonly string[]): Promise<void> {
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-v')) {
    writeSync(1, `${__VERSION__}\n`)
    return
  }
  const { main } = loadBundle(__dirname, bundleOf(argv[0]), require).exports as { main: typeof Main }
  const code = await main(argv, {
    env: process.env,
    platform: process.platform,
    bundle: __dirname,
    version: __VERSION__,
    cliCommand: [process.execPath, __filename],
  })
  // Left to itself, Node would first collect garbage and take its heap apart: a millisecond and more.
  process.exit(code)
}

void start(process.argv.slice(2))
