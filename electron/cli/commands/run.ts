import { text } from '../../../shared/model/text'
import type { Call } from '../call'
import { findProfile } from '../find-profile'
import { runChild } from '../run-child'
import { usage } from '../usage'

/** The exit code is the command's own. */
export async function run({ args, env, openCore }: Call): Promise<number> {
  const [command, ...own] = args.rest
  if (command === undefined)
    throw usage(
      text('"run" needs a command after "--".', '"run" 需要在 "--" 之后给出命令。'),
      text('For example: switchyard run Work -- claude', '例如：switchyard run Work -- claude'),
    )
  const core = await openCore('terminal')
  const profile = await findProfile(core, args.positionals[0] ?? '')
  const launch = await core.launch(profile.id, [command, ...own])
  try {
    return await runChild(command, [...launch.args, ...own], { ...env, ...launch.env })
  } finally {
    await launch.cleanup()
  }
}
