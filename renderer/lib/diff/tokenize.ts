export type TokenKind = 'plain' | 'key' | 'string' | 'number' | 'word' | 'comment' | 'mark'

export interface Token {
  readonly kind: TokenKind
  readonly text: string
}

export type Syntax = 'json' | 'toml' | 'dotenv' | 'none'

/** The syntax of a file by its name. */
export function syntaxOf(path: string): Syntax {
  const name = path.split(/[\\/]/).at(-1) ?? ''
  if (/\.jsonc?$/.test(name)) return 'json'
  if (name.endsWith('.toml')) return 'toml'
  return /^\.env($|\.)|\.env$/.test(name) ? 'dotenv' : 'none'
}

type Rule = readonly [TokenKind, RegExp]

const text = /"(?:[^"\\]|\\.)*"?|'[^']*'?/y
const number = /[+-]?\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.-])/y
const rules: Readonly<Record<Exclude<Syntax, 'none'>, readonly Rule[]>> = {
  json: [
    ['key', /"(?:[^"\\]|\\.)*"(?=\s*:)/y],
    ['string', text],
    ['comment', /\/\/.*|\/\*.*?(?:\*\/|$)/y],
    ['number', number],
    ['word', /\b(?:true|false|null)\b/y],
    ['mark', /[{}[\]:,]/y],
  ],
  toml: [
    ['comment', /#.*/y],
    ['key', /^\s*\[\[?[^\]]*\]\]?/y],
    ['key', /(?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*(?=\s*=)/y],
    ['string', text],
    ['number', number],
    ['word', /\b(?:true|false|inf|nan)\b/y],
    ['mark', /[{}[\]=,]/y],
  ],
  dotenv: [
    ['comment', /^\s*#.*/y],
    ['word', /^\s*export(?=\s)/y],
    ['key', /[A-Za-z_][\w.]*(?=\s*=)/y],
    ['string', text],
    ['mark', /=/y],
  ],
}

/** More than this in one line is not configuration that anybody reads. */
const longest = 2000

/**
 * One line in coloured pieces whose texts give the line again. A line alone cannot know that it stands within a text of several lines; then its
 * colours are wrong, and nothing else.
 */
export function tokenize(line: string, syntax: Syntax): readonly Token[] {
  if (syntax === 'none' || line.length > longest) return line === '' ? [] : [{ kind: 'plain', text: line }]
  const tokens: Token[] = []
  let plain = ''
  const flush = () => {
    if (plain !== '') tokens.push({ kind: 'plain', text: plain })
    plain = ''
  }
  for (let at = 0; at < line.length; ) {
    const found = firstMatch(rules[syntax], line, at)
    if (found === undefined) {
      plain += line[at]
      at += 1
    } else {
      flush()
      tokens.push(found)
      at += found.text.length
    }
  }
  flush()
  return tokens
}

function firstMatch(candidates: readonly Rule[], line: string, at: number): Token | undefined {
  for (const [kind, pattern] of candidates) {
    pattern.lastIndex = at
    const text = pattern.exec(line)?.[0]
    if (text) return { kind, text }
  }
  return undefined
}
