export interface OwnFinding {
  readonly title: string
  readonly detail: string
}

const bad = /^(fail(ed)?|error|warn(ing)?|critical|unhealthy)$/i
const longest = 300

/**
 * What a tool's own doctor complains of: every object of its JSON with a status of failure or warning, whatever its shape, because shapes change
 * between versions. Undefined when there is no JSON.
 */
export function readOwnDoctor(output: string): readonly OwnFinding[] | undefined {
  const from = output.search(/[[{]/)
  const to = Math.max(output.lastIndexOf('}'), output.lastIndexOf(']'))
  const value = from < 0 || to < from ? undefined : parsed(output.slice(from, to + 1))
  return value === undefined ? undefined : complaints(value)
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function complaints(value: unknown, name = ''): OwnFinding[] {
  if (Array.isArray(value)) return value.flatMap((item) => complaints(item, name))
  if (typeof value !== 'object' || value === null) return []
  const fields = value as Readonly<Record<string, unknown>>
  const status = [fields.status, fields.severity, fields.level, fields.result].find((one) => typeof one === 'string')
  const title = words(fields.title ?? fields.name ?? fields.id ?? name)
  const inner = Object.entries(fields).flatMap(([key, item]) => complaints(item, key))
  if (typeof status !== 'string' || !bad.test(status) || (title === '' && inner.length > 0)) return inner
  return [{ title, detail: words(fields.message ?? fields.summary ?? fields.detail ?? fields.details ?? status) }, ...inner]
}

const words = (value: unknown): string =>
  (typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)).slice(0, longest)
