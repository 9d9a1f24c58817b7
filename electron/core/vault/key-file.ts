import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { text } from '../../../shared/model/text'
import { replaceDurably, sweep } from '../json-store'
import { refused, systemCode } from '../problem'
import type { DataKey } from './seal'

/** Data keys in a file with mode 0600: base64 by id. */
type Content = Readonly<Record<string, string>>

/**
 * A data key out of a file of such keys.
 * @throws {ProblemError} `vault-key-open` when others can read the file
 */
export function keyInFile(file: string, id: string): DataKey | undefined {
  const found = readKeys(file)[id]
  const bytes = found === undefined ? undefined : Buffer.from(found, 'base64')
  return bytes?.length === 32 ? { id, bytes } : undefined
}

export function addKeyToFile(file: string, { id, bytes }: DataKey): void {
  replaceDurably(file, `${JSON.stringify({ ...readKeys(file), [id]: bytes.toString('base64') })}\n`)
}

/** Drops all keys but these, also from what a killed write left; a file without any goes. */
export function keepKeysInFile(file: string, ids: readonly string[]): void {
  const keys = readKeys(file)
  if (existsSync(path.dirname(file))) sweep(file)
  const kept = Object.fromEntries(Object.entries(keys).filter(([id]) => ids.includes(id)))
  if (Object.keys(kept).length === Object.keys(keys).length) return
  if (Object.keys(kept).length === 0) rmSync(file, { force: true })
  else replaceDurably(file, `${JSON.stringify(kept)}\n`)
}

function readKeys(file: string): Content {
  try {
    if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) throw openToOthers(file)
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof value === 'object' && value !== null ? (value as Content) : {}
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return {}
    if (error instanceof SyntaxError) throw broken(file)
    throw error
  }
}

const openToOthers = (file: string) =>
  refused(
    'vault-key-open',
    text(`Others can read ${file}, which opens your keys.`, `其他用户可以读取 ${file}，它能打开您的密钥。`),
    text(`Run: chmod 600 "${file}". Then: switchyard vault rotate.`, `请运行：chmod 600 "${file}"，然后运行 switchyard vault rotate。`),
    { file },
  )

const broken = (file: string) =>
  refused(
    'vault-broken',
    text(`${file} is damaged: it opens your keys.`, `${file} 已损坏：它用于打开您的密钥。`),
    text('Put a whole copy of it back. Nothing was changed.', '请恢复该文件的完整副本。没有任何内容被更改。'),
    { file },
  )
