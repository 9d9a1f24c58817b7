/** More than the texts of a switch; a long list of profiles must not be kept twice. */
const MOST = 200

/**
 * Texts that were sealed or opened, so that the few keys of a switch, which stand in the profile, the record, the journal and the history, are worked out
 * once. A text that is sealed again for the same purpose under the same data key gets the same seal.
 */
export class MetTexts {
  readonly #plain = new Map<string, string>()
  readonly #sealed = new Map<string, string>()

  plainOf = (purpose: string, sealed: string): string | undefined => this.#plain.get(keyOf(purpose, sealed))

  sealedOf = (generation: string, purpose: string, plain: string): string | undefined => this.#sealed.get(keyOf(generation, purpose, plain))

  keep(generation: string, purpose: string, plain: string, sealed: string): void {
    if (this.#plain.size >= MOST) this.forget()
    this.#plain.set(keyOf(purpose, sealed), plain)
    this.#sealed.set(keyOf(generation, purpose, plain), sealed)
  }

  forget(): void {
    this.#plain.clear()
    this.#sealed.clear()
  }
}

const keyOf = (...parts: readonly string[]): string => parts.join('\u0000')
