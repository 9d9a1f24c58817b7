import { answerOf } from './ask'
import type { Origin } from './origins'

const PATIENCE = 1_500
const keys = ['HKCU\\Environment', 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment'] as const

/** Variables of the user and of the machine in the Windows registry. */
export async function registryOrigins(names: readonly string[], program = 'reg.exe'): Promise<readonly Origin[]> {
  const tables = await Promise.all(keys.map(async (key) => parseRegistry(await answerOf(program, ['query', key], PATIENCE), key, names)))
  return tables.flat()
}

/** @param listing what `reg query` prints: four blanks, name, type, value */
export function parseRegistry(listing: string, key: string, names: readonly string[]): readonly Origin[] {
  const wanted = new Map(names.map((name) => [name.toUpperCase(), name]))
  return listing.split(/\r?\n/).flatMap((line, index): Origin[] => {
    const [, name, value] = /^ {4}(\S+) {4}REG_(?:EXPAND_)?SZ {4}(.*)$/.exec(line) ?? []
    const known = name === undefined ? undefined : wanted.get(name.toUpperCase())
    if (known === undefined || value === undefined) return []
    return [{ name: known, value, line: index + 1, whole: false, file: key, syntax: 'registry' }]
  })
}
