import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { fillHistory } from '../../scripts/bench/fill-history'
import { tempHome } from '../support/temp-home'

const many = 1500
const minute = (n: number) => new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString()
const input = (name: string) => ({
  name,
  relay: { url: `https://${name.toLowerCase()}.example`, key: 'sk-last-used-0123456789' },
  tools: { claude: { enabled: true, models: {}, options: {}, extra: {} } },
})

/** A history that is longer than any answer of `history.list`: the oldest entry alone is about the profile `old`, all others about `new`. */
function longHistory() {
  const home = tempHome()
  const folder = home.data
  fillHistory(folder, many)
  const file = (n: number) => path.join(folder, 'history', `${String(n).padStart(9, '0')}.json`)
  const tell = (n: number, profileId: string) => {
    const entry = JSON.parse(readFileSync(file(n), 'utf8'))
    writeFileSync(file(n), JSON.stringify({ ...entry, at: minute(n), records: { 'claude@x': { before: null, after: { profileId } } } }))
  }
  tell(1, 'old')
  tell(many - 1, 'new')
  return { home, folder, file, tell }
}

describe('when a profile was last used', () => {
  it('is told of the whole history, however long, and of the switches that come', async () => {
    const { home } = longHistory()
    const ask = () => home.core.api['history.lastUsed']({})
    expect(await ask()).toEqual({ old: minute(1), new: minute(many - 1) })
    const { id } = await home.core.api['profiles.add']({ profile: input('Work') })
    await home.core.api['switch.apply']({ profileId: id })
    expect(Object.keys(await ask()).sort()).toEqual([id, 'new', 'old'].sort())
    // Another shell knows it, too.
    expect(await home.another().api['history.lastUsed']({})).toEqual(await ask())
  })

  it('reads an entry once, so that the second answer costs little, and outlives an entry that is gone', async () => {
    const { home, file } = longHistory()
    const first = await home.core.api['history.lastUsed']({})
    rmSync(file(1))
    writeFileSync(file(many - 1), 'torn')
    expect(await home.core.api['history.lastUsed']({})).toEqual(first)
  })

  it('passes over what is damaged, and begins anew with a history that was put back', async () => {
    const { home, folder, file, tell } = longHistory()
    writeFileSync(file(7), '{"version":1,')
    writeFileSync(file(8), '[]')
    await home.core.api['history.lastUsed']({})
    writeFileSync(path.join(folder, 'last-used.json'), 'no JSON')
    expect(await home.core.api['history.lastUsed']({})).toEqual({ old: minute(1), new: minute(many - 1) })
    for (let n = 100; n <= many; n++) rmSync(file(n))
    tell(99, 'other')
    expect(await home.core.api['history.lastUsed']({})).toEqual({ old: minute(1), other: minute(99) })
  })

  it('says nothing before anything was written, and writes nothing then', async () => {
    const home = tempHome()
    expect(await home.core.api['history.lastUsed']({})).toEqual({})
    expect(existsSync(home.data)).toBe(false)
  })
})
