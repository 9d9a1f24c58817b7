import { text } from '../../../../shared/model/text'
import { valueAt } from '../../same-value'
import type { Check } from '../check'
import type { Facts } from '../facts'
import { edited, fileOf, files, setValue } from '../mend'
import { fact } from '../seen'
import { fail, notUsed, ok, skip } from '../verdict'

export const claudeProviderSwitch: Check = {
  id: 'claude-provider-switch',
  group: 'settings',
  tool: 'claude',
  title: text('Claude Code is not turned to Bedrock, Vertex or Foundry', 'Claude Code 没有被转到 Bedrock、Vertex 或 Foundry'),
  badTitle: text('Claude Code is turned to Bedrock, Vertex or Foundry', 'Claude Code 被转到了 Bedrock、Vertex 或 Foundry'),
  why: text(
    'Such a variable comes before the base URL: Claude Code then asks for AWS or Google credentials.',
    '这类变量优先于基础地址：Claude Code 会转而要求 AWS 或 Google 的凭据。',
  ),
  seed: [7],
  async run(facts) {
    const tool = facts.tool('claude')
    if (tool === undefined || !tool.usesRelay) return skip(notUsed)
    const on = await switchedOn(facts)
    if (on.length === 0) return ok()
    return fail({
      cause: text(
        `${on.map(({ name }) => name).join(', ')} leads Claude Code past the relay.`,
        `${on.map(({ name }) => name).join('、')} 使 Claude Code 绕过中转站。`,
      ),
      cure: text(
        'Blank it in settings.json; that also hides the one of the shell.',
        '请在 settings.json 中将其置空，这样也会屏蔽终端里的变量。',
      ),
      evidence: on.map(({ name, from }) => fact(`${name} ← ${from}`, { tool: 'claude' })),
    })
  },
  fix: {
    about: text('Blanks these variables in settings.json.', '在 settings.json 中把这些变量置空。'),
    async plan(facts) {
      const tool = facts.tool('claude')
      if (tool === undefined) return undefined
      const edits = (await switchedOn(facts)).map(({ name }) => setValue(['env', name], ''))
      return files(await edited(fileOf(tool, 'settings'), edits))
    },
  },
}

async function switchedOn(facts: Facts): Promise<readonly { readonly name: string; readonly from: string }[]> {
  const tool = facts.tool('claude')
  if (tool === undefined) return []
  const { sources, values } = await facts.layers(tool)
  const names = tool.doctor.variables.filter(({ effect }) => effect === 'leads-away').map(({ name }) => name)
  return names.flatMap((name) => {
    for (const { id, label } of sources) {
      const value = valueAt(values[id], id === 'environment' ? [name] : ['env', name])
      if (value === undefined) continue
      return ['', '0', 'false'].includes(String(value).trim().toLowerCase()) ? [] : [{ name, from: label.en }]
    }
    return []
  })
}
