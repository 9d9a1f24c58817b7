import type { Profile, StoredKey, ToolProfile } from '../../shared/model/profile'

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string'
const isOptionalText = (value: unknown): boolean => value === undefined || isText(value)
const isRecordOf = (value: unknown, ...types: readonly string[]): boolean =>
  isObject(value) && Object.values(value).every((item) => types.includes(typeof item))

/**
 * True when a stored value is a whole profile. By hand and not by schema: every terminal command reads profiles, and loading the schemas would be
 * most of its start. Fields of later versions are let through.
 */
export function isProfile(value: unknown): value is Profile {
  if (!isObject(value) || !isObject(value.relay) || !isObject(value.tools)) return false
  const { relay, tools } = value
  return (
    [value.id, value.name, value.createdAt, value.updatedAt, relay.url].every(isText) &&
    (isText(relay.key) || (Array.isArray(relay.keys) && relay.keys.length > 0)) &&
    (relay.keys === undefined || (Array.isArray(relay.keys) && relay.keys.every(isStoredKey))) &&
    [value.color, value.icon, relay.activeKey, relay.website, relay.notes].every(isOptionalText) &&
    (relay.endpoints === undefined || (Array.isArray(relay.endpoints) && relay.endpoints.every(isText))) &&
    (value.tags === undefined || (Array.isArray(value.tags) && value.tags.every(isText))) &&
    [undefined, 'file', 'command'].some((delivery) => delivery === value.keyDelivery) &&
    Object.values(tools).every(isToolProfile)
  )
}

const isStoredKey = (value: unknown): value is StoredKey =>
  isObject(value) && [value.id, value.masked, value.sealed].every(isText) && [value.label, value.expiresAt].every(isOptionalText)

const isToolProfile = (value: unknown): value is ToolProfile =>
  isObject(value) &&
  typeof value.enabled === 'boolean' &&
  isOptionalText(value.baseUrl) &&
  isRecordOf(value.models, 'string') &&
  isRecordOf(value.options, 'string', 'boolean') &&
  isRecordOf(value.extra, 'string', 'number', 'boolean')
