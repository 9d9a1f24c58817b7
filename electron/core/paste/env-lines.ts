import { text } from '../../../shared/model/text'
import { emptyReading, hasFound, type Recogniser } from './reading'
import { shellWords } from './shell-words'
import { take } from './vocabulary'

const name = '([A-Za-z_][A-Za-z0-9_]*)'
const unquote = (value: string): string => {
  const bare = value.trim().replace(/;$/, '').trim()
  return /^(['"]).*\1$/s.test(bare) ? bare.slice(1, -1) : bare
}

/** Lines that no POSIX shell reads: cmd, PowerShell, fish. */
const foreign: readonly RegExp[] = [
  new RegExp(`^\\s*set\\s+"${name}=(.*)"\\s*$`, 'i'),
  new RegExp(`^\\s*set\\s+${name}=(.*)$`, 'i'),
  new RegExp(`^\\s*setx\\s+${name}\\s+("[^"]*"|\\S+)`, 'i'),
  new RegExp(`^\\s*\\$env:${name}\\s*=\\s*(.*)$`, 'i'),
  new RegExp(`^\\s*\\[(?:System\\.)?Environment\\]::SetEnvironmentVariable\\(\\s*['"]${name}['"]\\s*,\\s*(['"][^'"]*['"])`, 'i'),
  new RegExp(`^\\s*set\\s+(?:-{1,2}[a-zA-Z]+\\s+)+${name}\\s+(.*)$`),
]

/** Every assignment in a text, whichever shell it is meant for, in order. */
export function assignments(pasted: string): readonly (readonly [string, string])[] {
  const lines = pasted.split(/\r?\n/).flatMap((line) => line.split(/\s*(?:;|&&)\s*(?=set\s|setx\s|\$env:|\[Env)/i))
  return lines.flatMap((line) => {
    for (const pattern of foreign) {
      const [, left, right] = pattern.exec(line) ?? []
      if (left !== undefined && right !== undefined) return [[left, unquote(right)] as const]
    }
    return shellWords(line.replace(/^\s*([A-Za-z_]\w*)\s+=\s+/, '$1=')).flatMap((word) => {
      const at = word.indexOf('=')
      const left = word.slice(0, at)
      return at > 0 && /^[A-Za-z_]\w*$/.test(left) ? [[left, word.slice(at + 1)] as const] : []
    })
  })
}

export const envLines: Recogniser = {
  id: 'env',
  label: text('Environment variables', '环境变量'),
  read(pasted) {
    const reading = emptyReading()
    const left: string[] = []
    for (const [variable, value] of assignments(pasted)) {
      const known = take(reading, variable, value)
      if (!known && !reading.risks.some(({ evidence }) => evidence === variable)) left.push(variable)
    }
    if (!hasFound(reading)) return undefined
    if (left.length > 0) {
      const list = [...new Set(left)].slice(0, 12).join(', ')
      reading.notices.push(text(`Left out, as a profile has no place for them: ${list}.`, `以下内容不属于配置，已忽略：${list}。`))
    }
    return reading
  },
}
