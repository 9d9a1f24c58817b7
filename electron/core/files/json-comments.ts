import { type ParseError, parse } from 'jsonc-parser'
import type { ConfigObject } from './editor'

/** The second reader of JSON with comments: VS Code's own. Throws when it refuses the text. */
export function readJsonWithComments(content: string): ConfigObject {
  const errors: ParseError[] = []
  const value: ConfigObject = parse(content, errors) ?? {}
  if (errors.length > 0) throw new Error('not valid JSON with comments')
  return value
}
