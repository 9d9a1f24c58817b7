import { curlSteps, type ProtocolSupport } from '../../../shared/model/probe'
import { OFFICIAL_ID } from '../../../shared/model/profile'
import { text } from '../../../shared/model/text'
import type { Core } from '../../core/core'
import type { Call } from '../call'
import { nameProfile } from '../find-profile'
import { plain } from '../paint'
import { tellProbe } from '../tell-probe'
import { tellProtocols } from '../tell-protocols'
import { testEndpoints } from '../test-endpoints'
import { toolList } from '../tool-list'
import type { Ui } from '../ui'
import { usage } from '../usage'

interface Named {
  readonly id: string
  readonly name: string
}

/** Exit code 1 when a relay does not work for a tool. */
export async function test(call: Call): Promise<number | undefined> {
  const { args, ui, openCore } = call
  if (args.flag('fastest') && !args.flag('endpoints'))
    throw usage(
      text('--fastest needs --endpoints.', '--fastest 需要与 --endpoints 同用。'),
      text('Try: switchyard test NAME --endpoints --fastest', '请用：switchyard test 名称 --endpoints --fastest'),
    )
  if (args.flag('free') && args.flag('deep')) throw usage(text('--free and --deep exclude each other.', '--free 与 --deep 不能同时使用。'))
  const core = await openCore('terminal')
  const profiles = await chosen(core, args.positionals, args.flag('all'))
  if (args.flag('curl')) return curl(call, core, profiles)
  if (args.flag('endpoints')) return testEndpoints(call, core, profiles)
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
  const end = core.subscribe((_event, payload) => {
    if (ui.json || !('report' in payload) || !('tool' in payload.report)) return
    ui.out(`${tellProbe(ui, names.get(payload.profileId) ?? '', payload.report)}\n`)
  })
  const cancel = () => void core.api['connection.cancel']({})
  process.once('SIGINT', cancel)
  try {
    const input = { profileIds: profiles.map(({ id }) => id), tools: toolList(args), deep: args.flag('deep'), free: args.flag('free') }
    const report = await core.api['connection.test'](input)
    ui.result(report, () =>
      report.profiles
        .map(({ name, protocols }) => spoken(ui, name, protocols))
        .filter(Boolean)
        .join('\n'),
    )
    const outcomes = report.profiles.flatMap(({ tools }) => tools.map(({ verdict }) => verdict.outcome))
    return outcomes.some((outcome) => outcome === 'fails' || outcome === 'cancelled') ? 1 : 0
  } finally {
    process.off('SIGINT', cancel)
    end()
  }
}

function spoken(ui: Ui, name: string, protocols: ProtocolSupport): string {
  const lines = tellProtocols(ui, protocols)
  const title = ui.say(text('protocols of the relay', '中转站支持的协议'))
  return lines.length === 0 ? '' : `${ui.paint.bold(plain(name))} ${title}\n${lines.join('\n')}`
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
