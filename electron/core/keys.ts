import { isDay } from '../../shared/model/key-expiry'
import type { Profile, StoredKey } from '../../shared/model/profile'
import { text } from '../../shared/model/text'
import { readKey } from './api-key'
import { keyWithId } from './chosen-key'
import { misused, refused } from './problem'
import { sameName } from './profile-names'
import { activeKey, openKey, sealNewKey, withKeys } from './vault/profile-keys'
import type { Vault } from './vault/vault'

/** More than anyone rotates between. */
const MOST = 50
const MAX_LABEL = 60

/** What a user says of a key. An empty text takes away what was said before. */
export interface KeyNotes {
  readonly label?: string
  readonly expiresAt?: string
}

/**
 * The profile with a further key, which is not in use yet.
 * @throws {ProblemError} kind `usage` for what is no key, label or day; `key-known` when the profile has it already
 */
export function withNewKey(profile: Profile, pasted: string, notes: KeyNotes, vault: Vault): Profile {
  const read = readKey(pasted)
  if ('problem' in read) throw misused('bad-key', read.problem.message, read.problem.hint)
  const keys = profile.relay.keys ?? []
  const same = keys.find((known) => openKey(profile, known, vault) === read.key)
  if (same !== undefined) throw knownAlready(same)
  if (keys.length >= MOST) throw tooMany()
  return withKeys(profile, [...keys, noted(sealNewKey(profile, read.key, vault), notes, keys)], activeKey(profile)?.id, vault)
}

/** The profile with another label or last day of one of its keys. */
export function withNotes(profile: Profile, id: string, notes: KeyNotes, vault: Vault): Profile {
  const edited = keyWithId(profile, id)
  const keys = profile.relay.keys ?? []
  const others = keys.filter((key) => key !== edited)
  return withKeys(
    profile,
    keys.map((key) => (key === edited ? noted(key, notes, others) : key)),
    activeKey(profile)?.id,
    vault,
  )
}

/**
 * The profile without one of its keys.
 * @throws {ProblemError} `last-key`, or `key-in-use` for the active one: tools have it
 */
export function withoutKey(profile: Profile, id: string, vault: Vault): Profile {
  const gone = keyWithId(profile, id)
  const keys = profile.relay.keys ?? []
  if (keys.length === 1) throw lastKey()
  const active = activeKey(profile)
  if (gone === active) throw inUse()
  return withKeys(
    profile,
    keys.filter((key) => key !== gone),
    active?.id,
    vault,
  )
}

function noted(key: StoredKey, notes: KeyNotes, others: readonly StoredKey[]): StoredKey {
  const { label: oldLabel, expiresAt: oldDay, ...bare } = key
  const label = notes.label === undefined ? oldLabel : cleanLabel(notes.label, others)
  const expiresAt = notes.expiresAt === undefined ? oldDay : cleanDay(notes.expiresAt)
  return { ...bare, ...(label === undefined ? {} : { label }), ...(expiresAt === undefined ? {} : { expiresAt }) }
}

function cleanLabel(written: string, others: readonly StoredKey[]): string | undefined {
  const label = written.normalize('NFC').trim()
  if (label.length > MAX_LABEL || /\p{Cc}/u.test(label))
    throw misused(
      'bad-label',
      text('The label is too long or has control characters.', '标签过长或包含控制字符。'),
      text(`Use up to ${MAX_LABEL} ordinary characters.`, `请使用不超过 ${MAX_LABEL} 个普通字符。`),
    )
  if (others.some((other) => other.label !== undefined && sameName(other.label, label)))
    throw refused(
      'label-taken',
      text(`Another key of the profile is labelled "${label}".`, `该配置已有标签为“${label}”的密钥。`),
      text('Choose another label.', '请换一个标签。'),
    )
  return label === '' ? undefined : label
}

function cleanDay(written: string): string | undefined {
  const day = written.trim()
  if (day === '' || isDay(day)) return day === '' ? undefined : day
  throw misused(
    'bad-day',
    text('The expiry date is not a day of the calendar.', '到期日不是有效的日期。'),
    text('Write it as 2027-01-31.', '请写成 2027-01-31 的形式。'),
  )
}

const knownAlready = ({ label, masked }: StoredKey) =>
  refused(
    'key-known',
    text(`The profile has this key already: ${label ?? masked}.`, `该配置已有此密钥：${label ?? masked}。`),
    text('Use it, or add another one.', '请直接使用它，或添加其他密钥。'),
  )

const tooMany = () =>
  refused(
    'too-many-keys',
    text(`A profile can have ${MOST} keys.`, `一个配置最多 ${MOST} 个密钥。`),
    text('Remove those that you no longer use.', '请删除不再使用的密钥。'),
  )

const lastKey = () =>
  refused(
    'last-key',
    text("This is the profile's only key.", '这是该配置唯一的密钥。'),
    text('Add another key and use it first, or remove the profile.', '请先添加并使用其他密钥，或删除该配置。'),
  )

const inUse = () =>
  refused(
    'key-in-use',
    text('This key is in use.', '该密钥正在使用。'),
    text('Use another key of the profile first.', '请先改用该配置的其他密钥。'),
  )
