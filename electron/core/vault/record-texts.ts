import { isSecretName } from '../../../shared/model/key-in-setting'
import { everyText, textsIn } from '../every-text'
import type { Owned, StateRecord } from '../record'
import { secretsIn } from '../secrets'
import { isSealed } from './seal'
import { openIfOpen, type Vault } from './vault'

/** For the journal, the record and the history: their texts move between these three. */
const PURPOSE = 'record'
/** Shorter texts would seal ordinary words that they happen to be in. */
const SHORTEST = 4

/** Opens every sealed text; those that cannot be opened without unlocking stay as they are. */
export function openTexts<T>(value: T, vault: Vault): T {
  const open = vault.opener()
  return everyText(value, (text) => openIfOpen(open, PURPOSE, text))
}

/** Seals every text of a value. */
export type TextSealer = <T>(value: T) => T

/** Seals every text that holds one of these secrets. Without a vault yet, texts stay as they are. */
export function textSealer(secrets: readonly string[], vault: Vault): TextSealer {
  const seal = vault.sealer()
  if (seal === undefined) return (value) => value
  const whole = new Set(secrets)
  const within = [...whole].filter(({ length }) => length >= SHORTEST).flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])
  const isSecret = (text: string) => text !== '' && !isSealed(text) && (whole.has(text) || within.some((secret) => text.includes(secret)))
  return (value) => everyText(value, (text) => (isSecret(text) ? seal(PURPOSE, text) : text))
}

/** Every secret that a record knows: ours, what stood in its place before, and whatever is named or looks like one. */
export const secretsOfRecord = ({ tools }: Pick<StateRecord, 'tools'>): string[] =>
  Object.values(tools).flatMap(({ files }) => Object.values(files).flatMap(({ owned }) => owned.flatMap(secretsAt)))

function secretsAt({ secret, path, wrote, before }: Owned): string[] {
  const name = String(path.at(-1) ?? '')
  const old = before.kind === 'value' ? [before.raw] : before.kind === 'item' ? [before.item] : []
  return secret || isSecretName(name) ? [...textsIn(wrote), ...old] : secretsIn(wrote, name)
}
