import { describe, expect, it } from 'vitest'
import { KEY_A, KEY_B, relayInput } from '../support/relay-input'
import { tempHome } from '../support/temp-home'

const CLAUDE = `{
    // not here: strict JSON
    "x": 1
}`.replace(/ *\/\/.*\n/, '')

const CODEX = `# my codex
model = "gpt-5.5"   # mine

[projects."/p x"]
trust_level = "trusted"
`

async function twoProfiles(home = tempHome()) {
  const a = await home.core.api['profiles.add']({ profile: relayInput('Alpha', KEY_A) })
  const b = await home.core.api['profiles.add']({ profile: relayInput('Beta', KEY_B) })
  return { home, a, b, api: home.core.api }
}

describe('a switch', () => {
  it('makes all three tools use the relay and says so from their own files', async () => {
    const { home, a, api } = await twoProfiles()
    const report = await api['switch.apply']({ profileId: a.id })
    expect(report.status.map(({ tool, state, baseUrl, model }) => ({ tool, state, baseUrl, model }))).toEqual([
      { tool: 'claude', state: 'in-sync', baseUrl: 'https://alpha.example', model: 'Alpha-opus' },
      { tool: 'codex', state: 'in-sync', baseUrl: 'https://alpha.example/v1', model: 'Alpha-gpt' },
      { tool: 'gemini', state: 'in-sync', baseUrl: 'https://alpha.example', model: 'Alpha-gemini' },
    ])
    expect(JSON.parse(home.read('.claude/settings.json')).env.ANTHROPIC_AUTH_TOKEN).toBe(KEY_A)
    expect(home.read('.codex/config.toml')).toContain(`experimental_bearer_token = "${KEY_A}"`)
    expect(home.read('.gemini/.env')).toContain(`GEMINI_API_KEY='${KEY_A}'`)
  })

  it('leaves nothing behind after A, B, A and restore', async () => {
    const { home, a, b, api } = await twoProfiles()
    home.write('.claude/settings.json', CLAUDE)
    home.write('.codex/config.toml', CODEX)
    home.write('.codex/auth.json', '{"tokens":{"access_token":"chatgpt"}}')
    const before = home.tree()
    for (const { id } of [a, b, a]) await api['switch.apply']({ profileId: id })
    expect(home.tree()).not.toEqual(before)
    await api['switch.restore']({})
    const after = home.tree()
    expect(Object.keys(after)).toEqual(Object.keys(before))
    expect(home.read('.claude/settings.json')).toBe(CLAUDE)
    expect(home.read('.codex/config.toml')).toBe(CODEX)
  })

  it('keeps what the user and the tool changed elsewhere in between', async () => {
    const { home, a, api } = await twoProfiles()
    home.write('.codex/config.toml', CODEX)
    await api['switch.apply']({ profileId: a.id })
    home.write('.codex/config.toml', home.read('.codex/config.toml').replace('trusted"\n', 'trusted"\n\n[tui]\ntheme = "dark"\n'))
    await api['switch.restore']({})
    expect(home.read('.codex/config.toml')).toBe(CODEX.replace('trusted"\n', 'trusted"\n\n[tui]\ntheme = "dark"\n'))
  })

  it('shows no key in a preview, a report or the history', async () => {
    const { a, b, api } = await twoProfiles()
    const preview = await api['switch.preview']({ profileId: a.id })
    const report = await api['switch.apply']({ profileId: a.id, token: preview.token })
    await api['switch.apply']({ profileId: b.id })
    const shown = JSON.stringify([
      preview,
      report,
      await api['history.list']({}),
      await api['profiles.list']({}),
      await api['tools.status']({}),
    ])
    expect(shown).not.toContain(KEY_A)
    expect(shown).not.toContain(KEY_B)
    expect(shown).toContain('sk-…AAAA')
  })

  it('writes nothing when the files changed since the preview', async () => {
    const { home, a, api } = await twoProfiles()
    const preview = await api['switch.preview']({ profileId: a.id })
    home.write('.claude/settings.json', '{"other":true}')
    const before = home.tree()
    await expect(api['switch.apply']({ profileId: a.id, token: preview.token })).rejects.toMatchObject({
      problem: { code: 'plan-outdated', kind: 'refused' },
    })
    expect(home.tree()).toEqual(before)
  })

  it('changes nothing and adds no history when everything is as it should be already', async () => {
    const { home, a, api } = await twoProfiles()
    await api['switch.apply']({ profileId: a.id })
    const before = home.tree()
    const again = await api['switch.apply']({ profileId: a.id })
    expect(again.historyId).toBeUndefined()
    expect(home.tree()).toEqual(before)
    expect(await api['history.list']({})).toHaveLength(1)
  })

  it('touches only the named tools', async () => {
    const { home, a, api } = await twoProfiles()
    await api['switch.apply']({ profileId: a.id, tools: ['codex'] })
    expect(Object.keys(home.tree()).filter((name) => !name.endsWith('/'))).toEqual(['.codex/config.toml'])
  })
})

describe('undo', () => {
  it('gives back the very bytes and can itself be undone', async () => {
    const { home, a, b, api } = await twoProfiles()
    home.write('.codex/config.toml', CODEX)
    const start = home.tree()
    await api['switch.apply']({ profileId: a.id })
    const withA = home.tree()
    await api['switch.apply']({ profileId: b.id })
    await api['switch.undo']({})
    expect(home.tree()).toEqual(withA)
    const undo = await api['switch.undo']({})
    expect({ ...home.tree(), '.codex/config.toml': '' }).toEqual({ ...start, '.codex/config.toml': '' })
    expect(home.read('.codex/config.toml')).toBe(CODEX)
    await expect(api['switch.undo']({})).rejects.toMatchObject({ problem: { code: 'nothing-to-undo' } })
    await api['switch.undo']({ historyId: undo.historyId })
    expect(home.tree()).toEqual(withA)
  })

  it('of an older entry works for a tool that no later entry changed', async () => {
    const { home, a, b, api } = await twoProfiles()
    const first = await api['switch.apply']({ profileId: a.id, tools: ['codex'] })
    await api['switch.apply']({ profileId: b.id, tools: ['claude'] })
    await api['switch.undo']({ historyId: first.historyId })
    expect(Object.keys(home.tree()).some((name) => name.startsWith('.codex'))).toBe(false)
    expect(home.read('.claude/settings.json')).toContain(KEY_B)
  })

  it('of an older entry is refused when a later one changed the same tool', async () => {
    const { a, b, api } = await twoProfiles()
    const first = await api['switch.apply']({ profileId: a.id, tools: ['codex'] })
    await api['switch.apply']({ profileId: b.id, tools: ['codex'] })
    await expect(api['switch.undo']({ historyId: first.historyId })).rejects.toMatchObject({ problem: { code: 'undo-conflict' } })
  })

  it('keeps edits that were made elsewhere in the file since', async () => {
    const { home, a, b, api } = await twoProfiles()
    home.write('.codex/config.toml', CODEX)
    await api['switch.apply']({ profileId: a.id })
    const withA = home.read('.codex/config.toml')
    await api['switch.apply']({ profileId: b.id })
    home.write('.codex/config.toml', `${home.read('.codex/config.toml')}\n[tui]\nx = 1\n`)
    await api['switch.undo']({})
    expect(home.read('.codex/config.toml')).toBe(`${withA}\n[tui]\nx = 1\n`)
  })
})

describe('a value that was changed by hand', () => {
  it('is shown, is not overwritten unasked, and can be overwritten or adopted', async () => {
    const { home, a, b, api } = await twoProfiles()
    await api['switch.apply']({ profileId: a.id })
    home.write('.codex/config.toml', home.read('.codex/config.toml').replace('Alpha-gpt', 'my-own'))
    const codex = (await api['tools.status']({})).find(({ tool }) => tool === 'codex')
    expect(codex).toMatchObject({ state: 'changed', changes: [{ setting: 'model', expected: 'Alpha-gpt', found: 'my-own' }] })
    const before = home.tree()
    await expect(api['switch.apply']({ profileId: b.id })).rejects.toMatchObject({ problem: { code: 'changed-by-hand', kind: 'refused' } })
    expect(home.tree()).toEqual(before)
    const adopted = await api['profiles.adopt']({ tool: 'codex', id: a.id })
    expect(adopted.tools.codex?.models.main).toBe('my-own')
    expect((await api['tools.status']({})).find(({ tool }) => tool === 'codex')?.state).toBe('in-sync')
    await api['switch.apply']({ profileId: b.id, overwriteChanged: true })
    expect(home.read('.codex/config.toml')).toContain('Beta-gpt')
  })
})
