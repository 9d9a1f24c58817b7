import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type FakeRelay, startFakeRelay } from '../support/fake-relay'
import { expectAsked, expectRestored, type Side } from './expectations'
import { installTool } from './install'
import { ownFiles } from './own-files'
import { runCli, runSwitchyard } from './run-cli'
import { createTempHome, snapshot, type TempHome } from './temp-home'
import { type RealTool, realTools } from './tools'

function sideOf(name: string): Side {
  return {
    name,
    key: `sk-${name}-0123456789abcdef0123`,
    keyVariable: `RELAY_KEY_${name.toUpperCase()}`,
    model: `model-${name}`,
    answer: `pong ${name} from model-${name}`,
  }
}

const one = sideOf('one')
const two = sideOf('two')

let relayOne: FakeRelay
let relayTwo: FakeRelay

beforeAll(async () => {
  relayOne = await startFakeRelay({ keys: [one.key], models: [one.model], answer: one.answer })
  relayTwo = await startFakeRelay({ keys: [two.key], models: [two.model], answer: two.answer, prefix: '/gateway' })
})

afterAll(async () => {
  await Promise.all([relayOne.close(), relayTwo.close()])
})

describe.each(realTools)('$id $version', (tool) => {
  let place: TempHome
  beforeAll(() => {
    installTool(tool)
  })
  beforeEach(() => {
    relayOne.clear()
    relayTwo.clear()
  })
  afterEach(() => place.remove())

  test.each([
    ['a fresh home', {}],
    ["a home with the user's own settings and key", ownFiles[tool.id]],
  ])('talks to relay one, then to relay two, then is restored: %s', async (_name, files) => {
    place = createTempHome(files)
    const before = snapshot(place.home)
    await add(tool, place, one, relayOne)
    await add(tool, place, two, relayTwo)
    expect(snapshot(place.home)).toEqual(before)

    await switchyard(tool, place, ['use', one.name])
    await prompt(tool, place, one)
    expectAsked(relayOne, tool, one)
    expect(relayTwo.requests).toEqual([])

    relayOne.clear()
    await switchyard(tool, place, ['use', two.name])
    await prompt(tool, place, two)
    expectAsked(relayTwo, tool, two)
    expect(relayOne.requests).toEqual([])

    await switchyard(tool, place, ['restore'])
    expectRestored(tool, place, before, [one.key, two.key])
  })
})

async function add(tool: RealTool, place: TempHome, side: Side, relay: FakeRelay): Promise<void> {
  const which = ['--tools', tool.id, '--model', `${tool.id}=${side.model}`]
  const args = ['add', side.name, '--url', relay.url, '--key-env', side.keyVariable, ...which]
  await switchyard(tool, place, args, { [side.keyVariable]: side.key })
}

async function switchyard(tool: RealTool, place: TempHome, args: readonly string[], keys = {}): Promise<void> {
  const run = await runSwitchyard(tool, place, args, keys)
  expect(run, `switchyard ${args.join(' ')}`).toMatchObject({ code: 0, timedOut: false })
}

async function prompt(tool: RealTool, place: TempHome, side: Side): Promise<void> {
  const run = await runCli(tool, place, 'Answer with one word.')
  expect(run, `${tool.id} with relay ${side.name}`).toMatchObject({ code: 0, timedOut: false })
  expect(run.stdout).toContain(side.answer)
}
