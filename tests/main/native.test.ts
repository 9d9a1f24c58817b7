import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openLink, reveal } from '../../electron/main/native'
import type { FakeElectron } from '../support/fake-electron'

vi.mock('electron', async () => (await import('../support/fake-electron')).createFakeElectron())

const fakes = async () => ((await import('electron')) as unknown as FakeElectron).fake
let folder: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'switchyard-native-'))
  const fake = await fakes()
  fake.calls.length = 0
  fake.openPathFailure = ''
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('showing a place in the file manager', () => {
  it('opens a folder and points at a file', async () => {
    const file = join(folder, 'settings.json')
    writeFileSync(file, '{}')
    await reveal(folder)
    await reveal(file)
    expect((await fakes()).calls).toEqual([
      ['shell.openPath', folder],
      ['shell.showItemInFolder', file],
    ])
  })

  it('opens the nearest folder for a file that is not there yet', async () => {
    await reveal(join(folder, 'not', 'yet', 'there.json'))
    expect((await fakes()).calls).toEqual([['shell.openPath', folder]])
  })

  it('says where to look when there is no file manager', async () => {
    const fake = await fakes()
    fake.openPathFailure = 'no application'
    await expect(reveal(folder)).rejects.toMatchObject({ problem: { code: 'reveal-failed', file: folder } })
  })
})

describe('opening a link', () => {
  it('takes https only, and no name or password in it', async () => {
    await openLink('https://example.com/docs')
    for (const url of [
      'http://example.com',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'smb://host/share',
      'https://user:pass@example.com',
      'https://user@example.com',
    ]) {
      await expect(openLink(url)).rejects.toMatchObject({ problem: { code: 'link-not-allowed' } })
    }
    await expect(openLink('no url')).rejects.toMatchObject({ problem: { code: 'link-not-allowed' } })
    expect((await fakes()).calls).toEqual([['shell.openExternal', 'https://example.com/docs']])
  })
})
