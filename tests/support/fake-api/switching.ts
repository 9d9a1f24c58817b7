import { OFFICIAL_ID, type Profile } from '../../../shared/model/profile'
import type { HistoryEntry, SwitchPlan, SwitchReport } from '../../../shared/model/switch'
import { type LocalText, text } from '../../../shared/model/text'
import { fakeTools } from './descriptors'
import { fakeDiffs } from './files'
import { type FakeState, refuse, statusOf, type ToolState, targetOf, toolOf } from './state'

const allTools = fakeTools.map(({ descriptor }) => descriptor.id)

function profileOf(state: FakeState, id: string): Profile | undefined {
  if (id === OFFICIAL_ID) return undefined
  return state.profiles.find((profile) => profile.id === id) ?? refuse('profile-unknown', `There is no profile ${id}.`, `没有配置 ${id}。`)
}

const wanted = (profile: Profile | undefined, tools?: readonly string[]) =>
  tools ?? (profile ? allTools.filter((tool) => toolOf(profile, tool).enabled) : allTools)

const nextState = (profile: Profile | undefined, tool: string): ToolState =>
  profile ? { live: targetOf(profile, tool), profileId: profile.id } : {}

export function fakePlan(state: FakeState, profileId: string, tools?: readonly string[]): SwitchPlan {
  const profile = profileOf(state, profileId)
  const plans = wanted(profile, tools).map((tool) => {
    const now = state.tools[tool] ?? {}
    if (now.problem) return refuse('file-syntax', now.problem.message.en, now.problem.message.zh)
    const files = fakeDiffs(tool, now.live, nextState(profile, tool).live)
    const restart = {
      id: 'restart',
      severity: 'info' as const,
      message: text('A running Codex keeps the old relay.', '正在运行的 Codex 仍使用旧的中转站。'),
      cure: text('Close it and start it again.', '请关闭后重新启动。'),
    }
    return { tool, files, notices: tool === 'codex' && files.length > 0 ? [restart] : [], conflicts: now.changes ?? [] }
  })
  return { profileId, tools: plans, token: JSON.stringify(plans.map((plan) => plan.files)) }
}

interface Wish {
  readonly profileId: string
  readonly tools?: readonly string[]
  readonly token?: string
  readonly overwriteChanged?: boolean
  readonly action?: HistoryEntry['action']
}

export function fakeApply(state: FakeState, wish: Wish, at: string): SwitchReport {
  const profile = profileOf(state, wish.profileId)
  const plan = fakePlan(state, wish.profileId, wish.tools)
  if (wish.token !== undefined && wish.token !== plan.token) {
    refuse('plan-stale', 'The files changed since this preview.', '预览之后文件发生了变化。', [
      'Look at the new preview, then switch.',
      '请查看新的预览后再切换。',
    ])
  }
  const conflict = plan.tools.find((tool) => tool.conflicts.length > 0)
  if (conflict && !wish.overwriteChanged) {
    refuse('changed-by-hand', `Values of ${conflict.tool} were changed by hand.`, `${conflict.tool} 的值被手动修改过。`, [
      'Allow overwriting, or take them into the profile.',
      '请允许覆盖，或将其采纳到配置中。',
    ])
  }
  const before = Object.fromEntries(plan.tools.map(({ tool }) => [tool, state.tools[tool] ?? {}]))
  for (const { tool } of plan.tools) state.tools[tool] = nextState(profile, tool)
  const titles: Record<'switch' | 'restore', LocalText> = {
    switch: text(`Switched to ${profile?.name ?? 'Official'}`, `切换到${profile?.name ?? '官方'}`),
    restore: text('Restored what stood before Switchyard', '恢复到使用 Switchyard 之前'),
  }
  return record(
    state,
    plan,
    wish.action === 'restore' ? 'restore' : 'switch',
    titles[wish.action === 'restore' ? 'restore' : 'switch'],
    before,
    at,
  )
}

function record(
  state: FakeState,
  plan: SwitchPlan,
  action: HistoryEntry['action'],
  title: LocalText,
  before: Record<string, ToolState>,
  at: string,
): SwitchReport {
  const files = plan.tools.flatMap((tool) => tool.files)
  const notices = plan.tools.flatMap((tool) => tool.notices)
  const status = allTools.map((tool) => statusOf(state, tool))
  if (files.length === 0) return { profileId: plan.profileId, files, notices, status }
  state.counter += 1
  const entry: HistoryEntry = {
    id: `h${state.counter}`,
    at,
    shell: state.host.shell,
    action,
    title,
    tools: plan.tools.map(({ tool }) => tool),
    files,
  }
  state.history.unshift({ entry, before })
  return { historyId: entry.id, profileId: plan.profileId, files, notices, status }
}

export function fakeUndo(state: FakeState, historyId: string | undefined, at: string): SwitchReport {
  const found = state.history.find(({ entry }) => (historyId ? entry.id === historyId : !entry.undoneBy && entry.action !== 'undo'))
  if (!found) return refuse('nothing-to-undo', 'There is nothing to undo.', '没有可撤销的操作。')
  const tools = found.entry.tools
  const plans = tools.map((tool) => ({
    tool,
    files: fakeDiffs(tool, state.tools[tool]?.live, found.before[tool]?.live),
    notices: [],
    conflicts: [],
  }))
  const before = Object.fromEntries(tools.map((tool) => [tool, state.tools[tool] ?? {}]))
  for (const tool of tools) state.tools[tool] = found.before[tool] ?? {}
  const title = text(`Undid: ${found.entry.title.en}`, `已撤销：${found.entry.title.zh}`)
  const report = record(state, { profileId: OFFICIAL_ID, tools: plans, token: '' }, 'undo', title, before, at)
  found.entry = { ...found.entry, undoneBy: report.historyId }
  return report
}
