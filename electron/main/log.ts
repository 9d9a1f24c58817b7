import { maskShapes } from '../core/redact/shapes'

/** A line for whoever started the app in a terminal. Never a secret: only the app's own words and the error's. */
export function log(words: string, error?: unknown): void {
  const reason = error instanceof Error ? `: ${error.message}` : error === undefined ? '' : `: ${String(error)}`
  process.stderr.write(`${maskShapes(`Switchyard: ${words}${reason}`)}\n`)
}
