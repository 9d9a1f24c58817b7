import type { Profile } from '../../shared/model/profile'
import type { Problem } from '../../shared/model/switch'
import { text } from '../../shared/model/text'
import type { ProblemError } from '../../shared/transport'
import type { Host, JsonStore } from './host'
import { refused } from './problem'
import { isProfile } from './profile-shape'

const VERSION = 1

/** What the store holds. Entries that are not understood are kept as they are and written back in their place. */
export interface ProfileDocument {
  readonly profiles: readonly Profile[]
  readonly strange: readonly unknown[]
  readonly problems: readonly Problem[]
}

/**
 * Reads all profiles. A store that is not JSON is set aside and reported; the next write starts a new one.
 * @throws {ProblemError} `newer-version` when a newer Switchyard wrote the store; it stays as it is
 */
export function readProfiles({ profiles: store }: Pick<Host, 'profiles'>): ProfileDocument {
  const read = readOrSetAside(store)
  const value = read.value
  if (value === undefined) return { profiles: [], strange: [], problems: read.problems }
  if (typeof value !== 'object' || value === null || !('profiles' in value) || !Array.isArray(value.profiles)) {
    return { profiles: [], strange: [], problems: [aside(store, store.setAside())] }
  }
  if ('version' in value && typeof value.version === 'number' && value.version > VERSION) throw newer(store)
  const good: Profile[] = []
  const strange: unknown[] = []
  for (const entry of value.profiles) {
    if (isProfile(entry)) good.push(entry)
    else strange.push(entry)
  }
  return { profiles: good, strange, problems: strange.length === 0 ? [] : [notUnderstood(store, strange.length)] }
}

export function writeProfiles({ profiles: store }: Pick<Host, 'profiles'>, document: Pick<ProfileDocument, 'profiles' | 'strange'>): void {
  store.write({ version: VERSION, profiles: [...document.profiles, ...document.strange] })
}

/** Reads a store; where that fails for another reason than the disk, the file is moved aside and the store is empty. */
export function readOrSetAside(store: JsonStore): { value: unknown; problems: readonly Problem[] } {
  try {
    return { value: store.read(), problems: [] }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { value: undefined, problems: [aside(store, store.setAside())] }
  }
}

const aside = (store: JsonStore, path: string): Problem => ({
  code: 'store-broken',
  kind: 'internal',
  file: store.path,
  message: text(`${store.path} could not be read and was set aside as ${path}.`, `无法读取 ${store.path}，已另存为 ${path}。`),
  hint: text(
    'Nothing is lost: repair that file and put it back, or go on with a new one.',
    '数据没有丢失：可以修复该文件后放回，或继续使用新文件。',
  ),
})

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
