import { describe, expect, it } from 'vitest'
import { createCore } from '../../../electron/core/core'
import { adapters } from '../../../electron/core/tools/index'
import { startFakeRelay } from '../../support/fake-relay'
import { KEY_A, relayInput } from '../../support/relay-input'
import { tempHome } from '../../support/temp-home'

const doctors = new Map(await Promise.all(adapters.map(async ({ descriptor, doctor }) => [descriptor.id, await doctor()] as const)))
const own = (tool: string, model: string | undefined, all = {}) => doctors.get(tool)?.ownModels(model, all)

describe('the models that a tool asks for by itself', () => {
  it.each([
    [undefined, {}, ['claude-opus-5-5']],
    ['sonnet[1m]', {}, ['claude-sonnet-5-5']],
    ['opusplan', {}, ['claude-opus-5-5', 'claude-sonnet-5-5']],
    ['opus', { settings: { env: { ANTHROPIC_DEFAULT_OPUS_MODEL: 'mine' } } }, []],
    ['opus', { environment: { ANTHROPIC_DEFAULT_OPUS_MODEL: 'mine' } }, []],
    [
      'opus',
      { settings: { env: { ANTHROPIC_DEFAULT_OPUS_MODEL: '' } }, environment: { ANTHROPIC_DEFAULT_OPUS_MODEL: 'x' } },
      ['claude-opus-5-5'],
    ],
    ['claude-sonnet-4', {}, []],
  ])('of Claude Code with %j and %j are %j', (model, all, names) => {
    expect(own('claude', model, all)).toEqual(names)
  })
  it('of the others are their defaults, unless one is named', () => {
    expect(own('gemini', undefined)).toContain('gemini-3.5-flash-lite')
    expect(own('codex', undefined)).toHaveLength(1)
    for (const tool of ['gemini', 'codex']) expect(own(tool, 'mine')).toEqual([])
  })
})

describe('model-unnamed', () => {
  it("fails where the relay's list lacks them, and only then", async () => {
    const relay = await startFakeRelay({ keys: [KEY_A], models: ['m', 'gpt-6.1-sol'] })
    try {
      const home = tempHome()
      const input = relayInput('Plain', KEY_A, relay.url)
      const tool = { enabled: true, models: {}, options: {}, extra: {} }
      const { id } = await home.core.api['profiles.add']({
        profile: { ...input, tools: { claude: tool, codex: tool, gemini: { ...tool, models: { main: 'm' } } } },
      })
      await home.core.api['switch.apply']({ profileId: id })
      const look = async (tools: string[], network = true) =>
        (await createCore(home.host).api['doctor.run']({ only: ['model-unnamed'], tools, network })).findings[0]
      expect(await look(['claude'])).toMatchObject({
        severity: 'fail',
        cause: { en: expect.stringMatching(/No model is named for Claude Code: it asks for claude-opus-5-5/) },
      })
      expect(await look(['claude'], false)).toMatchObject({
        severity: 'ok',
        evidence: [{ text: { en: 'Claude Code will ask for claude-opus-5-5' } }],
      })
      expect(await look(['codex'])).toMatchObject({ severity: 'ok' })
      expect(await look(['gemini'])).toMatchObject({ severity: 'ok', evidence: [] })
      const cureOf = async (tool: string) => (await look([tool]))?.cure?.en
      expect(await cureOf('claude')).toMatch(/Choose a model of the relay's list/)
      // The profile names one, so that is no cure; and a file that cannot be read is another check's.
      home.write('.gemini/.env', home.read('.gemini/.env').replace(/^GEMINI_MODEL=.*\n/m, ''), 0o600)
      home.write('.gemini/settings.json', home.read('.gemini/settings.json').replace('"m"', '""'), 0o600)
      expect(await cureOf('gemini')).toMatch(/switch to it again/)
      home.write('.gemini/settings.json', '{', 0o600)
      expect(await look(['gemini'])).toMatchObject({ severity: 'skip', cause: { en: expect.stringMatching(/cannot be read/) } })
    } finally {
      await relay.close()
    }
  })
})
