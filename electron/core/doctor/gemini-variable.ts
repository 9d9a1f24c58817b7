import { stringAt, valueAt } from '../tools/values'
import type { Facts } from './facts'
import type { Origin } from './facts/origins'
import type { ToolFacts } from './facts/tools'
import { canComment } from './mend'

/** A variable of Gemini CLI's as it is in force. */
export interface InForce {
  /** The layer that says it. */
  readonly layer: string
  readonly value: string
  readonly file: string | undefined
  /** Where the shell has it from. */
  readonly origins: readonly Origin[]
}

/** The shell, also where it says nothing, else the one .env that is read (0.61). */
export async function inForce(facts: Facts, tool: ToolFacts, name: string): Promise<InForce | undefined> {
  const { sources, values } = await facts.layers(tool)
  const shell = valueAt(values.environment, [name])
  if (typeof shell === 'string') {
    const origins = (await facts.origins()).filter((origin) => origin.name === name)
    return { layer: 'environment', value: shell, file: origins[0]?.file, origins }
  }
  const dotenv = sources.find(
    (source) => source.group === 'dotenv' && values[source.id] !== undefined && source.passedOver?.(values) === undefined,
  )
  const value = dotenv === undefined ? undefined : stringAt(values[dotenv.id], [name])
  return dotenv === undefined || value === undefined ? undefined : { layer: dotenv.id, value, file: dotenv.file?.path, origins: [] }
}

/** What the profile itself asks for. */
export const wantedBy = ({ target }: ToolFacts, name: string): string | undefined =>
  target === undefined ? undefined : stringAt(target.extra, [name])

/** In the user's own .env, or on a line of a start-up file that sets nothing else. */
export const canMend = ({ place }: Facts, found: InForce | undefined): boolean =>
  found?.layer === 'env' || found?.origins.some((origin) => canComment(origin, place.home)) === true
