import { text } from '../../../../shared/model/text'
import type { Check } from '../check'
import { canMend, inForce, wantedBy } from '../gemini-variable'
import { commentedOut, edited, fileOf, files, setValue } from '../mend'
import { fact } from '../seen'
import { notAsked, notUsed, ok, skip, warn } from '../verdict'

const NAME = 'GEMINI_API_KEY_AUTH_MECHANISM'
/** The only two words that 0.61 knows; everything but the second, also “Bearer”, means the first. */
const plain = 'x-goog-api-key'
const both = 'bearer'

export const geminiAuthMechanism: Check = {
  id: 'gemini-auth-mechanism',
  group: 'settings',
  tool: 'gemini',
  title: text('Gemini CLI sends the key in the header that is wanted', 'Gemini CLI 按要求的请求头发送密钥'),
  badTitle: text('Gemini CLI sends the key in another header than is wanted', 'Gemini CLI 发送密钥的请求头与要求不符'),
  why: text(
    `With ${NAME}=bearer Gemini CLI sends the key twice, as Authorization: Bearer and as x-goog-api-key. Left over from another relay, it makes one that takes only one of them refuse the key; missing, a relay that wants Bearer answers 401.`,
    `设置 ${NAME}=bearer 后，Gemini CLI 会把密钥发送两次：Authorization: Bearer 和 x-goog-api-key。如果这是其他中转站遗留的设置，只接受其中一种的中转站会拒绝；而要求 Bearer 的中转站在缺少它时会返回 401。`,
  ),
  seed: [1, 9],
  async run(facts) {
    const tool = facts.tool('gemini')
    if (tool === undefined) return skip(notAsked)
    if (!tool.usesRelay) return skip(notUsed)
    const found = await inForce(facts, tool, NAME)
    const wanted = wantedBy(tool, NAME)
    const value = found?.value ?? ''
    const shown = fact(`${NAME}=${value}`, { tool: 'gemini', file: found?.file })
    if (value !== '' && value !== plain && value !== both)
      return warn({
        cause: text(
          `${NAME}=${value} has no effect: Gemini CLI knows “bearer” alone, in lower case, so the key goes out as x-goog-api-key.`,
          `${NAME}=${value} 不起作用：Gemini CLI 只认小写的“bearer”，因此密钥以 x-goog-api-key 发送。`,
        ),
        cure: text(
          'Write bearer, among the further settings of the profile, if the relay wants that header. Else take the variable away.',
          '如果中转站需要该请求头，请在配置的其他设置里写 bearer；否则请去掉该变量。',
        ),
        evidence: [shown],
        fixable: wanted === undefined && canMend(facts, found),
      })
    // Without a profile it is the user's own choice.
    if (tool.target === undefined || (value === both) === (wanted === both)) return ok(...(found === undefined ? [] : [shown]))
    if (value === both)
      return warn({
        cause: text(
          `${NAME}=bearer makes Gemini CLI send the key twice, and the profile does not ask for that.`,
          `${NAME}=bearer 让 Gemini CLI 把密钥发送两次，而配置并未要求这样做。`,
        ),
        cure: text(
          'Take the variable away. If the relay needs it, put it among the further settings of the profile.',
          '请去掉该变量。如果中转站需要它，请写进配置的其他设置。',
        ),
        evidence: [shown],
        fixable: canMend(facts, found),
      })
    return warn({
      cause: text(
        `The profile asks for ${NAME}=bearer, but “${value}” is in force, so the relay gets the key as x-goog-api-key alone.`,
        `配置要求 ${NAME}=bearer，但实际生效的是“${value}”，中转站只会收到 x-goog-api-key。`,
      ),
      cure: text(
        'Take the variable out of your shell or the other file, or switch to the profile again.',
        '请从终端或其他文件中去掉该变量，或重新切换到该配置。',
      ),
      evidence: [shown],
      fixable: found?.layer === 'environment' && canMend(facts, found),
    })
  },
  fix: {
    about: text(
      'Comments the variable out in your start-up files, or sets it back to x-goog-api-key, the default, in .gemini/.env.',
      '在启动文件中注释掉该变量，或在 .gemini/.env 中改回默认值 x-goog-api-key。',
    ),
    async plan(facts) {
      const tool = facts.tool('gemini')
      const found = tool === undefined ? undefined : await inForce(facts, tool, NAME)
      if (tool === undefined || found === undefined) return undefined
      if (found.layer !== 'environment') return files(await edited(fileOf(tool, 'env'), [setValue([NAME], plain)]))
      const day = facts.now.toISOString().slice(0, 10)
      const note = `Switchyard ${day}: commented out, because it changes the header of the key for the relay that is chosen there.`
      return commentedOut(found.origins, facts.place.home, note)
    },
  },
}
