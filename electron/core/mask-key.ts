/** A key as it may be shown: `sk-…3f9a`. The prefix up to the first dash stays when it is short and plain; short keys are hidden entirely. */
export function maskKey(key: string): string {
  if (key === '') return ''
  const prefix = /^[A-Za-z]{1,6}[-_]/.exec(key)?.[0] ?? ''
  return key.length - prefix.length < 12 ? '…' : `${prefix}…${key.slice(-4)}`
}
