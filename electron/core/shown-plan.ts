import type { Host } from './host'
import { decide, type Gathered, type Goal, gather } from './plan-goal'
import type { Planned } from './planned'
import type { ToolAdapter } from './tools/tool'

/** Keeps the plan that was shown last: the switch that follows need not decide it once more, where it rests on the very same. */
export class ShownPlan {
  #kept: { readonly basis: string; readonly planned: Planned } | undefined

  /** Decides a plan that is to be shown. @throws {ProblemError} as `planGoal` */
  async plan(host: Host, goal: Goal, adapters: readonly ToolAdapter[]): Promise<Planned> {
    const gathered = await gather(host, goal, adapters)
    const planned = decide(gathered)
    this.#kept = { basis: basisOf(gathered), planned }
    return planned
  }

  /** Reads everything anew, and gives the kept plan if that is still what would be decided: else decides. @throws {ProblemError} as `planGoal` */
  async take(host: Host, goal: Goal, adapters: readonly ToolAdapter[]): Promise<Planned> {
    const kept = this.#kept
    this.forget()
    const gathered = await gather(host, goal, adapters)
    return kept !== undefined && kept.basis === basisOf(gathered) ? renewed(kept.planned, gathered) : decide(gathered)
  }

  /** It holds keys. */
  forget(): void {
    this.#kept = undefined
  }
}

/** All that `decide` looks at, in one text. */
const basisOf = ({ goal, dataFolder, place, record, readings }: Gathered): string =>
  JSON.stringify([
    goal,
    dataFolder,
    place,
    record,
    readings.map(({ adapter, key, version, files }) => [
      adapter.descriptor.id,
      key,
      version,
      files.map(({ file, folders, snapshot: { path, target, content } }) => [file, folders, path, target, content?.text, content?.mode]),
    ]),
  ])

/** With the files as they were read now: the transaction makes sure that it replaces those. */
const renewed = ({ tools, ...planned }: Planned, { readings }: Gathered): Planned => ({
  ...planned,
  tools: tools.map((tool, at) => ({
    ...tool,
    files: tool.files.map((file, index) => ({ ...file, snapshot: readings[at]?.files[index]?.snapshot ?? file.snapshot })),
  })),
})
