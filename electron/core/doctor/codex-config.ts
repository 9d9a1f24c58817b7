import type { ConfigObject } from '../files/editor'
import { isObject, stringAt, valueAt } from '../tools/values'
import type { ToolFacts } from './facts/tools'

/** What config.toml says about the provider in force. */
export interface CodexProvider {
  /** Absent: Codex's own. */
  readonly id: string | undefined
  readonly table: ConfigObject | undefined
}

export function codexProvider({ values }: ToolFacts): CodexProvider {
  const id = stringAt(values.config, ['model_provider'])
  const table = id === undefined ? undefined : valueAt(values.config, ['model_providers', id])
  return { id, table: isObject(table) ? table : undefined }
}

/** Every provider table by its id. */
export function codexTables({ values }: ToolFacts): readonly (readonly [string, ConfigObject])[] {
  const tables = valueAt(values.config, ['model_providers'])
  return isObject(tables) ? Object.entries(tables).flatMap(([id, table]) => (isObject(table) ? [[id, table] as const] : [])) : []
}

/** True when the key comes from auth.json. */
export const usesAuthFile = (tool: ToolFacts): boolean => codexProvider(tool).table?.requires_openai_auth === true
