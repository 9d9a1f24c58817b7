import { type ParseError, parse } from 'jsonc-parser'
import { depthOf } from '../json-depth'
import { forbiddenName, notWhole, tooDeep } from './import-problems'
import type { TransferFile } from './portable'

/** An export's own deepest is a profile's setting, at 6; others keep whole settings files inside. */
const DEEPEST = 64
const PROTOTYPE_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * The JSON document that a text is; undefined when it does not look like one.
 * @throws {ProblemError} when it is not whole, too deep, or uses names that reach an object's prototype
 */
export function parseJson(text: string, file: Pick<TransferFile, 'name'>): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined
  if (depthOf(text) > DEEPEST) throw tooDeep(file)
  try {
    return JSON.parse(text, (key: string, value: unknown) => {
      if (PROTOTYPE_NAMES.has(key)) throw forbiddenName(file, key)
      return value
    })
  } catch (error) {
    if (error instanceof SyntaxError) throw notWhole(file, lineOfFault(text))
    throw error
  }
}

function lineOfFault(text: string): number | undefined {
  const errors: ParseError[] = []
  parse(text, errors, { disallowComments: true })
  const [first] = errors
  return first === undefined ? undefined : text.slice(0, first.offset).split('\n').length
}
