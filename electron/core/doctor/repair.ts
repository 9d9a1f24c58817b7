import { type ParseError, parse } from 'jsonc-parser'
import type { FixFile } from './check'
import type { FileFacts } from './facts/tools'

/**
 * A JSON file without what its format does not allow: byte order mark, comments, commas before a closing bracket. Strings stay as they are.
 * Undefined when that does not make it valid.
 */
export function repaired({ file, text: content, syntax }: FileFacts): FixFile | undefined {
  if (content === undefined || syntax === undefined || (file.format !== 'json' && file.format !== 'jsonc')) return undefined
  const body = content.replace(/^\uFEFF/, '')
  const bare = withoutCommas(file.format === 'json' ? withoutComments(body) : body)
  if (bare === content || !isValid(bare, file.format === 'jsonc')) return undefined
  return { path: file.path, after: bare, secret: true }
}

function isValid(content: string, comments: boolean): boolean {
  const errors: ParseError[] = []
  const value: unknown = parse(content, errors, { disallowComments: !comments, allowTrailingComma: false })
  return errors.length === 0 && typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A string, or a comment: whichever starts first. A comment on a line of its own goes with its line. */
const withoutComments = (content: string): string =>
  content.replace(
    /("(?:[^"\\\n]|\\.)*")|^[ \t]*\/\/[^\n]*\n|[ \t]*\/\/[^\n]*|[ \t]*\/\*[\s\S]*?\*\//gm,
    (_all, string: string | undefined) => string ?? '',
  )

const withoutCommas = (content: string): string =>
  content.replace(
    /("(?:[^"\\\n]|\\.)*")|(\/\/[^\n]*|\/\*[\s\S]*?\*\/)|,(?=(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*[}\]])/g,
    (_all, string?: string, comment?: string) => string ?? comment ?? '',
  )
