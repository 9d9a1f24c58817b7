import { readFileSync } from 'node:fs'
import { type ParseError, parse } from 'jsonc-parser'
import type { ConfigObject } from '../../files/editor'
import type { JsonFault } from '../../tools/layers'
import type { FileFormat } from '../../tools/tool'
import { tried } from './tried'

/** What a tool makes of a file that Switchyard itself refuses. */
export interface Forgiven {
  readonly fault: JsonFault
  readonly text: string
  readonly values: ConfigObject
}

interface SettingsFile {
  readonly path: string
  readonly format: FileFormat
}

const MARK = [0xff, 0xfe] as const
/** No tool's settings come near it. */
const LARGEST = 16 * 1024 * 1024

/** Undefined for a file without one of these faults, and for one that has another fault besides. */
export function forgiven({ path, format }: SettingsFile, faults: readonly JsonFault[] = []): Forgiven | undefined {
  if (format !== 'json' && format !== 'jsonc') return undefined
  const bytes = tried(() => readFileSync(path))
  if (bytes === undefined || bytes.length > LARGEST) return undefined
  const isWide = bytes[0] === MARK[0] && bytes[1] === MARK[1]
  const fault: JsonFault = isWide ? 'utf16' : 'twice'
  if (!faults.includes(fault)) return undefined
  const text = isWide ? bytes.toString('utf16le', MARK.length) : bytes.toString('utf8').replace(/^\uFEFF/, '')
  const errors: ParseError[] = []
  const values: unknown = parse(text, errors, { disallowComments: format === 'json', allowTrailingComma: false })
  if (errors.length > 0 || typeof values !== 'object' || values === null || Array.isArray(values)) return undefined
  return { fault, text, values: values as ConfigObject }
}
