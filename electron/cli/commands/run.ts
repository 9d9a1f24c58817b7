import { text } from '../../../shared/model/text'
import type { Call } from '../call'
import { nameProfile } from '../find-profile'
import { runChild } from '../run-child'
import { tellNotices } from '../tell-switch'
import { usage } from '../usage'

/** The exit code is the command's own. */
export async function run({ args, ui, env, openCore }: Call): Promise<number> {
  if (args.rest.length === 0) {
    const hint = text('For example: switchyard run Work -- claude', '例如：switchyard run Work -- claude')
    throw usage(text('"run" needs a command after "--".', '"run" 需要在 "--" 之后给出命令。'), hint)
  }
  const core = await openCore('terminal')
  const profile = await nameProfile(core, args.positionals[0] ?? '')
  const launch = await core.launch(profile.id, args.rest)
  try {
    tellNotices(ui, launch.notices)
    return await runChild(launch.command, launch.args, { ...env, ...launch.env })
  } finally {
    launch.cleanup()
  }
}
