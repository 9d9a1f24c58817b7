import type { KeyView, ProfileView } from '../../shared/model/profile'
import { text } from '../../shared/model/text'
import { didYouMean, usage } from './usage'

/**
 * The key of a profile that is meant: by its label in any case, its id, or its last letters as they are shown.
 * @throws {ProblemError} kind `usage`: no such key, or several
 */
export function pickKey(profile: ProfileView, written: string): KeyView {
  const { keys = [] } = profile.relay
  const wanted = written.normalize('NFC').trim()
  const labelled = keys.find(({ label }) => label?.toLowerCase() === wanted.toLowerCase())
  const exact = labelled ?? keys.find(({ id, masked }) => id === wanted || masked === wanted)
  if (exact !== undefined) return exact
  const ending = keys.filter(({ masked }) => wanted.length >= 4 && masked.endsWith(`…${wanted}`))
  if (ending.length === 1 && ending[0] !== undefined) return ending[0]
  const names = keys.map(({ label, masked }) => label ?? masked)
  if (ending.length > 1)
    throw usage(
      text(`"${written}" may mean several keys.`, `"${written}" 可能指多个密钥。`),
      text(`Name it by its label or id; see: switchyard keys`, '请用标签或 ID 指定；可查看：switchyard keys'),
    )
  // What was written may be a key itself, so it is not repeated.
  throw usage(
    text(`"${profile.name}" has no such key.`, `"${profile.name}" 没有这个密钥。`),
    didYouMean(wanted, names, text(`It has: ${names.join(', ')}.`, `现有密钥：${names.join('、')}。`)),
  )
}
