import type { ProfileView } from '../../shared/model/profile'
import { text } from '../../shared/model/text'
import { ProblemError } from '../../shared/transport'
import type { Core } from '../core/core'
import { didYouMean, usage } from './usage'

/** The profile that is meant by a name: the very name, else the name in any case, else the id. Unknown or ambiguous names are usage errors. */
export async function findProfile(core: Core, name: string): Promise<ProfileView> {
  return pickProfile(await core.api['profiles.list']({}), name)
}

/** As {@link findProfile}, for commands that need only to know which one is meant: reads one profile of thousands where that can be done. */
export async function nameProfile(core: Core, name: string): Promise<{ readonly id: string; readonly name: string }> {
  return core.find(name) ?? findProfile(core, name)
}

/** @throws {ProblemError} `unknown-profile` with the nearest names, or `ambiguous-name` */
export function pickProfile(profiles: readonly ProfileView[], name: string): ProfileView {
  const exact = profiles.find((profile) => profile.name === name)
  if (exact) return exact
  const folded = profiles.filter((profile) => profile.name.toLowerCase() === name.toLowerCase())
  if (folded.length > 1) {
    const names = folded.map((profile) => profile.name).join(', ')
    throw usage(
      text(`"${name}" may mean several profiles: ${names}.`, `"${name}" 可能指多个配置：${names}。`),
      text('Write the name exactly.', '请输入完整准确的名称。'),
    )
  }
  const found = folded[0] ?? profiles.find((profile) => profile.id === name)
  if (found) return found
  const hint = didYouMean(
    name,
    profiles.map((profile) => profile.name),
    text('"switchyard list" shows all profiles.', '"switchyard list" 可列出所有配置。'),
  )
  throw new ProblemError({
    code: 'unknown-profile',
    kind: 'usage',
    message: text(`There is no profile "${name}".`, `没有配置 "${name}"。`),
    hint,
  })
}
