import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Entry, readJournal } from '../../../electron/core/files/journal'
import type { Problem } from '../../../shared/model/switch'
import { inject } from '../../faults/injector'
import { KEY_A, KEY_B, relayInput } from '../../support/relay-input'
import { type TempHome, tempHome } from '../../support/temp-home'

const OWN = '{\n  "theme": "x",\n  "other": {\n    "a": 1,\n    "b": 2,\n    "c": 3,\n    "d": 4\n  },\n  "last": true\n}\n'

/** A home where a switch was interrupted after its files had moved and before the commit: the record refuses, and so does the way back. */
async function interrupted(before: Record<string, string> = {}): Promise<{ home: TempHome; b: string; old: Record<string, string> }> {
  const home = tempHome()
  for (const [name, content] of Object.entries(before)) home.write(name, content)
  const { api } = home.core
  await api['profiles.add']({ profile: relayInput('Alpha', KEY_A) })
  const b = await api['profiles.add']({ profile: relayInput('Beta', KEY_B) })
  const old = home.tree()
  const injected = inject(home.home, {
    mode: 'fail-from',
    at: 1,
    code: 'EIO',
    from: '^renameSync .*state\\.json$',
    only: '^(?!.*lock$)',
  })
  await expect(api['switch.apply']({ profileId: b.id })).rejects.toMatchObject({ problem: { kind: 'rolled-back' } })
  injected.remove()
  return { home, b: b.id, old }
}

const journalOf = (home: TempHome) => path.join(home.data, 'journal.json')
function changeJournal(home: TempHome, change: (entry: Entry) => unknown): void {
  const lines = readFileSync(journalOf(home), 'utf8').trimEnd().split('\n')
  const changed = JSON.stringify(change(JSON.parse(lines.at(-1) ?? '') as Entry))
  writeFileSync(journalOf(home), `${[...lines.slice(0, -1), changed].join('\n')}\n`)
}

/** What a started shell says. */
async function problemsAtStart(home: TempHome): Promise<Problem[]> {
  const core = home.another()
  const problems: Problem[] = []
  core.subscribe((name, payload) => {
    if (name === 'problem') problems.push(payload as Problem)
  })
  await core.api['tools.status']({})
  return problems
}

describe('recovery', () => {
  it('takes an interrupted switch back and keeps what a tool wrote into the same file since', async () => {
    const { home, old } = await interrupted({ '.claude/settings.json': OWN })
    home.write('.claude/settings.json', home.read('.claude/settings.json').replace('"x"', '"dark"'))
    expect(await problemsAtStart(home)).toEqual([])
    expect(home.read('.claude/settings.json')).toBe(OWN.replace('"x"', '"dark"'))
    const { '.claude/settings.json': _mine, ...rest } = home.tree()
    const { '.claude/settings.json': _old, ...others } = old
    expect(rest).toEqual(others)
  })

  it('says which file it cannot take back, because its lines cannot be told from others, and leaves that file alone', async () => {
    const { home, b } = await interrupted({ '.claude/settings.json': OWN })
    home.write('.claude/settings.json', '{"all":"new"}')
    const problems = await problemsAtStart(home)
    expect(problems).toMatchObject([{ code: 'changed-meanwhile', file: home.path('.claude/settings.json') }])
    expect(home.read('.claude/settings.json')).toBe('{"all":"new"}')
    await home.core.api['switch.apply']({ profileId: b })
  })

  it('says so when a file of the journal is gone with its folder, and changes nothing else', async () => {
    const { home, b } = await interrupted({ '.claude/settings.json': OWN })
    rmSync(home.path('.claude'), { recursive: true })
    await expect(home.core.api['switch.apply']({ profileId: b })).rejects.toMatchObject({
      problem: { code: 'changed-meanwhile', kind: 'refused' },
    })
    expect(readdirSync(home.home).sort()).toEqual(['.config'])
    expect((await home.core.api['switch.apply']({ profileId: b })).historyId).toBe('000000001')
  })

  it.each([
    ['truncated', (content: string) => content.slice(0, content.indexOf('\n') + 40)],
    ['empty', () => ''],
    ['not ours', () => '{"version":1,"seq":1,"id":"000000001","changes":[{}],"secrets":[],"records":{}}'],
  ])('of a journal that is %s keeps it aside, says so, and lets the next switch work', async (_, damage) => {
    const { home, b } = await interrupted()
    writeFileSync(journalOf(home), damage(readFileSync(journalOf(home), 'utf8')))
    const before = home.tree()
    await expect(home.core.api['switch.apply']({ profileId: b })).rejects.toMatchObject({
      problem: { code: 'journal-broken', kind: 'refused' },
    })
    expect(home.tree()).toEqual(before)
    expect(readdirSync(home.data).filter((name) => name.startsWith('journal.broken-'))).toHaveLength(1)
    await home.core.api['switch.apply']({ profileId: b, overwriteChanged: true })
  })

  it('of a journal whose last line was never finished knows what lies beside the files', async () => {
    const { home, b, old } = await interrupted({ '.claude/settings.json': OWN })
    const content = readFileSync(journalOf(home), 'utf8')
    writeFileSync(journalOf(home), content.slice(0, content.trimEnd().lastIndexOf('\n') + 40))
    expect(await problemsAtStart(home)).toEqual([])
    expect(home.tree()).toEqual(old)
    await home.core.api['switch.apply']({ profileId: b })
  })

  it('of a journal from a newer version changes nothing and says so, every time', async () => {
    const { home, b } = await interrupted()
    changeJournal(home, (entry) => ({ ...entry, version: 99 }))
    const before = home.tree()
    for (let time = 0; time < 2; time++) {
      await expect(home.core.api['switch.apply']({ profileId: b })).rejects.toMatchObject({
        problem: { code: 'newer-version', kind: 'refused' },
      })
      await expect(home.core.api['tools.status']({})).rejects.toMatchObject({ problem: { code: 'newer-version' } })
    }
    expect(home.tree()).toEqual(before)
  })

  it('tries again later where the disk does not let it, and refuses everything until then', async () => {
    const { home, b, old } = await interrupted()
    const injected = inject(home.home, { mode: 'fail-from', at: 1, code: 'EROFS', only: 'unlinkSync (?!.*lock)' })
    await expect(home.core.api['switch.apply']({ profileId: b })).rejects.toMatchObject({
      problem: { code: 'recovery-pending', kind: 'refused' },
    })
    injected.remove()
    await home.core.api['tools.status']({})
    expect(home.tree()).toEqual(old)
  })
})

describe('a power loss right after the commit', () => {
  /** Committed, but the journal and the second names still lie there, because the disk refused everything from the commit on. */
  async function committed() {
    const home = tempHome()
    home.write('.claude/settings.json', OWN)
    const { api } = home.core
    const a = await api['profiles.add']({ profile: relayInput('Alpha', KEY_A) })
    const after = { ...home.tree() }
    const injected = inject(home.home, {
      mode: 'fail-from',
      at: 2,
      code: 'EIO',
      from: '^renameSync .*state\\.json$',
      only: '^(?!.*lock$)',
    })
    const report = await api['switch.apply']({ profileId: a.id })
    injected.remove()
    expect(report.notices).toContainEqual(expect.objectContaining({ id: 'untidy' }))
    const entry = readJournal(journalOf(home), home.host.vault)
    const change = typeof entry === 'object' ? entry.changes.find(({ path: file }) => file.endsWith('settings.json')) : undefined
    if (change?.temp == null || change.backup === undefined) throw new Error('no change of a file that was there')
    return { home, before: after, change: { ...change, temp: change.temp, backup: change.backup } }
  }

  it('brings a file to its place whose new name had not reached the disk', async () => {
    const { home, change } = await committed()
    const written = home.read('.claude/settings.json')
    renameSync(change.target, change.temp)
    renameSync(change.backup, change.target)
    expect(home.read('.claude/settings.json')).toBe(OWN)
    expect(await problemsAtStart(home)).toEqual([])
    expect(home.read('.claude/settings.json')).toBe(written)
    expect(home.tree()).not.toHaveProperty([path.relative(home.home, change.temp)])
    expect((await home.core.api['tools.status']({}))[0]).toMatchObject({ state: 'in-sync', profileName: 'Alpha' })
    await home.core.api['switch.undo']({})
    expect(home.read('.claude/settings.json')).toBe(OWN)
  })

  it('leaves alone what someone else wrote there since', async () => {
    const { home, change } = await committed()
    renameSync(change.target, change.temp)
    rmSync(change.backup)
    home.write('.claude/settings.json', '{"all":"new"}')
    await problemsAtStart(home)
    expect(home.read('.claude/settings.json')).toBe('{"all":"new"}')
    expect(home.tree()).not.toHaveProperty([path.relative(home.home, change.temp)])
  })
})

describe('the record', () => {
  it.each([
    ['broken', '{"version":1,', 'record-broken'],
    ['of another shape', '{"version":1,"seq":"2","tools":[]}', 'record-broken'],
    ['from a newer version', '{"version":99}', 'newer-version'],
  ])('that is %s stops every change with words', async (_, content, code) => {
    const home = tempHome()
    const { api } = home.core
    const a = await api['profiles.add']({ profile: relayInput('Alpha', KEY_A) })
    await api['switch.apply']({ profileId: a.id })
    writeFileSync(path.join(home.data, 'state.json'), content)
    const before = home.tree()
    for (const attempt of [api['switch.apply']({ profileId: a.id }), api['switch.restore']({}), api['tools.status']({})])
      await expect(attempt).rejects.toMatchObject({ problem: { code, kind: 'refused', file: path.join(home.data, 'state.json') } })
    expect(home.tree()).toEqual(before)
  })

  it('that was moved away starts anew without writing over the history', async () => {
    const home = tempHome()
    const { api } = home.core
    const a = await api['profiles.add']({ profile: relayInput('Alpha', KEY_A) })
    const b = await api['profiles.add']({ profile: relayInput('Beta', KEY_B) })
    await api['switch.apply']({ profileId: a.id })
    renameSync(path.join(home.data, 'state.json'), path.join(home.data, 'state.away'))
    expect((await api['switch.apply']({ profileId: b.id })).historyId).toBe('000000002')
    expect(await api['history.list']({})).toHaveLength(2)
  })

  it('in whose place a folder stands is refused with words', async () => {
    const home = tempHome()
    mkdirSync(path.join(home.data, 'state.json'), { recursive: true })
    await expect(home.core.api['tools.status']({})).rejects.toMatchObject({ problem: { code: 'record-broken' } })
  })
})

it('a damaged entry of the history is passed over', async () => {
  const home = tempHome()
  const { api } = home.core
  const a = await api['profiles.add']({ profile: relayInput('Alpha', KEY_A) })
  const b = await api['profiles.add']({ profile: relayInput('Beta', KEY_B) })
  await api['switch.apply']({ profileId: a.id })
  await api['switch.apply']({ profileId: b.id })
  writeFileSync(path.join(home.data, 'history', '000000002.json'), '{')
  expect((await api['history.list']({})).map(({ id }) => id)).toEqual(['000000001'])
  await expect(api['switch.undo']({ historyId: '000000002' })).rejects.toMatchObject({ problem: { code: 'unknown-entry' } })
})
