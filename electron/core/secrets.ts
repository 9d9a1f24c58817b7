import { isSecretName } from '../../shared/model/key-in-setting'
import type { ConfigObject, ConfigValue } from './files/editor'
import { isKeyCommand } from './key-command'
import { isKeyLike } from './redact/shapes'

/** Every value of a configuration that may be a secret, ours or not: what no diff, report or message may show. */
export function secretsIn(value: ConfigValue | undefined, name = ''): string[] {
  if (typeof value === 'string' && isKeyCommand(value)) return []
  if (typeof value === 'string') return value !== '' && (isSecretName(name) || isKeyLike(value)) ? [value] : []
  if (Array.isArray(value)) return value.flatMap((item: ConfigValue) => secretsIn(item, name))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value as ConfigObject).flatMap(([key, inner]) => secretsIn(inner, key))
}
