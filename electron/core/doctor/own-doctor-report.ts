export interface OwnFinding {
  readonly title: string
  readonly detail: string
}

const bad = /^(fail(ed)?|error|warn(ing)?|critical|unhealthy)$/i
const longest = 300

/**
 * What a tool's own doctor complains of: every object of its JSON with a status of failure or warning, whatever its shape, because shapes change
 * between versions. Undefined when there is no JSON.
 * @param passedOver categories that say nothing about the way to the relay, such as updates
 */
export function readOwnDoctor(output: string, passedOver: readonly string[] = []): readonly OwnFinding[] | undefined {
  // Warnings of the tool may stand in front.
  const from = output.search(/^[[{]/m)
  const to = Math.max(output.lastIndexOf('}'), output.lastIndexOf(']'))
  const value = from < 0 || to < from ? undefined : parsed(output.slice(from, to + 1))
  return value === undefined ? undefined : complaints(value, passedOver)
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function complaints(value: unknown, passedOver: readonly string[], name = ''): OwnFinding[] {
  if (Array.isArray(value)) return value.flatMap((item) => complaints(item, passedOver, name))
  if (typeof value !== 'object' || value === null) return []
  const fields = value as Readonly<Record<string, unknown>>
  if (typeof fields.category === 'string' && passedOver.includes(fields.category)) return []
  const status = [fields.status, fields.severity, fields.level, fields.result].find((one) => typeof one === 'string')
  const title = words(fields.title ?? fields.name ?? fields.id ?? name)
  const inner = Object.entries(fields).flatMap(([key, item]) => complaints(item, passedOver, key))
  if (typeof status !== 'string' || !bad.test(status) || (title === '' && inner.length > 0)) return inner
  const detail = words(fields.message ?? fields.summary ?? fields.detail ?? fields.details ?? status)
  const remedy = words(fields.remediation ?? fields.fix ?? '')
  return [{ title, detail: remedy === '' ? detail : `${detail} → ${remedy}` }, ...inner]
}

const words = (value: unknown): string =>
  (typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)).slice(0, longest)
