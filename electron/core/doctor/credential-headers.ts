/** Lines or entries `Name: value` in which a variable holds headers. */
export interface HeaderList {
  /** Parts the entries. */
  readonly split: RegExp
  readonly join: string
}

const carriesKey = /^\s*(?:authorization|(?:x-(?:goog-)?)?api-key)\s*:/i

const entriesOf = (value: string, { split }: HeaderList) => value.split(split)

/** Names of the headers in a list that carry a key; never their values. */
export const credentialHeaders = (value: string, list: HeaderList): readonly string[] =>
  entriesOf(value, list).flatMap((entry) => (carriesKey.test(entry) ? [(entry.split(':')[0] ?? '').trim()] : []))

/** The list without those; the others stay as they are. */
export const withoutCredentials = (value: string, list: HeaderList): string =>
  entriesOf(value, list)
    .filter((entry) => !carriesKey.test(entry))
    .join(list.join)
    .trim()
