import { existsSync } from 'node:fs'
import type { PolicyStore } from '../../tools/layers'
import { answerOf } from './ask'

const PATIENCE = 1_500

/** The programs of the system that are asked. */
export interface PolicyPrograms {
  readonly plutil: string
  readonly reg: string
}

const ofSystem: PolicyPrograms = { plutil: '/usr/bin/plutil', reg: 'reg.exe' }

/** The settings that an organisation keeps in a store of the system, as text in the policy's format; undefined when there are none or they cannot be read. */
export async function policyText(policy: PolicyStore, programs: PolicyPrograms = ofSystem): Promise<string | undefined> {
  if (policy.kind === 'registry')
    return parseRegistryValue(await answerOf(programs.reg, ['query', policy.path, '/v', policy.value], PATIENCE), policy.value)
  if (!existsSync(policy.path)) return undefined
  const listing = await answerOf(programs.plutil, ['-convert', 'json', '-o', '-', policy.path], PATIENCE)
  return policy.encoded === undefined ? listing || undefined : parseEncoded(listing, policy.encoded)
}

/** @param listing what `reg query KEY /v NAME` prints: four blanks, name, type, value */
export function parseRegistryValue(listing: string, name: string): string | undefined {
  for (const line of listing.split(/\r?\n/)) {
    const [, found, value] = /^ {4}(.+?) {4}REG_(?:EXPAND_)?SZ {4}(.*)$/.exec(line) ?? []
    if (found?.toLowerCase() === name.toLowerCase()) return value
  }
  return undefined
}

/** @param listing a property list as `plutil -convert json` prints it @param key whose text is base64 of the settings */
export function parseEncoded(listing: string, key: string): string | undefined {
  try {
    const value: unknown = JSON.parse(listing)[key]
    return typeof value === 'string' ? Buffer.from(value, 'base64').toString('utf8') : undefined
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined
    throw error
  }
}
