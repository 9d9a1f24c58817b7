import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { writeExport } from '../../../electron/core/transfer/write-export'
import type { ConflictChoice } from '../../../shared/model/transfer'
import { tempHome } from '../../support/temp-home'
import { KEY, PASSPHRASE, plainText, portable, relay } from './samples'

/** A home with the profile "Work", and a file with another "work" and a new one. */
async function withConflict(onConflict: ConflictChoice | undefined) {
  const { core } = tempHome()
  const present = await core.api['profiles.add']({ profile: relay('Work', { relay: { url: 'https://old.example', key: `${KEY}-old` } }) })
  const found = await core.api['transfer.inspect']({ text: plainText([portable('work'), portable('New')]) })
  if (found.sealed) throw new Error('sealed')
  expect(found.items.map(({ conflict }) => conflict)).toEqual([{ id: present.id, name: 'Work', same: false }, undefined])
  const done = await core.api['transfer.import']({ draft: found.draft, take: found.items.map(({ id }) => ({ id, onConflict })) })
  const [, ...list] = await core.api['profiles.list']({})
  return { core, present, done, list: list.map(({ id, name, relay: { url } }) => ({ id, name, url })) }
}

describe('a name that is there already', () => {
  it.each(['skip', undefined] as const)('is skipped (%s)', async (choice) => {
    const { done, list, present } = await withConflict(choice)
    expect(done).toEqual({ added: ['New'], replaced: [], skipped: ['work'] })
    expect(list).toMatchObject([{ id: present.id, name: 'Work', url: 'https://old.example' }, { name: 'New' }])
  })

  it('gets a number', async () => {
    const { done, list } = await withConflict('rename')
    expect(done.added).toEqual(['work (2)', 'New'])
    expect(list.map(({ name }) => name)).toEqual(['Work', 'work (2)', 'New'])
  })

  it('is replaced where it stands, with its key', async () => {
    const { core, done, list, present } = await withConflict('replace')
    expect(done).toEqual({ added: ['New'], replaced: ['work'], skipped: [] })
    expect(list).toMatchObject([{ id: present.id, name: 'work', url: 'https://relay.example.com' }, { name: 'New' }])
    expect(await core.api['profiles.reveal']({ id: present.id })).toEqual({ key: KEY })
  })

  it('is seen to be the same profile', async () => {
    const { core } = tempHome()
    await core.api['profiles.add']({ profile: relay('Work') })
    const { text } = await core.api['transfer.export']({ passphrase: PASSPHRASE })
    const found = await core.api['transfer.inspect']({ text, passphrase: PASSPHRASE })
    expect(found).toMatchObject({ items: [{ conflict: { same: true } }] })
  })

  it('counts as it is when the import happens, not when the file was shown', async () => {
    const home = tempHome()
    const found = await home.core.api['transfer.inspect']({ text: plainText([portable('Late')]) })
    if (found.sealed) throw new Error('sealed')
    await home.another('terminal').api['profiles.add']({ profile: relay('Late') })
    expect(await home.core.api['transfer.import']({ draft: found.draft, take: [{ id: '0' }] })).toMatchObject({ skipped: ['Late'] })
  })
})

it('imports all or nothing', async () => {
  const home = tempHome()
  await home.core.api['profiles.add']({ profile: relay('Present') })
  const found = await home.core.api['transfer.inspect']({ text: plainText([portable('A'), portable('B')]) })
  if (found.sealed) throw new Error('sealed')
  const before = readFileSync(home.host.profiles.path, 'utf8')
  chmodSync(home.data, 0o500)
  const failing =
    process.getuid?.() === 0 ? undefined : home.core.api['transfer.import']({ draft: found.draft, take: [{ id: '0' }, { id: '1' }] })
  if (failing !== undefined) await expect(failing).rejects.toThrow()
  chmodSync(home.data, 0o700)
  expect(readFileSync(home.host.profiles.path, 'utf8')).toBe(before)
  expect(await home.core.api['transfer.import']({ draft: found.draft, take: [{ id: '0' }, { id: '1' }] })).toMatchObject({
    added: ['A', 'B'],
  })
})

describe('the file of an export', () => {
  it('is private, and never written over unless that is asked for', async () => {
    const { home, path } = tempHome()
    const file = path('export [1].json')
    await writeExport(file, 'one', false)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    await expect(writeExport(file, 'two', false)).rejects.toMatchObject({ problem: { code: 'file-exists', file } })
    expect(readFileSync(file, 'utf8')).toBe('one')
    chmodSync(file, 0o644)
    await writeExport(file, 'two', true)
    expect(readFileSync(file, 'utf8')).toBe('two')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(home).filter((name) => name.includes('export'))).toEqual(['export [1].json'])
  })

  it('follows no link, takes no folder, and makes none', async () => {
    const { path } = tempHome()
    writeFileSync(path('mine'), 'mine')
    symlinkSync(path('mine'), path('link'))
    mkdirSync(path('folder'))
    await expect(writeExport(path('link'), 'x', false)).rejects.toMatchObject({ problem: { code: 'file-exists' } })
    await writeExport(path('link'), 'x', true)
    expect(readFileSync(path('mine'), 'utf8')).toBe('mine')
    await expect(writeExport(path('folder'), 'x', true)).rejects.toMatchObject({ problem: { code: 'file-exists' } })
    await expect(writeExport(path('no/where.json'), 'x', false)).rejects.toMatchObject({ problem: { code: 'no-folder' } })
  })
})
