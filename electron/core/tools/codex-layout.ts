import type { ConfigValue } from '../files/editor'
import type { KeyCommand, ToolContext, ToolTarget } from './tool'
import { stringAt, valueAt } from './values'
import { olderThan } from './version'

/** The one provider id that Switchyard uses for every relay: Codex shows past sessions by provider id. */
export const PROVIDER = 'switchyard'

/** Always the same: Codex treats providers of the names "OpenAI" and "Azure" in a special way, so no profile's name goes there. */
export const providerName = 'Switchyard'

/** `experimental_bearer_token` was seen to work from 0.63 on; nothing older was tried. */
const bearerSince = '0.63'

/** `auth.command` of a provider: 0.118 runs it, 0.116 passes over it and sends no key. */
const commandSince = '0.118'

/** Milliseconds that the command gets; Codex's own default of 5,000 is short for a keychain that asks its user. */
export const commandPatience = 30_000

/** The command that the provider's table names for the key; undefined where the key is written. */
export const commandOf = ({ keyDelivery, keyCommand }: ToolTarget, version: string | undefined): KeyCommand | undefined =>
  keyDelivery === 'command' && !olderThan(version, commandSince) ? keyCommand : undefined

/** A command as `read` tells it. */
export const commandText = (words: readonly string[]): string => words.join(' ')

/** A provider's command and its arguments. No key stands beside it: Codex refuses to start with both (0.169). */
export function commandIn(config: ConfigValue | undefined, path: readonly string[]): string | undefined {
  const program = stringAt(config, [...path, 'command'])
  const args = valueAt(config, [...path, 'args'])
  return program === undefined ? undefined : commandText([program, ...(Array.isArray(args) ? args.map(String) : [])])
}

/** Where the key goes: into config.toml unless the profile says otherwise or the installed version is too old. */
export function keyPlace(target: ToolTarget, version: string | undefined): 'config' | 'auth-json' {
  const { keyIn } = target.options
  if (keyIn === 'config' || keyIn === 'auth-json') return keyIn
  return olderThan(version, bearerSince) ? 'auth-json' : 'config'
}

/** True when config.toml says where the login is kept and it is a place that makes Codex pass over auth.json. Our own "file" counts too, so that the answer stays the same after the switch. */
export function fileStore({ values }: ToolContext): boolean {
  const store = valueAt(values.config, ['cli_auth_credentials_store'])
  return store !== undefined && store !== 'auto'
}

/** True when the explicit choice of config.toml meets a version that may not know the token. */
export const tooOldForToken = (target: ToolTarget, version: string | undefined): boolean =>
  keyPlace(target, version) === 'config' && olderThan(version, bearerSince)
