import type { Profile } from '../../../../shared/model/profile'
import { text } from '../../../../shared/model/text'
import { readKey } from '../../api-key'
import { maskKey } from '../../mask-key'
import { readProfiles } from '../../profile-store'
import type { Check, Verdict } from '../check'
import type { ToolFacts } from '../facts/tools'
import { edited, files, ownPlace, setValue } from '../mend'
import { fact } from '../seen'
import { fail, ok, perTool, warn } from '../verdict'

/** Texts that guides and other programs put where a key goes. */
export const placeholder =
  /^(?:sk-)?(?:your[-_ ]?(?:api[-_ ]?)?key(?:[-_ ]?here)?|x{3,}|\*{3,}|test|dummy|placeholder|changeme|none|null|undefined|PROXY_MANAGED|proxy-managed)$/i

/** Keys that belong to a maker of models, and the hosts that take them. */
const makers: readonly { readonly prefix: RegExp; readonly maker: string; readonly hosts: RegExp }[] = [
  { prefix: /^sk-ant-/, maker: 'Anthropic', hosts: /(^|\.)(anthropic|claude)\.com$/ },
  { prefix: /^sk-proj-|^sk-svcacct-/, maker: 'OpenAI', hosts: /(^|\.)openai\.com$/ },
  { prefix: /^AIza/, maker: 'Google', hosts: /(^|\.)(googleapis|google)\.com$/ },
]

export const keyFormat: Check = {
  id: 'key-format',
  group: 'settings',
  title: text('The key looks like a key', '密钥格式正确'),
  badTitle: text('A key does not look like a key', '密钥格式有误'),
  why: text(
    'A blank, a quote or a word that was copied along makes the relay refuse the key; some tools then send none at all.',
    '多复制的空白、引号或单词会让中转站拒绝密钥；有些工具干脆不发送密钥。',
  ),
  seed: [1],
  run: async (facts) => {
    const { profiles } = readProfiles(facts.host)
    return perTool(facts, (tool) => (tool.live.key === undefined || !tool.usesRelay ? undefined : judge(tool, tool.live.key, profiles)))
  },
  fix: {
    about: text('Takes away what does not belong to the key.', '去掉不属于密钥的部分。'),
    async plan(facts) {
      const cleaned = facts.tools.flatMap((tool) => {
        const read = readKey(tool.live.key ?? '')
        return 'problem' in read || read.key === tool.live.key ? [] : [{ tool, key: read.key }]
      })
      return files(
        ...(await Promise.all(
          cleaned.map(async ({ tool, key }) => {
            const place = await ownPlace(facts, tool, 'key')
            return place === undefined ? undefined : edited(place.file, [setValue(place.path, key)])
          }),
        )),
      )
    },
  },
}

const again = text(
  "Copy the key again from the relay's website and save it in the profile.",
  '请到中转站网站重新复制密钥，并保存到配置中。',
)

const isKey = (key: string): boolean => !placeholder.test(key) && !('problem' in readKey(key))

const anew = text('Switch to the profile again: it has a key of its own.', '请重新切换到该配置：配置中有自己的密钥。')

function judge({ id, label, live, target }: ToolFacts, key: string, profiles: readonly Profile[]): Verdict {
  const evidence = [fact(maskKey(key), { tool: id })]
  const cure = target?.key !== undefined && target.key !== key && isKey(target.key) ? anew : again
  if (placeholder.test(key.trim()))
    return fail({
      cause: text(`${label} has a placeholder where its key should be.`, `${label} 的密钥处只是占位文字。`),
      cure,
      evidence,
      fixable: false,
    })
  const read = readKey(key)
  if ('problem' in read)
    return fail({
      cause: text(`${label}: ${read.problem.message.en}`, `${label}：${read.problem.message.zh}`),
      cure,
      evidence,
      fixable: false,
    })
  if (read.key !== key)
    return fail({
      cause: text(`${label}'s key has something around it that does not belong to it.`, `${label} 的密钥前后有多余的内容。`),
      cure: text('Take it away.', '请去掉多余的内容。'),
      evidence,
    })
  const host = URL.canParse(live.baseUrl ?? '') ? new URL(live.baseUrl ?? '').hostname : ''
  const maker = makers.find(({ prefix, hosts }) => prefix.test(key) && !hosts.test(host))
  if (maker !== undefined && host !== '')
    return warn({
      cause: text(
        `${label}'s key is one of ${maker.maker}'s own, but it is sent to ${host}.`,
        `${label} 的密钥是 ${maker.maker} 官方密钥，却会发给 ${host}。`,
      ),
      cure,
      evidence,
      fixable: false,
    })
  const sisters = profiles.filter(({ relay }) => URL.canParse(relay.url) && new URL(relay.url).hostname === host && relay.key !== key)
  if (!key.startsWith('sk-') && sisters.length > 0 && sisters.every(({ relay }) => relay.key.startsWith('sk-')))
    return warn({
      cause: text(
        `${label}'s key does not start with “sk-”, as your other keys of this relay do.`,
        `${label} 的密钥不是以“sk-”开头，而该中转站的其他密钥都是。`,
      ),
      cure,
      evidence,
      fixable: false,
    })
  return ok(...evidence)
}
