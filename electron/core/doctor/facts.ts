import { hostname, userInfo } from 'node:os'
import type { Problem } from '../../../shared/model/switch'
import { ProblemError } from '../../../shared/transport'
import type { Host } from '../host'
import { readProfiles } from '../profile-store'
import type { Place, ToolAdapter } from '../tools/tool'
import { findAliases } from './facts/aliases'
import { type DiskFacts, readDisk } from './facts/disk'
import { effectiveValues, type ReadLayer, readLayers } from './facts/layers'
import { findOrigins, type Origin } from './facts/origins'
import { type OtherSwitcher, otherSwitchers } from './facts/other-switchers'
import { isOpen } from './facts/ports'
import { type Process, runningTools } from './facts/processes'
import { type ShellView, shellViews } from './facts/shells'
import { type SystemProxy, systemProxy } from './facts/system-proxy'
import { gatherTools, type ToolFacts } from './facts/tools'
import { once, oncePer } from './once'
import type { Probes } from './probes'
import { createRedactor, type Redactor } from './redact'

/** What was asked of the doctor. */
export interface Question {
  readonly tools?: readonly string[]
  /** Absolute; the folder that the tools are started in. */
  readonly folder?: string
  readonly network: boolean
  readonly signal: AbortSignal
}

/** What checks may look at. Everything is gathered once, when a check first asks for it. */
export interface Facts {
  readonly host: Host
  readonly place: Place
  readonly folder: string | undefined
  readonly network: boolean
  readonly now: Date
  readonly signal: AbortSignal
  /** Settles when the run is cancelled. */
  readonly cancelled: Promise<void>
  readonly redactor: Redactor
  /** Why keys cannot be opened; undefined when they can, or there are none. */
  readonly locked: Problem | undefined
  readonly tools: readonly ToolFacts[]
  tool(id: string): ToolFacts | undefined
  /** Every layer of a tool with what is in it. */
  layers(tool: ToolFacts): Promise<ReadLayer>
  effective(tool: ToolFacts): Promise<ReturnType<typeof effectiveValues>>
  /** What new shells of the user see. */
  shells(): Promise<readonly ShellView[]>
  /** The variables of a new terminal: the login shell's over this process's. */
  terminal(): Promise<Readonly<Record<string, string | undefined>>>
  /** Where a variable is set. */
  origins(): Promise<readonly Origin[]>
  processes(): Promise<readonly Process[]>
  others(): Promise<readonly OtherSwitcher[]>
  disk(): Promise<DiskFacts>
  systemProxy(): Promise<SystemProxy | undefined>
  /** True when something listens there. Loopback addresses only. */
  isOpen(host: string, port: number): Promise<boolean>
  probes: Probes
}

/** @throws {ProblemError} when Switchyard's own record cannot be read */
export async function gatherFacts(host: Host, adapters: readonly ToolAdapter[], probes: Probes, question: Question): Promise<Facts> {
  const { place } = host
  const locked = await whyLocked(host)
  const profiles = readProfiles(host).profiles
  const chosen = adapters.filter(({ descriptor }) => question.tools?.includes(descriptor.id) ?? true)
  const tools = await gatherTools(host, chosen, profiles)
  const names = [...new Set(tools.flatMap(({ doctor }) => doctor.variables.map(({ name }) => name)))]
  const shells = once(() => shellViews(place, question.signal))
  const terminal = once(async () => ({ ...place.env, ...(await shells()).find((shell) => shell.login)?.env }))
  const aliases = once(async () =>
    findAliases(
      place,
      chosen.map(({ command }) => command.name),
    ),
  )
  const layers = oncePer(
    (tool: ToolFacts) => tool.id,
    async (tool) => readLayers(tool, place, question.folder, await terminal(), await aliases()),
  )
  const redactor = createRedactor({ place, hostName: hostname(), userName: userInfo().username, profiles, tools })
  host.met?.(redactor.secrets)
  return {
    host,
    place,
    folder: question.folder,
    network: question.network,
    now: host.now(),
    signal: question.signal,
    cancelled: new Promise((resolve) => {
      if (question.signal.aborted) resolve()
      else question.signal.addEventListener('abort', () => resolve(), { once: true })
    }),
    redactor,
    locked,
    tools,
    tool: (id) => tools.find((tool) => tool.id === id),
    layers,
    effective: oncePer(
      (tool: ToolFacts) => tool.id,
      async (tool) => effectiveValues(tool, await layers(tool)),
    ),
    shells,
    terminal,
    origins: once(() => findOrigins(place, names)),
    processes: once(() => runningTools(place, adapters)),
    others: once(() => otherSwitchers(place)),
    disk: once(() => readDisk(place, host.dataFolder)),
    systemProxy: once(() => systemProxy(place)),
    isOpen: (name, port) => isOpen(name, port),
    probes,
  }
}

/** Opens the vault where nobody has to be asked. */
async function whyLocked({ vault }: Host): Promise<Problem | undefined> {
  try {
    await vault.load()
    return undefined
  } catch (error) {
    if (error instanceof ProblemError) return error.problem
    throw error
  }
}
