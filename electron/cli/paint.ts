/** Styles of the terminal's text; without colour each gives its text back. */
export interface Paint {
  bold(text: string): string
  dim(text: string): string
  good(text: string): string
  bad(text: string): string
  warn(text: string): string
  accent(text: string): string
}

const styled = (open: number, close: number) => (text: string) => `\u001b[${open}m${text}\u001b[${close}m`
const same = (text: string): string => text

export const colours: Paint = {
  bold: styled(1, 22),
  dim: styled(2, 22),
  good: styled(32, 39),
  bad: styled(31, 39),
  warn: styled(33, 39),
  accent: styled(36, 39),
}
export const noColours: Paint = { bold: same, dim: same, good: same, bad: same, warn: same, accent: same }

/** Takes out control characters, so that a name or a file cannot steer the terminal. Line ends and tabs stay. */
export function plain(text: string): string {
  for (let at = 0; at < text.length; at++) if (isControl(text.charCodeAt(at))) return text.replace(/(?![\n\t])\p{Cc}/gu, '')
  return text
}
const isControl = (code: number): boolean => (code < 32 ? code !== 10 && code !== 9 : code >= 127 && code < 160)
