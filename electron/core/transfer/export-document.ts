import { text } from '../../../shared/model/text'
import { unwrapWith, wrapWith } from '../vault/passphrase'
import { newDataKey, seal, unseal } from '../vault/seal'
import { plainPart, portableProfile, sealedPart } from './export-shape'
import { badProfile, newer, notWhole, wrongPassphrase } from './import-problems'
import { parseJson } from './parse-json'
import type { PortableProfile, TransferFile } from './portable'

const VERSION = 1
const PURPOSE = 'export 1'

const head = { switchyard: 'export', version: VERSION } as const
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** True for what this module writes, also in versions to come. */
export const isExport = (value: unknown): value is Record<string, unknown> => isObject(value) && value.switchyard === 'export'

const written = (document: unknown): string => `${JSON.stringify(document, null, 2)}\n`

/** The text of an export that everyone can read. */
export const plainExport = (profiles: readonly PortableProfile[]): string =>
  written({
    ...head,
    about: 'API keys in plain text: whoever reads this file can use them. Delete it after the import.',
    protection: 'none',
    profiles,
  })

/** The text of an export that opens with the passphrase only: AES-256-GCM under a key of its own, which scrypt wraps. Takes some 0.3 s. */
export async function sealedExport(profiles: readonly PortableProfile[], passphrase: string): Promise<string> {
  const key = newDataKey()
  const { stretch, wrapped } = await wrapWith(passphrase, key)
  const sealed = seal(key, PURPOSE, JSON.stringify({ profiles }))
  return written({
    ...head,
    about: 'Sealed with a passphrase. To open it: switchyard import <this file>',
    protection: 'passphrase',
    id: key.id,
    stretch,
    wrapped,
    sealed,
  })
}

/**
 * The profiles of an export, or `sealed` when it needs a passphrase that is not given.
 * @throws {ProblemError} when it is newer, not whole, altered, or the passphrase is wrong
 */
export async function openExport(document: Record<string, unknown>, file: TransferFile): Promise<readonly PortableProfile[] | 'sealed'> {
  const { version, protection } = document
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) throw notWhole(file)
  if (version > VERSION) throw newer(file)
  if (protection === 'none') return profilesIn(document, file)
  if (protection !== 'passphrase') throw notWhole(file)
  const part = sealedPart.safeParse(document)
  if (!part.success) throw notWhole(file)
  if (file.passphrase === undefined) return 'sealed'
  const { id, sealed, ...passphrase } = part.data
  const key = await unwrapWith(file.passphrase, { id, protection, check: '', passphrase })
  if (key === undefined) throw wrongPassphrase(file)
  const plain = key.bytes.length === 32 ? unseal(key, PURPOSE, sealed) : undefined
  if (plain === undefined) throw notWhole(file)
  return profilesIn(parseJson(plain, file), file)
}

function profilesIn(document: unknown, file: TransferFile): readonly PortableProfile[] {
  const list = plainPart.safeParse(document)
  if (!list.success) throw notWhole(file)
  return list.data.profiles.map((entry, at) => {
    const read = portableProfile.safeParse(entry)
    if (read.success) return read.data
    const name = isObject(entry) && typeof entry.name === 'string' ? ` (${entry.name.slice(0, 80)})` : ''
    const field = read.error.issues[0]?.path.map(String).join('.').slice(0, 80) ?? ''
    throw badProfile(
      file,
      `${at + 1}${name}`,
      text(`"${field}" is missing or not as it must be.`, `“${field}”缺失或无效。`),
      text('Correct it there, or make a new export.', '请在文件中修正，或重新导出。'),
    )
  })
}
