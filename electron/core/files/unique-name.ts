/**
 * Twelve or more hex digits that no other process picks: for names of temporary files and for lock tokens. Unique, not secret: such files are made with
 * `wx`, so a guess is refused, never followed.
 */
export const uniqueName = (digits = 12): string => {
  let name = ''
  while (name.length < digits)
    name += Math.floor(Math.random() * 0x100000000)
      .toString(16)
      .padStart(8, '0')
  return name.slice(0, digits)
}
