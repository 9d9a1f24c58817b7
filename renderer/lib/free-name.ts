/** The name itself, or with the first number from 2 on that makes it one that nobody has; case does not count. */
export function freeName(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map((each) => each.toLowerCase()))
  if (!used.has(name.toLowerCase())) return name
  for (let number = 2; ; number += 1) if (!used.has(`${name} ${number}`.toLowerCase())) return `${name} ${number}`
}
