import path from 'node:path'
import { text } from '../../../shared/model/text'
import type { JsonStore } from '../host'
import { refused } from '../problem'
import { parseStore } from '../store-format'

export const protections = ['keychain', 'passphrase', 'file'] as const
export type Protection = (typeof protections)[number]
export const isProtection = (value: unknown): value is Protection => protections.some((known) => known === value)

/** Parameters of scrypt (RFC 7914); salt in base64. */
export interface Stretch {
  readonly salt: string
  readonly N: number
  readonly r: number
  readonly p: number
}

/** One data key: how it is protected, and a sealed text by which it is known. */
export interface Generation {
  readonly id: string
  readonly protection: Protection
  readonly check: string
  /** Of a passphrase: how the wrapping key is made, and the data key in base64, sealed under it. */
  readonly passphrase?: { readonly stretch: Stretch; readonly wrapped: string }
}

const VERSION = 1

/** The last generation in it seals; older ones are there only while everything is being sealed anew. */
export const vaultFile = (folder: string): string => path.join(folder, 'vault.json')
/** The data keys of generations that are protected by a file, in base64 by id. */
export const keyFile = (folder: string): string => path.join(folder, 'vault.key')

/**
 * What stands in `vault.json`.
 * @param file for the messages
 * @throws {ProblemError} `vault-broken` or `newer-version`: keys may still lie sealed under it, so no new one takes its place
 */
export function generationsIn(bytes: Buffer, file: string): readonly Generation[] {
  const value = parsedOrBroken(bytes, file)
  if (isObject(value) && typeof value.version === 'number' && value.version > VERSION) throw newer(file)
  if (!isObject(value) || !Array.isArray(value.generations) || value.generations.length === 0 || !value.generations.every(isGeneration))
    throw broken(file)
  return value.generations
}

export const writeVault = (store: JsonStore, generations: readonly Generation[]): void => store.write({ version: VERSION, generations })

function parsedOrBroken(bytes: Buffer, file: string): unknown {
  try {
    return parseStore(bytes.toString('utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) throw broken(file)
    throw error
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const isGeneration = (value: unknown): value is Generation =>
  isObject(value) &&
  typeof value.id === 'string' &&
  isProtection(value.protection) &&
  typeof value.check === 'string' &&
  (value.protection !== 'passphrase' || isWrapped(value.passphrase))

/** Costs beyond these are damage or an attack on memory. */
const isWrapped = (value: unknown): boolean =>
  isObject(value) &&
  typeof value.wrapped === 'string' &&
  isObject(value.stretch) &&
  typeof value.stretch.salt === 'string' &&
  [value.stretch.N, value.stretch.r, value.stretch.p].every((cost) => typeof cost === 'number' && Number.isSafeInteger(cost) && cost > 0) &&
  Number(value.stretch.N) <= 2 ** 20 &&
  Number(value.stretch.r) <= 32 &&
  Number(value.stretch.p) <= 16

const broken = (file: string) =>
  refused(
    'vault-broken',
    text(`${file} is damaged: it says how your keys are sealed.`, `${file} 已损坏：它记录了密钥的密封方式。`),
    text('Put a whole copy of it back. Nothing was changed.', '请恢复该文件的完整副本。没有任何内容被更改。'),
    { file },
  )

const newer = (file: string) =>
  refused(
    'newer-version',
    text(`${file} was written by a newer Switchyard.`, `${file} 由更新版本的 Switchyard 写入。`),
    text('Update Switchyard, then try again. Nothing was changed.', '请更新 Switchyard 后重试。没有任何内容被更改。'),
    { file },
  )
