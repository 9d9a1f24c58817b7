import { text } from '../../shared/model/text'
import type { Call } from './call'
import { readHidden } from './read-hidden'
import { usage } from './usage'

/** More than any key; what is longer is not one. */
const MOST_BYTES = 64 * 1024

/**
 * The API key from where the command line says; undefined when it says nothing. One final line end is dropped, as files and pipes have one; all
 * else is left to the core's checks.
 * @throws {ProblemError} kind `usage`
 */
export async function readKey({ args, env, ui }: Call): Promise<string | undefined> {
  const given = ['key', 'key-env', 'key-stdin'].filter((name) => args.flag(name))
  if (given.length > 1) {
    const list = given.map((name) => `--${name}`).join(', ')
    throw usage(text(`Only one of these can be given: ${list}.`, `以下选项只能给出一个：${list}。`))
  }
  const variable = args.value('key-env')
  if (variable !== undefined) return fromVariable(env, variable)
  if (args.flag('key-stdin')) return ui.isTerminal(0) ? readHidden(ui) : fromInput()
  const key = args.value('key')
  if (key !== undefined) {
    const warning = text(
      'warning: other users of this machine can see a key on the command line, and your shell remembers it. Better: --key-stdin or --key-env.',
      '警告：本机其他用户可以看到命令行中的密钥，shell 历史也会记录它。建议改用 --key-stdin 或 --key-env。',
    )
    ui.note(ui.paint.warn(ui.say(warning)))
  }
  return key
}

/** @throws {ProblemError} kind `usage` when the variable is not set */
export function fromVariable(env: NodeJS.ProcessEnv, name: string, option = '--key-env'): string {
  const value = Object.hasOwn(env, name) ? env[name] : undefined
  if (value === undefined || value === '') {
    const hint = text(
      `${option} takes the name of a variable that is exported and not empty.`,
      `${option} 需要一个已导出且非空的环境变量名。`,
    )
    throw usage(text(`The environment variable of ${option} is not set.`, `${option} 指定的环境变量未设置。`), hint)
  }
  return value
}

/** Standard input, without its last line end. */
export async function fromInput(): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MOST_BYTES) throw usage(text('Standard input is too long.', '标准输入过长。'))
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '')
}
