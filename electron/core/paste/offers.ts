/** Parameters of links that hold no key, whoever made the link. What all others hold is not shown. */
const OPEN: ReadonlySet<string> = new Set(
  'v resource app type name url endpoint base_url homepage website protocol tools model models enabled'.split(' '),
)
const most = 4

/**
 * Links that other programs handed over. A window gets a link without what may be its key, shows that, and hands it back to be recognised; the
 * link itself stays here, in memory.
 */
export class Offers {
  readonly #links = new Map<string, string>()

  /** @param redact takes out what looks like a key all the same */
  keep(link: string, redact: (words: string) => string): string {
    const shown = redact(withoutValues(link))
    this.#links.delete(shown)
    this.#links.set(shown, link)
    for (const old of [...this.#links.keys()].slice(0, -most)) this.#links.delete(old)
    return shown
  }

  /** The link that is shown so; any other text is what it is. */
  meant(shown: string): string {
    return this.#links.get(shown) ?? shown
  }
}

function withoutValues(link: string): string {
  const at = link.search(/[?#]/)
  if (at < 0) return link
  const parameters = link
    .slice(at + 1)
    .split(/[&#?]/)
    .map((parameter) => {
      const name = parameter.split('=', 1)[0] ?? ''
      return OPEN.has(name) || /^model\.\w+(?:\.\w+)?$/.test(name) ? parameter : `${/^[\w.-]{1,40}$/.test(name) ? name : ''}=…`
    })
  return `${link.slice(0, at)}?${parameters.join('&')}`
}
