/** A path as a word of a POSIX shell. What stands before the first blank folder stays bare, so that `~` in place of the home folder still means it. */
export function shellPath(path: string): string {
  const isPlain = (part: string) => /^[\w@%+=:,.~-]*$/.test(part)
  const parts = path.split('/')
  const first = parts.findIndex((part) => !isPlain(part))
  if (first < 0) return path
  const rest = parts.slice(first).join('/').replaceAll("'", "'\\''")
  return [...parts.slice(0, first), `'${rest}'`].join('/')
}
