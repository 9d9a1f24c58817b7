import type { ParseError } from 'jsonc-parser'
import type { ConfigObject, Editor } from './files/editor'
import type { FileFormat } from './tools/tool'

/** A text format: the editor that changes it in place, and a second, independent reader that checks what the editor did. */
export interface Format {
  readonly editor: Editor
  /** Throws when it refuses the text. */
  readonly verify: (content: string) => ConfigObject
}

const withoutBom = (content: string): string => content.replace(/^\uFEFF/, '')
const orEmpty = (content: string): string => (content.trim() === '' ? '{}' : content)

/** Loaded when first needed: a terminal command that touches one tool pays for one format. */
const loaders: Readonly<Record<FileFormat, () => Promise<Format>>> = {
  async json() {
    const { strictJson } = await import('./files/json-edit')
    return { editor: strictJson, verify: (content) => JSON.parse(orEmpty(withoutBom(content))) }
  },
  async jsonc() {
    const { jsoncNoTrailingComma } = await import('./files/json-edit')
    const { parse } = await import('jsonc-parser')
    return {
      editor: jsoncNoTrailingComma,
      verify(content) {
        const errors: ParseError[] = []
        const value: ConfigObject = parse(orEmpty(withoutBom(content)), errors) ?? {}
        if (errors.length > 0) throw new Error('not valid JSON with comments')
        return value
      },
    }
  },
  async toml() {
    const { tomlEditor } = await import('./files/toml-edit')
    const { readToml } = await import('./files/toml-verify')
    return { editor: tomlEditor, verify: readToml }
  },
  async dotenv() {
    const { dotenvEditor } = await import('./files/env-edit')
    const { parse } = await import('dotenv')
    return { editor: dotenvEditor, verify: (content) => parse(withoutBom(content)) }
  },
}

export const loadFormat = (format: FileFormat): Promise<Format> => loaders[format]()
