import type { ProbePlan } from '../connection/plan'
import type { ToolTarget } from './tool'

/** The models that a profile names for a tool, the main one first. */
export const modelsOf = ({ models }: ToolTarget): readonly string[] => [
  ...new Set([models.main, ...Object.values(models)].filter((model) => model !== undefined)),
]

/** Further settings that are environment variables of the tool. */
export const variablesOf = ({ extra }: ToolTarget): ProbePlan['variables'] =>
  Object.fromEntries(Object.entries(extra).map(([name, value]) => [name, String(value)]))

/** The base URL without what a tool takes off by itself: blanks around it and slashes at its end. */
export const trimmed = (baseUrl: string): string => baseUrl.trim().replace(/\/+$/, '')
