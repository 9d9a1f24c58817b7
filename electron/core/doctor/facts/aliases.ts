import type { Place } from '../../tools/tool'
import { startedFrom } from './origins'
import { textOf } from './tried'

/** An alias of a shell that starts a tool with arguments of its own. */
export interface Alias {
  readonly name: string
  readonly args: readonly string[]
  readonly file: string
  /** Counted from 1. */
  readonly line: number
}

/** Aliases of these names in the start-up files of the user's shells; of several, the last one comes first: it is in force. */
export function findAliases(place: Place, names: readonly string[]): readonly Alias[] {
  return startedFrom(place)
    .filter(({ syntax }) => syntax === 'posix' || syntax === 'fish')
    .flatMap(({ file }) => aliasesIn(textOf(file) ?? '', names).map((alias) => ({ ...alias, file })))
    .toReversed()
}

/** `alias claude='claude --model x'` in bash and zsh, also `alias claude 'claude --model x'` in fish. */
export function aliasesIn(content: string, names: readonly string[]): readonly Omit<Alias, 'file'>[] {
  return content.split(/\r?\n/).flatMap((line, index) => {
    const [, name, quoted, plain] = /^\s*alias\s+(?:-\S+\s+)*([\w.-]+)[=\s]\s*(?:(["'].*["'])|(\S+))\s*(?:[;#].*)?$/.exec(line) ?? []
    const body = quoted?.slice(1, -1) ?? plain
    if (name === undefined || body === undefined || !names.includes(name)) return []
    const words = wordsOf(body)
    const at = words.findIndex((word) => word === name || word.endsWith(`/${name}`))
    return at < 0 ? [] : [{ name, args: words.slice(at + 1), line: index + 1 }]
  })
}

/** Words as a shell splits them, quotes taken away; nothing is expanded. */
const wordsOf = (body: string): readonly string[] =>
  [...body.matchAll(/(?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s"'\\])+/g)].map(([word]) =>
    word.replace(/"((?:[^"\\]|\\.)*)"|'([^']*)'|\\(.)/g, '$1$2$3'),
  )
