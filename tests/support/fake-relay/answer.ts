export interface Usage {
  readonly input: number
  readonly output: number
}

/** The text that a model answers with. */
export function answerText(template: string, model: string): string {
  return template.replaceAll('<model>', model)
}

/** Splits a text into at least two pieces (if it has two characters), so that streams can be told from bursts. */
export function pieces(text: string): readonly string[] {
  const words = text.match(/\s*\S+\s*$|\s*\S+/g) ?? [text]
  if (words.length > 1 || text.length < 2) return words
  const middle = Math.ceil(text.length / 2)
  return [text.slice(0, middle), text.slice(middle)]
}

/** A plausible token count: a quarter of the characters, at least 1. */
export function countTokens(value: unknown): number {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return Math.max(1, Math.ceil(text.length / 4))
}

/** Token usage of one exchange. */
export function usageOf(body: unknown, text: string): Usage {
  return { input: countTokens(body), output: countTokens(text) }
}
