import { curlSteps } from '../../../shared/model/probe'
import { OFFICIAL_ID } from '../../../shared/model/profile'
import { text } from '../../../shared/model/text'
import type { Core } from '../../core/core'
import type { Call } from '../call'
import { nameProfile } from '../find-profile'
import { tellProbe } from '../tell-probe'
import { toolList } from '../tool-list'
import { usage } from '../usage'

interface Named {
  readonly id: string
  readonly name: string
}

/** Exit code 1 when a relay does not work for a tool. */
export async function test(call: Call): Promise<number | undefined> {
  const { args, ui, openCore } = call
  if (args.flag('free') && args.flag('deep')) throw usage(text('--free and --deep exclude each other.', '--free 与 --deep 不能同时使用。'))
  const core = await openCore('terminal')
  const profiles = await chosen(core, args.positionals, args.flag('all'))
  if (args.flag('curl')) return curl(call, core, profiles)
  if (!args.flag('free'))
    ui.note(
      ui.paint.dim(
        ui.say(
          args.flag('deep')
            ? text(
                'Each tool asks its model for about 30 words. That costs some tokens.',
                '每个工具会让模型回答约 30 个词，会消耗少量 token。',
              )
            : text(
                'Each tool asks its model for one word. That costs a few tokens; --free leaves it out.',
                '每个工具会让模型回答一个词，会消耗少量 token；用 --free 可跳过。',
              ),
        ),
      ),
    )
  const names = new Map(profiles.map(({ id, name }) => [id, name]))
  const end = core.subscribe((event, payload) => {
    if (event !== 'connection-report' || ui.json || !('report' in payload)) return
    ui.out(`${tellProbe(ui, names.get(payload.profileId) ?? '', payload.report)}\n`)
  })
  const cancel = () => void core.api['connection.cancel']({})
  process.once('SIGINT', cancel)
  try {
    const input = { profileIds: profiles.map(({ id }) => id), tools: toolList(args), deep: args.flag('deep'), free: args.flag('free') }
    const report = await core.api['connection.test'](input)
    ui.result(report, () => '')
    const outcomes = report.profiles.flatMap(({ tools }) => tools.map(({ verdict }) => verdict.outcome))
    return outcomes.some((outcome) => outcome === 'fails' || outcome === 'cancelled') ? 1 : 0
  } finally {
    process.off('SIGINT', cancel)
    end()
  }
}

/** The named profiles; without names those that the tools use now, or all when none is in use. */
async function chosen(core: Core, names: readonly string[], all: boolean): Promise<readonly Named[]> {
  if (names.length > 0) return Promise.all(names.map((name) => nameProfile(core, name)))
  const profiles = (await core.api['profiles.list']({})).filter(({ id }) => id !== OFFICIAL_ID)
  const used = all ? [] : (await core.api['tools.status']({})).map(({ profileId }) => profileId)
  const inUse = profiles.filter(({ id }) => used.includes(id))
  const found = inUse.length > 0 ? inUse : profiles
  if (found.length > 0) return found
  throw usage(text('There is no profile to test.', '没有可测试的配置。'), text('Add one with: switchyard add', '请先添加：switchyard add'))
}

async function curl({ args, ui }: Call, core: Core, profiles: readonly Named[]): Promise<undefined> {
  const shell = args.flag('powershell') ? 'powershell' : 'bash'
  const tools = toolList(args) ?? (await core.api['tools.list']({})).map(({ descriptor }) => descriptor.id)
  const wanted = profiles.flatMap(({ id, name }) => tools.flatMap((tool) => curlSteps.map((step) => ({ profileId: id, name, tool, step }))))
  const commands: { profile: string; tool: string; step: string; command: string }[] = []
  for (const { profileId, name, tool, step } of wanted) {
    const made = await core.api['connection.curl']({ profileId, tool, step, shell, reveal: args.flag('reveal') })
    commands.push({ profile: name, tool, step, command: made.text })
  }
  ui.result({ commands }, () =>
    commands.map(({ profile, tool, step, command }) => `# ${profile}, ${tool}: ${step}\n${command}`).join('\n\n'),
  )
  return undefined
}
