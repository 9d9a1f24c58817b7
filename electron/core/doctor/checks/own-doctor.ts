import { text } from '../../../../shared/model/text'
import type { Check, Verdict } from '../check'
import { readOwnDoctor } from '../own-doctor-report'
import { runTool } from '../run-tool'
import { fact } from '../seen'
import { ok, skip, together, warn } from '../verdict'

const LIMIT = 30_000

export const ownDoctor: Check = {
  id: 'own-doctor',
  group: 'trial',
  network: true,
  title: text("The tools' own doctors find nothing", '工具自带的诊断没有发现问题'),
  badTitle: text("A tool's own doctor complains", '工具自带的诊断发现了问题'),
  why: text(
    'Codex can examine itself (`codex doctor --json`); what it finds is shown here in short.',
    'Codex 可以自我诊断（`codex doctor --json`），这里显示其摘要。',
  ),
  remedy: text("Do as the tool's own doctor says; the finding has its words.", '按工具自带诊断的提示处理；结果中有原文。'),
  async run(facts) {
    const able = facts.tools.filter(
      ({ installation, doctor, usesRelay }) => installation !== null && usesRelay && doctor.ownDoctor !== undefined,
    )
    if (able.length === 0)
      return skip(text('No installed tool with a relay has a doctor of its own.', '没有安装带自诊断功能且使用中转站的工具。'))
    return together(
      await Promise.all(
        able.map(async ({ id, label, installation, adapter, doctor }): Promise<Verdict> => {
          const { args = [], passedOver = [] } = doctor.ownDoctor ?? {}
          const { output, timedOut } = await runTool(facts, installation?.path ?? '', args, { limit: LIMIT })
          const found = readOwnDoctor(output, passedOver)
          if (found === undefined)
            return skip(
              text(
                timedOut ? `${label}'s own doctor did not end.` : `${label} has no doctor, or it printed no JSON.`,
                timedOut ? `${label} 的自诊断没有结束。` : `${label} 没有自诊断功能，或没有输出 JSON。`,
              ),
            )
          if (found.length === 0) return ok(fact(label, { tool: id }))
          return warn({
            cause: text(
              `${label}'s own doctor is not content: ${found.map(({ title }) => title).join('; ')}`,
              `${label} 的自诊断发现问题：${found.map(({ title }) => title).join('；')}`,
            ),
            cure: text(
              `Run it for the whole answer: ${adapter.command.name} ${args.join(' ')}`,
              `运行以下命令查看完整结果：${adapter.command.name} ${args.join(' ')}`,
            ),
            evidence: found.map(({ title, detail }) => fact(`${title}: ${detail}`, { tool: id })),
          })
        }),
      ),
    )
  },
}
