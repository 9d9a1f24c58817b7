import type { PasteRisk, Recognised } from '../../shared/model/paste'
import type { ProfileInput } from '../../shared/model/profile'
import { type LocalText, text } from '../../shared/model/text'
import type { ToolDescriptor } from '../../shared/model/tool'
import type { Call } from './call'
import { plain } from './paint'
import { emptyProfile } from './profile-input'
import { quoted } from './quoted'
import type { Ui } from './ui'
import { usage } from './usage'

/** More than any text that is looked through. */
const MOST_BYTES = 512 * 1024

/** All of standard input, for `add --paste`. @throws {ProblemError} kind `usage` */
export async function readPaste({ ui }: Call): Promise<string> {
  if (ui.isTerminal(0))
    ui.note(
      ui.say(
        text(
          'Paste what you have, then press Ctrl+D on a line of its own (Windows: Ctrl+Z, Enter).',
          '粘贴内容，然后另起一行按 Ctrl+D（Windows：Ctrl+Z 再回车）。',
        ),
      ),
    )
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MOST_BYTES) throw usage(text('Standard input is too long to be looked through.', '标准输入过长，无法识别。'))
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** A profile made of what was recognised: for the tools it names, or for all. */
export function pastedProfile(found: Recognised, name: string | undefined, descriptors: readonly ToolDescriptor[]): ProfileInput {
  const url = found.url ?? ''
  const empty = emptyProfile(name ?? found.name ?? (URL.canParse(url) ? new URL(url).host : ''), descriptors)
  const tools = Object.fromEntries(
    Object.entries(empty.tools).map(([id, tool]) => [
      id,
      {
        ...tool,
        enabled: found.tools.length === 0 || found.tools.includes(id),
        models: { ...found.models[id] },
        options: { ...found.options[id] },
      },
    ]),
  )
  return { ...empty, relay: { url, website: found.website, notes: found.notes }, tools }
}

/** Lines that say what was recognised; the key is masked, and what a stranger wrote cannot steer the terminal. */
export function tellRecognised({ say, paint }: Ui, found: Recognised): string {
  const row = (label: ReturnType<typeof text>, value: string | undefined) => (value ? [`  ${say(label)}: ${plain(value)}`] : [])
  const models = Object.entries(found.models).flatMap(([tool, slots]) =>
    Object.entries(slots).map(([slot, model]) => `${tool}.${slot}=${model}`),
  )
  return [
    say(text('Recognised:', '识别结果：')) + (found.source ? ` ${say(found.source)}` : ''),
    ...row(text('relay', '中转站'), found.url),
    ...row(text('key', '密钥'), found.keyMasked),
    ...row(text('tools', '工具'), found.tools.join(', ')),
    ...row(text('models', '模型'), models.join(', ')),
    ...found.notices.map((notice) => paint.dim(`  ${say(notice)}`)),
    ...found.risks.map((risk) => paint.warn(`  ${say(riskLine(risk))}`)),
    ...presentLines(found).map((line) => paint.warn(`  ${say(line)}`)),
  ].join('\n')
}

const riskLine = ({ message, evidence }: PasteRisk) =>
  text(`risk: ${message.en}${evidence ? ` (${evidence})` : ''}`, `风险：${message.zh}${evidence ? `（${evidence}）` : ''}`)

/** Who has the relay already, with the exact command for what is likely meant. */
function presentLines({ known, sameRelay }: Recognised): readonly LocalText[] {
  const [first] = sameRelay
  if (known !== undefined) {
    const { name, key } = known
    const shown = key === undefined ? '' : ` (${plain(key.label ?? key.masked)})`
    const command =
      key?.active === false
        ? `switchyard keys use ${quoted(plain(name))} ${quoted(plain(key.label ?? key.id))}`
        : `switchyard use ${quoted(plain(name))}`
    return [
      text(
        `"${plain(name)}" has this very key already${shown}. To use it: ${command}`,
        `"${plain(name)}" 已有这个密钥${shown}。使用它：${command}`,
      ),
    ]
  }
  if (first === undefined) return []
  const command = `switchyard add --paste --into ${quoted(plain(first.name))}`
  return [
    text(
      `"${plain(first.name)}" uses this relay already. To give it the key, in place of a new profile: ${command}`,
      `"${plain(first.name)}" 已在使用这个中转站。若要把密钥加给它而不新建配置：${command}`,
    ),
  ]
}
