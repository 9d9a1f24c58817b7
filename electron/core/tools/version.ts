/**
 * True when a version is known and older; compares the numbers of `major.minor.patch` only, so a pre-release counts as its release.
 * @param version such as `0.61.0`; undefined, where it is not known, is not older than anything
 * @param than may be shorter: `0.63`
 */
export function olderThan(version: string | undefined, than: string): boolean {
  const numbers = (text: string) => (/^v?(\d+(?:\.\d+)*)/.exec(text)?.[1] ?? '').split('.').map(Number)
  if (version === undefined || !/^v?\d/.test(version)) return false
  const left = numbers(version)
  const right = numbers(than)
  const index = Array.from({ length: Math.max(left.length, right.length) }, (_, at) => at).find(
    (at) => (left[at] ?? 0) !== (right[at] ?? 0),
  )
  return index !== undefined && (left[index] ?? 0) < (right[index] ?? 0)
}
