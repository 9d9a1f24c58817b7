import type { Call } from '../call'
import { tellHelp } from '../help'

export async function help({ args, ui }: Call): Promise<undefined> {
  tellHelp(ui, args.positionals[0])
  return undefined
}
