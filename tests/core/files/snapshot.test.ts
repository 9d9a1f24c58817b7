import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readSnapshot } from '../../../electron/core/files/snapshot'

function folder(): string {
  const made = realpathSync(mkdtempSync(path.join(tmpdir(), 'sy-snapshot-')))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

describe('a snapshot', () => {
  it('of nothing has no content', () => {
    const file = path.join(folder(), 'a', 'b')
    expect(readSnapshot(file)).toEqual({ path: file, target: file, content: undefined })
  })

  it('follows links, also of folders', () => {
    const root = folder()
    symlinkSync('far/away', path.join(root, 'link'))
    mkdirSync(path.join(root, 'far/away'), { recursive: true })
    expect(readSnapshot(path.join(root, 'link', 'x', 'file')).target).toBe(path.join(root, 'far/away/x/file'))
    writeFileSync(path.join(root, 'far/away/other'), '')
    symlinkSync('other', path.join(root, 'far/away/file'))
    expect(readSnapshot(path.join(root, 'link', 'file')).target).toBe(path.join(root, 'far/away/other'))
  })

  it.runIf(process.platform !== 'win32')('of a pipe is refused at once instead of waiting for a writer', () => {
    const file = path.join(folder(), 'pipe')
    execFileSync('mkfifo', [file])
    expect(() => readSnapshot(file)).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code: 'not-a-file' }) }))
  })

  it('of bytes that are not UTF-8 is refused, and a byte order mark is kept', () => {
    const root = folder()
    writeFileSync(path.join(root, 'latin1'), Buffer.from([0x61, 0xe9]))
    expect(() => readSnapshot(path.join(root, 'latin1'))).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code: 'file-not-utf8' }) }),
    )
    writeFileSync(path.join(root, 'bom'), '\uFEFFa')
    expect(readSnapshot(path.join(root, 'bom')).content?.text).toBe('\uFEFFa')
  })

  it('of links that lead in a circle is refused', () => {
    const root = folder()
    symlinkSync('b', path.join(root, 'a'))
    symlinkSync('a', path.join(root, 'b'))
    for (const name of ['a', 'a/file'])
      expect(() => readSnapshot(path.join(root, name))).toThrow(
        expect.objectContaining({ problem: expect.objectContaining({ code: 'link-loop' }) }),
      )
  })
})
