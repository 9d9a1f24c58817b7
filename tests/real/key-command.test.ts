import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type FakeRelay, startFakeRelay } from '../support/fake-relay'
import { expectRestored, type Side } from './expectations'
import { installTool } from './install'
import { ownFiles } from './own-files'
import type { ProcessRun } from './process'
import { runCli, runSwitchyard } from './run-cli'
import { createTempHome, snapshot, type TempHome } from './temp-home'
import { type RealTool, realTools } from './tools'

const sideOf = (name: string): Side => ({
  name,
  key: `sk-${name}-0123456789abcdef0123`,
  keyVariable: `RELAY_KEY_${name.toUpperCase()}`,
  model: `model-${name}`,
  answer: `pong ${name} from model-${name}`,
})

/** Its key is asked for; that of the other one is written. */
const asked = sideOf('asked')
const written = sideOf('written')

/** What each tool sends of a key that a command printed. */
const headers = { claude: ['bearer', 'x-api-key'], codex: ['bearer'] } as const
const passphrase = 'a long passphrase'

let relayAsked: FakeRelay
let relayWritten: FakeRelay

beforeAll(async () => {
  relayAsked = await startFakeRelay({ keys: [asked.key], models: [asked.model], answer: asked.answer })
  relayWritten = await startFakeRelay({ keys: [written.key], models: [written.model], answer: written.answer })
})

afterAll(async () => {
  await Promise.all([relayAsked.close(), relayWritten.close()])
})

describe.each(realTools.filter(({ id }) => id in headers))('$id $version asks a command for its key', (tool) => {
  let place: TempHome
  beforeAll(() => {
    installTool(tool)
  })
  beforeEach(async () => {
    relayAsked.clear()
    relayWritten.clear()
    place = createTempHome(ownFiles[tool.id])
  })
  afterEach(() => place.remove())

  test('the relay gets the key, and no file holds it: not after a written key either, and a restore takes all back', async () => {
    const before = snapshot(place.home)
    await add(tool, place, asked, relayAsked, '--key-delivery', 'command')
    await add(tool, place, written, relayWritten)

    await switchyard(tool, place, ['use', asked.name])
    await expectAnswer(tool, place, asked)
    expectSent(relayAsked, asked.key, headers[tool.id as keyof typeof headers])
    expectNowhere(place, asked.key)

    await switchyard(tool, place, ['use', written.name])
    await expectAnswer(tool, place, written)
    expectSent(relayWritten, written.key, ['bearer'])

    relayAsked.clear()
    await switchyard(tool, place, ['use', asked.name])
    await expectAnswer(tool, place, asked)
    expectSent(relayAsked, asked.key, headers[tool.id as keyof typeof headers])
    for (const { key } of [asked, written]) expectNowhere(place, key)

    await switchyard(tool, place, ['restore'])
    expectRestored(tool, place, before, [asked.key, written.key])
  })

  test.each([asked, written])('a command may run with the profile “$name” beside it', async (side) => {
    await add(tool, place, asked, relayAsked, '--key-delivery', 'command')
    await add(tool, place, written, relayWritten)
    await switchyard(tool, place, ['use', asked.name])
    const command = [tool.id, ...tool.args('Answer with one word.')]
    const run = await runSwitchyard(tool, place, ['run', side.name, '--', ...command])
    expect(run, run.stderr).toMatchObject({ code: 0 })
    expect(run.stdout).toContain(side.answer)
    for (const { key } of [asked, written]) expectNowhere(place, key)
  })

  test('a locked vault hands out none, and the tool shows why', async () => {
    await add(tool, place, asked, relayAsked, '--key-delivery', 'command')
    await switchyard(tool, place, ['use', asked.name])
    await switchyard(tool, place, ['vault', 'protect', 'passphrase', '--passphrase-env', 'PHRASE'], { PHRASE: passphrase })
    await switchyard(tool, place, ['vault', 'lock'])
    const { stdout, stderr } = await ask({ ...tool, env: { ...tool.env, CLAUDE_CODE_MAX_RETRIES: '0' } }, place)
    expect(`${stdout}${stderr}`).toMatch(/The vault that holds your keys is locked[\s\S]*switchyard vault unlock/)
    expect(relayAsked.requests.flatMap(({ credentials }) => credentials).filter(({ key }) => key.trim() !== '')).toEqual([])
  })
})

const ask = (tool: RealTool, place: TempHome): Promise<ProcessRun> => runCli(tool, place, 'Answer with one word.')

async function add(tool: RealTool, place: TempHome, side: Side, relay: FakeRelay, ...more: readonly string[]): Promise<void> {
  const which = ['--tools', tool.id, '--model', `${tool.id}=${side.model}`, ...more]
  const args = ['add', side.name, '--url', relay.url, '--key-env', side.keyVariable, ...which]
  await switchyard(tool, place, args, { [side.keyVariable]: side.key })
}

async function switchyard(tool: RealTool, place: TempHome, args: readonly string[], variables = {}): Promise<void> {
  const run = await runSwitchyard(tool, place, args, variables)
  expect(run, `switchyard ${args.join(' ')}`).toMatchObject({ code: 0, timedOut: false })
}

async function expectAnswer(tool: RealTool, place: TempHome, side: Side): Promise<void> {
  const run = await ask(tool, place)
  expect(run, `${tool.id} with relay ${side.name}`).toMatchObject({ code: 0, timedOut: false })
  expect(run.stdout).toContain(side.answer)
}

/** Every prompt carried this key in these headers, and no request any other key. */
function expectSent(relay: FakeRelay, key: string, kinds: readonly string[]): void {
  const prompts = relay.requests.filter(({ method }) => method === 'POST')
  expect(prompts.length).toBeGreaterThan(0)
  for (const { status, credentials } of prompts) {
    expect(status).toBe(200)
    expect(credentials.map(({ kind }) => kind).sort()).toEqual([...kinds].sort())
  }
  expect(relay.requests.flatMap(({ credentials }) => credentials).filter((credential) => credential.key !== key)).toEqual([])
}

/** Neither the home nor Switchyard's own folder holds the key, or the part of it that tools keep, in any spelling. */
function expectNowhere(place: TempHome, key: string): void {
  const parts = [key, key.slice(-20), encodeURIComponent(key), Buffer.from(key).toString('base64'), Buffer.from(key).toString('hex')]
  for (const folder of [place.home, place.data, place.scratch])
    for (const [path, bytes] of snapshot(folder)) {
      const found = parts.filter((part) => bytes.includes(part))
      expect({ path, found }).toEqual({ path, found: [] })
    }
}
