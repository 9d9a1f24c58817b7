/** What each flag of a tool means: its value is kept under `name`; a flag that may come several times keeps a list. */
export type FlagNames = Readonly<Record<string, { readonly name: string; readonly many?: true }>>

/** Values of known flags: `--flag value`, `--flag=value`, and `-fvalue` for short ones. */
export function readFlags(args: readonly string[], known: FlagNames): Readonly<Record<string, string | readonly string[]>> {
  const found: Record<string, string | readonly string[]> = {}
  args.forEach((arg, index) => {
    const flag = Object.keys(known).find(
      (name) => arg === name || arg.startsWith(`${name}=`) || (/^-[a-zA-Z]$/.test(name) && arg.startsWith(name)),
    )
    const meaning = flag === undefined ? undefined : known[flag]
    if (flag === undefined || meaning === undefined) return
    const value = arg === flag ? args[index + 1] : arg.slice(flag.length).replace(/^=/, '')
    if (value === undefined) return
    const before = found[meaning.name]
    found[meaning.name] = meaning.many === true ? [...(Array.isArray(before) ? before : []), value] : value
  })
  return found
}
