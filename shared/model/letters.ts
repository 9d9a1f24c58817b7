/*
 * What is asked of texts all over the core, without regular expressions: each of those is compiled anew in every process, twice, 0.1 ms and more in all.
 */

/** True where a text holds one of these words, given in lower case, in whatever case. */
export function holdsWord(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase()
  return words.some((word) => lower.includes(word))
}

export const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** Of the English alphabet. */
export const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122)

/** Where the run of such characters ends that begins at `from`. */
export function endOfRun(text: string, from: number, belongs: (code: number) => boolean): number {
  let end = from
  while (end < text.length && belongs(text.charCodeAt(end))) end++
  return end
}
