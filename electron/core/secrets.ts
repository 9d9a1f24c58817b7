import type { ConfigObject, ConfigValue } from './files/editor'
import { isKeyCommand } from './key-command'

/** Names under which tools keep keys, tokens and passwords. */
const SECRET_NAME = /key|token|secret|password|passwd|credential|authorization|bearer/i
/** Values that look like a key whatever their name is. */
const SECRET_SHAPE = /^(sk-|AIza|ghp_|gho_|github_pat_|xox[abp]-|eyJ)[\w.-]{8,}/

export const isSecretName = (name: string): boolean => SECRET_NAME.test(name)

/** Every value of a configuration that may be a secret, ours or not: what no diff, report or message may show. */
export function secretsIn(value: ConfigValue | undefined, name = ''): string[] {
  if (typeof value === 'string' && isKeyCommand(value)) return []
  if (typeof value === 'string') return value !== '' && (isSecretName(name) || SECRET_SHAPE.test(value)) ? [value] : []
  if (Array.isArray(value)) return value.flatMap((item: ConfigValue) => secretsIn(item, name))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value as ConfigObject).flatMap(([key, inner]) => secretsIn(inner, key))
}
