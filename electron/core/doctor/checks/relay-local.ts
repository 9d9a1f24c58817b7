import { text } from '../../../../shared/model/text'
import type { Check, Verdict } from '../check'
import type { Facts } from '../facts'
import type { ToolFacts } from '../facts/tools'
import { answers, isProfiles, localAddress } from '../local-address'
import { fact } from '../seen'
import { fail, ok, skip, together } from '../verdict'

export const relayLocal: Check = {
  id: 'relay-local',
  group: 'machine',
  title: text('The relay on this machine is running', '本机的中转站正在运行'),
  badTitle: text('The relay on this machine is not running', '本机的中转站没有运行'),
  why: text(
    'A relay of one’s own, such as New API or a local proxy, must be started before the tools: Codex otherwise waits for network for ever.',
    '自己架设的中转站（如 New API 或本地代理）必须先于工具启动，否则 Codex 会一直“waiting for network”。',
  ),
  remedy: text("Start the relay's program, or switch to a profile of another relay.", '请启动该中转程序，或切换到其他中转站的配置。'),
  seed: [6],
  async run(facts) {
    const verdicts = await Promise.all(facts.tools.map((tool) => judge(facts, tool)))
    const found = verdicts.filter((verdict) => verdict !== undefined)
    return found.length === 0 ? skip(text('No relay is on this machine.', '没有使用本机的中转站。')) : together(found)
  },
}

async function judge(facts: Facts, tool: ToolFacts): Promise<Verdict | undefined> {
  const address = localAddress(tool)
  // Where another switcher left its address behind, its own check says so.
  if (address === undefined || (address.bySwitcher && !isProfiles(tool))) return undefined
  const { baseUrl, port, owner } = address
  const evidence = [fact(baseUrl, { tool: tool.id })]
  if (await answers(facts, address)) return ok(...evidence)
  const program = owner === undefined ? text('that relay', '该中转站') : text(owner, ` ${owner} `)
  return fail({
    cause: text(
      `${tool.label} goes to ${baseUrl}, and nothing listens on port ${port} of this machine.`,
      `${tool.label} 的地址是 ${baseUrl}，但本机端口 ${port} 上没有程序在监听。`,
    ),
    cure: text(
      `Start ${program.en}, or switch to another profile. If it listens on another port, correct the base URL.`,
      `请启动${program.zh}，或切换到其他配置。如果它监听别的端口，请修正基础地址。`,
    ),
    evidence,
  })
}
