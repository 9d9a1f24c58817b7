import { type TestOptions, testConnection } from '../../../electron/core/connection/test-connection'
import { toolById } from '../../../electron/core/tools/index'
import type { ToolTarget } from '../../../electron/core/tools/tool'
import type { StepReport, ToolProbeReport } from '../../../shared/model/probe'

export const KEY = 'sk-good'
export const tools = ['claude', 'codex', 'gemini'] as const
export type Tool = (typeof tools)[number]
export const modelOf: Readonly<Record<Tool, string>> = { claude: 'claude-x', codex: 'gpt-x', gemini: 'gemini-x' }

/** Short enough for tests, long enough for a busy machine. */
export const hasty = { timeouts: { dns: 3000, connect: 700, tls: 700, headers: 1500, idle: 700, body: 4000 }, retry: { baseMs: 5 } }

export interface Wish extends Partial<Omit<TestOptions, 'place'>> {
  readonly tool?: Tool
  readonly target?: Partial<ToolTarget>
  readonly env?: Readonly<Record<string, string>>
}

/** What a tool gets from a profile for the relay at `url`. */
export function planFor(url: string, { tool = 'claude', target = {} }: Pick<Wish, 'tool' | 'target'> = {}) {
  const adapter = toolById(tool)
  if (adapter === undefined) throw new Error(tool)
  return adapter.probe({
    profileName: 'Test',
    baseUrl: adapter.baseUrl(url),
    key: KEY,
    models: { main: modelOf[tool] },
    options: tool === 'claude' ? { auth: 'token' } : {},
    extra: {},
    ...target,
  })
}

/** Tests one tool against the relay at `url`, in an environment of its own. */
export async function probe(url: string, wish: Wish = {}): Promise<ToolProbeReport> {
  const { env = {}, tool, target, ...options } = wish
  const place = { platform: 'linux' as const, home: '/nowhere', env }
  return testConnection(planFor(url, { tool, target }), { depth: 'answer', ...hasty, ...options, place })
}

/** The states of a report's steps, by step. */
export const statesOf = ({ steps }: Pick<ToolProbeReport, 'steps'>): Readonly<Partial<Record<StepReport['id'], StepReport['state']>>> =>
  Object.fromEntries(steps.map(({ id, state }) => [id, state]))
