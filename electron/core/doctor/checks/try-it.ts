import { text } from '../../../../shared/model/text'
import type { Check, Verdict } from '../check'
import { explain, sayingsIn } from '../explain'
import type { Facts } from '../facts'
import type { ToolFacts } from '../facts/tools'
import { runTool } from '../run-tool'
import { fact } from '../seen'
import { fail, ok, skip, together } from '../verdict'

/** Claude Code with one retry is done within a minute; Codex never ends where the network fails. Milliseconds. */
const LIMIT = 90_000
const PROMPT = 'Answer with the one word: pong'

export const tryIt: Check = {
  id: 'try-it',
  group: 'trial',
  onRequest: true,
  network: true,
  title: text('The tool itself gets an answer', '工具本身能得到回复'),
  badTitle: text('The tool itself gets no answer', '工具本身得不到回复'),
  why: text(
    'The last proof: runs the installed tool once with a one-word prompt in an empty folder and reads what it says. Costs a few thousand tokens, so it runs when it is asked for.',
    '最终验证：在空文件夹中用一个词的提示运行一次工具，并解读其输出。会消耗几千个 token，因此只在要求时运行。',
  ),
  remedy: text(
    "Read the finding: it tells what the tool's words really mean, and which check goes on.",
    '请看结果：其中说明了工具提示的真正含义，以及接下来看哪个检查。',
  ),
  seed: [7, 8, 9],
  async run(facts) {
    const able = facts.tools.filter(({ installation, usesRelay }) => installation !== null && usesRelay)
    if (able.length === 0) return skip(text('No installed tool uses a relay.', '没有已安装的工具在使用中转站。'))
    return together(await Promise.all(able.map((tool) => attempt(facts, tool))))
  },
}

async function attempt(facts: Facts, { id, label, installation, doctor, values }: ToolFacts): Promise<Verdict> {
  const { code, output, timedOut } = await runTool(facts, installation?.path ?? '', [...doctor.tryArgs(values), PROMPT], {
    limit: LIMIT,
    // Without it Claude Code is silent for three minutes at 401, 429 and 5xx (2.1.330).
    env: { CLAUDE_CODE_MAX_RETRIES: '1' },
    enough: (words) => sayingsIn(words).some((saying) => saying.tool === id && saying.goesOn === true),
  })
  const last = output.trim().split('\n').slice(-6).join('\n').slice(0, 1_000)
  const evidence = [fact(last === '' ? `exit ${code}` : last, { tool: id })]
  const [known] = explain(output).filter(({ tool }) => tool === id)
  if (known !== undefined) return fail({ cause: known.cause, cure: known.cure, evidence })
  if (code === 0 && /\S/.test(output)) return ok(...evidence)
  return fail({
    cause: timedOut
      ? text(`${label} gave no answer within ${LIMIT / 1000} seconds.`, `${label} 在 ${LIMIT / 1000} 秒内没有回复。`)
      : text(`${label} ended with code ${code}.`, `${label} 以代码 ${code} 结束。`),
    cure: text('Look at the other findings, or test the connection of the profile.', '请查看其他结果，或测试该配置的连接。'),
    evidence,
  })
}
