import { createRequire } from 'node:module'
import path from 'node:path'
import TreeSitter from '@vscode/tree-sitter-wasm'

/** What PowerShell would start: one program with its arguments, and the text that is piped into it. */
export interface Pipeline {
  readonly input?: string
  readonly program: string
  readonly args: readonly string[]
}

type Node = TreeSitter.Node

const require = createRequire(import.meta.url)

/** A parser with the grammar by which an editor reads PowerShell; no PowerShell is needed. */
async function loadParser(): Promise<TreeSitter.Parser> {
  await TreeSitter.Parser.init()
  const folder = path.dirname(require.resolve('@vscode/tree-sitter-wasm'))
  const language = await TreeSitter.Language.load(path.join(folder, 'tree-sitter-powershell.wasm'))
  return new TreeSitter.Parser().setLanguage(language)
}

/** The text of a literal in single quotes. The typographic quotes end it as well, so none may stand alone (about_Quoting_Rules). */
export function literalOf(word: string): string {
  const inside = /^'([^'‘’‚‛]|(['‘’‚‛])\2)*'$/u.test(word) ? word.slice(1, -1) : undefined
  if (inside === undefined) throw new Error(`no literal: ${word}`)
  return inside.replace(/(['‘’‚‛])\1/g, '$1')
}

const wordOf = (node: Node): string => (node.text.startsWith("'") ? literalOf(node.text) : plain(node.text))

function plain(word: string): string {
  if (!/^[\w./-]+$/.test(word)) throw new Error(`neither a literal nor a plain word: ${word}`)
  return word
}

const within = (node: Node, type: string): readonly Node[] => node.descendantsOfType(type).filter((found): found is Node => found !== null)

export interface PowerShell {
  /** @throws when the text is anything but one program with literals and plain words, and at most one literal piped into it */
  pipeline(text: string): Pipeline
  /** True when the text is PowerShell. */
  accepts(script: string): boolean
}

export async function powerShell(): Promise<PowerShell> {
  const parser = await loadParser()
  const rootOf = (text: string): Node => {
    const tree = parser.parse(text)
    if (tree === null) throw new Error('no tree')
    return tree.rootNode
  }
  return {
    accepts: (script) => !rootOf(script).hasError,
    pipeline(text) {
      const root = rootOf(text)
      if (root.hasError) throw new Error(`not PowerShell: ${text}`)
      const chains = within(root, 'pipeline_chain')
      const [chain] = chains
      if (chain === undefined || chains.length !== 1 || chain.text !== text) throw new Error(`not one pipeline: ${text}`)
      const stages = chain.namedChildren.filter((node): node is Node => node !== null)
      const command = stages.at(-1)
      if (command?.type !== 'command' || stages.length > 2) throw new Error(`not one command: ${text}`)
      const [name, elements, ...more] = command.namedChildren
      if (!name || !elements || more.length > 0) throw new Error(`no arguments: ${text}`)
      const words = elements.namedChildren.filter((node): node is Node => node !== null && node.type !== 'command_argument_sep')
      const input = stages.length === 2 ? { input: literalOf(stages[0]?.text ?? '') } : {}
      return { ...input, program: plain(name.text), args: words.map(wordOf) }
    },
  }
}

/**
 * The arguments that a program gets from Windows PowerShell 5.1, which puts quotes around those with blanks and escapes nothing; cut as the C runtime
 * of Windows cuts a command line.
 */
export function passedBy51(args: readonly string[]): readonly string[] {
  const line = args.map((word) => (/\s/.test(word) ? `"${word}"` : word)).join(' ')
  const found: string[] = []
  let [word, quoted, begun] = ['', false, false]
  for (const part of line.match(/\\*"|\\+|\s|[^\s"\\]+/g) ?? []) {
    if (part.endsWith('"')) {
      const slashes = part.length - 1
      word += '\\'.repeat(Math.floor(slashes / 2))
      if (slashes % 2 === 1) word += '"'
      else quoted = !quoted
      begun = true
    } else if (/^\s$/.test(part) && !quoted) {
      if (begun) found.push(word)
      ;[word, begun] = ['', false]
    } else {
      word += part
      begun = true
    }
  }
  return begun ? [...found, word] : found
}
