/** Endings that vendors add to the name asked for: dates, versions, tags. */
const ending = /(?:-\d{8}|-\d{4}-\d{2}-\d{2}|-latest|-\d{3}|@[\w.-]+|:[\w.-]+)$/

/** Whether an answer's model is the one asked for: vendors answer with a dated name, relays with a vendor before it. Pure. */
export function isSameModel(asked: string, answered: string): boolean {
  return core(asked) === core(answered)
}

function core(name: string): string {
  let rest = name
    .trim()
    .toLowerCase()
    .replace(/\[1m\]$/, '')
    .replace(/^.*\//, '')
    .replace(/^(?:[a-z]+\.)?anthropic\./, '')
  for (let last = ''; last !== rest; ) {
    last = rest
    rest = rest.replace(ending, '')
  }
  return rest.replace(/[._]/g, '-')
}
