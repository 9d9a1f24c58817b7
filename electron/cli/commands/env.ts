import type { EnvShell } from '../../../shared/contract'
import { text } from '../../../shared/model/text'
import type { Call } from '../call'
import { nameProfile } from '../find-profile'
import { toolList } from '../tool-list'
import { didYouMean, usage } from '../usage'

/** Kept equal to the contract's list by its type; the contract itself would load the schemas. */
export const envShells: readonly EnvShell[] = ['bash', 'zsh', 'fish', 'powershell', 'cmd', 'dotenv']

export async function env({ args, ui, env: variables, openCore }: Call): Promise<undefined> {
  const shell = shellOf(args.value('shell'), variables)
  const tools = toolList(args)
  const core = await openCore('terminal')
  const { id, name } = await nameProfile(core, args.positionals[0] ?? '')
  const rendered = await core.api['env.render']({ profileId: id, shell, tools })
  ui.result(rendered, () => rendered.text.trimEnd())
  if (!ui.json && ui.isTerminal(1)) ui.note(ui.paint.dim(howTo(shell, name)))
  return undefined
}

function shellOf(given: string | undefined, variables: NodeJS.ProcessEnv): EnvShell {
  const used = given ?? variables.SHELL?.split('/').at(-1) ?? (variables.PSModulePath ? 'powershell' : 'bash')
  const known = envShells.find((shell) => shell === used.toLowerCase())
  if (known) return known
  if (given === undefined) return 'bash'
  const all = envShells.join(', ')
  throw usage(
    text(`--shell does not know "${given}".`, `--shell 不支持 "${given}"。`),
    didYouMean(given, envShells, text(`It knows: ${all}.`, `支持：${all}。`)),
  )
}

/** The lines are comments in the shell they are for, so that pasting all of it does no harm. */
function howTo(shell: EnvShell, name: string): string {
  const command = `switchyard env ${JSON.stringify(name)} --shell ${shell}`
  const lines: Readonly<Record<EnvShell, string>> = {
    bash: `# eval "$(${command})"`,
    zsh: `# eval "$(${command})"`,
    fish: `# ${command} | source`,
    powershell: `# ${command} | Out-String | Invoke-Expression`,
    cmd: `rem ${command} > env.cmd && call env.cmd && del env.cmd`,
    dotenv: `# ${command} > .env`,
  }
  return lines[shell]
}
