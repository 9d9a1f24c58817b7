import { text } from '../../../../shared/model/text'
import { type Recognition, recognise } from '../../paste/recognise'
import { absentTool } from '../../target'
import type { ToolAdapter } from '../../tools/tool'
import { leftOut } from '../foreign-profiles'
import type { Candidate, Contents, Source } from '../portable'

const LINK = /^\s*(?:ccswitch|cherrystudio|ccr|switchyard):\/\//i
const MOST = 500

/** A text of import links, one a line, of CC-Switch, Cherry Studio, Claude Code Router or ourselves. */
export const importLinks: Source = {
  id: 'links',
  label: text('Import links', '导入链接'),
  async read(file, adapters): Promise<Contents | undefined> {
    if (!LINK.test(file.text)) return undefined
    const lines = file.text.split(/\r?\n/).filter((line) => line.trim() !== '')
    const read = lines.slice(0, MOST).map((line) => candidateOf(recognise(line, adapters), adapters))
    const over = lines.length > MOST ? [leftOut(text(`lines after ${MOST}`, `第 ${MOST} 行之后`), text('too many', '数量过多'))] : []
    return {
      candidates: read.flatMap((each) => ('profile' in each ? [each] : [])),
      notices: [...read.flatMap((each) => ('profile' in each ? [] : [each.notice])), ...over],
    }
  },
}

function candidateOf(
  { found, key }: Recognition,
  adapters: readonly ToolAdapter[],
): Candidate | { readonly notice: ReturnType<typeof leftOut> } {
  const { url, name, tools, models, options } = found
  const label = name ?? (url === undefined ? undefined : new URL(url).host)
  if (url === undefined || key === undefined) {
    const [problem] = found.problems
    const reason = problem?.message ?? text('it has no relay URL or no key', '没有中转地址或密钥')
    return { notice: leftOut(text(label ?? 'a link', label ?? '链接'), reason) }
  }
  const own = adapters.map(({ descriptor: { id } }) => [
    id,
    { ...absentTool, enabled: tools.length === 0 || tools.includes(id), models: { ...models[id] }, options: { ...options[id] } },
  ])
  return {
    profile: {
      name: label ?? '',
      relay: {
        url,
        ...(found.website !== undefined && { website: found.website }),
        ...(found.notes !== undefined && { notes: found.notes }),
        keys: [{ key }],
      },
      tools: Object.fromEntries(own),
    },
    notices: found.notices,
    risks: found.risks,
  }
}
