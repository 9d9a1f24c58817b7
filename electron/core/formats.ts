import type { ConfigObject, Editor } from './files/editor'
import { splitBom } from './files/text-shape'
import type { FileFormat } from './tools/tool'

/** A text format: the editor that changes it in place, and a second, independent reader that checks what the editor did. */
export interface Format {
  readonly editor: Editor
  /** Throws when it refuses the text. */
  readonly verify: (content: string) => ConfigObject
}

const withoutBom = (content: string): string => splitBom(content).body
const orEmpty = (content: string): string => (content.trim() === '' ? '{}' : content)

const readJson = (content: string): ConfigObject => JSON.parse(orEmpty(withoutBom(content)))

function isPlainJson(content: string): boolean {
  try {
    readJson(content)
    return true
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}

/** Loaded when first needed: a terminal command that touches one tool pays for one format. */
const loaders: Readonly<Record<FileFormat, (content: string) => Promise<Format>>> = {
  async json() {
    const { strictJson } = await import('./files/json-edit')
    return { editor: strictJson, verify: readJson }
  },
  async jsonc(content) {
    const { jsoncNoTrailingComma } = await import('./files/json-edit')
    return { editor: jsoncNoTrailingComma, verify: isPlainJson(content) ? readJson : await commentReader() }
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

/** @param content the text that is there now: a reader that it does not need is not loaded */
export const loadFormat = (format: FileFormat, content: string): Promise<Format> => loaders[format](content)

async function commentReader(): Promise<Format['verify']> {
  const { readJsonWithComments } = await import('./files/json-comments')
  return (content) => readJsonWithComments(orEmpty(withoutBom(content)))
}
