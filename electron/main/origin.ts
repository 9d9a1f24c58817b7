/** The origin of a URL, also for `app:` URLs, whose `origin` is "null" by the URL standard. Null for what is no URL. */
export function originOf(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { protocol, host } = new URL(url)
  return `${protocol}//${host}`
}
