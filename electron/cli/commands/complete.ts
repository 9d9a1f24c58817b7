import type { Call } from '../call'
import { candidates, type Known } from '../candidates'
import { completionShells } from './completion'
import { envShells } from './env'
import { keyActions } from './keys'

/** Prints what may stand in place of the last word, one per line: called by the shells' completion scripts. */
export async function complete({ args, ui, openCore }: Call): Promise<undefined> {
  const profiles = async () => (await (await openCore('terminal')).api['profiles.list']({})).map(({ name }) => name)
  const known: Known = {
    'completion-shell': async () => completionShells,
    'key-action': async () => [...keyActions, ...(await profiles())],
    'env-shell': async () => envShells,
    'key-delivery': async () => ['file', 'command'],
    profile: profiles,
    tool: async () => (await (await openCore('terminal')).api['tools.list']({})).map(({ descriptor }) => descriptor.id),
  }
  const lines = await candidates(args.rest, known)
  if (lines.length > 0) ui.out(`${lines.join('\n')}\n`)
  return undefined
}
