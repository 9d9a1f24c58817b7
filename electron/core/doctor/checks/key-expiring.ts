import { keyExpiry } from '../../../../shared/model/key-expiry'
import { text } from '../../../../shared/model/text'
import { activeKey } from '../../vault/profile-keys'
import type { Check, Verdict } from '../check'
import type { Facts } from '../facts'
import type { ToolFacts } from '../facts/tools'
import { fact } from '../seen'
import { ok, perTool, warn } from '../verdict'

export const keyExpiring: Check = {
  id: 'key-expiring',
  group: 'settings',
  title: text('The keys in use have days to go', '使用中的密钥尚未到期'),
  badTitle: text('A key in use is at its end', '使用中的密钥即将到期或已到期'),
  why: text(
    'You noted the day on which a key ends. The relay refuses it afterwards, in the middle of your work.',
    '您记录了密钥的到期日。到期后中转站会拒绝该密钥，可能中断您的工作。',
  ),
  remedy: text(
    'Use another key of the profile, or add a new one; note a later day if the relay has extended this one.',
    '请改用该配置的其他密钥或添加新密钥；如果中转站已延长有效期，请更新到期日。',
  ),
  seed: [1],
  run: async (facts) => perTool(facts, (tool) => judge(tool, facts)),
}

/** Nothing to say of a tool without a profile, or with a key whose end is not known. */
function judge({ id, label, profile }: ToolFacts, { now }: Pick<Facts, 'now'>): Verdict | undefined {
  const key = profile && activeKey(profile)
  const expiry = keyExpiry(key?.expiresAt, now)
  if (profile === undefined || key === undefined || expiry === undefined) return undefined
  const evidence = [fact(`${profile.name}: ${key.label ?? key.masked}, ${key.expiresAt}`, { tool: id })]
  if (expiry.state === 'fine') return ok(...evidence)
  const others = (profile.relay.keys ?? []).some((other) => other !== key && keyExpiry(other.expiresAt, now)?.state !== 'expired')
  return warn({
    cause:
      expiry.state === 'expired'
        ? text(`The key that ${label} uses ended on ${key.expiresAt}.`, `${label} 使用的密钥已于 ${key.expiresAt} 到期。`)
        : text(`The key that ${label} uses ends on ${key.expiresAt}.`, `${label} 使用的密钥将于 ${key.expiresAt} 到期。`),
    cure: others
      ? text(`Use another key of ${profile.name}, or note a later day.`, `请改用 ${profile.name} 的其他密钥，或更新到期日。`)
      : text(`Add a new key to ${profile.name} and use it, or note a later day.`, `请为 ${profile.name} 添加并使用新密钥，或更新到期日。`),
    evidence,
  })
}
