import type { Profile } from '../../shared/model/profile'
import type { Problem } from '../../shared/model/switch'
import { text } from '../../shared/model/text'
import type { ProblemError } from '../../shared/transport'
import type { Host, JsonStore } from './host'
import { refused } from './problem'
import { isProfile } from './profile-shape'
import { sealProfile, withLazyKey } from './vault/profile-keys'

/** Version 1 held keys in plain text. */
const VERSION = 2

/** What the store holds. Entries that are not understood are kept as they are and written back in their place. */
export interface ProfileDocument {
  readonly profiles: readonly Profile[]
  readonly strange: readonly unknown[]
  readonly problems: readonly Problem[]
}

/** True when a stored document can hold profiles, of whichever version. */
export const isProfileDocument = (value: unknown): boolean => isDocument(value) && (isNewer(value) || Array.isArray(value.profiles))

/**
 * Reads all profiles.
 * @throws {ProblemError} `newer-version` when a newer Switchyard wrote the store; it stays as it is
 */
export function readProfiles({ profiles: store, vault }: Pick<Host, 'profiles' | 'vault'>): ProfileDocument {
  const value = store.read()
  if (!isDocument(value)) return { profiles: [], strange: [], problems: [] }
  if (isNewer(value)) throw newer(store)
  const good: Profile[] = []
  const strange: unknown[] = []
  for (const entry of Array.isArray(value.profiles) ? value.profiles : []) {
    if (isProfile(entry)) good.push(withLazyKey(entry, vault))
    else strange.push(entry)
  }
  return { profiles: good, strange, problems: strange.length === 0 ? [] : [notUnderstood(store, strange.length)] }
}

const isDocument = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isNewer = ({ version }: Record<string, unknown>): boolean => typeof version === 'number' && version > VERSION

/** Undefined when nothing is stored. Reads the head of the store only, where that can be had. */
export function storeVersion({ profiles: store }: Pick<Host, 'profiles'>): number | undefined {
  const head = store.findLine?.('{"version":', (line) => /^\{"version":(\d+),/.exec(line)?.[1])
  if (head !== undefined) return Number(head)
  const value = store.read()
  return isDocument(value) && typeof value.version === 'number' ? value.version : isDocument(value) ? 1 : undefined
}

/** Keys are sealed where there is a vault: every method that writes makes it first. */
export function writeProfiles(
  { profiles: store, vault }: Pick<Host, 'profiles' | 'vault'>,
  document: Pick<ProfileDocument, 'profiles' | 'strange'>,
): void {
  const sealing = vault.generations().length > 0
  const profiles = sealing ? document.profiles.map((profile) => sealProfile(profile, vault)) : document.profiles
  store.write({ version: sealing ? VERSION : 1, profiles: [...profiles, ...document.strange] })
}

const newer = (store: JsonStore): ProblemError =>
  refused(
    'newer-version',
    text(`${store.path} was written by a newer Switchyard.`, `${store.path} 由更新版本的 Switchyard 写入。`),
    text('Update Switchyard, then try again. Nothing was changed.', '请更新 Switchyard 后重试。没有任何内容被更改。'),
    { file: store.path },
  )

const notUnderstood = (store: JsonStore, count: number): Problem => ({
  code: 'profiles-not-understood',
  kind: 'internal',
  file: store.path,
  message: text(`${count} of the stored profiles are damaged and not shown.`, `有 ${count} 个已存储的配置已损坏，未显示。`),
  hint: text('They stay in the file as they are. Correct them there by hand.', '它们会原样保留在文件中，请手动修正。'),
})
