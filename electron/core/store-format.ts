/**
 * The text of a store: JSON, with one list item per line where the document has a `profiles` list, so that a change touches one line and one
 * profile can be found without parsing thousands.
 */
export function serializeStore(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('profiles' in value) || !Array.isArray(value.profiles))
    return `${JSON.stringify(value, null, 2)}\n`
  const { profiles, ...rest } = value
  const head = JSON.stringify(rest).slice(0, -1)
  const lines = profiles.map((profile) => JSON.stringify(profile)).join(',\n')
  return `${head}${head === '{' ? '' : ','}"profiles":[\n${lines}${lines === '' ? '' : '\n'}]}\n`
}

/** @throws {SyntaxError} when the text is not JSON */
export const parseStore = (content: string): unknown => JSON.parse(content)
