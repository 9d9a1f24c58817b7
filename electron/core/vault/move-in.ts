import { readdirSync } from 'node:fs'
import path from 'node:path'

import { readTextIfThere } from '../files/journal'
import type { Host } from '../host'
import { replaceDurably } from '../json-store'
import { systemCode } from '../problem'
import { readProfiles, storeVersion, writeProfiles } from '../profile-store'
import { recordFile, type StateRecord } from '../record'
import { allKeys, resealProfile } from './profile-keys'
import { openTexts, secretsOfRecord, textSealer } from './record-texts'
import type { Vault } from './vault'

/**
 * Everything that one of these writes holds is sealed under the newest data key afterwards. Every step can be interrupted and done again: what is
 * sealed already is opened and sealed anew, what is plain is sealed. The store of the profiles goes last: its version says that all is done.
 */
export function sealEverything(host: Pick<Host, 'profiles' | 'dataFolder' | 'vault'>): void {
  const { vault } = host
  const { profiles, strange } = readProfiles(host)
  const keys = profiles.flatMap((profile) => allKeys(profile, vault))
  for (const file of recordFiles(host.dataFolder)) sealFile(file, keys, vault)
  if (host.profiles.read() !== undefined)
    writeProfiles(host, { profiles: profiles.map((profile) => resealProfile(profile, vault)), strange })
}

/** True when a data folder holds what this version keeps sealed, but plain or under an older data key. */
export const isUnsealed = (host: Pick<Host, 'profiles' | 'dataFolder' | 'vault'>): boolean =>
  storeVersion(host) === 1 || host.vault.generations().length > 1

function recordFiles(folder: string): string[] {
  return [recordFile(folder), ...namesIn(path.join(folder, 'history')).map((name) => path.join(folder, 'history', name))]
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json'))
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return []
    throw error
  }
}

/** A file of JSON lines, or of one JSON value as early versions wrote it. One that is not whole stays as it is. */
function sealFile(file: string, keys: readonly string[], vault: Vault): void {
  const content = readTextIfThere(file)
  if (content === undefined) return
  const lines = parsedLines(content)
  if (lines === undefined) return
  const opened = lines.map((line) => openTexts(line, vault))
  const seal = textSealer([...keys, ...opened.flatMap(secretsNamed)], vault)
  replaceDurably(file, opened.map((line) => `${JSON.stringify(seal(line))}\n`).join(''))
}

function parsedLines(content: string): unknown[] | undefined {
  try {
    return content.startsWith('{\n')
      ? [JSON.parse(content)]
      : content.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** What an entry or a record says of its secrets itself. */
function secretsNamed(line: unknown): string[] {
  if (typeof line !== 'object' || line === null) return []
  const { secrets, records, tools } = line as Record<string, unknown>
  const told = Array.isArray(secrets) ? secrets.filter((one): one is string => typeof one === 'string') : []
  return [...told, ...secretsIn(records), ...secretsIn(tools)]

  function secretsIn(of: unknown): string[] {
    if (typeof of !== 'object' || of === null || Array.isArray(of)) return []
    const states = Object.values(of).flatMap((one) => (one?.files ? [one] : [one?.before, one?.after].filter((each) => each?.files)))
    return secretsOfRecord({ tools: Object.fromEntries(states.entries()) } as Pick<StateRecord, 'tools'>)
  }
}
