import type { EnvShell } from '../../shared/contract'
import { text } from '../../shared/model/text'
import { ProblemError } from '../../shared/transport'
import { powershellWord } from './powershell-word'

const refuse = (code: string, name: string, en: string, zh: string): never => {
  throw new ProblemError({
    code,
    kind: 'refused',
    message: text(`The value of ${name} cannot be written for this shell: ${en}`, `无法为这个 shell 写出 ${name} 的值：${zh}`),
    hint: text(
      'Choose another --shell, or start the command with `switchyard run`, which needs no quoting.',
      '请换一个 --shell，或用 `switchyard run` 启动命令，它不需要引号。',
    ),
  })
}

/** Nothing is special between single quotes; the quote itself is closed, escaped and opened again (POSIX 2.2.2; zsh also under RC_QUOTES). */
const posix = (name: string, value: string): string => `export ${name}='${value.replaceAll("'", "'\\''")}'`

/** Between single quotes fish knows two escapes, \\ and \'. */
const fish = (name: string, value: string): string => `set -gx ${name} '${value.replace(/[\\']/g, '\\$&')}'`

/** An empty value removes the variable. */
const powershell = (name: string, value: string): string => `$env:${name} = ${powershellWord(value)}`

/** cmd cannot quote these: % expands, ! expands under delayed expansion, " ends the quotes, line breaks end the line, other scripts depend on the code page. */
function cmd(name: string, value: string): string {
  if (/[%!"]|[^\x20-\x7e]/.test(value))
    refuse(
      'env-cmd',
      name,
      'cmd has no safe way for %, !, ", line breaks and non-ASCII characters.',
      'cmd 无法安全表示 %、!、"、换行和非 ASCII 字符。',
    )
  return `set "${name}=${value}"`
}

/** Single quotes where possible: every dotenv reader takes them literally. The other quotes expand or are not known everywhere. */
function dotenv(name: string, value: string): string {
  if (!/['\r\n]/.test(value)) return `${name}='${value}'`
  if (!/["$\\`\r\n]/.test(value)) return `${name}="${value}"`
  if (!/[`\\\r\n]/.test(value)) return `${name}=\`${value}\``
  return refuse(
    'env-dotenv',
    name,
    '.env files have no quotes for this mix of signs or for line breaks.',
    '.env 文件无法表示换行或这样的符号组合。',
  )
}

const writers: Record<EnvShell, (name: string, value: string) => string> = { bash: posix, zsh: posix, fish, powershell, cmd, dotenv }

/**
 * Lines that set environment variables in one shell, ready to be evaluated there, with the shell's own line ends and one at the end.
 * @throws {ProblemError} when a name is no variable name, or the shell cannot hold a value; nothing is shortened or replaced silently
 */
export function envLines(shell: EnvShell, env: Readonly<Record<string, string>>): string {
  const end = shell === 'cmd' ? '\r\n' : '\n'
  return Object.entries(env)
    .map(([name, value]) => {
      if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
        refuse('env-name', JSON.stringify(name), 'this is no variable name.', '这不是合法的变量名。')
      if (value.includes('\0')) refuse('env-nul', name, 'it holds a NUL character.', '其中含有 NUL 字符。')
      return writers[shell](name, value) + end
    })
    .join('')
}
