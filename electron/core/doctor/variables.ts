import type { LayerValues, WatchedVariable } from '../tools/layers'
import type { Facts } from './facts'
import type { Origin } from './facts/origins'
import type { ToolFacts } from './facts/tools'

/** A watched variable that is set somewhere, with everything that is known about it. */
export interface SetVariable {
  readonly tool: ToolFacts
  readonly variable: WatchedVariable
  /** What a new terminal or this process sees; absent when only a start-up file names it. */
  readonly value: string
  readonly origins: readonly Origin[]
  readonly layers: LayerValues
}

/** Variables of these effects that are set for a tool with a relay, and are not made harmless by its files. */
export async function setVariables(facts: Facts, effects: readonly WatchedVariable['effect'][]): Promise<readonly SetVariable[]> {
  const [terminal, origins, shells] = await Promise.all([facts.terminal(), facts.origins(), facts.shells()])
  const found = await Promise.all(
    facts.tools
      .filter(({ usesRelay }) => usesRelay)
      .map(async (tool) => {
        const layers = (await facts.layers(tool)).values
        return tool.doctor.variables.flatMap((variable): SetVariable[] => {
          const everywhere = [terminal[variable.name], facts.place.env[variable.name], ...shells.map(({ env }) => env?.[variable.name])]
          const value = everywhere.find((one) => one !== undefined && one.trim() !== '')
          if (value === undefined || !effects.includes(variable.effect) || variable.harmless?.(layers) === true) return []
          return [{ tool, variable, value, origins: origins.filter(({ name }) => name === variable.name), layers }]
        })
      }),
  )
  return found.flat()
}
